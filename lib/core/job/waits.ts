import type { ErrorCode } from '../base/errors';

// What is over by the time that somebody signs in, or that the worker starts again.
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'session-expired',
  'address-changed',
  'rate-limited',
  'network',
  'service-down',
]);
// What is true of every step that would come next.
const OF_ALL: ReadonlySet<ErrorCode> = new Set([
  ...PASSING,
  'account-disabled',
  'password-expired',
  'not-permitted',
  'trackers-not-enabled',
  'limit-reached',
]);

/** Whether a long job waits for this to be over, since the next step would meet it, too; else it leaves the one step. */
export function waitsFor(code: ErrorCode): boolean {
  return OF_ALL.has(code);
}

/** Whether a long job that waits for this goes on by itself: nobody has said that it should wait. */
export function passesByItself(code: ErrorCode): boolean {
  return PASSING.has(code);
}
