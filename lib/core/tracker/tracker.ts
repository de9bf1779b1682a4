import { z } from '../base/schema';

/** A reference to another object of the API: its id and the name it had when last read. */
export const RefSchema = z.object({ id: z.number(), name: z.string() });
export type Ref = z.infer<typeof RefSchema>;

export const TrackerStateSchema = z.enum(['active', 'inactive']);
export type TrackerState = z.infer<typeof TrackerStateSchema>;

/**
 * An impression tracker, the object of `/imptracker` (seed, "JSON fields"), in our words: the API's
 * field `tag` is the `placement` here.
 */
export const TrackerSchema = z.object({
  id: z.number(),
  memberId: z.number(),
  advertiserId: z.number(),
  name: z.string(),
  code: z.nullable(z.string()),
  state: TrackerStateSchema,
  lineItem: z.nullable(RefSchema),
  publisher: z.nullable(RefSchema),
  placement: z.nullable(RefSchema),
  /** How many placements it has besides, where the service gives a list of them (its field table says so). */
  morePlacements: z.exactOptional(z.number()),
  paymentRule: z.nullable(RefSchema),
  /** Milliseconds since 1970, UTC; 0 where the service's time could not be read. */
  lastModified: z.number(),
});
export type Tracker = z.infer<typeof TrackerSchema>;

/** When it was last changed, in milliseconds since 1970; `null` where that is not known. */
export function modifiedAt({ lastModified }: Pick<Tracker, 'lastModified'>): number | null {
  return lastModified === 0 ? null : lastModified;
}
