import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

import { createDraft, type DraftActions } from '@/components/stores/draft';
import type { JobNotice } from '@/components/stores/tracker-list';
import { ConflictView } from '@/components/trackers/ConflictView';
import type { CannotSave } from '@/components/trackers/CannotNotice';
import { DeleteTracker } from '@/components/trackers/DeleteTracker';
import { DuplicateTracker } from '@/components/trackers/DuplicateTracker';
import type { FormDone } from '@/components/trackers/form-done';
import { FormHead } from '@/components/trackers/FormHead';
import { formOf, keptForm, type LoadedForm, loadForm } from '@/components/trackers/load-form';
import type { SaveNext } from '@/components/trackers/SaveButtons';
import type { TrackerActions } from '@/components/trackers/tracker-actions';
import { TrackerForm } from '@/components/trackers/TrackerForm';
import { useFormSaves } from '@/components/trackers/use-form-saves';
import { savedText } from '@/components/trackers/saved-text';
import { useFormRelations } from '@/components/trackers/use-form-relations';
import { useGiveWay } from '@/components/trackers/use-give-way';
import { WaitLine } from '@/components/trackers/WaitLine';
import { Button } from '@/components/ui/Button';
import { FailureNotice, type Said } from '@/components/ui/Notice';
import type { Failure } from '@/lib/core/base/errors';
import { emptyDraft, isChanged, type TrackerDraft } from '@/lib/core/tracker/draft';
import { formDraftKey } from '@/lib/core/tracker/draft-key';
import { KeptFormSchema, meantBy } from '@/lib/core/tracker/kept-form';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { saveText } from '@/lib/text/trackers/form-remarks';
import { formText } from '@/lib/text/trackers/tracker-form';

export interface FormPageProps {
  /** Whose the tracker is, or is to be. */
  advertiserId: number;
  /** `null` for a new tracker. */
  trackerId: number | null;
  /** Why nothing can be saved; `null` where it can. */
  cannot: CannotSave | null;
  /** Whether the form takes the focus as it appears. */
  takesFocus?: boolean;
  /** Milliseconds since 1970 until which the rate limit holds requests back. */
  waitingUntil: number | null;
  actions: DraftActions & TrackerActions;
  /** Makes a failure of an error; a dead token leads to sign-in. */
  fail: (error: unknown) => Failure;
  /** The job of which it was last told that it is done. */
  jobDone: JobNotice | null;
  /** What is said of the tracker that was saved before this form. */
  said?: Said | null;
  /** Why the tracker cannot be duplicated here; `null` where it can. */
  whyNoCopy?: string | null;
  onBack: () => void;
  onDone: (done: FormDone) => void;
  /** Goes to the form of a new tracker, in which a copy is. */
  onNew: () => void;
}

/** Loads a tracker and what was typed before, and saves what is typed now. */
export function FormPage(props: FormPageProps) {
  const { advertiserId, trackerId, cannot, actions, fail, onDone } = props;
  const draft = useMemo(
    () => createDraft(actions, formDraftKey(advertiserId, trackerId), KeptFormSchema),
    [actions, advertiserId, trackerId],
  );
  const [form, setForm] = useState<LoadedForm | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const isOpen = useRef(true);
  useLayoutEffect(() => () => void (isOpen.current = false), []);
  const finish = (id: number, tracker: Tracker | null, said: Said, next: SaveNext = 'list') =>
    onDone({ id, tracker, said, next, isOpen: isOpen.current });
  const saves = useFormSaves({ ...props, draft, form, setForm, finish });

  useEffect(() => {
    loadForm(props, draft).then(
      (opened) => {
        if (opened.kind === 'form') return setForm(opened.form);
        const { tracker, kept } = opened;
        const said = savedText(trackerId, tracker, meantBy(kept, trackerId === null));
        const notCopied = { kind: 'warning', text: `${said.text} ${saveText.notCopied}` } as const;
        finish(tracker.id, tracker, kept.next === 'copy' ? notCopied : said);
      },
      (error: unknown) => setFailure(fail(error)),
    );
  }, [draft]);

  /** Whether what is typed could not be kept, as on a full disk: then it is here alone. */
  const isUnkept = useRef(false);
  const keep = async (typed: TrackerDraft, from: LoadedForm) => {
    isUnkept.current = true;
    const isNew = isChanged(from.began?.draft ?? emptyDraft(), typed);
    await (isNew ? draft.write(keptForm(from, typed)) : draft.clear());
    isUnkept.current = false;
  };

  const relations = useFormRelations(actions, advertiserId, trackerId, fail);

  useGiveWay({
    ...props,
    draft,
    isBusy: saves.isBusy,
    isUnkept,
    known: form?.tracker ?? null,
    finish,
    onNewer: (tracker) => form && setForm(formOf(tracker, form.refused)),
  });

  if (failure) {
    return (
      <FailureNotice failure={failure}>
        <p>
          <Button onClick={props.onBack}>{formText.back}</Button>
        </p>
      </FailureNotice>
    );
  }
  if (!form) {
    return (
      <div class="pb-row pb-spread">
        <p role="status">{formText.loading}</p>
        <Button kind="quiet" onClick={props.onBack}>
          {formText.back}
        </Button>
      </div>
    );
  }
  const { began, conflict } = form;
  if (trackerId !== null && began && conflict) {
    return (
      <ConflictView
        trackerId={trackerId}
        began={began.draft}
        theirs={conflict.theirs}
        mine={form.initial}
        decisions={conflict.decisions}
        canWrite={cannot === null}
        onDecided={(decisions) => {
          const next = { ...conflict, decisions };
          setForm({ ...form, conflict: next });
          return draft.write({ ...keptForm(form, form.initial), conflict: next });
        }}
        onSave={saves.saveMerged}
        onBack={() => {
          setForm({ ...form, conflict: null });
          draft.write(keptForm(form, form.initial)).catch(fail);
        }}
      />
    );
  }
  const original = began?.draft ?? emptyDraft();
  const restored = form.copyOf === null ? formText.restored : saveText.copyOf(form.copyOf);
  return (
    <TrackerForm
      // Two changes within a second have the same time.
      key={JSON.stringify(began)}
      trackerId={trackerId}
      original={original}
      initial={form.initial}
      restored={form.restored ? restored : null}
      failure={form.failure}
      cannot={cannot}
      takesFocus={props.takesFocus ?? false}
      relations={relations}
      onDraft={(typed) => keep(typed, form)}
      onSave={(_, typed, next) => saves.save(typed, next)}
      onBack={props.onBack}
      hasMoreSaves
      beside={(typed) =>
        trackerId !== null && (
          <DuplicateTracker
            id={trackerId}
            typed={typed}
            advertiserId={advertiserId}
            actions={actions}
            why={props.whyNoCopy ?? null}
            onFail={(error) => setFailure(fail(error))}
            onNew={props.onNew}
          />
        )
      }
      head={
        <FormHead
          form={form}
          said={props.said ?? null}
          isAllowed={cannot === null}
          onCompare={() => {
            // What is typed by now is what is kept; nothing is, where it is as it began.
            const compare = async () => saves.askWhich((await draft.read())?.draft ?? original, {});
            compare().catch(fail);
          }}
        />
      }
      footer={({ busy, attempt: inForm }) => (
        <>
          <WaitLine until={props.waitingUntil} />
          {trackerId !== null && (
            <DeleteTracker
              id={trackerId}
              tracker={original}
              disabled={busy || cannot !== null}
              onDeactivate={() => void inForm(saves.deactivate)}
              onDelete={() => void inForm(saves.remove)}
            />
          )}
        </>
      )}
    />
  );
}
