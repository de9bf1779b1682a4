import { z } from '../base/schema';
import { RefSchema } from './tracker';

/** So many are named; of the others, how many there are. */
export const NAMED_SAME = 3;

/** Trackers that reports cannot tell from one that is typed. */
export const SameInReportsSchema = z.object({
  /** The first of them. */
  named: z.array(RefSchema).check(z.maxLength(NAMED_SAME)),
  /** How many there are in all. */
  count: z.number(),
  /** Whether all trackers of the advertiser are known here; else there may be more. */
  isWhole: z.boolean(),
});
export type SameFound = Readonly<z.infer<typeof SameInReportsSchema>>;
