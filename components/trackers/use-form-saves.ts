import { useRef } from 'preact/hooks';

import type { Draft } from '@/components/stores/draft';
import type { Said } from '@/components/ui/Notice';
import { type Failure, toFailure } from '@/lib/core/base/errors';
import { changesOf, emptyDraft, type TrackerDraft } from '@/lib/core/tracker/draft';
import type { KeptForm } from '@/lib/core/tracker/kept-form';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { type Decisions, decisionsAfter, type Version } from '@/lib/core/tracker/versions';
import { deleteText } from '@/lib/text/trackers/delete-tracker';
import { versionsText } from '@/lib/text/trackers/versions';

import { keptForm, type LoadedForm, newerVersion } from './load-form';
import type { SaveNext } from './SaveButtons';
import { deletedText, savedText } from './saved-text';
import type { TrackerActions } from './tracker-actions';

interface SavesParts {
  readonly advertiserId: number;
  readonly trackerId: number | null;
  readonly actions: Pick<TrackerActions, 'save' | 'setState' | 'remove' | 'findTracker'>;
  readonly draft: Draft<KeptForm>;
  readonly form: LoadedForm | null;
  readonly setForm: (form: LoadedForm) => void;
  readonly fail: (error: unknown) => Failure;
  readonly finish: (id: number, tracker: Tracker | null, said: Said, next?: SaveNext) => void;
}

/** Saves what is typed, guarded by what the form began with; a change in between becomes a question. */
export function useFormSaves(parts: SavesParts) {
  const { advertiserId, trackerId, actions, draft, form, fail, finish } = parts;
  const isBusy = useRef(false);
  const goesOn = useRef<SaveNext>('list');

  /** Shows both versions of the tracker; `false` where there is nothing to decide. */
  async function askWhich(mine: TrackerDraft, decisions: Decisions): Promise<boolean> {
    if (trackerId === null || form?.began == null) return false;
    const tracker = await actions.findTracker(trackerId);
    const next = { ...form, tracker: tracker ?? form.tracker, initial: mine, restored: true };
    const theirs = newerVersion(next);
    if (theirs === null) return false;
    const before = form.conflict?.theirs.draft;
    const kept = before ? decisionsAfter(decisions, before, theirs.draft) : {};
    const conflict = { theirs, decisions: kept };
    parts.setForm({ ...next, failure: null, conflict });
    await draft.write({ draft: mine, began: form.began, conflict });
    return true;
  }

  async function attempt(run: () => Promise<void>, mine?: TrackerDraft, decisions: Decisions = {}) {
    isBusy.current = true;
    try {
      await run();
    } catch (error) {
      const { code } = toFailure(error);
      if (code === 'changed-meanwhile' && mine && (await askWhich(mine, decisions))) return;
      fail(error);
      throw error;
    } finally {
      isBusy.current = false;
    }
  }

  /** What is to be saved, in the place of a version of the tracker (`null` for a new one). */
  async function send(meant: TrackerDraft, began: Version | null): Promise<void> {
    const changes = changesOf(began?.draft ?? emptyDraft(), meant);
    // The draft is forgotten by the background, together with what it saved.
    const tracker = await actions.save({
      id: trackerId,
      advertiserId,
      changes,
      ...(began && { began }),
    });
    const said = savedText(trackerId, tracker, { draft: meant, began });
    finish(tracker.id, tracker, said, goesOn.current);
  }

  return {
    isBusy,
    askWhich,
    save: (typed: TrackerDraft, next: SaveNext) => {
      goesOn.current = next;
      return attempt(async () => {
        // Should the form be closed meanwhile, it is said that nothing was copied.
        if (next === 'copy' && form) {
          await draft.write({ ...keptForm(form, typed), next }).catch(() => {});
        }
        await send(typed, form?.began ?? null);
      }, typed);
    },
    /** Saves what was decided between the two versions. */
    saveMerged: (merged: TrackerDraft) =>
      attempt(
        async () => {
          const theirs = form?.conflict?.theirs;
          if (!theirs || !form?.tracker) return;
          if (Object.keys(changesOf(theirs.draft, merged)).length > 0) return send(merged, theirs);
          await draft.clear();
          const text = versionsText.left(form.tracker.name);
          finish(form.tracker.id, form.tracker, { kind: 'pass', text });
        },
        form?.initial,
        form?.conflict?.decisions,
      ),
    /** What is typed and not saved stays typed. */
    deactivate: () =>
      attempt(async () => {
        if (trackerId === null) return;
        const tracker = await actions.setState(trackerId, 'inactive');
        const said = { kind: 'pass', text: deleteText.deactivated(tracker.name) } as const;
        finish(trackerId, tracker, said);
      }),
    remove: () =>
      attempt(async () => {
        if (trackerId === null) return;
        await actions.remove(trackerId);
        finish(trackerId, null, deletedText(form?.tracker ?? null));
      }),
  };
}
