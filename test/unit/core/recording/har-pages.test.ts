import { expect, it } from 'vitest';

import { pagesIn } from '@/lib/core/recording/har-pages';

const AT = '2026-11-24T10:00:00.000Z';
const redirect = (url: string, redirectURL: string) => ({
  startedDateTime: AT,
  _resourceType: 'document',
  request: { url },
  response: { redirectURL },
});
const A = 'https://a.example/';

it.each<[string, unknown, readonly unknown[], string | null]>([
  ['as asked for', A, [redirect(A, '')], A],
  ['as redirected', A, [redirect(A, 'https://b.example/x')], 'https://b.example/x'],
  ['redirected within the site', `${A}?a=1`, [redirect(`${A}?a=1`, '/x')], `${A}x`],
  ['to another scheme', 'http://a.example/', [redirect('http://a.example/', A)], A],
  ['to another host', A, [redirect(A, '//b.example/')], 'https://b.example/'],
  ['twice', A, [redirect(A, '/1'), redirect(`${A}1`, '/2')], `${A}2`],
  ['relative to a path', `${A}b/c?d`, [redirect(`${A}b/c?d`, 'x')], `${A}b/x`],
  ['up a folder', A, [redirect(A, '../x')], null],
  ['by a redirect of something else', A, [redirect(A, ''), redirect(`${A}logo.png`, '/x')], A],
  [
    'its first request, as of one from the cache',
    `${A}logo.png`,
    [{ ...redirect(`${A}logo.png`, ''), _resourceType: 'image' }],
    null,
  ],
  ['in a circle', A, [redirect(A, '/1'), redirect(`${A}1`, '/')], A],
  ['a title that is no address', 'A fine day', [], null],
  ['no title', undefined, [], null],
  ['an odd title', 7, [], null],
])('tells what a page was loaded from: %s', (_case, title, entries, url) => {
  expect(pagesIn([{ startedDateTime: AT, title }], entries)).toEqual([
    { startedAt: Date.parse(AT), url },
  ]);
});

it.each([[null], [{}], [{ startedDateTime: 'soon' }]])('leaves out %j', (page) => {
  expect(pagesIn([page], [])).toEqual([]);
});
