import { describe, expect, it } from 'vitest';

import { MAX_URL_CHARS } from '@/lib/core/base/limits';
import { readHarLog } from '@/lib/core/recording/har-log';
import { isPixelEntry, readHarEntry } from '@/lib/core/recording/har-entry';

const URL = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=1';
const BY_EXTENSION = [{ name: 'Non-Authoritative-Reason', value: 'WebRequest API' }];

/** An entry as Chromium gives it, with what a test changes. */
function entry(changes: object = {}, response: object = {}) {
  return {
    startedDateTime: '2026-11-24T10:00:00.500Z',
    time: 12.5,
    _resourceType: 'image',
    _initiator: { type: 'parser', url: 'https://news.example/frame' },
    cache: {},
    request: {
      url: URL,
      method: 'GET',
      headers: [
        { name: 'Cookie', value: 'secret=1' },
        { name: 'Referer', value: 'https://news.example/' },
      ],
      cookies: [{ name: 'secret', value: '1' }],
    },
    response: { status: 200, redirectURL: '', _transferSize: 300, _error: null, ...response },
    ...changes,
  };
}

/** An entry as Firefox gives it: nothing with an underscore. */
function firefoxEntry(status: number, headers: object[] = [], cache: object = {}) {
  return {
    startedDateTime: '2026-11-24T11:00:00.500+01:00',
    time: 12,
    cache,
    request: { url: URL, method: 'GET', headers },
    response: { status, redirectURL: '' },
  };
}

const ABORTED = { status: 0, outcome: 'aborted', error: 'net::ERR_ABORTED' };
const UNKNOWN = { status: 0, outcome: 'unknown', error: null };
const STATE = { lastAccess: '2026-11-24T09:00:00.000Z', eTag: '"a"', hitCount: 3 };

describe('readHarEntry', () => {
  it('reads an image pixel of Chromium', () => {
    expect(readHarEntry(entry())).toEqual({
      url: expect.objectContaining({ id: '531', t: '2' }),
      urlIsCut: false,
      method: 'GET',
      precision: 0,
      startedAt: Date.UTC(2026, 10, 24, 10, 0, 0, 500),
      duration: 12.5,
      status: 200,
      outcome: 'answered',
      error: null,
      fromCache: null,
      loader: 'image',
      frameUrl: 'https://news.example/frame',
      redirectUrl: null,
      viaServiceWorker: false,
    });
  });

  it('does not take for a request by which a browser only asks for leave', () => {
    expect(readHarEntry(entry({ request: { url: URL, method: 'OPTIONS' } }))).toBeNull();
    expect(readHarEntry(entry({ request: { url: URL, method: 'HEAD' } }))).not.toBeNull();
  });

  it('keeps no header and no cookie', () => {
    expect(JSON.stringify(readHarEntry(entry()))).not.toContain('secret');
  });

  it.each([
    ['answered', {}, { status: 204 }],
    ['answered', {}, { status: 500 }],
    ['from-cache', { _fromCache: 'memory' }, {}],
    ['from-cache', { _fromCache: 'disk' }, {}],
    ['blocked-by-page', {}, { status: 0, _error: '' }],
    ['blocked-by-extension', {}, { status: 0, _error: 'net::ERR_BLOCKED_BY_CLIENT' }],
    ['blocked-by-browser', {}, { status: 0, _error: 'net::ERR_BLOCKED_BY_ADMINISTRATOR' }],
    ['blocked-by-extension', {}, { status: 307, redirectURL: 'data:image/gif;base64,R0lGOD' }],
    // To a picture of its own, of which Chromium does not say where it is.
    ['blocked-by-extension', {}, { status: 307, redirectURL: '', headers: BY_EXTENSION }],
    ['blocked-by-extension', {}, { status: 302, redirectURL: 'moz-extension://abc/pixel.gif' }],
    [
      'blocked-by-extension',
      {},
      { status: 307, redirectURL: 'https://elsewhere.example/a.gif', headers: BY_EXTENSION },
    ],
    // A server's own redirect, and an extension that only changed the query.
    ['answered', {}, { status: 307, redirectURL: 'https://elsewhere.example/a.gif' }],
    ['answered', {}, { status: 307, redirectURL: `${URL}&x=1`, headers: BY_EXTENSION }],
    // The server had these, and the page did not get the answer.
    ['withheld', {}, { status: 0, _error: 'net::ERR_BLOCKED_BY_ORB' }],
    ['withheld', {}, { status: 200, _error: 'net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin' }],
    ['withheld', {}, { status: 200, _error: 'net::ERR_FAILED' }],
    ['aborted', {}, { status: 200, _error: 'net::ERR_ABORTED' }],
    // A service worker passed it on, or answered by itself.
    ['answered', {}, { _fetchedViaServiceWorker: true, _serviceWorkerResponseSource: 'network' }],
    [
      'answered',
      {},
      { _fetchedViaServiceWorker: true, _serviceWorkerResponseSource: 'http-cache' },
    ],
    [
      'from-cache',
      {},
      { _fetchedViaServiceWorker: true, _serviceWorkerResponseSource: 'fallback-code' },
    ],
    [
      'from-cache',
      {},
      { _fetchedViaServiceWorker: true, _serviceWorkerResponseSource: 'cache-storage' },
    ],
    ['aborted', {}, { status: 0, _error: 'net::ERR_ABORTED' }],
    ['aborted', {}, { status: 0, _error: 'NS_BINDING_ABORTED' }],
    // A frame gives up what has no content.
    ['answered', {}, { status: 204, _error: 'net::ERR_ABORTED' }],
    ['answered', {}, { status: 205, _error: 'net::ERR_ABORTED' }],
    // A fetch that asks for the headers alone has its whole answer in them.
    [
      'answered',
      { request: { url: URL, method: 'HEAD' } },
      { status: 200, _error: 'net::ERR_ABORTED' },
    ],
    [
      'aborted',
      { request: { url: URL, method: 'HEAD' } },
      { status: 0, _error: 'net::ERR_ABORTED' },
    ],
    ['network-error', {}, { status: 0, _error: 'net::ERR_NAME_NOT_RESOLVED' }],
    ['network-error', {}, { status: 0, _error: 'net::ERR_TOO_MANY_REDIRECTS' }],
    ['blocked-by-browser', {}, { status: 0, _error: 'NS_ERROR_TRACKING_URI' }],
    ['blocked-by-browser', {}, { status: 0, _error: 'NS_ERROR_EMAILTRACKING_URI' }],
    ['blocked-by-browser', {}, { status: 0, _error: 'NS_ERROR_SOCIALTRACKING_URI' }],
    ['blocked-by-browser', {}, { status: 0, _error: 'NS_ERROR_FINGERPRINTING_URI' }],
    ['pending', {}, { status: 0, _error: null }],
  ])('tells %s', (outcome, changes, response) => {
    expect(readHarEntry(entry(changes, response))?.outcome).toBe(outcome);
  });

  it.each([
    ['http:', 307, 'HSTS', 'HSTS'],
    ['http:', 307, null, undefined],
    ['http:', 307, 'WebRequest API', 'WebRequest API'],
    // What a server says of itself, and what an extension redirected.
    ['http:', 302, 'HSTS', undefined],
    ['https:', 307, 'WebRequest API', undefined],
  ])(
    'knows what the browser itself made https: %s, %s, %s',
    (scheme, status, reason, upgradedBy) => {
      const headers = reason === null ? [] : [{ name: 'Non-Authoritative-Reason', value: reason }];
      const changes = { request: { url: URL.replace('https:', scheme), method: 'GET' } };
      const told = readHarEntry(entry(changes, { status, redirectURL: URL, headers }));
      expect(told).toMatchObject({ status, outcome: 'answered' });
      expect(told?.upgradedBy).toBe(upgradedBy);
    },
  );

  it.each([
    ['http:', 'https:', 'blocked-by-browser', 'mixed content'],
    ['https:', 'https:', 'blocked-by-page', null],
    ['http:', 'http:', 'blocked-by-page', null],
  ])('tells mixed content from a policy: %s on %s', (scheme, page, outcome, error) => {
    const blocked = entry(
      {
        request: { url: URL.replace('https:', scheme), method: 'GET' },
        _initiator: { type: 'parser', url: `${page}//news.example/` },
      },
      { status: 0, _error: '' },
    );
    expect(readHarEntry(blocked)).toMatchObject({ outcome, error });
  });

  it.each([
    ['2026-11-24T10:00:00.123Z', 0],
    ['2026-11-24T10:00:00.123456+01:00', 0],
    ['2026-11-24T10:00:00.12Z', 10],
    ['2026-11-24T10:00:00.5+01:00', 100],
    ['2026-11-24T10:00:00Z', 1000],
  ])('knows how exact %s is', (startedDateTime, precision) => {
    expect(readHarEntry(entry({ startedDateTime }))?.precision).toBe(precision);
  });

  it('cuts a URL that is longer than any that is kept', () => {
    const of = (length: number) => ({ request: { url: URL.padEnd(length, 'x'), method: 'GET' } });
    expect(readHarEntry(entry(of(MAX_URL_CHARS)))?.urlIsCut).toBe(false);
    const cut = readHarEntry(entry(of(MAX_URL_CHARS + 1)));
    expect([cut?.urlIsCut, cut?.url.raw.length]).toEqual([true, MAX_URL_CHARS]);
  });

  it('takes the frame of a script’s request from the Referer, not from the script', () => {
    const request = readHarEntry(
      entry({ _initiator: { type: 'script', stack: { callFrames: [] } } }),
    );
    expect(request?.frameUrl).toBe('https://news.example/');
  });

  it.each(['font', 'constructor', 'toString', '__proto__', 'new-in-2030'])(
    'a type it does not know (%s) is another',
    (type) => {
      expect(readHarEntry(entry({ _resourceType: type }))?.loader).toBe('other');
    },
  );

  it('reads Firefox: loader from Sec-Fetch-Dest, cache from afterRequest', () => {
    const headers = [{ name: 'Sec-Fetch-Dest', value: 'script' }];
    expect(readHarEntry(firefoxEntry(200, headers))).toMatchObject({
      startedAt: Date.UTC(2026, 10, 24, 10, 0, 0, 500),
      loader: 'script',
      outcome: 'answered',
    });
    expect(readHarEntry(firefoxEntry(0))?.outcome).toBe('unknown');
    const cached = readHarEntry(firefoxEntry(200, [], { afterRequest: null }));
    expect(cached).toMatchObject({ outcome: 'from-cache', fromCache: 'cache', loader: null });
  });

  it.each<[string, object, object | null, object]>([
    ['Playwright, no answer', {}, { status: -1, _failureText: 'net::ERR_ABORTED' }, ABORTED],
    [
      'Playwright, blocked',
      {},
      { status: -1, _failureText: 'net::ERR_BLOCKED_BY_CLIENT' },
      { status: 0, outcome: 'blocked-by-extension', error: 'net::ERR_BLOCKED_BY_CLIENT' },
    ],
    ['Playwright, no reason', {}, { status: -1 }, UNKNOWN],
    ['no response yet', {}, null, UNKNOWN],
    ['a time that is not known', { time: -1 }, { status: 200 }, { duration: null }],
    ['no time', { time: null }, { status: 200 }, { duration: null }],
    [
      'the state of a cache that did not answer',
      { cache: { beforeRequest: null, afterRequest: null } },
      { status: 200 },
      { outcome: 'answered', fromCache: null },
    ],
    [
      'a cache that had it, before and after',
      { cache: { beforeRequest: STATE, afterRequest: STATE } },
      { status: 304 },
      { outcome: 'answered', fromCache: null },
    ],
    [
      'a cache that had it',
      { cache: { beforeRequest: STATE } },
      { status: 200 },
      { outcome: 'answered', fromCache: null },
    ],
    [
      'a library of Puppeteer, from the cache',
      { cache: { beforeRequest: { lastAccess: '', eTag: '', hitCount: 0 } } },
      { status: 200 },
      { outcome: 'from-cache', fromCache: 'cache' },
    ],
    ['no cache at all', { cache: null }, { status: 200 }, { outcome: 'answered' }],
    [
      'headers of which one cannot be read',
      {
        request: {
          url: URL,
          method: 'GET',
          headers: [
            { name: 'X', value: null },
            7,
            { name: 'Referer', value: 'https://a.example/b' },
          ],
        },
      },
      { status: 200 },
      { frameUrl: 'https://a.example/b' },
    ],
    [
      'no headers',
      { request: { url: URL, method: 'GET', headers: null } },
      { status: 200, headers: null },
      { frameUrl: null, loader: null },
    ],
  ])('reads what other programs write: %s', (_, changes, response, told) => {
    const written = { ...firefoxEntry(200), ...changes, response };
    expect(readHarEntry(written)).toMatchObject(told);
  });

  it.each([
    undefined,
    null,
    'text',
    {},
    { request: { url: URL } },
    entry({ startedDateTime: 'never' }),
    entry({ request: { url: 'https://x.example/', method: 'GET' } }),
  ])('gives null for %j', (value) => expect(readHarEntry(value)).toBeNull());

  it('sorts out other entries at once', () => {
    expect(isPixelEntry(entry())).toBe(true);
    expect(isPixelEntry({ request: { url: 'https://x.example/app.js' } })).toBe(false);
  });
});

describe('readHarLog', () => {
  it('reads the log bare or wrapped, and its newest page', () => {
    const log = {
      pages: [
        { startedDateTime: '2026-11-24T10:00:00.000Z' },
        { startedDateTime: '2026-11-24T09:00:00.000Z' },
        { odd: true },
      ],
      entries: [entry(), { request: { url: 'https://x.example/' } }, null],
    };
    for (const value of [log, { log }]) {
      const read = readHarLog(value);
      expect(read.observations).toMatchObject([{ source: 'har-log', requestId: '1' }]);
      expect(read.newestPage?.startedAt).toBe(Date.UTC(2026, 10, 24, 10));
      expect([...read.urls]).toEqual([URL, 'https://x.example/']);
    }
  });

  it('takes entries that are alike for requests of their own', () => {
    const log = { entries: [entry(), entry(), entry({ time: 3 })] };
    expect(readHarLog(log).observations.map(({ requestId }) => requestId)).toEqual(['1', '2', '3']);
  });

  const loaded = (url: string, second: number, pageref: string | null = 'page_1') => ({
    startedDateTime: `2026-11-24T10:00:0${second}.000Z`,
    request: { url },
    _resourceType: 'document',
    ...(pageref !== null && { pageref }),
  });
  const page = loaded('https://news.example/article', 0);
  const byScript = (referer: string | null, pageref: string | null = 'page_1') =>
    entry({
      _initiator: { type: 'script', stack: { callFrames: [] } },
      ...(pageref !== null && { pageref }),
      request: {
        url: URL,
        method: 'GET',
        headers: referer === null ? [] : [{ name: 'Referer', value: referer }],
      },
    });

  it.each([
    ['the page of that site', [page], 'https://news.example/', 'https://news.example/article'],
    ['no referrer: the only document there is', [page], null, 'https://news.example/article'],
    [
      'a second frame of the same site',
      [page, loaded('https://news.example/ad', 0)],
      'https://news.example/',
      'https://news.example/',
    ],
    ['no referrer, two documents', [page, loaded('https://news.example/ad', 0)], null, null],
    [
      'a document that was loaded later',
      [loaded('https://news.example/next', 1)],
      'https://news.example/',
      'https://news.example/',
    ],
    ['a document of another page', [loaded('https://news.example/old', 0, 'page_0')], null, null],
    ['a whole referrer', [page], 'https://news.example/own', 'https://news.example/own'],
    ['none', [], null, null],
  ])(
    'knows the document of a script’s request where only one can be meant: %s',
    (_, documents, referer, frame) => {
      const [read] = readHarLog({ entries: [...documents, byScript(referer)] }).observations;
      expect(read?.frameUrl).toBe(frame);
    },
  );

  it('knows that of a frame of another site, which belongs to no page', () => {
    const documents = [page, loaded('https://ads.example/f', 0, null)];
    const frame = (referer: string | null) =>
      readHarLog({ entries: [...documents, byScript(referer, null)] }).observations[0]?.frameUrl;
    expect(frame('https://ads.example/')).toBe('https://ads.example/f');
    expect(frame(null)).toBeNull();
  });

  const ARTICLE = 'https://news.example/article';
  const AD = 'https://news.example/ad';
  const frames = (...urls: string[]) => ({ callFrames: urls.map((url) => ({ url })) });
  it.each([
    ['the document’s own script', frames(AD), AD],
    ['a library, called by it', frames('https://cdn.example/ads.js', AD), AD],
    ['the innermost of two documents', frames('', AD, ARTICLE), AD],
    ['a timer that it had set', { ...frames('https://cdn.example/a.js'), parent: frames(AD) }, AD],
    [
      'a promise of a timer',
      { callFrames: [], parent: { callFrames: [], parent: frames(AD) } },
      AD,
    ],
    ['scripts of files alone', frames('https://news.example/own.js'), 'https://news.example/'],
    ['a document of another site', frames('https://ads.example/f'), 'https://news.example/'],
    ['what is no stack', { callFrames: 'none' }, 'https://news.example/'],
  ])('knows of two documents which it was by the stack: %s', (_, stack, frame) => {
    const request = { ...byScript('https://news.example/'), _initiator: { type: 'script', stack } };
    const entries = [page, loaded(AD, 0), request];
    expect(readHarLog({ entries }).observations[0]?.frameUrl).toBe(frame);
  });

  it('follows no stack for ever', () => {
    let stack: object = frames(AD);
    for (let depth = 0; depth < 60; depth += 1) stack = { callFrames: [], parent: stack };
    const request = { ...byScript('https://news.example/'), _initiator: { type: 'script', stack } };
    const entries = [page, loaded(AD, 0), request];
    expect(readHarLog({ entries }).observations[0]?.frameUrl).toBe('https://news.example/');
  });

  it.each([
    ['which belongs to no page', null],
    ['which belongs to the page, though what it asks for does not', 'page_1'],
  ])('knows by the stack which of two frames of another site it was, %s', (_, pageref) => {
    const [one, two] = ['https://ads.example/one', 'https://ads.example/two'];
    const asked = {
      ...byScript('https://ads.example/', null),
      _initiator: { type: 'script', stack: { callFrames: [], parent: frames(two) } },
    };
    const entries = [page, loaded(one, 0, pageref), loaded(two, 0, pageref), asked];
    expect(readHarLog({ entries }).observations[0]?.frameUrl).toBe(two);
  });

  it('takes the parser’s word for the document', () => {
    const parsed = entry({
      _initiator: { type: 'parser', url: 'https://news.example/' },
      pageref: 'page_1',
    });
    expect(readHarLog({ entries: [page, parsed] }).observations[0]?.frameUrl).toBe(
      'https://news.example/',
    );
  });

  it.each([
    ['of its parser', { _initiator: { type: 'parser', url: 'https://me:secret@news.example/a' } }],
    [
      'of its script',
      {
        _initiator: { type: 'script', stack: { callFrames: [] } },
        pageref: 'page_1',
        request: {
          url: URL,
          method: 'GET',
          headers: [{ name: 'Referer', value: 'https://news.example/' }],
        },
      },
    ],
  ])('knows a document behind a sign-in, and keeps no password of it: %s', (_, changes) => {
    const address = 'https://me:secret@news.example/a';
    const log = {
      pages: [{ startedDateTime: '2026-11-24T10:00:00.000Z', title: address }],
      entries: [loaded(address, 0), entry(changes)],
    };
    const read = readHarLog(log);
    expect(read.observations[0]?.frameUrl).toBe('https://news.example/a');
    expect(read.newestPage?.url).toBe('https://news.example/a');
    expect([...read.urls]).toContain('https://news.example/a');
    expect(JSON.stringify([read.observations, read.newestPage, [...read.urls]])).not.toContain(
      'secret',
    );
  });

  it('gives an empty log for anything else', () => {
    expect(readHarLog(null)).toEqual({ observations: [], newestPage: null, urls: new Set() });
  });
});

describe('the service’s detour over /bounce', () => {
  const BOUNCE = 'https://ib.adnxs.com/bounce?%2Fimptr%3Fid%3D531';
  const first = (redirectURL: string) => entry({}, { status: 302, redirectURL });
  const went = (response: object, url = BOUNCE) => ({
    ...entry({}, response),
    request: { url, method: 'GET', headers: [] },
  });
  const stopped = (redirectURL: string) =>
    entry({}, { status: 302, redirectURL, _error: 'net::ERR_ABORTED' });

  it.each([
    ['came through', [first(BOUNCE), went({})], 'answered', null],
    ['came through, by a path', [first('/bounce?%2Fimptr%3Fid%3D531'), went({})], 'answered', null],
    ['is under way', [first(BOUNCE), went({ status: 0 })], 'answered', null],
    [
      'was given up',
      [first(BOUNCE), went({ status: 0, _error: 'net::ERR_ABORTED' })],
      'answered',
      null,
    ],
    ['is not in the log', [first(BOUNCE)], 'answered', null],
    ['an error of the server', [first(BOUNCE), went({ status: 500 })], 'bounce-failed', 'HTTP 500'],
    [
      'an error, by a path',
      [first('/bounce?%2Fimptr%3Fid%3D531'), went({ status: 503 })],
      'bounce-failed',
      'HTTP 503',
    ],
    [
      'a dropped connection',
      [first(BOUNCE), went({ status: 0, _error: 'net::ERR_EMPTY_RESPONSE' })],
      'bounce-failed',
      'net::ERR_EMPTY_RESPONSE',
    ],
    [
      'blocked by the page',
      [first(BOUNCE), went({ status: 0, _error: '' })],
      'bounce-failed',
      'CSP',
    ],
    [
      'blocked by an extension',
      [first(BOUNCE), went({ status: 0, _error: 'net::ERR_BLOCKED_BY_CLIENT' })],
      'bounce-failed',
      'net::ERR_BLOCKED_BY_CLIENT',
    ],
    ['never gone to', [first(BOUNCE), stopped(BOUNCE)], 'bounce-failed', 'net::ERR_ABORTED'],
    [
      'another detour failed',
      [first('https://x.example/y'), went({ status: 500 }, 'https://x.example/y')],
      'answered',
      null,
    ],
    [
      'a redirect elsewhere was stopped',
      [first('https://x.example/y'), stopped('https://x.example/y')],
      'answered',
      'net::ERR_ABORTED',
    ],
    [
      'never gone to, which the log says in one entry',
      [stopped(BOUNCE)],
      'bounce-failed',
      'net::ERR_ABORTED',
    ],
    [
      'never gone to, by a path',
      [stopped('/bounce?%2Fimptr%3Fid%3D531')],
      'bounce-failed',
      'net::ERR_ABORTED',
    ],
    [
      'a redirect elsewhere was stopped, in one entry',
      [stopped('https://x.example/y')],
      'answered',
      'net::ERR_ABORTED',
    ],
  ] as const)('%s', (_, entries, outcome, error) => {
    const { observations } = readHarLog({ entries });
    expect(observations.map((one) => [one.outcome, one.error])).toEqual([[outcome, error]]);
  });
});
