import { z } from '../base/schema';
import { TrackerOptionSchema } from '../tracker/option';
import { TagChoicesSchema } from '../tag/tag-choices-schema';

/** What a person has chosen in an open builder, to go on with in another window. */
export const BuilderStateSchema = z.object({
  tracker: z.nullable(TrackerOptionSchema),
  choices: TagChoicesSchema,
  /** Whether the form of a new tracker is open. */
  isNew: z.boolean(),
});
export type BuilderState = z.infer<typeof BuilderStateSchema>;

/** Why a builder stands in a window of its own: nothing could be shown in the page, or nobody can tell what lies over it. */
export const WINDOW_REASONS = ['frame-failed', 'no-frame', 'cannot-tell', 'kept-unseen'] as const;
export type WindowReason = (typeof WINDOW_REASONS)[number];
