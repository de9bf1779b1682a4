import { useEffect } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Empty, FailureNotice } from '@/components/ui/Notice';
import type { Run } from '@/lib/core/tracker-sheet/run';
import { bulkText } from '@/lib/text/trackers/bulk';
import { runName, runsText as text } from '@/lib/text/trackers/bulk-runs';
import { formatMoment } from '@/lib/text/ui';

import { BulkFrame, BulkWait } from './BulkFrame';
import type { BulkModel } from './bulk-model';
import { DryRun } from './DryRun';
import { FillRun } from './FillRun';
import { isHeld, RunControls } from './RunControls';
import { RunRows } from './RunRows';
import { type TagOf, TryFirst } from './TryFirst';

interface RunPlaceProps {
  model: BulkModel;
  tagOf: TagOf;
  /** Whether what would take it back is shown. */
  isUndo: boolean;
  /** A run has begun. */
  onBegun: (id: string) => void;
}

/** One run: how far it is, what came of each row, and how it is taken back. */
export function RunPlace(props: RunPlaceProps) {
  const { open } = props.model.runs;
  const run = open.run.value;
  const isReady = open.phase.value === 'ready';
  const back =
    props.isUndo && run
      ? { href: `#/trackers/runs/${run.id}`, label: text.backToRun }
      : { href: '#/trackers/runs', label: text.back };
  return (
    <BulkFrame
      back={back}
      title={props.isUndo ? text.undoTitle : run ? runName(run) : text.title}
      about={run && text.by(run.user, formatMoment(run.startedAt), run.advertiser.name)}
    >
      {open.phase.value === 'loading' && <BulkWait text={text.loading} />}
      {open.phase.value === 'failed' && open.failure.value && (
        <FailureNotice failure={open.failure.value}>
          <Button onClick={() => void open.again()}>{bulkText.tryAgain}</Button>
        </FailureNotice>
      )}
      {isReady && run === null && (
        <Empty title={text.gone}>
          <span>{text.goneNext}</span>
        </Empty>
      )}
      {isReady && run && !props.isUndo && <Content {...props} run={run} />}
      {isReady && run && props.isUndo && <Undo {...props} run={run} />}
    </BulkFrame>
  );
}

function Content({ model, tagOf, run }: RunPlaceProps & { run: Run }) {
  const { open } = model.runs;
  return (
    <div class="pb-stack pb-bulk-run">
      <RunControls
        run={run}
        model={open}
        canWrite={model.stores.canWrite.value}
        isSignedOut={model.stores.phase.value === 'signed-out'}
        waitingUntil={model.stores.waitingUntil.value}
      />
      {isHeld(run) && (
        <TryFirst rows={open.rows.value} findTrackers={open.findTrackers} tagOf={tagOf} />
      )}
      {run.file !== '' && run.undoes === null && (
        <FillRun run={run} rows={open.rows.value} model={model.filling} />
      )}
      <RunRows run={run} rows={open.rows.value} />
    </div>
  );
}

const noCell = () => '';

/** What would take the run back, shown as any other dry run. */
function Undo({ model, run, onBegun }: RunPlaceProps & { run: Run }) {
  const { open } = model.runs;
  useEffect(() => void open.checkUndo(), [run.id, open]);
  const undo = open.undo.value;
  const begin = async (isCanary: boolean) => {
    const id = undo && (await model.beginUndo(run, undo, isCanary));
    if (id !== null) onBegun(id);
  };
  return (
    <div class="pb-stack pb-bulk-checked">
      <h2 class="pb-clip">{runName(run)}</h2>
      <p class="pb-muted">{text.undoLead}</p>
      {open.failure.value && (
        <FailureNotice failure={open.failure.value}>
          <Button onClick={() => void open.checkUndo()}>{bulkText.tryAgain}</Button>
        </FailureNotice>
      )}
      {undo === null && !open.failure.value && <p role="status">{text.undoLoading}</p>}
      {undo?.rows.length === 0 && <Empty title={text.undoNothing} />}
      {undo && undo.rows.length > 0 && (
        <DryRun
          checked={undo}
          groups={[]}
          textOf={noCell}
          on={null}
          canWrite={model.stores.canWrite.value}
          canCreate
          isBusy={false}
          isStarting={model.isStarting.value}
          onBegin={(isCanary) => void begin(isCanary)}
        >
          {model.failure.value && <FailureNotice failure={model.failure.value} />}
        </DryRun>
      )}
    </div>
  );
}
