import { describe, expect, it } from 'vitest';

import type { Loader } from '@/lib/core/recording/pixel-request';
import { judgeTrial, readTrial } from '@/lib/core/trial/judge-trial';
import type { Trial } from '@/lib/core/trial/told';

import { known, START, tracker } from '../verification/build';

const GOOD = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=4711';
const ran = (...requests: (readonly [string, Loader])[]): Trial => ({
  requests: requests.map(([url, loader]) => ({ url, loader })),
  hints: [],
  errors: [],
  end: 'quiet',
});
const judge = (text: string, trial: Trial) => judgeTrial(text, trial, known(tracker(531)), START);
const codes = (text: string, trial: Trial) =>
  judge(text, trial).rows.map(({ findings }) => findings.map(({ code }) => code));

describe('a request that a tag would make', () => {
  it('was tried and not sent, and nothing is said of how it went', () => {
    const { rows, silent, others } = judge(`<img src="${GOOD}">`, ran([GOOD, 'image']));
    expect(rows.map(({ request }) => request.outcome)).toEqual(['tried']);
    expect(rows.map(({ findings }) => findings)).toEqual([[]]);
    expect([silent, others]).toEqual([[], []]);
  });

  it.each<[string, string, Loader, string[]]>([
    ['a macro is left', GOOD.replace('4711', '[timestamp]'), 'image', ['cachebuster-macro']],
    ['no cachebuster', 'https://ib.adnxs.com/imptr?id=531&t=2', 'image', ['cachebuster-missing']],
    ['of the other type', GOOD, 'script', ['type-mismatch']],
    ['no TLS', GOOD.replace('https', 'http'), 'image', ['not-https']],
    ['a tracker that is not known', GOOD.replace('531', '999'), 'image', ['tracker-unknown']],
  ])('is judged by the rules for addresses and requests: %s', (_, url, loader, expected) => {
    expect(codes(`<img src="${url}">`, ran([url, loader]))).toEqual([expected]);
  });

  it('is told from those of others', () => {
    const other = 'https://ad.example/imp?1';
    expect(judge('', ran([other, 'image'], [GOOD, 'image']))).toMatchObject({ others: [other] });
  });
});

describe('of a tag that would ask for nothing it is said why', () => {
  it.each<[string, string, string | null]>([
    ['in a comment', `<!-- <img src="${GOOD}"> -->`, 'page-in-comment'],
    ['in <noscript>', `<noscript><img src="${GOOD}"></noscript>`, 'page-in-noscript'],
    ['in <template>', `<template><img src="${GOOD}"></template>`, 'page-in-template'],
    ['an open script', `<script>new Image().src = '${GOOD}';`, 'page-script-unclosed'],
    ['a script that is data', `<script type="text/plain">'${GOOD}'</script>`, 'page-script-inert'],
    [
      'the text of another script',
      `<script src="https://x.example/a.js"><img src="${GOOD}"></script>`,
      'page-script-open',
    ],
    ['a hint', `<link rel="preconnect" href="${GOOD}">`, 'page-never-requested'],
    ['text', `Here it is: ${GOOD}`, 'page-as-text'],
    ['a name of its own', `<img data-src="${GOOD}">`, 'page-not-loaded'],
    ['nothing of ours', '<img src="https://ad.example/">', null],
    ['nothing', '', null],
  ])('%s', (_, text, code) => {
    const { rows, silent } = judge(text, ran());
    expect(rows).toEqual([]);
    expect(silent.map(({ reason }) => reason.code)).toEqual(code === null ? [] : [code]);
  });

  it('and not of one that was asked for, however it was put together', () => {
    const text = `<script>document.write('<img src="${GOOD.replace('4711', "' + r + '")}">')</script>`;
    expect(judge(text, ran([GOOD, 'image'])).silent).toEqual([]);
  });
});

describe('a tag that is read and not run', () => {
  it.each<[string, string, [string, Loader][]]>([
    ['an image', `<img src="${GOOD.replaceAll('&', '&amp;')}">`, [[GOOD, 'image']]],
    ['a script', `<script src="${GOOD}"></script>`, [[GOOD, 'script']]],
    ['no scheme', `<img src="${GOOD.slice(6)}">`, [[GOOD, 'image']]],
    ['what code does is not known', `<script>new Image().src='${GOOD}'</script>`, []],
    ['a comment', `<!-- <img src="${GOOD}"> -->`, []],
  ])('%s', (_, text, expected) => {
    const { requests, end } = readTrial(text);
    expect(requests.map(({ url, loader }) => [url, loader])).toEqual(expected);
    expect(end).toBe('read');
  });
});

it.each<[string, string]>([
  ['thousands of elements one inside another', '<b>'.repeat(20_000)],
  ['thousands of tags that are cut off', `<img src="${GOOD}`.repeat(500)],
  ['thousands of comments', `<!-- ${GOOD} `.repeat(1_000)],
  ['thousands of tags', `<img src="${GOOD}">`.repeat(1_500)],
])('%s are no trouble', (_, text) => {
  expect(() => judge(text, readTrial(text))).not.toThrow();
});
