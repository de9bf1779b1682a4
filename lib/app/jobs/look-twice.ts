import { stoppable } from '../../api/stoppable';
import type { Sleep } from './sleep';

interface Looking {
  readonly now: () => number;
  readonly sleep: Sleep;
  /** How long the service may take to show what it has done, in milliseconds. */
  readonly lagMs: number;
  readonly sentAt: number;
  readonly signal: AbortSignal;
}

/** Looks whether something was done; twice, where the service may be slow to show what it has. */
export async function lookTwice<F extends { readonly kind: string }>(
  look: () => Promise<F>,
  { now, sleep, lagMs, sentAt, signal }: Looking,
): Promise<F> {
  const found = await look();
  const left = Math.min(sentAt + lagMs - now(), lagMs);
  if (found.kind !== 'missing' || left <= 0) return found;
  await stoppable(sleep(left, signal), signal);
  return look();
}
