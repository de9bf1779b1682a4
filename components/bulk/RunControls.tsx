import { CirclePause, CirclePlay, CircleStop, Undo2 } from 'lucide';
import { useState } from 'preact/hooks';

import { WaitLine } from '@/components/trackers/WaitLine';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Icon } from '@/components/ui/Icon';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import type { Run } from '@/lib/core/tracker-sheet/run';
import { runCountsText, runsText as text, runStateText } from '@/lib/text/trackers/bulk-runs';

import { RunWaits } from './RunWaits';
import type { OpenRun } from './runs-model';

interface RunControlsProps {
  run: Run;
  model: OpenRun;
  canWrite: boolean;
  isSignedOut: boolean;
  waitingUntil: number | null;
}

/** Whether the first are done, and the rest waits to be released. */
export function isHeld({ state, holdAt, ended, total }: Run): boolean {
  return state === 'paused' && holdAt === ended && ended < total;
}

/** How far a run is, and what can be said to it. */
export function RunControls(props: RunControlsProps) {
  const { run, model, canWrite, waitingUntil } = props;
  const [isAsking, setAsking] = useState(false);
  const { total, ended, state, failure, counts } = run;
  const left = total - ended;
  const isOff = model.isBusy.value || !canWrite;
  const isOver = state === 'done' || state === 'cancelled' || state === 'failed';
  const hasDone = counts.created + counts.changed > 0;
  return (
    <div class="pb-stack">
      <div class="pb-run-state">
        <strong role="status">{runStateText(run)}</strong>
        <progress
          class="pb-progress"
          aria-label={text.progress(ended, total)}
          value={ended}
          max={Math.max(1, total)}
        />
        <span>{text.progress(ended, total)}</span>
        <span class="pb-muted pb-grow">{runCountsText(run)}</span>
        <WaitLine until={state === 'going' ? waitingUntil : null} />
      </div>
      {isHeld(run) && <Notice kind="info">{text.held(ended, left)}</Notice>}
      {state === 'going' && <p class="pb-muted pb-small">{text.goesOn}</p>}
      {failure && (
        <RunWaits
          failure={failure}
          user={run.user}
          isSignedOut={props.isSignedOut}
          isOver={isOver}
        />
      )}
      {model.failure.value && <FailureNotice failure={model.failure.value} />}
      <div class="pb-row pb-wrap">
        {isHeld(run) && (
          <Button kind="primary" disabled={isOff} onClick={() => void model.release()}>
            {text.release(left)}
          </Button>
        )}
        {state === 'going' && (
          <Button icon={CirclePause} disabled={isOff} onClick={() => void model.pause()}>
            {text.pause}
          </Button>
        )}
        {state === 'paused' && !isHeld(run) && (
          <Button
            kind="primary"
            icon={CirclePlay}
            disabled={isOff}
            onClick={() => void model.goOn()}
          >
            {text.goOn}
          </Button>
        )}
        {!isOver && (
          <Button icon={CircleStop} disabled={isOff} onClick={() => setAsking(true)}>
            {text.cancel}
          </Button>
        )}
        {isOver && hasDone && canWrite && (
          <a class="pb-button" href={`#/trackers/runs/${run.id}/undo`}>
            <Icon of={Undo2} />
            {text.undo}
          </a>
        )}
      </div>
      {isAsking && !isOver && (
        <Dialog title={text.cancelTitle} onCancel={() => setAsking(false)}>
          <p>{text.cancelWhat(left)}</p>
          <div class="pb-row">
            <Button
              kind="danger"
              onClick={() => {
                setAsking(false);
                void model.cancel();
              }}
            >
              {text.cancel}
            </Button>
            <Button onClick={() => setAsking(false)}>{text.cancelKeep}</Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
