import { HOURS, numberOf, periodOf } from './period-count';
import type { Grain } from './question';
import type { Series } from './series';

/** A series of which nothing is known. */
export const NOTHING: Series = { by: 'day', first: '1970-01-01', counts: [] };

/** Hours summed to days. A day is known where all of its hours are: the rest of one is no day. */
export function byDay({ by, first, counts }: Series): Series {
  if (by === 'day') return { by, first, counts };
  const start = numberOf(first, 'hour');
  const from = Math.floor(start / HOURS);
  const days: (number | null)[] = [];
  for (let day = from; day * HOURS < start + counts.length; day += 1) {
    days.push(sumOf(counts, day * HOURS - start));
  }
  return { by: 'day', first: periodOf(from, 'day'), counts: days };
}

function sumOf(counts: Series['counts'], from: number): number | null {
  let sum = 0;
  for (let at = from; at < from + HOURS; at += 1) {
    const count = counts[at] ?? null;
    if (count === null) return null;
    sum += count;
  }
  return sum;
}

/**
 * The sum of series of one grain. Each begins with its first period and ends with its last: before and after it counts
 * nothing. A period that one of them does not know in between is not known; nor is one that none of them has.
 */
export function sumSeries(all: readonly Series[], by: Grain): Series {
  const filled = all.filter(({ counts }) => counts.length > 0);
  const [only] = filled;
  if (!only) return { ...NOTHING, by };
  if (filled.length === 1) return only;
  const starts = filled.map(({ first }) => numberOf(first, by));
  const ends = filled.map(({ counts }, at) => (starts[at] ?? 0) + counts.length);
  const from = starts.reduce((a, b) => Math.min(a, b));
  const length = ends.reduce((a, b) => Math.max(a, b)) - from;
  const sums = Array.from({ length }, (): number | null | undefined => undefined);
  for (const [index, { counts }] of filled.entries()) {
    const offset = (starts[index] ?? 0) - from;
    for (const [at, count] of counts.entries()) sums[offset + at] = add(sums[offset + at], count);
  }
  return { by, first: periodOf(from, by), counts: sums.map((sum) => sum ?? null) };
}

/**
 * The sum of series of one grain, from the first period of any to the last of any. A period that one of them does not have is not
 * known of all of them.
 */
export function sumOfAll(all: readonly Series[], by: Grain): Series {
  const filled = all.filter(({ counts }) => counts.length > 0);
  if (filled.length === 0) return { ...NOTHING, by };
  const starts = filled.map(({ first }) => numberOf(first, by));
  const ends = filled.map(({ counts }, at) => (starts[at] ?? 0) + counts.length);
  const from = starts.reduce((a, b) => Math.min(a, b));
  const sums: number[] = Array(ends.reduce((a, b) => Math.max(a, b)) - from).fill(0);
  const known: number[] = Array(sums.length).fill(0);
  for (const [index, { counts }] of filled.entries()) {
    const offset = (starts[index] ?? 0) - from;
    for (const [at, count] of counts.entries()) {
      if (count === null) continue;
      sums[offset + at] = (sums[offset + at] ?? 0) + count;
      known[offset + at] = (known[offset + at] ?? 0) + 1;
    }
  }
  const counts = sums.map((sum, at) => (known[at] === all.length ? sum : null));
  return { by, first: periodOf(from, by), counts };
}

/** `undefined` has not been counted yet; `null` is not known and stays so. */
function add(sum: number | null | undefined, count: number | null): number | null {
  return sum === null || count === null ? null : (sum ?? 0) + count;
}
