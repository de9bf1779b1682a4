import { describe, expect, it } from 'vitest';

import { readHarLog } from '@/lib/core/recording/har-log';
import { PixelRequestSchema } from '@/lib/core/recording/pixel-request';
import { isPixelEntry, readPixelRequest } from '@/lib/core/recording/read-pixel-request';

const URL = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=1';

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

describe('readPixelRequest', () => {
  it('reads an image pixel of Chromium', () => {
    expect(readPixelRequest(entry())).toEqual({
      key: `${URL} ${Date.UTC(2026, 10, 24, 10, 0, 0, 500)} GET`,
      url: expect.objectContaining({ id: '531', t: '2' }),
      method: 'GET',
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

  it('keeps no header and no cookie', () => {
    expect(JSON.stringify(readPixelRequest(entry()))).not.toContain('secret');
  });

  it('gives what its own schema reads', () => {
    const request = readPixelRequest(entry());
    expect(PixelRequestSchema.parse(request)).toEqual(request);
  });

  it.each([
    ['answered', {}, { status: 204 }],
    ['answered', {}, { status: 500 }],
    ['from-cache', { _fromCache: 'memory' }, {}],
    ['from-cache', { _fromCache: 'disk' }, {}],
    ['blocked-by-page', {}, { status: 0, _error: '' }],
    ['blocked-by-extension', {}, { status: 0, _error: 'net::ERR_BLOCKED_BY_CLIENT' }],
    ['blocked-by-browser', {}, { status: 0, _error: 'net::ERR_BLOCKED_BY_ORB' }],
    ['aborted', {}, { status: 0, _error: 'net::ERR_ABORTED' }],
    ['network-error', {}, { status: 0, _error: 'net::ERR_NAME_NOT_RESOLVED' }],
    ['pending', {}, { status: 0, _error: null }],
  ])('tells %s', (outcome, changes, response) => {
    expect(readPixelRequest(entry(changes, response))?.outcome).toBe(outcome);
  });

  it('takes the frame of a script’s request from the Referer, not from the script', () => {
    const request = readPixelRequest(
      entry({ _initiator: { type: 'script', stack: { callFrames: [] } } }),
    );
    expect(request?.frameUrl).toBe('https://news.example/');
  });

  it('reads Firefox: loader from Sec-Fetch-Dest, cache from afterRequest', () => {
    const headers = [{ name: 'Sec-Fetch-Dest', value: 'script' }];
    expect(readPixelRequest(firefoxEntry(200, headers))).toMatchObject({
      startedAt: Date.UTC(2026, 10, 24, 10, 0, 0, 500),
      loader: 'script',
      outcome: 'answered',
    });
    expect(readPixelRequest(firefoxEntry(0))?.outcome).toBe('unknown');
    const cached = readPixelRequest(firefoxEntry(200, [], { afterRequest: null }));
    expect(cached).toMatchObject({ outcome: 'from-cache', fromCache: 'cache', loader: null });
  });

  it.each([
    undefined,
    null,
    'text',
    {},
    { request: { url: URL } },
    entry({ startedDateTime: 'never' }),
    entry({ request: { url: 'https://x.example/', method: 'GET' } }),
  ])('gives null for %j', (value) => expect(readPixelRequest(value)).toBeNull());

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
      expect(read.requests).toHaveLength(1);
      expect(read.newestPageStart).toBe(Date.UTC(2026, 10, 24, 10));
      expect([...read.urls]).toEqual([URL, 'https://x.example/']);
    }
  });

  it('gives an empty log for anything else', () => {
    expect(readHarLog(null)).toEqual({ requests: [], newestPageStart: null, urls: new Set() });
  });
});
