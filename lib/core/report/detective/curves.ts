import type { CaseFacts } from '../cause';
import type { Series } from '../series';
import { numberOf } from '../period-count';

type Counts = readonly (number | null)[];

/** Both curves over the same periods: those that lie in both. */
export interface Pair {
  /** The number of the first period (`period-count`). */
  readonly first: number;
  readonly counted: Counts;
  readonly thirdParty: Counts;
}

export interface Curves {
  readonly days: Pair;
  /** `null` where one of both is of days. */
  readonly hours: Pair | null;
}

/** A day of which both counts are known. `at` is its place in the pair. */
export interface Point {
  readonly at: number;
  readonly counted: number;
  readonly thirdParty: number;
}

/** The two curves of a case, laid one on the other. */
export function layTogether(facts: Pick<CaseFacts, 'counted' | 'thirdParty'>): Curves {
  const { counted, thirdParty } = facts;
  const byHour = counted.by === 'hour' && thirdParty.by === 'hour';
  return {
    days: pair(inDays(counted), inDays(thirdParty)),
    hours: byHour ? pair(asIs(counted), asIs(thirdParty)) : null,
  };
}

/** Those days whose counts both are known. */
export function pointsOf(pair: Pair): readonly Point[] {
  const points: Point[] = [];
  pair.counted.forEach((counted, at) => {
    const thirdParty = pair.thirdParty[at] ?? null;
    if (counted !== null && thirdParty !== null) points.push({ at, counted, thirdParty });
  });
  return points;
}

/** The same without some of its days: they are as not known. */
export function without(pair: Pair, days: ReadonlySet<number>): Pair {
  return { ...pair, counted: pair.counted.map((count, at) => (days.has(at) ? null : count)) };
}

/** The days of hours, of both sides. */
export function daysOfHours(hours: Pair): Pair {
  return pair(
    sumsOfDays({ first: hours.first, counts: hours.counted }),
    sumsOfDays({ first: hours.first, counts: hours.thirdParty }),
  );
}

interface Line {
  readonly first: number;
  readonly counts: Counts;
}

function asIs(series: Series): Line {
  return { first: numberOf(series.first, series.by), counts: series.counts };
}

/** A day has 23 hours where clocks are put forward; of one with fewer the whole is not known. */
const HOURS_OF_A_DAY = 23;

function inDays(series: Series): Line {
  return series.by === 'day' ? asIs(series) : sumsOfDays(asIs(series));
}

function sumsOfDays({ first, counts }: Line): Line {
  const firstDay = Math.floor(first / 24);
  const days = Math.ceil((first + counts.length) / 24) - firstDay;
  const sums = Array.from({ length: Math.max(0, days) }, (_, day) => {
    const from = (firstDay + day) * 24 - first;
    const known = counts.slice(Math.max(0, from), Math.max(0, from + 24)).filter(isKnown);
    return known.length < HOURS_OF_A_DAY ? null : sum(known);
  });
  return { first: firstDay, counts: sums };
}

function pair(one: Line, other: Line): Pair {
  const first = Math.max(one.first, other.first);
  const end = Math.min(one.first + one.counts.length, other.first + other.counts.length);
  // Also where a first period is no day of the calendar.
  if (!(end > first)) return { first: 0, counted: [], thirdParty: [] };
  const part = (line: Line) => line.counts.slice(first - line.first, end - line.first);
  return { first, counted: part(one), thirdParty: part(other) };
}

function isKnown(count: number | null): count is number {
  return count !== null;
}

export function sum(values: readonly number[]): number {
  return values.reduce((whole, value) => whole + value, 0);
}

/** The value in the middle; `fallback` where there is none. */
export function median(values: readonly number[], fallback: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? fallback;
}
