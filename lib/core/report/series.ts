import { z } from '../base/schema';
import { GrainSchema } from './question';

/** A day, `2026-11-12`, or an hour, `2026-11-12 05`, in the time zone that is said beside it. */
const PeriodSchema = z.string().check(z.regex(/^\d{4}-\d\d-\d\d(?: \d\d)?$/));
export type Period = z.infer<typeof PeriodSchema>;

/** Counts of one period after the other, none left out. `null` is not known; 0 is none. */
export const SeriesSchema = z.object({
  by: GrainSchema,
  first: PeriodSchema,
  counts: z.array(z.nullable(z.number())),
});
export type Series = Readonly<z.infer<typeof SeriesSchema>>;
