import { describe, expect, it } from 'vitest';

import type { PageLook, PagePlace } from '@/lib/core/recording/page-look';
import { PAGE_RULES } from '@/lib/core/rules';
import { checkRequests } from '@/lib/core/verification/checking';
import { judgePage } from '@/lib/core/verification/unfired';
import { say } from '@/lib/text/findings';

import { known, request, START, verification } from '../verification/build';
import { comment, element, pageLook, textIn } from '../verification/page';

const TAG = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=77';
const IMG = `<img src="${TAG}">`;
const template = { inTemplate: true, isDisplayed: false, below: null };
const image = (changes: Partial<PagePlace> = {}, more = {}) =>
  element('img', { src: TAG, ...more }, changes);
const lazy = { loading: 'lazy' };

interface Around {
  look?: Partial<PageLook>;
  recording?: Parameters<typeof verification>[0];
  fired?: readonly string[];
}

function reasonsFor(place: PagePlace, { look, recording, fired = [] }: Around = {}) {
  const requests = fired.map((url) => request(url));
  const { rows } = checkRequests(requests, [], known());
  const judged = judgePage(pageLook([place], look), rows, verification(recording), []);
  return judged.tags.map(({ reason }) => reason);
}

const LATE = { recording: { startedAt: START + 2000, openedAfterLoad: true } };
const CODE = `onSeen(() => { new Image().src = '${TAG}'; });`;

/** What is given as the one reason for what stands there, and the values of it that matter. */
type Row = [string, PagePlace, string, Record<string, string>?, Around?];
const TABLE: Row[] = [
  ['a comment', comment(` ${IMG} `), 'error page-in-comment'],
  ['a comment of a script', textIn('script', `go(); /* ${CODE} */`), 'error page-in-comment'],
  ['a comment in a template', { ...comment(IMG), ...template }, 'error page-in-comment'],
  ['noscript', textIn('noscript', IMG), 'error page-in-noscript'],
  ['a template', image({ ...template, isLoaded: null }), 'warning page-in-template'],
  ['a text in a template', textIn('p', IMG, {}, template), 'warning page-in-template'],
  ['escaped text', textIn('p', IMG), 'error page-as-text', { element: 'p' }],
  ['a bare address', textIn('td', `Pixel: ${TAG}`), 'error page-as-text', { element: 'td' }],
  ['text of a shadow root', textIn('', IMG), 'error page-as-text', { element: '' }],
  ['a text field', textIn('textarea', IMG), 'error page-as-text', { element: 'textarea' }],
  ['a link', element('a', { href: TAG }), 'error page-in-link'],
  [
    'a refresh',
    element('meta', { 'http-equiv': 'refresh', content: `0;url=${TAG}` }),
    'error page-in-link',
  ],
  ['a hint', element('link', { rel: 'preconnect', href: TAG }), 'error page-never-requested'],
  [
    'data-src',
    element('img', { 'data-src': TAG }),
    'error page-not-loaded',
    { attribute: 'data-src' },
  ],
  ['data of no image', element('div', { 'data-url': TAG }), 'error page-not-loaded'],
  ['an attribute of nobody', element('div', { src: TAG }), 'error page-not-loaded'],
  [
    'a held script',
    element('script', { type: 'text/plain', src: TAG }),
    'warning page-script-inert',
  ],
  [
    'JSON',
    textIn('script', `{"pixel":"${TAG}"}`, { type: 'application/json' }),
    'warning page-script-inert',
    { type: 'application/json' },
  ],
  ['code', textIn('script', CODE), 'info page-in-script'],
  ['a module', textIn('script', CODE, { type: 'module' }), 'info page-in-script'],
  ['a handler', element('body', { onload: CODE }), 'info page-in-script'],
  [
    'what an open script has swallowed',
    textIn('script', IMG, { src: 'https://cdn.example/a.js' }),
    'error page-script-open',
  ],
  [
    'code to the end of the page',
    textIn('script', `${CODE}\n</body>\n</html>\n`, {}, { isLast: true }),
    'error page-script-unclosed',
  ],
  [
    'a script to the end of the page',
    element('script', { src: TAG }, { isLast: true, text: '<p>The end.</html>' }),
    'error page-script-unclosed',
  ],
  [
    'code that writes an end of a page',
    textIn('script', `${CODE} write('</body></html>');`, {}, { isLast: true }),
    'info page-in-script',
  ],
  ['a last script', element('script', { src: TAG }, { isLast: true }), 'error page-not-requested'],
  ['a frame’s own text', element('iframe', { srcdoc: IMG }), 'warning page-in-srcdoc'],
  ['a style sheet', textIn('style', `.a{background:url(${TAG})}`), 'warning page-in-style'],
  ['a style', element('div', { style: `background:url(${TAG})` }), 'warning page-in-style'],
  [
    'lazy and not displayed',
    image({ isDisplayed: false, isLoaded: false }, lazy),
    'warning page-lazy',
    { hidden: 'yes' },
  ],
  [
    'lazy and below',
    image({ below: 4200.4, isLoaded: false }, lazy),
    'warning page-lazy',
    { below: '4200' },
  ],
  ['lazy and in sight', image({ isLoaded: false }, lazy), 'error page-not-requested'],
  ['lazy and there', image({ isLoaded: true }, lazy), 'info page-loaded-unrecorded'],
  ['from memory', image({ isLoaded: true }), 'info page-loaded-unrecorded'],
  ['an image', image({ isLoaded: false }), 'error page-not-requested'],
  ['a broken image', image(), 'error page-not-requested'],
  ['a frame', element('iframe', { src: TAG }), 'error page-not-requested'],
  [
    'asked for, as the page says',
    image(),
    'info page-asked-for',
    {},
    { look: { asked: [`${TAG}#x`] } },
  ],
  ['recorded too late', image(), 'info page-before-recording', {}, LATE],
  [
    'data-src, recorded too late',
    element('img', { 'data-src': TAG }),
    'info page-before-recording',
    {},
    LATE,
  ],
  ['a comment, recorded too late', comment(IMG), 'error page-in-comment', {}, LATE],
  [
    'cleared since',
    image(),
    'info page-before-recording',
    {},
    { recording: { clearedAt: START + 5000 } },
  ],
  [
    'DevTools closed for a while',
    image(),
    'info page-before-recording',
    {},
    { recording: { gaps: [{ from: START, to: START + 3000 }] } },
  ],
];

it.each<Row>(TABLE)('%s', (_, place, reason, values = {}, around = {}) => {
  const reasons = reasonsFor(place, around);
  expect(reasons.map(({ severity, code }) => `${severity} ${code}`)).toEqual([reason]);
  expect(reasons[0]?.values).toMatchObject(values);
  for (const said of reasons.map(say))
    expect(`${said.sentence} ${said.next}`).not.toMatch(/undefined|\?\?| {2}|<>/);
});

it('every rule is in the table', () => {
  const codes = new Set(TABLE.map(([, , reason]) => reason.replace(/^\w+ /, '')));
  expect([...codes].toSorted()).toEqual(PAGE_RULES.map(({ code }) => code).toSorted());
});

describe('nothing is said of what fired', () => {
  const OTHER = TAG.replace('77', '78');
  it.each<readonly [string, PagePlace, string]>([
    ['an image', image(), TAG],
    ['led on to https', element('img', { src: TAG.replace('https:', 'http:') }), TAG],
    ['without a scheme', element('img', { src: TAG.replace('https:', '') }), TAG],
    [
      'with what browsers escape',
      element('img', { src: `${TAG}&a=é "<>` }),
      `${TAG}&a=%C3%A9%20%22%3C%3E`,
    ],
    ['a fallback of a script', textIn('noscript', IMG), OTHER],
    ['code that adds to the address', textIn('script', CODE), OTHER],
    ['data-src whose loader has done it', element('img', { 'data-src': TAG }), OTHER],
    ['a template that was put in', image(template), OTHER],
    ['no tag', element('img', { src: 'https://cdn.example/imptr.gif' }), OTHER],
  ])('%s', (_, place, fired) => {
    expect(reasonsFor(place, { fired: [fired] })).toEqual([]);
  });

  it('but an image with another address than what fired did not', () => {
    expect(reasonsFor(image(), { fired: [OTHER] })).toHaveLength(1);
  });

  it('and what fired on the page before does not count', () => {
    const { rows } = checkRequests([request(TAG, { startedAt: START - 5000 })], [], known());
    const judged = judgePage(
      pageLook([image()]),
      rows,
      verification({ startedAt: START - 9000 }),
      [],
    );
    expect(judged.tags).toHaveLength(1);
  });
});

describe('many tags', () => {
  it('alike are one, with their count; the gravest come first', () => {
    const places = [textIn('script', CODE), image(), image(), comment(IMG)];
    const { tags, found } = judgePage(pageLook(places), [], verification(), []);
    expect(tags.map(({ reason, count }) => [reason.code, count])).toEqual([
      ['page-not-requested', 2],
      ['page-in-comment', 1],
      ['page-in-script', 1],
    ]);
    expect(found).toBe(4);
  });

  it('of a text in pieces each is read once', () => {
    const rest = 'x'.repeat(7000);
    const first = textIn(
      'script',
      `a('${TAG}');${rest}b('${TAG}&n=2');${'y'.repeat(900)}`,
      {},
      { isCut: true },
    );
    const second = textIn('script', `b('${TAG}&n=2');${'y'.repeat(900)}`);
    const { tags } = judgePage(pageLook([first, second]), [], verification(), []);
    expect(tags.map(({ address, count }) => [address, count])).toEqual([
      [TAG, 1],
      [`${TAG}&n=2`, 1],
    ]);
  });
});
