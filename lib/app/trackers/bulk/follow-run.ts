import type { Failure } from '../../../core/base/errors';
import type { PlannedRow } from '../../../core/tracker-sheet/planned-row';
import { orderRows, type Run, type RunAct } from '../../../core/tracker-sheet/run';
import type { Ref } from '../../../core/tracker/tracker';
import type { BulkUses } from './from-pages';

/** How a bulk change ended, as far as whoever began it looked on. */
export interface RunEnd {
  readonly id: string;
  readonly changed: number;
  /** Those that were not changed, each with why. */
  readonly failed: readonly { readonly name: string; readonly failure: Failure }[];
  /** It ended before these. */
  readonly notSent: number;
  /** Why it ended early, where it was not stopped by a person. */
  readonly failure: Failure | null;
}

/** How far a run is while somebody looks on. */
export interface RunMoved {
  readonly id: string;
  /** How many have come to an end, be it a good one or not. */
  readonly done: number;
  /** It waits, until what it waits for has passed or a person has it go on: why, where there is a reason to tell. */
  readonly waits: { readonly failure: Failure | null } | null;
}

/** What is to be done, and for whom it was shown. */
export interface FollowOrder {
  readonly advertiser: Ref;
  readonly act: RunAct;
  readonly rows: readonly PlannedRow[];
  /** `null` where the page does not know: then it is of whoever is chosen. */
  readonly account: string | null;
}

interface FollowParts {
  readonly uses: Pick<BulkUses, 'start' | 'cancel' | 'readRun' | 'readRows'>;
  /** Tells whenever a run may be further than it was; returns how to stop. */
  readonly onMove: (listener: () => void) => () => void;
  readonly onRun: (moved: RunMoved) => void;
  /** Ends it; what is on its way is looked for. */
  readonly signal: AbortSignal;
  /** Looks on no longer: it goes on, or waits, by itself. */
  readonly left: AbortSignal;
}

/**
 * Begins what a dry run has shown and looks on until it has ended. One that has to wait stays and waits, as it does where
 * the page is closed. `null` where nobody can tell what came of it: it is not kept here any more, or is not looked at.
 */
export async function followRun(
  { advertiser, act, rows, account }: FollowOrder,
  { uses, onMove, onRun, signal, left }: FollowParts,
): Promise<RunEnd | null> {
  const order = { advertiser, file: '', holdAt: null, undoes: null, act, rows: orderRows(rows) };
  let moved = Promise.withResolvers<void>();
  const stop = onMove(() => moved.resolve());
  const either = AbortSignal.any([signal, left]);
  const wake = () => moved.resolve();
  either.addEventListener('abort', wake);
  try {
    const id = await uses.start(order, account);
    let isEnding = false;
    for (;;) {
      moved = Promise.withResolvers<void>();
      if (left.aborted) return null;
      const run = await uses.readRun(id);
      if (run === null) return null;
      const { state, failure, ended } = run;
      onRun({ id, done: ended, waits: state === 'paused' ? { failure } : null });
      if (isOver(run)) return await endOf(uses, run);
      if (signal.aborted && !isEnding) {
        isEnding = true;
        await uses.cancel(id);
      } else await moved.promise;
    }
  } finally {
    either.removeEventListener('abort', wake);
    stop();
  }
}

const isOver = ({ state }: Run) => state === 'done' || state === 'cancelled' || state === 'failed';

async function endOf(uses: Pick<BulkUses, 'readRows'>, run: Run): Promise<RunEnd> {
  const { rows } = await uses.readRows(run.id);
  return {
    id: run.id,
    changed: run.counts.changed,
    // One that was already as it was to be is skipped, and nothing is to be said of it.
    failed: rows.flatMap(({ name, end }) => (end?.failure ? [{ name, failure: end.failure }] : [])),
    notSent: run.total - run.ended,
    failure: run.failure,
  };
}
