import { expect, it } from 'vitest';

import { exportHar } from '@/lib/core/verification/export-har';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import { readHarLog } from '@/lib/core/recording/har-log';

import { known, pageView, request, START, verification } from './build';

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
  const { observations } = readHarLog(har, 'har-file');
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
