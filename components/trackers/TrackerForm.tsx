import { ArrowLeft } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { Button, IconButton } from '@/components/ui/Button';
import { focusIn } from '@/components/ui/focus-in';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import { useTurns } from '@/components/ui/use-turns';
import { type Failure, toFailure, toStorageFailure } from '@/lib/core/base/errors';
import {
  changesOf,
  checkDraft,
  type DraftField,
  isChanged,
  type TrackerChanges,
  type TrackerDraft,
} from '@/lib/core/tracker/draft';
import type { SameFound } from '@/lib/core/tracker/same-found';
import type { IdsInReports } from '@/lib/core/tracker/same-in-reports';
import { draftProblemText, formText as text } from '@/lib/text/trackers/tracker-form';

import { type CannotSave, CannotNotice } from './CannotNotice';
import { FormRemarks } from './FormRemarks';
import type { RelationActions } from './RelationField';
import { SaveButtons, type SaveNext } from './SaveButtons';
import { TrackerFields } from './TrackerFields';

export interface TrackerFormProps {
  /** `null` for a new tracker. */
  trackerId: number | null;
  /** What the draft is compared with: the tracker as it was when the form was opened, or an empty form. */
  original: TrackerDraft;
  /** What it begins with; nothing that comes later takes the place of what is typed. */
  initial: TrackerDraft;
  /** What that is, where it was typed before and can be discarded. */
  restored: string | null;
  /** Why the last save of what was restored did not succeed. */
  failure?: Failure | null;
  /** Why nothing can be saved; `null` where it can. */
  cannot: CannotSave | null;
  /** Whether its first field takes the focus as it appears. */
  takesFocus?: boolean;
  /** Where "back" leads, where that is not the list. */
  backLabel?: string;
  relations: RelationActions & { sameInReports(ids: IdsInReports): Promise<SameFound> };
  /** Keeps what is typed, or forgets it where it is as before; where that fails, the form says so. */
  onDraft: (draft: TrackerDraft) => Promise<unknown>;
  onSave: (changes: TrackerChanges, draft: TrackerDraft, then: SaveNext) => Promise<void>;
  onBack: () => void;
  /** Whether a save can go on with a copy of the tag, or with another new tracker. */
  hasMoreSaves?: boolean;
  /** Where presses of Save do not always count. */
  gate?: {
    readonly label: string;
    readonly isOff: boolean;
    /** At the moment of the press. */
    readonly may: () => boolean;
    /** Why not, below the button. */
    readonly reason: ComponentChildren;
  };
  /** What stands beside the title, of what is typed just now. */
  beside?: (draft: TrackerDraft) => ComponentChildren;
  /** What stands below the title. */
  head?: ComponentChildren;
  /** What stands beside Save; `attempt` runs something and shows its failure in the form. */
  footer?: (form: {
    readonly busy: boolean;
    readonly attempt: (run: () => Promise<void>) => Promise<void>;
  }) => ComponentChildren;
}

/** The form of a tracker. Nothing typed is lost: each change goes to `onDraft` at once. */
export function TrackerForm(props: TrackerFormProps) {
  const { gate, original, trackerId, cannot } = props;
  const [draft, setDraft] = useState(props.initial);
  const [restored, setRestored] = useState(props.restored);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(props.failure ?? null);
  const [notKept, setNotKept] = useState<Failure | null>(null);
  const takeTurn = useTurns();
  const form = useRef<HTMLFormElement>(null);
  const isNew = trackerId === null;
  const saved = isNew ? null : original;
  useLayoutEffect(() => void (props.takesFocus && focusIn(form.current, 'input')), []);
  const problems = tried ? checkDraft(draft, saved) : {};
  const problemOf = (field: DraftField) => {
    const problem = problems[field];
    return problem ? draftProblemText[problem] : null;
  };

  const change = (next: TrackerDraft) => {
    setDraft(next);
    const isLast = takeTurn();
    const say = (failed: Failure | null) => isLast() && setNotKept(failed);
    props.onDraft(next).then(
      () => say(null),
      (error: unknown) => say(toStorageFailure(error)),
    );
  };
  const attempt = async (run: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    try {
      await run();
    } catch (error) {
      setFailure(toFailure(error));
    } finally {
      setBusy(false);
    }
  };
  const submit = (then: SaveNext) => {
    if (busy || cannot !== null || (gate && !gate.may())) return;
    setTried(true);
    if (Object.keys(checkDraft(draft, saved)).length > 0) {
      requestAnimationFrame(() => focusIn(form.current, '[aria-invalid="true"]'));
      return;
    }
    void attempt(() => props.onSave(changesOf(original, draft), draft, then));
  };
  const discard = () => {
    change(original);
    setFailure(null);
    setRestored(null);
    focusIn(form.current, 'input');
  };

  return (
    <form
      ref={form}
      class="pb-form pb-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit('list');
      }}
    >
      <header class="pb-row">
        <IconButton icon={ArrowLeft} label={props.backLabel ?? text.back} onClick={props.onBack} />
        <h1 class="pb-grow">{isNew ? text.newTitle : text.editTitle(trackerId)}</h1>
        {props.beside?.(draft)}
      </header>
      {props.head}
      {cannot !== null && <CannotNotice cannot={cannot} />}
      {restored !== null && (!failure || failure === props.failure) && (
        <Notice kind="info">
          <span>{restored}</span>{' '}
          <Button kind="quiet" onClick={discard}>
            {text.discard}
          </Button>
        </Notice>
      )}
      <TrackerFields
        draft={draft}
        problemOf={problemOf}
        relations={props.relations}
        onChange={change}
      />
      <footer class="pb-stack pb-actions">
        <FormRemarks
          draft={draft}
          original={original}
          isNew={isNew}
          findSame={props.relations.sameInReports}
          onGo={(field) => focusIn(form.current, `[data-field=${field}] input:not(:disabled)`)}
        />
        {failure && <FailureNotice failure={failure} />}
        {notKept && !failure && <FailureNotice failure={notKept} />}
        <div class="pb-row pb-spread pb-form-buttons">
          <SaveButtons
            busy={busy}
            disabled={busy || cannot !== null || !(isNew || isChanged(original, draft))}
            isUnchanged={!isNew && !isChanged(original, draft)}
            gate={gate ?? null}
            hasMore={props.hasMoreSaves ?? false}
            onSave={submit}
          />
          {props.footer?.({ busy, attempt })}
        </div>
        {gate?.reason}
      </footer>
    </form>
  );
}
