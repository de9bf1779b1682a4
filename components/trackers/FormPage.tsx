import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

import { createDraft, type Draft, type DraftActions } from '@/components/stores/draft';
import type { JobNotice } from '@/components/stores/tracker-list';
import { DeleteTracker } from '@/components/trackers/DeleteTracker';
import type { TrackerActions } from '@/components/trackers/tracker-actions';
import { TrackerForm } from '@/components/trackers/TrackerForm';
import { WaitLine } from '@/components/trackers/WaitLine';
import { Button } from '@/components/ui/Button';
import { FailureNotice } from '@/components/ui/Notice';
import type { Failure } from '@/lib/core/base/errors';
import { z } from '@/lib/core/base/schema';
import {
  draftOf,
  emptyDraft,
  isChanged,
  type TrackerChanges,
  type TrackerDraft,
  TrackerDraftSchema,
} from '@/lib/core/tracker/draft';
import { type Picker, queryFor } from '@/lib/core/tracker/picker';
import { formDraftKey } from '@/lib/core/tracker/draft-key';
import { formSubject } from '@/lib/core/tracker/plan';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { popupText as text } from '@/lib/text/pages/popup';
import { deleteText } from '@/lib/text/trackers/delete-tracker';
import { formText } from '@/lib/text/trackers/tracker-form';

type FormActions = DraftActions &
  Pick<
    TrackerActions,
    'findTracker' | 'open' | 'saving' | 'save' | 'setState' | 'remove' | 'searchObjects'
  >;

export interface FormPageProps {
  /** Whose the tracker is, or is to be. */
  advertiserId: number;
  /** `null` for a new tracker. */
  trackerId: number | null;
  canWrite: boolean;
  /** Whether the form takes the focus as it appears. */
  takesFocus?: boolean;
  /** Milliseconds since 1970 until which the rate limit holds requests back. */
  waitingUntil: number | null;
  actions: FormActions;
  /** Makes a failure of an error; a dead token leads to sign-in. */
  fail: (error: unknown) => Failure;
  /** The job of which it was last told that it is done. */
  jobDone: JobNotice | null;
  onBack: () => void;
  /** A tracker was saved, or deleted (`null`); `isOpen` unless the form was left meanwhile. */
  onDone: (id: number, tracker: Tracker | null, said: string, isOpen: boolean) => void;
}

interface Loaded {
  readonly original: TrackerDraft;
  readonly initial: TrackerDraft;
  readonly restored: boolean;
  /** Why the last save did not succeed, where its form was closed meanwhile. */
  readonly failure: Failure | null;
}

const KeptSchema = z.object({ draft: TrackerDraftSchema });

/** Loads a tracker and what was typed before, and saves what is typed now. */
export function FormPage(props: FormPageProps) {
  const { advertiserId, trackerId, canWrite, actions, fail, onDone } = props;
  const draft = useMemo(
    () => createDraft(actions, formDraftKey(advertiserId, trackerId), KeptSchema),
    [actions, advertiserId, trackerId],
  );
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const isBusy = useRef(false);
  const isOpen = useRef(true);
  useLayoutEffect(() => () => void (isOpen.current = false), []);
  const finish = (id: number, tracker: Tracker | null, said: string) =>
    onDone(id, tracker, said, isOpen.current);

  const load = async () => {
    try {
      const form = await loadForm(props, draft);
      if (form.kind === 'form') setLoaded(form);
      else finish(form.tracker.id, form.tracker, savedText(trackerId, form.tracker));
    } catch (error) {
      setFailure(fail(error));
    }
  };
  useEffect(() => void load(), [draft]);

  const search = useCallback(
    async (kind: Picker, publisherId: number | null, words: string) => {
      try {
        return await actions.searchObjects(queryFor(kind, advertiserId, publisherId), words);
      } catch (error) {
        fail(error);
        throw error;
      }
    },
    [fail, actions, advertiserId],
  );
  const attempt = async (run: () => Promise<void>) => {
    isBusy.current = true;
    try {
      await run();
    } catch (error) {
      fail(error);
      throw error;
    } finally {
      isBusy.current = false;
    }
  };
  // The draft is forgotten by the background, together with what it saved.
  const save = (changes: TrackerChanges) =>
    attempt(async () => {
      const tracker = await actions.save({ id: trackerId, advertiserId, changes });
      finish(tracker.id, tracker, savedText(trackerId, tracker));
    });
  const remove = () =>
    attempt(async () => {
      if (trackerId === null) return;
      await actions.remove(trackerId);
      finish(trackerId, null, text.deleted(loaded?.original.name ?? ''));
    });

  // What is typed and not saved stays typed.
  const deactivate = () =>
    attempt(async () => {
      if (trackerId === null) return;
      const tracker = await actions.setState(trackerId, 'inactive');
      finish(trackerId, tracker, deleteText.deactivated(tracker.name));
    });

  // The same form in another window has saved or deleted it; what was typed here since stays.
  const done = props.jobDone;
  const doneBefore = useRef(done);
  useEffect(() => {
    const [id] = done?.ids ?? [];
    if (done === doneBefore.current || id === undefined) return;
    if (done?.subject !== formSubject(advertiserId, trackerId)) return;
    const giveWay = async () => {
      const [tracker, typed] = await Promise.all([actions.findTracker(id), draft.read()]);
      if (isBusy.current || typed !== null) return;
      if (!tracker) finish(id, null, text.deleted(loaded?.original.name ?? ''));
      else if (trackerId === null) finish(id, tracker, savedText(null, tracker));
    };
    giveWay().catch(fail);
  }, [done]);

  if (failure) {
    return (
      <FailureNotice failure={failure}>
        <p>
          <Button onClick={props.onBack}>{formText.back}</Button>
        </p>
      </FailureNotice>
    );
  }
  if (!loaded) {
    return (
      <div class="pb-row pb-spread">
        <p role="status">{formText.loading}</p>
        <Button kind="quiet" onClick={props.onBack}>
          {formText.back}
        </Button>
      </div>
    );
  }
  return (
    <TrackerForm
      trackerId={trackerId}
      {...loaded}
      canWrite={canWrite}
      takesFocus={props.takesFocus ?? false}
      search={search}
      onDraft={(typed) =>
        isChanged(loaded.original, typed) ? draft.write({ draft: typed }) : draft.clear()
      }
      onSave={save}
      onBack={props.onBack}
      footer={({ busy, attempt: inForm }) => (
        <>
          <WaitLine until={props.waitingUntil} />
          {trackerId !== null && (
            <DeleteTracker
              id={trackerId}
              tracker={loaded.original}
              disabled={busy || !canWrite}
              onDeactivate={() => void inForm(deactivate)}
              onDelete={() => void inForm(remove)}
            />
          )}
        </>
      )}
    />
  );
}

/** The form, or what was being saved from it as it was opened. */
type Opened = ({ readonly kind: 'form' } & Loaded) | { readonly kind: 'saved'; tracker: Tracker };

async function loadForm(
  { actions, advertiserId, trackerId: id, fail }: FormPageProps,
  draft: Draft<{ draft: TrackerDraft }>,
): Promise<Opened> {
  const kept = (await draft.read())?.draft ?? null;
  let failure: Failure | null = null;
  if (kept) {
    try {
      const tracker = await actions.saving(advertiserId, id);
      if (tracker) return { kind: 'saved', tracker };
    } catch (error) {
      failure = fail(error);
    }
  }
  const tracker =
    id === null ? null : ((await actions.findTracker(id)) ?? (await actions.open(id)));
  const original = tracker ? draftOf(tracker) : emptyDraft();
  return {
    kind: 'form',
    original,
    initial: kept ?? original,
    restored: kept !== null,
    failure,
  };
}

function savedText(trackerId: number | null, { name, id }: Tracker): string {
  return trackerId === null ? text.created(name, id) : text.saved(name);
}
