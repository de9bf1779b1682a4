import type { PixelRequest } from '../recording/pixel-request';
import type { Verification } from './verification';

/** A time in which nobody heard how requests ended, in milliseconds since 1970; empty where one recorder went on at once for another. */
export interface Unheard {
  readonly from: number;
  readonly to: number;
}

/** The times in which nobody heard how the requests of a verification ended that were under way. */
export function unheardIn({
  gaps = [],
  goesOnAt,
}: Pick<Verification, 'gaps' | 'goesOnAt'>): readonly Unheard[] {
  const all = goesOnAt === undefined ? gaps : [...gaps, { from: goesOnAt, to: goesOnAt }];
  return all.toSorted((a, b) => a.to - b.to);
}

/**
 * The time in which a request that was under way as it began may have ended, unheard; `null` for none: whoever records
 * later is told nothing of the ends of what began before.
 */
export function unheardEndOf(
  { outcome, startedAt }: PixelRequest,
  unheard: readonly Unheard[],
): Unheard | null {
  if (outcome !== 'pending') return null;
  return unheard.find(({ to }) => startedAt <= to) ?? null;
}

/** Whether two lists are of the same times. */
export function isSameUnheard(one: readonly Unheard[], other: readonly Unheard[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ from, to }, index) => from === other[index]?.from && to === other[index].to)
  );
}
