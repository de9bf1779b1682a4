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
  let [sum, known] = [0, 0];
  for (const count of counts) {
    if (count === null) continue;
    sum += count;
    known += 1;
  }
  return { sum: known === 0 ? null : sum, unknown: counts.length - known };
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
