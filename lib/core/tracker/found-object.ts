import { z } from '../base/schema';
import { RefSchema, TrackerStateSchema } from './tracker';

/**
 * An object that a tracker can point to, as a search found it. What the service did not say of it is absent: its
 * code, its state, and to whom it belongs (a placement to a publisher, a line item to an advertiser).
 */
export const FoundObjectSchema = z.object({
  id: z.number(),
  name: z.string(),
  code: z.exactOptional(z.string()),
  state: z.exactOptional(TrackerStateSchema),
  owner: z.exactOptional(RefSchema),
  /** It was chosen here before. */
  isRecent: z.exactOptional(z.boolean()),
});
export type FoundObject = Readonly<z.infer<typeof FoundObjectSchema>>;
