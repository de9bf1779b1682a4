import type { Series } from './series';

/** What a series adds up to. */
export interface SeriesTotal {
  /** The sum of what is known; `null` where nothing is. */
  readonly sum: number | null;
  /** How many periods are not known. */
  readonly unknown: number;
}

/** Adds up what is known of a series. */
export function totalOf({ counts }: Pick<Series, 'counts'>): SeriesTotal {
  const known = counts.filter((count) => count !== null);
  return {
    sum: known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0),
    unknown: counts.length - known.length,
  };
}

/** Adds up several totals. */
export function sumOfTotals(totals: readonly SeriesTotal[]): SeriesTotal {
  const known = totals.flatMap(({ sum }) => (sum === null ? [] : [sum]));
  return {
    sum: known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0),
    unknown: totals.reduce((sum, { unknown }) => sum + unknown, 0),
  };
}
