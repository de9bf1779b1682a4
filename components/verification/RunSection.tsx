import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { MAX_NAME_CHARS, MAX_NOTE_CHARS } from '@/lib/core/verification/named';
import type { Verification } from '@/lib/core/verification/verification';
import { runText as text } from '@/lib/text/verification/verification-run';

import type { VerificationModel } from './verification-model';

interface RunSectionProps {
  model: VerificationModel;
  /** Opens another recording. */
  onChoose: (id: string) => void;
}

/** What a person calls the verification and wrote on it, and what run of it this is. */
export function RunSection({ model, onChoose }: RunSectionProps) {
  const verification = model.verification.value;
  if (!verification) return null;
  return (
    <div class="pb-run" key={verification.id}>
      <Kept
        label={text.name}
        placeholder={text.namePlaceholder}
        value={verification.name ?? ''}
        most={MAX_NAME_CHARS}
        onChange={(words) => void model.run.name(words)}
      />
      <Folded
        title={verification.note === undefined ? text.addNote : text.note}
        within={verification.note ?? ''}
      >
        <Kept
          label={text.note}
          placeholder={text.notePlaceholder}
          value={verification.note ?? ''}
          most={MAX_NOTE_CHARS}
          isLong
          onChange={(words) => void model.run.note(words)}
        />
      </Folded>
      <RunFacts verification={verification} model={model} onChoose={onChoose} />
    </div>
  );
}

interface FoldedProps {
  title: string;
  /** What is in it, which is said where the pointer rests. */
  within: string;
  isOpen?: boolean;
  children: ComponentChildren;
}

/** Is as a person leaves it. */
function Folded({ title, within, isOpen = false, children }: FoldedProps) {
  const [open, setOpen] = useState(isOpen);
  return (
    <details
      class="pb-run-note"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary title={within}>{title}</summary>
      {children}
    </details>
  );
}

/** What a person wrote on one request. */
export function RequestNote({
  model,
  requestKey,
}: {
  model: VerificationModel;
  requestKey: string;
}) {
  const note = model.requestNotes.value.get(requestKey) ?? '';
  return (
    <Folded
      key={requestKey}
      title={note === '' ? text.addRequestNote : text.requestNote}
      within={note}
      isOpen={note !== ''}
    >
      <Kept
        label={text.requestNote}
        placeholder={text.notePlaceholder}
        value={note}
        most={MAX_NOTE_CHARS}
        isLong
        onChange={(words) => void model.run.noteRequest(requestKey, words)}
      />
    </Folded>
  );
}

interface KeptProps {
  label: string;
  placeholder: string;
  value: string;
  most: number;
  isLong?: boolean;
  onChange: (words: string) => void;
}

/** A text that is kept at every keystroke. What is kept is tidier than what is typed, which stays while it is typed. */
function Kept({ label, placeholder, value, most, isLong = false, onChange }: KeptProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isIn = useRef(false);
  useEffect(() => {
    // Another window has changed it.
    if (!isIn.current) setTyped(null);
  }, [value]);
  const common = {
    class: 'pb-input',
    'aria-label': label,
    placeholder,
    maxLength: most,
    value: typed ?? value,
    onFocus: () => void (isIn.current = true),
    onBlur: () => {
      isIn.current = false;
      setTyped(null);
    },
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      setTyped(currentTarget.value);
      onChange(currentTarget.value);
    },
  };
  const isFull = common.value.length >= most;
  return (
    <>
      {isLong ? <textarea rows={3} {...common} /> : <input type="text" {...common} />}
      {isFull && (
        <p class="pb-muted pb-small" role="status">
          {text.full(most)}
        </p>
      )}
    </>
  );
}

function RunFacts({
  verification,
  model,
  onChoose,
}: RunSectionProps & { verification: Verification }) {
  const { repeats, stoppedAt } = verification;
  const earlier = model.saved.value.find(({ id }) => id === repeats);
  const facts = [
    repeats !== undefined && text.repeats(earlier?.startedAt ?? null),
    stoppedAt !== undefined && text.stoppedAt(stoppedAt),
    model.actions.repeat === null && text.repeatWhere,
  ].filter(Boolean);
  if (facts.length === 0) return null;
  return (
    <p class="pb-row pb-wrap pb-muted pb-small">
      <span>{facts.join(' ')}</span>
      {earlier && <Button onClick={() => onChoose(earlier.id)}>{text.showEarlier}</Button>}
    </p>
  );
}

/** Stops what is recorded, or does what was recorded again: one button, which stays where it is. */
export function RunButton({ model }: { model: VerificationModel }) {
  const { run, actions } = model;
  const verification = model.verification.value;
  const isLive = model.live.value;
  if (!isLive && actions.repeat === null) return null;
  return (
    <Button
      disabled={!verification || run.isStopping.value}
      title={isLive ? text.stopWhy : text.repeatWhy}
      onClick={() => (isLive ? void run.stop() : run.repeat())}
    >
      {isLive ? (run.isStopping.value ? text.stopping : text.stop) : text.repeat}
    </Button>
  );
}
