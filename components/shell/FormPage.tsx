import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { DeleteTracker } from '@/components/trackers/DeleteTracker';
import { TrackerForm } from '@/components/trackers/TrackerForm';
import { Button } from '@/components/ui/Button';
import { FailureNotice } from '@/components/ui/Notice';
import type { Failure } from '@/lib/core/base/errors';
import {
  draftOf,
  emptyDraft,
  isChanged,
  type TrackerChanges,
  type TrackerDraft,
  TrackerDraftSchema,
} from '@/lib/core/tracker/draft';
import { type Picker, queryFor } from '@/lib/core/tracker/picker';
import { type DraftKey, formDraftKey } from '@/lib/core/tracker/draft-key';
import { formSubject } from '@/lib/core/tracker/plan';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { popupText as text } from '@/lib/text/pages/popup';
import { formText } from '@/lib/text/trackers/tracker-form';

import type { PopupModel } from './popup-model';

interface FormPageProps {
  model: PopupModel;
  trackerId: number | null;
}

interface Loaded {
  readonly original: TrackerDraft;
  readonly initial: TrackerDraft;
  readonly restored: boolean;
  /** Why the last save did not succeed, where its form was closed meanwhile. */
  readonly failure: Failure | null;
}

/** Loads a tracker and what was typed before, and saves what is typed now. */
export function FormPage({ model, trackerId }: FormPageProps) {
  const { actions } = model;
  const advertiserId = model.advertiser.value?.id ?? 0;
  const key = formDraftKey(advertiserId, trackerId);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const isBusy = useRef(false);
  const isOpen = useRef(true);
  useLayoutEffect(() => () => void (isOpen.current = false), []);
  const finish = useCallback(
    (id: number, tracker: Tracker | null, said: string) => {
      // Who has gone on to something else meanwhile is left there.
      if (isOpen.current || model.route.value.view === 'list') model.afterEdit(id, tracker, said);
    },
    [model],
  );

  const load = useCallback(async () => {
    try {
      const form = await loadForm(model, trackerId, key);
      if (form.kind === 'form') setLoaded(form);
      else finish(form.tracker.id, form.tracker, savedText(trackerId, form.tracker));
    } catch (error) {
      setFailure(model.fail(error));
    }
  }, [model, trackerId, key, finish]);
  useEffect(() => void load(), [load]);

  const search = useCallback(
    async (kind: Picker, publisherId: number | null, words: string) => {
      try {
        return await actions.searchObjects(queryFor(kind, advertiserId, publisherId), words);
      } catch (error) {
        model.fail(error);
        throw error;
      }
    },
    [model, actions, advertiserId],
  );
  const attempt = async (run: () => Promise<void>) => {
    isBusy.current = true;
    try {
      await run();
    } catch (error) {
      model.fail(error);
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
  const back = () => model.go({ view: 'list' });

  // The same form in another window has saved or deleted it; what was typed here since stays.
  const done = model.jobDone.value;
  const doneBefore = useRef(done);
  useEffect(() => {
    const [id] = done?.ids ?? [];
    if (done === doneBefore.current || id === undefined) return;
    if (done?.subject !== formSubject(advertiserId, trackerId)) return;
    const giveWay = async () => {
      const [tracker, draft] = await Promise.all([actions.findTracker(id), actions.readDraft(key)]);
      if (isBusy.current || draft !== undefined) return;
      if (!tracker) finish(id, null, text.deleted(loaded?.original.name ?? ''));
      else if (trackerId === null) finish(id, tracker, savedText(null, tracker));
    };
    giveWay().catch(model.fail);
  }, [done]);

  if (failure) {
    return (
      <FailureNotice failure={failure}>
        <Button onClick={back}>{formText.back}</Button>
      </FailureNotice>
    );
  }
  const canWrite = model.session.value?.readOnly === false;
  if (!loaded) {
    return (
      <div class="pb-row pb-spread">
        <p role="status">{formText.loading}</p>
        <Button kind="quiet" onClick={back}>
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
      search={search}
      onDraft={(draft) =>
        isChanged(loaded.original, draft)
          ? actions.writeDraft(key, { draft })
          : actions.clearDraft(key)
      }
      onSave={save}
      onBack={back}
      footer={({ busy, attempt: inForm }) =>
        trackerId !== null && (
          <DeleteTracker
            id={trackerId}
            name={loaded.original.name}
            disabled={busy || !canWrite}
            onDelete={() => void inForm(remove)}
          />
        )
      }
    />
  );
}

/** The form, or what was being saved from it as it was opened. */
type Opened = ({ readonly kind: 'form' } & Loaded) | { readonly kind: 'saved'; tracker: Tracker };

async function loadForm(model: PopupModel, id: number | null, key: DraftKey): Promise<Opened> {
  const { actions, advertiser } = model;
  const kept = readKept(await actions.readDraft(key));
  let failure: Failure | null = null;
  if (kept) {
    try {
      const tracker = await actions.saving(advertiser.value?.id ?? 0, id);
      if (tracker) return { kind: 'saved', tracker };
    } catch (error) {
      failure = model.fail(error);
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

function readKept(value: unknown): TrackerDraft | null {
  if (typeof value !== 'object' || value === null || !('draft' in value)) return null;
  const parsed = TrackerDraftSchema.safeParse(value.draft);
  return parsed.success ? parsed.data : null;
}
