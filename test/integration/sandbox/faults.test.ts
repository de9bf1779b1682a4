import { describe, expect, test } from 'vitest';

import type { FaultInput } from '../../sandbox/index.ts';
import { call, sandboxForTest, send, signIn, stoppedClock } from './support.ts';

const CONTROL = { 'x-sandbox-host': 'control.sandbox.test' };

describe('faults of the API', () => {
  test.each<[FaultInput, number, Record<string, string | null>, Record<string, unknown>]>([
    [
      { kind: '429', retryAfter: 3 },
      429,
      { 'retry-after': '3', 'x-ratelimit-code': '429', 'x-an-user-id': '51007' },
      { error_id: 'SYSTEM', error_code: 'RATE_EXCEEDED' },
    ],
    [
      { kind: '503', retryAfter: 4 },
      503,
      { 'retry-after': '4', 'x-ratelimit-code': '503' },
      { error_id: 'SYSTEM', error_code: 'SERVICE_UNAVAILABLE' },
    ],
    [{ kind: '503', throttling: false }, 503, { 'x-ratelimit-code': null }, {}],
    [
      { kind: 'answer', status: 405, headers: { 'retry-after': '5' }, response: { count: 1 } },
      405,
      { 'retry-after': '5' },
      { count: 1 },
    ],
    [{ kind: 'expired' }, 200, {}, { error_id: 'NOAUTH' }],
    [{ kind: 'expired', variant: 'noauth-401' }, 401, {}, { error_id: 'NOAUTH' }],
    [{ kind: 'expired', variant: 'syntax-200' }, 200, {}, { error_id: 'SYNTAX' }],
  ])('%j', async (fault, status, headers, body) => {
    const sandbox = await sandboxForTest();
    const token = await signIn(sandbox);
    sandbox.setFault(fault);
    const answer = await call(sandbox, '/member', { token });
    expect(answer.status).toBe(status);
    expect(answer.response).toMatchObject(body);
    for (const [name, value] of Object.entries(headers)) {
      expect(answer.headers.get(name)).toBe(value);
    }
  });

  test('a killed token stays dead; signing in again helps', async () => {
    const sandbox = await sandboxForTest();
    const dead = await signIn(sandbox);
    sandbox.setFault({ kind: 'expired' });
    for (const _ of [1, 2]) {
      const { response } = await call(sandbox, '/member', { token: dead });
      expect(response['error_id']).toBe('NOAUTH');
    }
    const fresh = await signIn(sandbox);
    expect((await call(sandbox, '/member', { token: fresh })).response['status']).toBe('OK');
  });

  test('signing in does not use up an expiry', async () => {
    const sandbox = await sandboxForTest({ faults: { kind: 'expired' } });
    const token = await signIn(sandbox);
    expect((await call(sandbox, '/member', { token })).response['error_id']).toBe('NOAUTH');
  });

  test('times, path and method bound a fault', async () => {
    const sandbox = await sandboxForTest();
    const token = await signIn(sandbox);
    sandbox.setFault({ kind: '429', times: 2, path: '/imptracker', method: 'GET' });
    const statuses: number[] = [];
    for (const path of [
      '/member',
      '/imptracker?id=90011',
      '/imptracker?id=90011',
      '/imptracker?id=90011',
    ]) {
      statuses.push((await call(sandbox, path, { token })).status);
    }
    expect(statuses).toEqual([200, 429, 429, 200]);
  });

  test('a dropped connection fails the request', async () => {
    const sandbox = await sandboxForTest();
    sandbox.setFault({ kind: 'drop' });
    await expect(send(sandbox, '/member')).rejects.toThrow('fetch failed');
  });

  test('a dropped answer after the work leaves the work done', async () => {
    const sandbox = await sandboxForTest();
    const token = await signIn(sandbox);
    sandbox.setFault({ kind: 'drop', afterWork: true, times: 1 });
    const deletion = send(sandbox, '/imptracker?id=90011', { token, method: 'DELETE' });
    await expect(deletion).rejects.toThrow('fetch failed');
    const after = await call(sandbox, '/imptracker?id=90011', { token });
    expect(after.response).toMatchObject({ error: 'resource not found' });
  });

  test('a malformed answer is no JSON', async () => {
    const sandbox = await sandboxForTest({ faults: { kind: 'malformed' } });
    const answer = await send(sandbox, '/member');
    expect(answer.headers.get('content-type')).toBe('application/json');
    await expect(answer.json()).rejects.toThrow(SyntaxError);
  });

  test('a malformed answer after the work is none either, and the work is done', async () => {
    const sandbox = await sandboxForTest();
    const token = await signIn(sandbox);
    sandbox.setFault({ kind: 'malformed', afterWork: true, times: 1 });
    const answer = await send(sandbox, '/imptracker?id=90011', { token, method: 'DELETE' });
    await expect(answer.json()).rejects.toThrow(SyntaxError);
    const after = await call(sandbox, '/imptracker?id=90011', { token });
    expect(after.response).toMatchObject({ error: 'resource not found' });
  });

  test('the sixteenth request at a time is refused', async () => {
    const sandbox = await sandboxForTest();
    const token = await signIn(sandbox);
    sandbox.setFault({ kind: 'slow', ms: 150 });
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => call(sandbox, '/member', { token })),
    );
    const refused = answers.filter((answer) => answer.response['error_id'] === 'LIMIT');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.status).toBe(200);
    sandbox.setFault(null);
    expect((await call(sandbox, '/member', { token })).response['status']).toBe('OK');
  });
});

test('reads and writes are counted apart, and a minute later it is well again', async () => {
  const clock = stoppedClock('2026-11-20T10:00:00Z');
  const limits = { readsPerMinute: 2, writesPerMinute: 1 };
  const sandbox = await sandboxForTest({ now: clock.now, limits });
  const token = await signIn(sandbox);
  const get = () => call(sandbox, '/member', { token });
  expect([(await get()).status, (await get()).status]).toEqual([200, 200]);
  const refused = await get();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('60');
  expect(refused.headers.get('x-ratelimit-count')).toBe('3');
  const write = await call(sandbox, '/imptracker?id=90011', { token, method: 'DELETE' });
  expect(write.status).toBe(200);
  clock.forward(1);
  expect((await get()).status).toBe(200);
});

describe('the control host', () => {
  test('switches faults on and off', async () => {
    const sandbox = await sandboxForTest();
    const post = await send(sandbox, '/fault', { headers: CONTROL, body: { kind: '503' } });
    expect(await post.json()).toEqual([{ kind: '503', retryAfter: 9, throttling: true }]);
    expect((await send(sandbox, '/member')).status).toBe(503);
    await send(sandbox, '/fault', { headers: CONTROL, method: 'DELETE' });
    expect((await send(sandbox, '/member')).status).toBe(200);
  });

  test.each([['{'], ['{"kind":"rain"}'], ['{"kind":"slow","seconds":3}'], ['7']])(
    'refuses %s',
    async (body) => {
      const sandbox = await sandboxForTest();
      const answer = await send(sandbox, '/fault', { headers: CONTROL, body });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toEqual({ error: expect.any(String) });
    },
  );
});
