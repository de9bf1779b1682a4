import type { Failure } from '../../../core/base/errors';
import type { PlannedRow } from '../../../core/tracker-sheet/planned-row';
import { orderRows, type Run } from '../../../core/tracker-sheet/run';
import type { Ref } from '../../../core/tracker/tracker';
import type { BulkUses } from './from-pages';

/** How a bulk change ended, as far as whoever began it looked on. */
export interface RunEnd {
  readonly changed: number;
  /** Those that were not changed, each with why. */
  readonly failed: readonly { readonly name: string; readonly failure: Failure }[];
  /** It ended before these. */
  readonly notSent: number;
  /** Why it ended early, where it was not stopped by a person. */
  readonly failure: Failure | null;
}

interface FollowParts {
  readonly uses: Pick<BulkUses, 'start' | 'cancel' | 'readRun' | 'readRows'>;
  /** Tells whenever a run may be further than it was; returns how to stop. */
  readonly onMove: (listener: () => void) => () => void;
  /** How many have come to an end, be it a good one or not. */
  readonly onDone: (done: number) => void;
  /** Ends it; what is on its way is looked for. */
  readonly signal: AbortSignal;
}

/**
 * Begins what a dry run has shown and looks on until it has ended. One that has to wait is ended, and says why: nothing
 * goes on that nobody sees. Where the page is closed meanwhile, the run goes on by itself.
 */
export async function followRun(
  advertiser: Ref,
  rows: readonly PlannedRow[],
  { uses, onMove, onDone, signal }: FollowParts,
): Promise<RunEnd> {
  const order = { advertiser, file: '', holdAt: null, undoes: null, rows: orderRows(rows) };
  let moved = Promise.withResolvers<void>();
  const stop = onMove(() => moved.resolve());
  const cancel = () => moved.resolve();
  signal.addEventListener('abort', cancel);
  try {
    const id = await uses.start(order);
    for (;;) {
      moved = Promise.withResolvers<void>();
      const run = await uses.readRun(id);
      if (run) onDone(run.ended);
      if (run === null || isOver(run)) return await endOf(uses, id, run);
      const failure = run.state === 'paused' ? run.failure : null;
      if (signal.aborted || run.state === 'paused') {
        await uses.cancel(id);
        const ended = await uses.readRun(id);
        return { ...(await endOf(uses, id, ended ?? run)), failure };
      }
      await moved.promise;
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    stop();
  }
}

const isOver = ({ state }: Run) => state === 'done' || state === 'cancelled' || state === 'failed';

async function endOf(
  uses: Pick<BulkUses, 'readRows'>,
  id: string,
  run: Run | null,
): Promise<RunEnd> {
  const { rows } = await uses.readRows(id);
  return {
    changed: run?.counts.changed ?? 0,
    // One that was already as it was to be is skipped, and nothing is to be said of it.
    failed: rows.flatMap(({ name, end }) => (end?.failure ? [{ name, failure: end.failure }] : [])),
    notSent: run === null ? 0 : run.total - run.ended,
    failure: run?.failure ?? null,
  };
}
