import { FilePlus2 } from 'lucide';
import type { ComponentChildren } from 'preact';

import { Button } from '@/components/ui/Button';
import { FailureNotice, Notice, StatedNotice } from '@/components/ui/Notice';
import type { FileProblem } from '@/lib/core/table/file-problem';
import type { FillProblem } from '@/lib/core/table/fill-problem';
import { fillNoteText, fillProblemText, fillText as text } from '@/lib/text/sheets/fill';
import { fileProblemText } from '@/lib/text/sheets/page';

import type { FillState } from './fill-model';

interface FillFileProps {
  state: FillState;
  /** What is added, where it is not what a check has found. */
  hint?: string;
  isOff?: boolean;
  onFill: () => void;
  /** What is chosen for it. */
  children?: ComponentChildren;
}

/** Gives what was found back in the person's own file. */
export function FillFile({ state, hint = text.hint, isOff, onFill, children }: FillFileProps) {
  return (
    <section class="pb-stack" aria-label={text.fill}>
      <div class="pb-row pb-sheet-fill">
        <Button icon={FilePlus2} disabled={isOff || state.step === 'filling'} onClick={onFill}>
          {text.fill}
        </Button>
        {children}
        <p class="pb-hint">{hint}</p>
      </div>
      <FillOutcome state={state} />
    </section>
  );
}

interface FillOutcomeProps {
  state: FillState;
  /** Why nothing was filled in, and what to do: by the place where the file is given again. */
  problemText?: (problem: FillProblem, where: string) => Stated;
  fileText?: (problem: FileProblem) => Stated;
}
type Stated = { readonly sentence: string; readonly next: string };

const problemOf = (problem: FillProblem, where: string) => fillProblemText[problem](where);
const fileOf = (problem: FileProblem) => fileProblemText[problem];

/** What came of filling in a file. */
export function FillOutcome({
  state,
  problemText = problemOf,
  fileText = fileOf,
}: FillOutcomeProps) {
  switch (state.step) {
    case 'idle':
      return null;
    case 'filling':
      return <Notice kind="info">{text.filling}</Notice>;
    case 'saved':
      return (
        <>
          <Notice kind="pass">{text.saved(state.name, state.placed)}</Notice>
          {state.notes.map((note) => (
            <Notice key={note} kind="warning">
              {fillNoteText[note]}
            </Notice>
          ))}
        </>
      );
    case 'refused':
      return <StatedNotice kind="fail" {...problemText(state.problem, state.where)} />;
    case 'unread':
      return <StatedNotice kind="fail" {...fileText(state.problem)} />;
    case 'failed':
      return <FailureNotice failure={state.failure} />;
  }
}
