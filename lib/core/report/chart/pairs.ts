import { numberOf, periodOf } from '../period-count';
import type { Grain } from '../question';
import type { Period, Series } from '../series';
import { byDay } from '../series-sums';
import { stepsBetween } from './periods';

/** What both sides say of one period; `null` is not known. */
export interface Pair {
  readonly period: Period;
  readonly counted: number | null;
  /** `null` as well where there is no other side. */
  readonly thirdParty: number | null;
}

/** Periods of both sides, one after the other, none left out. */
export interface Pairs {
  readonly by: Grain;
  readonly pairs: readonly Pair[];
  /** Whether there is an ad server's side at all. */
  readonly isCompared: boolean;
}

/** Sides that lie further apart are not put into one picture: that of the ad server is drawn as far as it meets the other. */
const MOST_PERIODS = 10_000;

/**
 * Lays the counts of both sides beside each other. Where one is by day, so are both. The picture begins with the first
 * period of either side and ends with the last.
 */
export function pairUp(counted: Series, thirdParty: Series | null): Pairs {
  const isByDay = counted.by === 'day' || thirdParty?.by === 'day';
  const ours = isByDay ? byDay(counted) : counted;
  const theirs = thirdParty && (isByDay ? byDay(thirdParty) : thirdParty);
  const { by } = ours;
  const offset = theirs ? stepsBetween(ours.first, theirs.first, by) : 0;
  const [from, to] = extentOf(ours.counts.length, offset, theirs?.counts.length ?? 0);
  const start = numberOf(ours.first, by);
  const pairs = Array.from({ length: to - from }, (_, at) => ({
    period: periodOf(start + from + at, by),
    counted: known(ours.counts[from + at]),
    thirdParty: known(theirs?.counts[from + at - offset]),
  }));
  return { by, pairs, isCompared: theirs !== null };
}

/** The first place and the one after the last, counted from the first period of our side. */
function extentOf(ours: number, offset: number, theirs: number): readonly [number, number] {
  if (theirs === 0) return [0, ours];
  if (ours === 0) return [offset, offset + theirs];
  const [from, to] = [Math.min(0, offset), Math.max(ours, offset + theirs)];
  return to - from > MOST_PERIODS ? [0, ours] : [from, to];
}

/** What is larger cannot be told apart by one, and so is not known. */
function known(count: number | null | undefined): number | null {
  return typeof count === 'number' && Math.abs(count) <= Number.MAX_SAFE_INTEGER ? count : null;
}
