import { expect, it } from 'vitest';

import { exportHar } from '@/lib/core/verification/export-har';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import { readHarFile } from '@/lib/core/recording/har-file';
import { readHarLog } from '@/lib/core/recording/har-log';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';

import { known, pageView, request, START, verification } from './build';

const GOOD = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=123456';
const BOUNCED = {
  status: 302,
  outcome: 'bounce-failed',
  error: 'net::ERR_FAILED',
  redirectUrl: 'https://ib.adnxs.com/bounce?%2Fimptr%3Fid%3D531',
} as const;
const REQUESTS = [
  request('https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=1'),
  request('https://ib.adnxs.com/imptr?id=531&t=1&cachebuster=%5BX%5D', {
    status: 0,
    outcome: 'network-error',
    error: 'net::ERR_FAILED',
    loader: 'script',
    startedAt: START + 11_000,
  }),
];
const har: unknown = JSON.parse(
  exportHar(
    judgeRecording(
      { verification: verification(), pageViews: [pageView('a', START)], requests: REQUESTS },
      known(),
      'all',
    ),
  ),
);

it('has all that HAR 1.2 asks for, and no header or cookie', () => {
  expect(har).toMatchObject({
    log: {
      version: '1.2',
      creator: { name: 'Piggyback', version: expect.any(String) },
      pages: [{ id: 'a', title: 'https://news.example/a', pageTimings: {} }],
      entries: [
        {
          pageref: 'a',
          startedDateTime: '2026-11-24T10:00:10.000Z',
          time: expect.any(Number),
          request: {
            method: 'GET',
            url: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=1',
            httpVersion: expect.any(String),
            cookies: [],
            headers: [],
            queryString: expect.arrayContaining([{ name: 'id', value: '531' }]),
            headersSize: -1,
            bodySize: -1,
          },
          response: {
            status: 200,
            statusText: expect.any(String),
            httpVersion: expect.any(String),
            cookies: [],
            headers: [],
            content: { size: 0, mimeType: expect.any(String) },
            redirectURL: '',
            headersSize: -1,
            bodySize: -1,
          },
          cache: {},
          timings: { send: 0, wait: expect.any(Number), receive: 0 },
        },
        { response: { status: 0, _error: 'net::ERR_FAILED' }, _resourceType: 'script' },
      ],
    },
  });
});

it('is read back as what was recorded', () => {
  const { observations } = readHarLog(har);
  const facts = ({ url, startedAt, method, status, loader }: (typeof REQUESTS)[number]) => [
    url.raw,
    startedAt,
    method,
    status,
    loader,
  ];
  expect(
    observations.map((one) => [one.url.raw, one.startedAt, one.method, one.status, one.loader]),
  ).toEqual(REQUESTS.map(facts));
});

it.each<[string, Partial<PixelRequest>]>([
  ['answered', { status: 204 }],
  ['answered by an error', { status: 500 }],
  ['from a cache', { outcome: 'from-cache', fromCache: 'memory' }],
  ['from a service worker', { outcome: 'from-cache', fromCache: 'service-worker' }],
  ['through a service worker', { viaServiceWorker: true }],
  ['blocked by the page', { status: 0, outcome: 'blocked-by-page' }],
  [
    'blocked by the page, loader not known',
    { status: 0, outcome: 'blocked-by-page', loader: null },
  ],
  [
    'blocked by an extension',
    { status: 0, outcome: 'blocked-by-extension', error: 'net::ERR_BLOCKED_BY_CLIENT' },
  ],
  [
    'blocked by the browser',
    { status: 0, outcome: 'blocked-by-browser', error: 'net::ERR_BLOCKED_BY_ADMINISTRATOR' },
  ],
  ['mixed content', { status: 0, outcome: 'blocked-by-browser', error: 'mixed content' }],
  ['withheld', { outcome: 'withheld', error: 'net::ERR_FAILED' }],
  ['aborted', { status: 0, outcome: 'aborted', error: 'net::ERR_ABORTED' }],
  ['left', { status: 0, outcome: 'aborted', loader: null }],
  ['not known', { status: 0, outcome: 'unknown', loader: null }],
  ['a detour that failed', BOUNCED],
  ['redirected', { status: 302, redirectUrl: 'https://client.example/' }],
  ['made https by the browser', { status: 307, redirectUrl: GOOD, upgradedBy: 'HSTS' }],
])('is read back as it ended: %s', (_, changes) => {
  const url = changes.upgradedBy === undefined ? GOOD : GOOD.replace('https:', 'http:');
  const told = request(url, changes);
  const judged = judgeRecording(
    { verification: verification(), pageViews: [], requests: [told] },
    known(),
  );
  const value: unknown = JSON.parse(exportHar(judged));
  const { key: _key, frameUrl: _frame, url: _url, ...facts } = told;
  expect(readHarFile(value)?.requests).toMatchObject([facts]);
});

it('a page without an address has its title', () => {
  const view = { ...pageView('a', START), url: '', title: 'A fine day' };
  const judged = judgeRecording(
    { verification: verification(), pageViews: [view], requests: [request()] },
    known(),
  );
  const value: unknown = JSON.parse(exportHar(judged));
  expect(readHarFile(value)?.pages).toEqual([{ url: '', title: 'A fine day', startedAt: START }]);
});
