import { FilePlus2 } from 'lucide';
import { useEffect, useId, useState } from 'preact/hooks';

import { FillOutcome } from '@/components/sheets/FillFile';
import { Button } from '@/components/ui/Button';
import { FileButton, type OnFile, useFileDrop } from '@/components/ui/FileDrop';
import { FilesLeft } from '@/components/ui/FileNotices';
import { Notice, StatedNotice } from '@/components/ui/Notice';
import { isMatchable } from '@/lib/core/tracker-sheet/match-file';
import type { Run, RunRow } from '@/lib/core/tracker-sheet/run';
import { fillText } from '@/lib/text/sheets/fill';
import {
  bulkFillText as text,
  mismatchText,
  runFileText,
  runFillProblemText,
} from '@/lib/text/trackers/bulk-fill';

import type { FillTrackersModel, FillTrackersState } from './fill-trackers-model';
import { TagsFor } from './TagsFor';

interface FillRunProps {
  run: Run;
  rows: readonly RunRow[];
  model: FillTrackersModel;
}

/** Gives what came of a run back in the file that was run, which this page holds or is given again. */
export function FillRun({ run, rows, model }: FillRunProps) {
  useEffect(() => () => model.leave(run.id), [run.id, model]);
  const isOpen = run.state === 'going' || run.state === 'paused';
  const because = !isMatchable(rows)
    ? text.unknown
    : isOpen && run.ended === 0
      ? text.nothingYet
      : null;
  return (
    <section class="pb-fill-run" aria-label={fillText.fill}>
      {because === null ? (
        <Giving run={run} rows={rows} model={model} />
      ) : (
        <p class="pb-hint">{because}</p>
      )}
    </section>
  );
}

function Giving({ run, rows, model }: FillRunProps) {
  const [others, setOthers] = useState(0);
  const hint = `${useId()}-hint`;
  const state = model.stateOf(run.id);
  const isHeld = model.isHeld(run.id);
  const take: OnFile = (file, left) => {
    setOthers(left);
    void model.fillRun(run, rows, file);
  };
  const { isOver, handlers } = useFileDrop(take);
  const heldHint = run.state === 'going' ? text.goingHint : text.runHint;
  return (
    <div class={`pb-stack pb-fill-drop ${isOver ? 'over' : ''}`} {...handlers}>
      <div class="pb-row pb-sheet-fill">
        {isHeld && (
          <Button
            icon={FilePlus2}
            disabled={state.step === 'reading' || state.step === 'filling'}
            onClick={() => {
              setOthers(0);
              void model.fillRun(run, rows);
            }}
          >
            {fillText.fill}
          </Button>
        )}
        <FileButton
          label={isHeld ? text.chooseAgain : text.choose}
          accept=".xlsx,.xlsm,.csv,.tsv,.txt"
          hintId={hint}
          onFile={take}
        />
        <TagsFor model={model} />
        <p id={hint} class="pb-hint">
          {isHeld ? heldHint : text.dropHint(run.file)}
        </p>
      </div>
      <FilesLeft count={others} />
      <Outcome state={state} />
    </div>
  );
}

function Outcome({ state }: { state: FillTrackersState }) {
  if (state.step === 'reading') return <Notice kind="info">{text.reading(state.name)}</Notice>;
  if (state.step === 'other') {
    return <StatedNotice kind="fail" {...mismatchText(state.name, state.mismatch)} />;
  }
  return <FillOutcome state={state} problemText={runFillProblemText} fileText={runFileText} />;
}
