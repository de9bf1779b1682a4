import type { Clock } from '../time.ts';
import { ApiFailure, rateExceeded } from './failure.ts';

/** How much one user may ask. The live numbers are deliberately unpublished. */
export interface Limits {
  readonly readsPerMinute: number;
  readonly writesPerMinute: number;
  /** Documented: 10 successful authentications in 5 minutes. */
  readonly signInsPerFiveMinutes: number;
  /** Documented: 15 requests at a time. */
  readonly concurrent: number;
}

export const DEFAULT_LIMITS: Limits = {
  readsPerMinute: 1000,
  writesPerMinute: 1000,
  signInsPerFiveMinutes: 10,
  concurrent: 15,
};

/** Counts what each user does. */
export interface Meter {
  /** Counts a read or write; throws a 429 when there were too many in this minute. */
  countCall(userId: number, method: string): void;
  /** Throws when the user has signed in too often of late. */
  checkSignIn(userId: number): void;
  countSignIn(userId: number): void;
  /** Takes one of the user's places; give it back when the answer is ready. */
  enter(userId: number): () => void;
}

/** A meter on this clock. */
export function createMeter(limits: Limits, now: Clock): Meter {
  const calls = new Map<string, number[]>();
  const signIns = new Map<number, number[]>();
  const running = new Map<number, number>();
  const recent = (list: number[] | undefined, span: number): number[] =>
    (list ?? []).filter((at) => at > now().getTime() - span);

  return {
    countCall(userId, method) {
      const isRead = method === 'GET';
      const key = `${userId} ${isRead ? 'read' : 'write'}`;
      const window = recent(calls.get(key), MINUTE);
      const allowed = isRead ? limits.readsPerMinute : limits.writesPerMinute;
      if (window.length >= allowed) throw tooMany(userId, window, now().getTime());
      window.push(now().getTime());
      calls.set(key, window);
    },
    checkSignIn(userId) {
      const window = recent(signIns.get(userId), 5 * MINUTE);
      if (window.length >= limits.signInsPerFiveMinutes) throw rateExceeded({});
    },
    countSignIn(userId) {
      const window = recent(signIns.get(userId), 5 * MINUTE);
      signIns.set(userId, [...window, now().getTime()]);
    },
    enter(userId) {
      const count = running.get(userId) ?? 0;
      if (count >= limits.concurrent) throw tooManyAtOnce();
      running.set(userId, count + 1);
      return () => running.set(userId, (running.get(userId) ?? 1) - 1);
    },
  };
}

const MINUTE = 60_000;

function tooMany(userId: number, window: readonly number[], now: number): ApiFailure {
  const wait = Math.ceil(((window[0] ?? now) + MINUTE - now) / 1000);
  return rateExceeded({ status: 429, headers: throttleHeaders(wait, userId, window.length + 1) });
}

/** The documented headers of a 429 (API usage constraints, 2025). */
export function throttleHeaders(
  retryAfter: number,
  userId: number,
  count: number,
): Record<string, string> {
  return {
    'retry-after': String(retryAfter),
    'x-ratelimit-code': '429',
    'x-ratelimit-count': String(count),
    'x-an-user-id': String(userId),
  };
}

// Documented only as "HTTP 200 with an error payload"; the wording is assumed.
function tooManyAtOnce(): ApiFailure {
  return new ApiFailure({
    error_id: 'LIMIT',
    error: 'Too many concurrent requests for this user',
  });
}
