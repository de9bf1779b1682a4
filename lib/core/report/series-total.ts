import { z } from '../base/schema';
import { numberOf } from './period-count';
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

/** Adds up what is known of several series; a period that is not known of one is not known, and is one period however many do not know it. */
export function totalOfAll(all: readonly Series[]): SeriesTotal {
  const totals = all.map(totalOf);
  const known = totals.flatMap(({ sum }) => (sum === null ? [] : [sum]));
  const unknown = new Set<number>();
  for (const { by, first, counts } of all) {
    if (!counts.includes(null)) continue;
    const start = numberOf(first, by);
    for (const [at, count] of counts.entries()) if (count === null) unknown.add(start + at);
  }
  return {
    sum: known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0),
    unknown: unknown.size,
  };
}
