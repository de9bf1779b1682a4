import type { ErrorCode } from '../../core/base/errors';

/** Words of a run that waits for somebody to sign in. */
export const runWaitsText = {
  ended: (user: string) => `The session of ${user} has ended.`,
  next: (user: string) =>
    `The run waits. Once ${user} signs in again it goes on by itself, and makes nothing twice.`,
  signIn: 'Sign in',
};

const AGAIN = 'Once you sign in again it goes on by itself, and makes nothing twice.';
const TRIED = 'It is tried again every few minutes, and goes on by itself.';
const NEXT: Partial<Record<ErrorCode, string>> = {
  'session-expired': AGAIN,
  'address-changed': AGAIN,
  network: `Check your connection, VPN or proxy. ${TRIED}`,
  'service-down': TRIED,
  'rate-limited': 'It goes on by itself once the wait is over.',
  'run-interrupted': 'What it has done is kept. Have it go on, in its run, or end it.',
  'bad-answer': 'Have it go on, in its run. If it stays, check the address under Environment.',
};

/** What a person does about a run that waits for this: `next` is what they do where it happens to something else. */
export function runWaitsNext(code: ErrorCode, next: string): string {
  return NEXT[code] ?? `${next} Then have it go on, in its run.`;
}
