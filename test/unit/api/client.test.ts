import { describe, expect, it } from 'vitest';

import { createApiClient } from '@/lib/api/client';
import { createPace } from '@/lib/api/pace';
import { AppError } from '@/lib/core/base/errors';

interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: unknown;
}

function clientOf(
  answers: readonly (Answer | Error)[],
  waiting: () => Promise<void> = async () => {},
) {
  const queue = [...answers];
  const asked: Request[] = [];
  const slept: number[] = [];
  let clock = 0;
  const sleep = async (ms: number) => {
    slept.push(ms);
    await waiting();
    clock += ms;
  };
  const pace = createPace({ now: () => clock, sleep });
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    asked.push(new Request(input, init));
    const answer = queue.shift();
    if (!answer || answer instanceof Error) throw answer ?? new Error('not expected');
    const { status = 200, headers = {}, body } = answer;
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
      status,
      headers,
    });
  };
  const client = createApiClient(
    { fetch, timer: () => () => {}, pace },
    { baseUrl: 'https://api.appnexus.com', token: 'secret-token' },
  );
  return { client, asked, slept };
}

const ok = { body: { response: { status: 'OK', id: 1 } } };
const get = { method: 'GET', path: '/imptracker', query: { id: '1,2' } } as const;
const failed = (response: Record<string, unknown>, status = 200): Answer => ({
  status,
  body: { response },
});

describe('a request', () => {
  it('carries the bare token, no cookies, and an encoded query', async () => {
    const { client, asked } = clientOf([ok]);
    await client(get);
    expect(asked[0]?.url).toBe('https://api.appnexus.com/imptracker?id=1%2C2');
    expect(asked[0]?.headers.get('authorization')).toBe('secret-token');
    expect(asked[0]?.credentials).toBe('omit');
    // The token goes to no other address, and no answer of before stands for this one.
    expect(asked[0]?.redirect).toBe('error');
    expect(asked[0]?.cache).toBe('no-store');
  });
});

describe('an error answer becomes a code', () => {
  it.each<[string, Answer | Error, string]>([
    ['NOAUTH with 200', failed({ error_id: 'NOAUTH', error: 'x' }), 'session-expired'],
    ['NOAUTH with 401', failed({ error_id: 'NOAUTH', error: 'x' }, 401), 'session-expired'],
    [
      'an expired token as a syntax error',
      failed({ error_id: 'SYNTAX', error: 'Authentication failed - not logged in' }),
      'session-expired',
    ],
    ['NOAUTH_DISABLED', failed({ error_id: 'NOAUTH_DISABLED' }), 'account-disabled'],
    ['NOAUTH_EXPIRED', failed({ error_id: 'NOAUTH_EXPIRED' }), 'password-expired'],
    ['UNAUTH', failed({ error_id: 'UNAUTH', error: 'no' }), 'not-permitted'],
    ['a gone id', failed({ error_id: 'SYNTAX', error: 'resource not found' }), 'not-found'],
    ['a wrong type', failed({ error_id: 'SYNTAX', error_code: 'CAST_ERROR' }), 'invalid-input'],
    ['INTEGRITY', failed({ error_id: 'INTEGRITY' }), 'in-use'],
    ['LIMIT', failed({ error_id: 'LIMIT' }), 'limit-reached'],
    [
      'LIMIT of what may be there',
      failed({ error_id: 'LIMIT', error: 'Too many' }),
      'limit-reached',
    ],
    ['a code that is a number', failed({ error_id: 'SYNTAX', error_code: 7 }), 'invalid-input'],
    ['a status that is null', failed({ status: null, error_id: 'UNAUTH' }), 'not-permitted'],
    ['an id in a list', failed({ error_id: ['INTEGRITY'] }), 'in-use'],
    ['a plain 503', { status: 503, body: 'down' }, 'service-down'],
    ['malformed JSON', { body: '{"response":' }, 'bad-answer'],
    ['a page of HTML', { body: '<html>' }, 'bad-answer'],
    ['no connection', new TypeError('Failed to fetch'), 'network'],
  ])('%s', async (_, answer, code) => {
    const { client } = clientOf([answer]);
    await expect(client(get)).rejects.toMatchObject({ code });
  });

  it.each<[string, unknown, string]>([
    ['a text', 'Bad name', 'Bad name'],
    ['several', ['Bad name', 'Bad code'], 'Bad name; Bad code'],
    ['a number', 7, '7'],
    ['an object', { name: 'Bad' }, '{"name":"Bad"}'],
    ['a very long text', 'x'.repeat(10_000), 'x'.repeat(500)],
  ])('tells what the service said in %s', async (_, error, detail) => {
    const { client } = clientOf([failed({ status: 'ERROR', error })]);
    await expect(client(get)).rejects.toMatchObject({ code: 'invalid-input', detail });
  });

  it('never carries the token', async () => {
    const { client } = clientOf([new TypeError('Failed to fetch')]);
    const error: unknown = await client(get).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AppError);
    expect(JSON.stringify(error)).not.toContain('secret-token');
  });
});

describe('throttling', () => {
  const headers = { 'retry-after': '7', 'x-ratelimit-code': '503' };
  it.each<[string, Answer, number]>([
    ['405 with Retry-After', { status: 405, headers: { 'retry-after': '5' }, body: '' }, 5000],
    ['200 with RATE_EXCEEDED', failed({ error_code: 'RATE_EXCEEDED' }), 10_000],
    ['too many at once', failed({ error_id: 'LIMIT', error: '15 concurrent requests' }), 2000],
    ['the same said otherwise', failed({ error_id: 'LIMIT', error: 'Too many at once' }), 2000],
  ])('waits after %s', async (_, answer, ms) => {
    const { client, asked, slept } = clientOf([answer, ok]);
    await client(get);
    expect(asked).toHaveLength(2);
    expect(slept).toEqual([ms]);
  });
  it('a long wait for sign-ins holds back neither the next, nor anything else', async () => {
    const refusal = { status: 429, headers: { 'retry-after': '120' }, body: '' };
    const { client, asked } = clientOf([refusal, ok, ok]);
    const auth = { method: 'POST', path: '/auth', body: {} } as const;
    await expect(client(auth)).rejects.toMatchObject({ retryAfterSeconds: 120 });
    await client(auth);
    await client(get);
    expect(asked).toHaveLength(3);
  });
  it('guesses no wait for a sign-in', async () => {
    const { client, asked } = clientOf([failed({ error_code: 'RATE_EXCEEDED' })]);
    const signIn = client({ method: 'POST', path: '/auth', body: {} });
    await expect(signIn).rejects.toMatchObject({ code: 'rate-limited', retryAfterSeconds: null });
    expect(asked).toHaveLength(1);
  });
  it.each([429, 503])('waits as told after %i and asks again', async (status) => {
    const { client, asked, slept } = clientOf([{ status, headers, body: '' }, ok]);
    await client(get);
    expect(asked).toHaveLength(2);
    expect(slept).toEqual([7000]);
  });
  it('gives up after three times', async () => {
    const answer = { status: 429, headers, body: '' };
    const { client, asked } = clientOf([answer, answer, answer, answer]);
    await expect(client(get)).rejects.toMatchObject({ code: 'rate-limited' });
    expect(asked).toHaveLength(4);
  });
  it('does not wait longer than a minute', async () => {
    const { client } = clientOf([{ status: 429, headers: { 'retry-after': '600' }, body: '' }]);
    await expect(client(get)).rejects.toMatchObject({ retryAfterSeconds: 600 });
  });
  it('holds the hundred-and-first read of a minute back', async () => {
    const { client, slept } = clientOf(Array.from({ length: 101 }, () => ok));
    for (let index = 0; index < 101; index += 1) await client(get);
    expect(slept).toEqual([60_000]);
  });
  it('keeps room for what a person waits for beside a long list', async () => {
    const { client, slept } = clientOf(Array.from({ length: 86 }, () => ok));
    for (let index = 0; index < 85; index += 1) await client({ ...get, bulk: true });
    await client(get);
    expect(slept).toEqual([]);
    await expect(client({ ...get, bulk: true })).rejects.toMatchObject({ code: 'network' });
    expect(slept).toEqual([60_000]);
  });
  it('a stopped request does not go out when its turn comes', async () => {
    const { client, asked } = clientOf(Array.from({ length: 200 }, () => ok));
    const stop = new AbortController();
    for (let index = 0; index < 100; index += 1) await client(get);
    const late = client({ ...get, signal: stop.signal });
    stop.abort(new AppError('cancelled'));
    await expect(late).rejects.toMatchObject({ code: 'cancelled' });
    expect(asked).toHaveLength(100);
  });
  it.each<[string, Answer[]]>([
    ['the service asks for', [{ status: 429, headers, body: '' }]],
    ['the limit of a minute comes to', Array.from({ length: 100 }, () => ok)],
  ])('is stopped at once in a wait that %s', async (_, answers) => {
    const waits = Promise.withResolvers<void>();
    const { client, asked } = clientOf(answers, () => {
      waits.resolve();
      return new Promise(() => {});
    });
    for (const answer of answers) if (answer === ok) await client(get);
    const stop = new AbortController();
    const late = client({ ...get, signal: stop.signal });
    await waits.promise;
    stop.abort(new AppError('cancelled'));
    await expect(late).rejects.toMatchObject({ code: 'cancelled' });
    expect(asked).toHaveLength(answers.length);
  });
});
