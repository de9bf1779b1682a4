import { z } from '../base/schema';
import { type Tracker, TrackerStateSchema } from './tracker';

/** A tracker as the builder offers it: what tells it from its namesakes, and whether it counts. */
export const TrackerOptionSchema = z.object({
  id: z.number(),
  name: z.string(),
  /** Names of the publisher and the placement it is for; `null` where it has none. */
  publisher: z.nullable(z.string()),
  placement: z.nullable(z.string()),
  state: TrackerStateSchema,
});
export type TrackerOption = Readonly<z.infer<typeof TrackerOptionSchema>>;

/** What the builder needs to know of a tracker. */
export function optionOf({ id, name, publisher, placement, state }: Tracker): TrackerOption {
  return {
    id,
    name,
    publisher: publisher?.name ?? null,
    placement: placement?.name ?? null,
    state,
  };
}
