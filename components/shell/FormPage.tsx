import { useCallback, useEffect, useState } from 'preact/hooks';

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
}

/** Loads a tracker and what was typed before, and saves what is typed now. */
export function FormPage({ model, trackerId }: FormPageProps) {
  const { actions } = model;
  const advertiserId = model.advertiser.value?.id ?? 0;
  const key = `form:${advertiserId}:${trackerId ?? 'new'}`;
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const load = useCallback(async () => {
    try {
      setLoaded(await loadForm(model, trackerId, key));
    } catch (error) {
      setFailure(model.fail(error));
    }
  }, [model, trackerId, key]);
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
    try {
      await run();
    } catch (error) {
      model.fail(error);
      throw error;
    }
  };
  // The service has done it: were this to fail the save, a second press would do it again.
  const forgetDraft = () => actions.clearDraft(key).catch(() => {});
  const save = (changes: TrackerChanges) =>
    attempt(async () => {
      const tracker = await actions.save({ id: trackerId, advertiserId, changes });
      await forgetDraft();
      const { name, id } = tracker;
      model.afterEdit(id, tracker, trackerId === null ? text.created(name, id) : text.saved(name));
    });
  const remove = () =>
    attempt(async () => {
      if (trackerId === null) return;
      await actions.remove(trackerId);
      await forgetDraft();
      model.afterEdit(trackerId, null, text.deleted(loaded?.original.name ?? ''));
    });
  const back = () => model.go({ view: 'list' });

  if (failure) {
    return (
      <FailureNotice failure={failure}>
        <Button onClick={back}>{formText.back}</Button>
      </FailureNotice>
    );
  }
  const canWrite = model.session.value?.readOnly === false;
  if (!loaded) return <p role="status">{text.loading}</p>;
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

async function loadForm(model: PopupModel, id: number | null, key: string): Promise<Loaded> {
  const { actions } = model;
  const kept = readKept(await actions.readDraft(key));
  const tracker =
    id === null ? null : ((await actions.findTracker(id)) ?? (await actions.open(id)));
  const original = tracker ? draftOf(tracker) : emptyDraft();
  return { original, initial: kept ?? original, restored: kept !== null };
}

function readKept(value: unknown): TrackerDraft | null {
  if (typeof value !== 'object' || value === null || !('draft' in value)) return null;
  const parsed = TrackerDraftSchema.safeParse(value.draft);
  return parsed.success ? parsed.data : null;
}
