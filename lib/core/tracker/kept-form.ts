import { z } from '../base/schema';
import { type TrackerDraft, TrackerDraftSchema } from './draft';
import {
  compareVersions,
  DecisionsSchema,
  mergeVersions,
  type Version,
  VersionSchema,
} from './versions';

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

/** What a save meant, and the version in the place of which it was to be; `null` for a new tracker. */
export interface Meant {
  readonly draft: TrackerDraft;
  readonly began: Version | null;
}

/** What a save of this form means: what is typed, or what was decided; `null` where that is not known. */
export function meantBy(kept: KeptForm, isNew: boolean): Meant | null {
  const { draft, began, conflict } = kept;
  if (isNew) return { draft, began: null };
  if (!began) return null;
  if (!conflict) return { draft, began };
  const { theirs, decisions } = conflict;
  const differences = compareVersions(began.draft, theirs.draft, draft);
  const merged = mergeVersions(differences, decisions, theirs.draft, draft);
  return merged && { draft: merged, began: theirs };
}
