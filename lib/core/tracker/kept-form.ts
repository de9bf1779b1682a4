import { z } from '../base/schema';
import { TrackerDraftSchema } from './draft';
import { DecisionsSchema, VersionSchema } from './versions';

/** What is kept of a form until it is saved: what is typed, and what it was typed into. */
export const KeptFormSchema = z.object({
  draft: TrackerDraftSchema,
  /** The tracker as it was when the form was opened; none for a new one, and of a row from before this was kept. */
  began: z.exactOptional(VersionSchema),
  /** Somebody else has changed it since: as it was found, and what is decided so far. */
  conflict: z.exactOptional(z.object({ theirs: VersionSchema, decisions: DecisionsSchema })),
  /** It is being saved, and its tag was to be copied then. */
  next: z.exactOptional(z.literal('copy')),
  /** The tracker of which this is a copy. */
  copyOf: z.exactOptional(z.number()),
});
export type KeptForm = Readonly<z.infer<typeof KeptFormSchema>>;
