import type { Draft } from '@/components/stores/draft';
import type { Failure } from '@/lib/core/base/errors';
import { emptyDraft, type TrackerDraft } from '@/lib/core/tracker/draft';
import type { KeptForm } from '@/lib/core/tracker/kept-form';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { differingFields, type Version, versionOf } from '@/lib/core/tracker/versions';

import type { TrackerActions } from './tracker-actions';

/** What a form opens with. */
export interface LoadedForm {
  /** The tracker as it was last read; `null` for a new one. */
  readonly tracker: Tracker | null;
  /** The tracker as it was when the form was first opened; `null` for a new one. */
  readonly began: Version | null;
  readonly initial: TrackerDraft;
  readonly restored: boolean;
  /** What is to be decided, where that is so. */
  readonly conflict: KeptForm['conflict'] | null;
  readonly copyOf: number | null;
  /** What the service said as it last refused this person; `null` where it has not. */
  readonly refused: string | null;
  /** Why the last save did not succeed, where its form was closed meanwhile. */
  readonly failure: Failure | null;
}

/** The form, or what was being saved from it as it was opened. */
export type Opened =
  | { readonly kind: 'form'; readonly form: LoadedForm }
  | { readonly kind: 'saved'; readonly tracker: Tracker; readonly kept: KeptForm };

export interface LoadFormParts {
  readonly advertiserId: number;
  readonly trackerId: number | null;
  readonly actions: Pick<TrackerActions, 'findTracker' | 'open' | 'saving' | 'refusedBefore'>;
  readonly fail: (error: unknown) => Failure;
}

/** Reads a tracker, and what was typed into its form before. */
export async function loadForm(
  { actions, advertiserId, trackerId: id, fail }: LoadFormParts,
  draft: Pick<Draft<KeptForm>, 'read'>,
): Promise<Opened> {
  const [kept, refused] = await Promise.all([
    draft.read(),
    // Where the journal cannot be read, a save says so.
    actions.refusedBefore(id === null).catch(() => null),
  ]);
  let failure: Failure | null = null;
  if (kept) {
    try {
      const tracker = await actions.saving(advertiserId, id);
      if (tracker) return { kind: 'saved', tracker, kept };
    } catch (error) {
      failure = fail(error);
    }
  }
  const tracker =
    id === null ? null : ((await actions.findTracker(id)) ?? (await actions.open(id)));
  const began = tracker && (kept?.began ?? versionOf(tracker));
  const form: LoadedForm = {
    tracker,
    began,
    initial: kept?.draft ?? began?.draft ?? emptyDraft(),
    restored: kept !== null,
    conflict: kept?.conflict ?? null,
    copyOf: kept?.copyOf ?? null,
    refused,
    failure,
  };
  if (failure?.code !== 'changed-meanwhile' || form.conflict) return { kind: 'form', form };
  // The form was closed before it could be asked; or that was decided, and is over.
  const theirs = newerVersion(form);
  const conflict = theirs && { theirs, decisions: {} };
  return { kind: 'form', form: { ...form, conflict, failure: null } };
}

/** The tracker as it is now, where somebody has changed it since its form was opened; else `null`. */
export function newerVersion({ tracker, began }: LoadedForm): Version | null {
  if (tracker === null || began === null) return null;
  const now = versionOf(tracker);
  const isNewer = now.lastModified >= began.lastModified;
  return isNewer && differingFields(began.draft, now.draft).length > 0 ? now : null;
}

/** What is kept of a form in which this is typed. */
export function keptForm({ began, copyOf }: LoadedForm, typed: TrackerDraft): KeptForm {
  return { draft: typed, ...(began && { began }), ...(copyOf !== null && { copyOf }) };
}

/** The form of a tracker into which nothing is typed. */
export function formOf(tracker: Tracker, refused: string | null): LoadedForm {
  const began = versionOf(tracker);
  const nothing = { restored: false, conflict: null, copyOf: null, failure: null };
  return { tracker, began, initial: began.draft, refused, ...nothing };
}
