import { z } from '../base/schema';
import type { Series } from './series';

/** What a series adds up to. */
export const SeriesTotalSchema = z.object({
  /** The sum of what is known; `null` where nothing is. */
  sum: z.nullable(z.number()),
  /** How many periods are not known. */
  unknown: z.int(),
});
export type SeriesTotal = Readonly<z.infer<typeof SeriesTotalSchema>>;

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
