import { describe, expect, it } from 'vitest';

import { type ApiRequest, createApiClient, type Timer } from '@/lib/api/client';
import { createPace } from '@/lib/api/pace';

const FILE: ApiRequest = { method: 'GET', path: '/report-download', query: { id: 'a' } };

/** An answer whose body comes as `pieces`; after the last one it breaks off, hangs or is at its end. */
function answer(
  pieces: readonly string[],
  { status = 200, at = 'end' }: { status?: number; at?: 'end' | 'break' | 'hang' } = {},
) {
  const left = pieces.map((piece) => new TextEncoder().encode(piece));
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = left.shift();
      if (next) return controller.enqueue(next);
      if (at === 'break') return controller.error(new TypeError('network error'));
      if (at === 'end') return controller.close();
      return new Promise(() => {});
    },
    cancel() {
      isCancelled = true;
    },
  });
  return { response: new Response(body, { status }), isCancelled: () => isCancelled };
}

function download(
  { response }: ReturnType<typeof answer>,
  {
    take,
    timer = () => () => {},
    signal,
  }: { take?: ApiRequest['take']; timer?: Timer; signal?: AbortSignal } = {},
) {
  const taken: string[] = [];
  const pace = createPace({ now: () => 0, sleep: async () => {} });
  const client = createApiClient(
    { fetch: async () => response, timer, pace },
    { baseUrl: 'https://api.appnexus.com', token: 'secret-token' },
  );
  const done = client({
    ...FILE,
    take: take ?? (async (piece) => void taken.push(piece)),
    ...(signal && { signal }),
  }).then(
    () => null,
    (error: unknown) => Object(error).code,
  );
  return { done, taken };
}

const envelope = (response: object) => JSON.stringify({ response });

describe('a file', () => {
  it('is given piece by piece, letters that are cut in two whole', async () => {
    const bytes = new TextEncoder().encode('day,näme\n');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.slice(0, 6));
        controller.enqueue(bytes.slice(6));
        controller.close();
      },
    });
    const { done, taken } = download({ response: new Response(body), isCancelled: () => false });
    expect(await done).toBeNull();
    expect(taken.join('')).toBe('day,näme\n');
  });

  it('comes no faster than it is taken', async () => {
    const seen: string[] = [];
    const { done } = download(answer(['a', 'b', 'c']), {
      take: async (piece) => {
        seen.push(`${piece} begins`);
        await Promise.resolve();
        seen.push(`${piece} ends`);
      },
    });
    expect(await done).toBeNull();
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it.each<[string, ReturnType<typeof answer>, string]>([
    ['breaks off', answer(['day\n'], { at: 'break' }), 'network'],
    ['is not there', answer([], { status: 404 }), 'not-found'],
    ['cannot be made', answer([], { status: 500 }), 'service-down'],
    ['is not for this user', answer([], { status: 403 }), 'not-permitted'],
    ['is asked with a token that is dead', answer([], { status: 401 }), 'session-expired'],
    [
      'is an envelope that says why not, cut anywhere',
      answer(['\n', '{"response":{"error_id":', '"NOAUTH","error":"x"}}']),
      'session-expired',
    ],
    ['is an envelope without an error', answer([envelope({})]), 'invalid-input'],
  ])('that %s fails', async (_, from, code) => {
    expect(await download(from).done).toBe(code);
  });

  it('may take as long as it likes, if only it comes; silence is no longer waited for', async () => {
    const timers = new Map<number, () => void>();
    let count = 0;
    const timer: Timer = (_, act) => {
      const id = (count += 1);
      timers.set(id, act);
      return () => void timers.delete(id);
    };
    const from = answer(['a', 'b'], { at: 'hang' });
    const pieces: string[] = [];
    const both = Promise.withResolvers<void>();
    const { done } = download(from, {
      timer,
      take: async (piece) => {
        pieces.push(piece);
        if (piece === 'b') both.resolve();
      },
    });
    await both.promise;
    // One limit at a time, and each piece has set another.
    expect([pieces, count > 2]).toEqual([['a', 'b'], true]);
    await expect.poll(() => timers.size).toBe(1);
    for (const act of timers.values()) act();
    expect(await done).toBe('network');
  });

  it('that nobody wants any more is loaded no further', async () => {
    const stop = new AbortController();
    const from = answer(['a', 'b', 'c']);
    const { done, taken } = download(from, {
      signal: stop.signal,
      take: async () => {
        stop.abort(new Error('enough'));
        throw stop.signal.reason;
      },
    });
    expect([await done, taken]).toEqual([undefined, []]);
    await expect.poll(from.isCancelled).toBe(true);
  });
});
