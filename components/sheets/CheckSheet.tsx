import { useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import type { OnFile } from '@/components/ui/FileDrop';
import { FileProgress, FileRefused, FilesLeft } from '@/components/ui/FileNotices';
import { Empty, FailureNotice, Notice } from '@/components/ui/Notice';
import { summarize, type SheetSummary } from '@/lib/core/tag-sheet/read/read-sheet';
import { fileProblemText, sheetPageText as text, summaryText } from '@/lib/text/sheets/page';

import { CheckResults } from './CheckResults';
import type { CheckModel, CheckState } from './check-model';
import { FileDrop } from './FileDrop';
import { FillFile } from './FillFile';
import type { FillModel } from './fill-model';
import { SheetColumns, TagColumn } from './SheetColumns';

interface CheckSheetProps {
  model: CheckModel;
  filling: FillModel;
  onCopy: (text: string) => Promise<boolean>;
}

/** A file in, what is wrong with it out. */
export function CheckSheet({ model, filling, onCopy }: CheckSheetProps) {
  const [left, setLeft] = useState(0);
  const take = (file: File, others: number) => {
    setLeft(others);
    void model.check(file);
  };
  return (
    <>
      {model.state.value.step !== 'idle' && <FilesLeft count={left} />}
      <Check model={model} filling={filling} onCopy={onCopy} onFile={take} />
    </>
  );
}

function Check({ model, filling, onCopy, onFile }: CheckSheetProps & { onFile: OnFile }) {
  const state = model.state.value;
  switch (state.step) {
    case 'idle':
      return <FileDrop onFile={onFile} />;
    case 'refused':
      return <Refused state={state} model={model} onFile={onFile} />;
    case 'failed':
      return (
        <div class="pb-stack">
          <FailureNotice failure={state.failure} />
          <FileDrop onFile={onFile} />
        </div>
      );
    case 'reading':
      return <Reading state={state} onCancel={model.reset} />;
    case 'checking':
      return <Checking state={state} onStop={model.stop} />;
    case 'done':
      return <Done state={state} model={model} filling={filling} onCopy={onCopy} />;
  }
}

type Step<S extends CheckState['step']> = Extract<CheckState, { step: S }>;

interface RefusedProps {
  state: Step<'refused'>;
  model: CheckModel;
  onFile: OnFile;
}

function Refused({ state, model, onFile }: RefusedProps) {
  const { offer, problem } = state;
  return (
    <div class="pb-stack">
      <FileRefused fileName={state.fileName} {...fileProblemText[problem]} />
      {offer && offer.titles.length > 0 && (
        <TagColumn offer={offer} onChoose={(list, choice) => void model.choose(list, choice)} />
      )}
      <FileDrop onFile={onFile} />
    </div>
  );
}

function Reading({ state, onCancel }: { state: Step<'reading'>; onCancel: () => void }) {
  const { fileName, progress } = state;
  return (
    <div class="pb-sheet-wait pb-stack">
      <FileProgress text={text.reading(fileName)} progress={progress} />
      <p class="pb-muted pb-small">{progress && text.readOf(progress.done, progress.total)}</p>
      <div>
        <Button onClick={onCancel}>{text.cancel}</Button>
      </div>
    </div>
  );
}

function Checking({ state, onStop }: { state: Step<'checking'>; onStop: () => void }) {
  return (
    <div class="pb-sheet-wait pb-stack">
      <FileProgress text={text.checking(state.done, state.total)} progress={state} />
      <div>
        <Button onClick={onStop}>{text.stop}</Button>
      </div>
    </div>
  );
}

interface DoneProps {
  state: Step<'done'>;
  model: CheckModel;
  filling: FillModel;
  onCopy: (text: string) => Promise<boolean>;
}

function Done({ state, model, filling, onCopy }: DoneProps) {
  const { rows, stopped, fileName, sheetName, header, offer } = state;
  const summary = summarize(rows);
  const kind = kindOf(summary);
  return (
    <div class="pb-stack pb-sheet-done">
      <div class="pb-row pb-spread">
        <h2 class="pb-clip">{text.resultOf(fileName, sheetName)}</h2>
        <Button onClick={model.reset}>{text.another}</Button>
      </div>
      <SheetColumns
        header={header}
        offer={offer}
        touched={model.touched.value}
        onFocused={model.forgetTouched}
        onChoose={(list, choice) => void model.choose(list, choice)}
      />
      {rows.length === 0 ? (
        <Empty title={text.emptySheet}>
          <span>{text.emptySheetNext}</span>
        </Empty>
      ) : (
        <>
          <Notice kind={kind}>
            {summaryText(summary)} {stopped && text.stopped}
          </Notice>
          <FillFile state={filling.stateOf(state)} onFill={() => void filling.fill()} />
          <CheckResults rows={rows} onCopy={onCopy} />
        </>
      )}
    </div>
  );
}

// Where nothing is of ours, nothing was found right.
function kindOf({ error, warning, ok }: SheetSummary) {
  if (error > 0) return 'fail';
  if (warning > 0) return 'warning';
  return ok > 0 ? 'pass' : 'info';
}
