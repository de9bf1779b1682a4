import { useId } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { FileButton } from '@/components/ui/FileDrop';
import { FileProgress, FileRefused, FilesLeft } from '@/components/ui/FileNotices';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import { harFileText as text, harProblemText } from '@/lib/text/verification/har-file';

import type { HarModel, HarState } from './har-model';

interface HarIntakeProps {
  model: HarModel;
  onFile: (file: File) => void;
  addressOf: (id: string) => string;
}

/** Takes a HAR file in, and says how that goes. */
export function HarIntake({ model, onFile, addressOf }: HarIntakeProps) {
  const hint = `${useId()}-hint`;
  const state = model.state.value;
  const isBusy = state.step === 'reading' || state.step === 'keeping';
  return (
    <div class="pb-har pb-stack">
      {isBusy ? (
        <Busy state={state} onStop={model.reset} />
      ) : (
        <div class="pb-row pb-wrap">
          <FileButton label={text.choose} accept=".har,.json,.gz" hintId={hint} onFile={onFile} />
          <span id={hint} class="pb-muted pb-small">
            {text.hint}
          </span>
        </div>
      )}
      <Outcome state={state} addressOf={addressOf} />
      <FilesLeft count={model.others.value} />
    </div>
  );
}

type Step<S extends HarState['step']> = Extract<HarState, { step: S }>;

function Busy({ state, onStop }: { state: Step<'reading' | 'keeping'>; onStop: () => void }) {
  const progress = state.step === 'reading' ? state.progress : null;
  return (
    <div class="pb-row pb-har-wait">
      <FileProgress
        text={
          state.step === 'reading' ? text.reading(state.fileName) : text.keeping(state.fileName)
        }
        progress={progress}
      />
      {state.step === 'reading' && <Button onClick={onStop}>{text.stop}</Button>}
    </div>
  );
}

function Outcome({ state, addressOf }: { state: HarState; addressOf: (id: string) => string }) {
  if (state.step === 'failed') return <FailureNotice failure={state.failure} />;
  if (state.step === 'refused') {
    return <FileRefused fileName={state.fileName} {...harProblemText[state.problem]} />;
  }
  if (state.step !== 'done') return null;
  const { fileName, isKnown, id } = state;
  return (
    <Notice kind={isKnown ? 'info' : 'pass'}>
      {isKnown ? text.isKnown(fileName) : text.isAdded(fileName)}{' '}
      <a href={addressOf(id)}>{text.open}</a>
    </Notice>
  );
}
