import { describe, expect, it } from 'vitest';

import { readHarEntry } from '@/lib/core/recording/har-entry';
import { joinObservations } from '@/lib/core/recording/join-observations';
import type { Observation } from '@/lib/core/recording/observation';
import { tokenIn, withRehearsal } from '@/lib/core/rehearsal/answer';

const TOKEN = '11111111-2222-4333-8444-555555555555';
const GUESSED = '99999999-2222-4333-8444-555555555555';
const KNOWN = new Set([TOKEN]);
const PX = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=1';
const hop = (token = TOKEN, file = 'pixel.gif') =>
  `https://ib.adnxs.com/piggyback-rehearsal/${token}/${file}`;
const BY_EXTENSION = [{ name: 'Non-Authoritative-Reason', value: 'WebRequest API' }];

/** What DevTools tells of a rehearsed request, with what a test changes. */
function told(response: object = {}, entry: object = {}): Observation {
  const read = readHarEntry({
    startedDateTime: '2026-11-27T15:00:00.000Z',
    time: 2,
    cache: {},
    request: { url: PX, method: 'GET', headers: [] },
    response: { status: 307, redirectURL: hop(), headers: BY_EXTENSION, ...response },
    _resourceType: 'image',
    ...entry,
  });
  if (!read) throw new Error('the entry cannot be read');
  return { ...read, source: 'har-log', requestId: '1', tabId: 7 };
}
const outcomeOf = (observation: Observation) => withRehearsal(observation, KNOWN).outcome;

describe('a request is rehearsed', () => {
  it.each(['pixel.gif', 'empty.js'])('where the browser led it through our hop: %s', (file) => {
    const read = withRehearsal(told({ redirectURL: hop(TOKEN, file) }), KNOWN);
    expect(read).toMatchObject({ outcome: 'rehearsed', status: 307, redirectUrl: null });
    expect(JSON.stringify(read), 'the token is not kept').not.toContain(TOKEN);
  });

  // A page of ill will, a server, another extension: each tries to have it look so.
  it.each<[string, Observation, string]>([
    ['a token that was guessed', told({ redirectURL: hop(GUESSED) }), 'blocked-by-extension'],
    ['a server’s redirect there', told({ headers: [] }), 'answered'],
    ['a server’s other redirect', told({ status: 302 }), 'answered'],
    [
      'a service worker of the page that says so',
      told({ _fetchedViaServiceWorker: true }),
      'blocked-by-extension',
    ],
    [
      'another blocker’s picture',
      told({ redirectURL: `data:image/gif;${TOKEN}` }),
      'blocked-by-extension',
    ],
    [
      'another extension’s file',
      told({ redirectURL: `chrome-extension://abc/rehearsal/pixel.gif?${TOKEN}` }),
      'blocked-by-extension',
    ],
    ['nothing that is said', told({ redirectURL: '' }), 'blocked-by-extension'],
    ['more behind the file', told({ redirectURL: `${hop()}?x=${TOKEN}` }), 'blocked-by-extension'],
    [
      'a block',
      told({ status: 0, redirectURL: '', headers: [], _error: 'net::ERR_BLOCKED_BY_CLIENT' }),
      'blocked-by-extension',
    ],
    ['an answer', told({ status: 200, redirectURL: '', headers: [] }), 'answered'],
  ])('not by %s', (_, observation, expected) => expect(outcomeOf(observation)).toBe(expected));

  it('not by a token of which nobody knows', () => {
    expect(withRehearsal(told(), new Set()).outcome).toBe('blocked-by-extension');
  });
});

// As `fallback-code` Chromium knows what a worker makes by itself, and what it fetched from a file of ours.
it.each([{}, { _serviceWorkerResponseSource: 'fallback-code' }])(
  'of a page’s worker both halves are one rehearsed request: %j',
  (source) => {
    const byWorker = withRehearsal(told({}, { _resourceType: 'fetch' }), KNOWN);
    const answer = { status: 200, redirectURL: '', headers: [], _fetchedViaServiceWorker: true };
    const ofPage = { ...told({ ...answer, ...source }), requestId: '2' };
    const [request, ...others] = joinObservations([ofPage, byWorker]);
    expect(others).toEqual([]);
    expect(request).toMatchObject({
      outcome: 'rehearsed',
      viaServiceWorker: true,
      loader: 'image',
    });
  },
);

it('what a page’s worker had in its cache is none', () => {
  const answer = { status: 200, redirectURL: '', headers: [], _fetchedViaServiceWorker: true };
  const cached = told({ ...answer, _serviceWorkerResponseSource: 'cache-storage' });
  const [request] = joinObservations([withRehearsal(cached, KNOWN)]);
  expect(request?.outcome).toBe('from-cache');
});

it.each<[string, string | null]>([
  [hop(), TOKEN],
  [hop(TOKEN).replace('ib.', 'secure.'), TOKEN],
  [hop(TOKEN.toUpperCase().replaceAll('1', 'A')), null],
  [hop('short'), null],
  [hop(TOKEN, 'other.gif'), null],
  [`https://x.example/?to=${hop()}`, null],
  ['', null],
])('the token in %s', (address, token) => expect(tokenIn(address)).toBe(token));
