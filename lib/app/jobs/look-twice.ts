import { stoppable } from '../../api/stoppable';
import type { Sleep } from './sleep';

interface Looking {
  readonly now: () => number;
  readonly sleep: Sleep;
  /** How long the service may take to show what it has done, in milliseconds. */
  readonly lagMs: number;
  readonly signal: AbortSignal;
}

/**
 * Looks whether something was done; twice, where the service may be slow to show what it has. It may have been done as late as
 * just now: what was sent may have waited for its turn, or for its answer, longer than the service needs to show it.
 */
export async function lookTwice<F extends { readonly kind: string }>(
  look: () => Promise<F>,
  { now, sleep, lagMs, signal }: Looking,
): Promise<F> {
  const heardAt = now();
  const found = await look();
  const left = Math.min(heardAt + lagMs - now(), lagMs);
  if (found.kind !== 'missing' || left <= 0) return found;
  await stoppable(sleep(left, signal), signal);
  return look();
}
