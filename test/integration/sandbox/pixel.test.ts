import { describe, expect, test } from 'vitest';

import type { FaultInput } from '../../sandbox/index.ts';
import { sandboxForTest, send, signIn } from './support.ts';

const IB = { 'x-sandbox-host': 'ib.adnxs.com' };

test.each([
  ['?id=90011&t=2', 'image/gif'],
  ['?id=90011', 'image/gif'],
  ['?id=90011&t=1', 'application/javascript; charset=utf-8'],
  ['?id=1&t=1', 'application/javascript; charset=utf-8'],
  ['', 'image/gif'],
])('/imptr%s answers %s', async (query, type) => {
  const sandbox = await sandboxForTest();
  const answer = await send(sandbox, `/imptr${query}`, { headers: IB });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe(type);
  expect(answer.headers.get('cache-control')).toContain('no-store');
  expect(sandbox.pixelLog()).toHaveLength(1);
});

test('a hit is logged with all that came along', async () => {
  const sandbox = await sandboxForTest({ now: () => new Date('2026-11-20T10:00:00Z') });
  const query = 'id=90011&cachebuster=%5BCB%5D&ancost=0.25&t=2&redir=https://a.example/?x=1&t=9';
  const headers = {
    'x-sandbox-host': 'secure.adnxs.com',
    referer: 'https://ads.sandbox.test/',
    'sec-fetch-dest': 'image',
    'user-agent': 'test/1',
  };
  const answer = await send(sandbox, `/imptr?${query}`, { headers });
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe('https://a.example/?x=1&t=9');
  expect(sandbox.pixelLog()).toEqual([
    {
      id: 1,
      at: '2026-11-20T10:00:00.000Z',
      host: 'secure.adnxs.com',
      trackerId: 90011,
      params: [
        ['id', '90011'],
        ['cachebuster', '[CB]'],
        ['ancost', '0.25'],
        ['t', '2'],
        ['redir', 'https://a.example/?x=1&t=9'],
      ],
      query,
      referer: 'https://ads.sandbox.test/',
      secFetchDest: 'image',
      userAgent: 'test/1',
      known: true,
      counted: true,
    },
  ]);
});

test.each([
  ['https%3A%2F%2Fa.example%2Fp%3Fq%3D1%2526', 'https://a.example/p?q=1%26'],
  ['https://a.example/100%', 'https://a.example/100%'],
  ['https%3A%2F%2Fa.example%2F%zz', null],
  ['[REDIRECT_URL]', null],
  ['javascript:alert(1)', null],
  ['', null],
])('redir=%s leads to %s', async (tail, location) => {
  const sandbox = await sandboxForTest();
  const answer = await send(sandbox, `/imptr?id=90011&redir=${tail}`, { headers: IB });
  expect(answer.headers.get('location')).toBe(location);
  expect(answer.status).toBe(location === null ? 200 : 302);
});

test('known and counted depend on the tracker', async () => {
  const sandbox = await sandboxForTest();
  const token = await signIn(sandbox);
  const body = { imptracker: { state: 'inactive' } };
  await send(sandbox, '/imptracker?id=90012', { token, method: 'PUT', body });
  for (const id of ['90011', '90012', '1', '[ID]']) {
    await send(sandbox, `/imptr?id=${encodeURIComponent(id)}`, { headers: IB });
  }
  const seen = sandbox
    .pixelLog()
    .map(({ trackerId, known, counted }) => [trackerId, known, counted]);
  expect(seen).toEqual([
    [90011, true, true],
    [90012, true, false],
    [1, false, false],
    [null, false, false],
  ]);
});

describe('pixel faults', () => {
  const counted = async (fault: FaultInput) => {
    const sandbox = await sandboxForTest({ faults: fault });
    const answer = await send(sandbox, '/imptr?id=90011', { headers: IB }).catch(() => null);
    return { answer, hits: sandbox.pixelLog().map((hit) => hit.counted) };
  };

  test('a status', async () => {
    const { answer, hits } = await counted({ kind: 'pixel-status', status: 404 });
    expect(answer?.status).toBe(404);
    expect(hits).toEqual([false]);
  });

  test('a dropped connection', async () => {
    const { answer, hits } = await counted({ kind: 'pixel-drop' });
    expect(answer).toBeNull();
    expect(hits).toEqual([false]);
  });

  test('a cacheable answer', async () => {
    const { answer, hits } = await counted({ kind: 'pixel-cacheable' });
    expect(answer?.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(hits).toEqual([true]);
  });

  test('faults of the API leave pixels alone', async () => {
    const { answer } = await counted({ kind: '429' });
    expect(answer?.status).toBe(200);
  });
});

test('the log is read and cleared at the control host', async () => {
  const sandbox = await sandboxForTest();
  const headers = { 'x-sandbox-host': 'control.sandbox.test' };
  await send(sandbox, '/imptr?id=90011&t=2');
  expect(await (await send(sandbox, '/pixels', { headers })).json()).toEqual(sandbox.pixelLog());
  await send(sandbox, '/pixels', { headers, method: 'DELETE' });
  expect(sandbox.pixelLog()).toEqual([]);
});
