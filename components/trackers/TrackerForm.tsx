import { ArrowLeft } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { Button, IconButton } from '@/components/ui/Button';
import { Choice } from '@/components/ui/Choice';
import { Combobox } from '@/components/ui/Combobox';
import { TextField } from '@/components/ui/Field';
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
  withPublisher,
} from '@/lib/core/tracker/draft';
import type { Picker } from '@/lib/core/tracker/picker';
import type { Ref } from '@/lib/core/tracker/tracker';
import { popupText } from '@/lib/text/pages/popup';
import { draftProblemText, formText as text } from '@/lib/text/trackers/tracker-form';

export interface TrackerFormProps {
  /** `null` for a new tracker. */
  trackerId: number | null;
  /** What the service has; the draft is compared with it. */
  original: TrackerDraft;
  /** What it begins with; nothing that comes later takes the place of what is typed. */
  initial: TrackerDraft;
  /** Whether that is what was typed before, which can be discarded. */
  restored: boolean;
  /** Why the last save of what was restored did not succeed. */
  failure?: Failure | null;
  canWrite: boolean;
  /** Whether its first field takes the focus as it appears. */
  takesFocus?: boolean;
  /** Where "back" leads, where that is not the list. */
  backLabel?: string;
  search: (kind: Picker, publisherId: number | null, text: string) => Promise<readonly Ref[]>;
  /** Keeps what is typed, or forgets it where it is as before; where that fails, the form says so. */
  onDraft: (draft: TrackerDraft) => Promise<unknown>;
  onSave: (changes: TrackerChanges) => Promise<void>;
  onBack: () => void;
  /** Where presses of Save do not always count. */
  gate?: {
    readonly label: string;
    readonly isOff: boolean;
    /** At the moment of the press. */
    readonly may: () => boolean;
    /** Why not, below the button. */
    readonly reason: ComponentChildren;
  };
  /** What stands beside Save; `attempt` runs something and shows its failure in the form. */
  footer?: (form: {
    readonly busy: boolean;
    readonly attempt: (run: () => Promise<void>) => Promise<void>;
  }) => ComponentChildren;
}

/** The form of a tracker. Nothing typed is lost: each change goes to `onDraft` at once. */
export function TrackerForm(props: TrackerFormProps) {
  const { gate, original, search, trackerId } = props;
  const [draft, setDraft] = useState(props.initial);
  const [isRestored, setIsRestored] = useState(props.restored);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(props.failure ?? null);
  const [notKept, setNotKept] = useState<Failure | null>(null);
  const takeTurn = useTurns();
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => void (props.takesFocus && focusIn(form.current, 'input')), []);
  const problems = tried ? checkDraft(draft) : {};
  const problemOf = (field: DraftField) => {
    const problem = problems[field];
    return problem ? draftProblemText[problem] : null;
  };
  const changed = trackerId === null || isChanged(original, draft);
  const publisherId = draft.publisher?.id ?? null;

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
  const submit = (event: Event) => {
    event.preventDefault();
    if (gate && !gate.may()) return;
    setTried(true);
    if (Object.keys(checkDraft(draft)).length > 0) {
      requestAnimationFrame(() => focusIn(form.current, '[aria-invalid="true"]'));
      return;
    }
    void attempt(() => props.onSave(changesOf(original, draft)));
  };

  const discard = () => {
    change(original);
    setFailure(null);
    setIsRestored(false);
    focusIn(form.current, 'input');
  };
  const searchLineItem = useCallback((words: string) => search('line-item', null, words), [search]);
  const searchPublisher = useCallback(
    (words: string) => search('publisher', null, words),
    [search],
  );
  const searchPlacement = useCallback(
    (words: string) => search('placement', publisherId, words),
    [search, publisherId],
  );
  const searchRule = useCallback(
    (words: string) => search('payment-rule', publisherId, words),
    [search, publisherId],
  );

  return (
    <form ref={form} class="pb-form pb-stack" noValidate onSubmit={submit}>
      <header class="pb-row">
        <IconButton icon={ArrowLeft} label={props.backLabel ?? text.back} onClick={props.onBack} />
        <h1 class="pb-grow">{trackerId === null ? text.newTitle : text.editTitle(trackerId)}</h1>
      </header>
      {!props.canWrite && <Notice kind="info">{popupText.readOnly}</Notice>}
      {isRestored && (!failure || failure === props.failure) && (
        <Notice kind="info">
          <span>{text.restored}</span>{' '}
          <Button kind="quiet" onClick={discard}>
            {text.discard}
          </Button>
        </Notice>
      )}
      <TextField
        label={text.name}
        required
        value={draft.name}
        problem={problemOf('name')}
        onInput={(name) => change({ ...draft, name })}
      />
      <Combobox<Ref>
        label={text.lineItem}
        value={draft.lineItem}
        search={searchLineItem}
        problem={problemOf('lineItem')}
        onChange={(lineItem) => change({ ...draft, lineItem })}
      />
      <Combobox<Ref>
        label={text.publisher}
        value={draft.publisher}
        search={searchPublisher}
        problem={problemOf('publisher')}
        onChange={(publisher) => change(withPublisher(draft, publisher))}
      />
      <Combobox<Ref>
        label={text.placement}
        optional
        value={draft.placement}
        search={searchPlacement}
        disabled={publisherId === null}
        placeholder={publisherId === null ? text.needsPublisher : text.noPlacement}
        onChange={(placement) => change({ ...draft, placement })}
      />
      <Combobox<Ref>
        label={text.paymentRule}
        optional
        value={draft.paymentRule}
        search={searchRule}
        disabled={publisherId === null}
        {...(publisherId === null && { placeholder: text.needsPublisher })}
        onChange={(paymentRule) => change({ ...draft, paymentRule })}
      />
      <TextField
        label={text.code}
        optional
        value={draft.code}
        hint={text.codeHint}
        problem={problemOf('code')}
        onInput={(code) => change({ ...draft, code })}
      />
      <Choice
        label={text.state}
        value={draft.state}
        options={[
          { value: 'active', label: text.active },
          { value: 'inactive', label: text.inactive },
        ]}
        onChange={(state) => change({ ...draft, state })}
      />
      <footer class="pb-stack pb-actions">
        {failure && <FailureNotice failure={failure} />}
        {notKept && !failure && <FailureNotice failure={notKept} />}
        <div class="pb-row pb-spread">
          <Button
            kind="primary"
            type="submit"
            disabled={busy || !changed || !props.canWrite}
            aria-disabled={gate?.isOff || undefined}
            {...(!changed && { title: text.nothingChanged })}
          >
            {busy ? text.saving : (gate?.label ?? text.save)}
          </Button>
          {props.footer?.({ busy, attempt })}
        </div>
        {gate?.reason}
      </footer>
    </form>
  );
}
