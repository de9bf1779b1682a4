import { FilePlus2 } from 'lucide';

import { Button } from '@/components/ui/Button';
import { FailureNotice, Notice, StatedNotice } from '@/components/ui/Notice';
import { fillNoteText, fillProblemText, fillText as text } from '@/lib/text/sheets/fill';
import { fileProblemText } from '@/lib/text/sheets/page';

import type { FillState } from './fill-model';

interface FillFileProps {
  state: FillState;
  onFill: () => void;
}

/** Gives what was found back in the person's own file. */
export function FillFile({ state, onFill }: FillFileProps) {
  return (
    <section class="pb-stack" aria-label={text.fill}>
      <div class="pb-row pb-sheet-fill">
        <Button icon={FilePlus2} disabled={state.step === 'filling'} onClick={onFill}>
          {text.fill}
        </Button>
        <p class="pb-hint">{text.hint}</p>
      </div>
      <Outcome state={state} />
    </section>
  );
}

function Outcome({ state }: { state: FillState }) {
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
      return <StatedNotice kind="fail" {...fillProblemText[state.problem](state.where)} />;
    case 'unread':
      return <StatedNotice kind="fail" {...fileProblemText[state.problem]} />;
    case 'failed':
      return <FailureNotice failure={state.failure} />;
  }
}
