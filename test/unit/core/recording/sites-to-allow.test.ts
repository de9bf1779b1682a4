import { describe, expect, it } from 'vitest';

import { unasked } from '@/lib/core/recording/access-answer';
import { hostOfSite, patternOf, readSites, testedSites } from '@/lib/core/recording/sites-to-allow';

const NEWS = 'https://news.example';

describe('the sites that are asked for', () => {
  it.each<[string, string, readonly (string | null)[], ReturnType<typeof testedSites>]>([
    ['the page alone', `${NEWS}/a?b`, [`${NEWS}/a?b`, null], { page: NEWS, frames: [] }],
    [
      'frames from which a pixel was seen, each once',
      `${NEWS}/a`,
      ['https://ads.example/x', 'https://ads.example', 'https://cdn.example:8443/y'],
      { page: NEWS, frames: ['https://ads.example', 'https://cdn.example:8443'] },
    ],
    [
      'none of what has no site',
      `${NEWS}/`,
      ['about:srcdoc', 'blob:x'],
      { page: NEWS, frames: [] },
    ],
    ['no page', 'about:blank', [`${NEWS}/`], null],
    ['a file', 'file:///home/a.html', [], null],
  ])('%s', (_, page, frames, wanted) => {
    expect(testedSites(page, frames)).toEqual(wanted);
  });

  it('are at most twelve', () => {
    const frames = Array.from({ length: 50 }, (_, at) => `https://f${at}.example/`);
    expect(testedSites(NEWS, frames)?.frames).toHaveLength(11);
  });
});

describe('the pattern of a site', () => {
  it.each<[string, string | null]>([
    [NEWS, 'https://news.example/*'],
    ['https://news.example:8443', 'https://news.example/*'],
    ['http://localhost:3000', 'http://localhost/*'],
    ['http://127.0.0.1', 'http://127.0.0.1/*'],
    ['http://news.example', null],
    ['http://localhost.evil.example', null],
    ['https://news.example/path', null],
    ['https://*', null],
    ['https://*.example', null],
    ['file:///a', null],
    ['', null],
  ])('of %s is %s', (site, pattern) => {
    expect(patternOf(site)).toBe(pattern);
  });
});

describe('sites in an address that anybody may have written', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['as they are', [NEWS, 'https://ads.example'], [NEWS, 'https://ads.example']],
    ['each once', [NEWS, NEWS], [NEWS]],
    [
      'without what is no site',
      ['javascript:alert(1)', `${NEWS}/path`, 'news.example', '<b>', NEWS],
      [NEWS],
    ],
    ['without what stands for many', ['https://*', 'https://*.example', NEWS], [NEWS]],
    ['without what has no end', [`https://${'a'.repeat(300)}.example`], []],
    ['none', [], []],
  ])('%s', (_, given, sites) => {
    expect(readSites(given)).toEqual(sites);
  });

  it('are at most twelve', () => {
    const given = Array.from({ length: 40 }, (_, at) => `https://f${at}.example`);
    expect(readSites(given)).toHaveLength(12);
  });
});

describe('a browser that did not ask', () => {
  it.each([
    ['Permissions are blocked by enterprise policy.', 'forbidden'],
    ['Blocked by your administrator', 'forbidden'],
    ['This function must be called during a user gesture', 'failed'],
    ['', 'failed'],
  ])('%s: %s', (detail, answer) => {
    expect(unasked(detail)).toEqual({ answer, detail });
  });
});

it('a host is read without its scheme', () => {
  expect([NEWS, 'http://localhost:3000'].map(hostOfSite)).toEqual([
    'news.example',
    'localhost:3000',
  ]);
});
