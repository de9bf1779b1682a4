import { type Failure, toFailure } from '../../core/base/errors';
import type { PlannedRow } from '../../core/tracker-sheet/planned-row';
import type { TrackerState } from '../../core/tracker/tracker';

/** How a bulk change of states ended. */
export interface PlanEnd {
  readonly changed: number;
  readonly failed: readonly { readonly name: string; readonly failure: Failure }[];
  /** It was stopped before these. */
  readonly notSent: number;
}

interface PlanParts {
  /** Switches one on or off; asked again, the same wish means the same state. */
  readonly setState: (id: number, state: TrackerState) => Promise<unknown>;
  /** How many are done, be it well or not. */
  readonly onDone: (done: number) => void;
  /** Stopped, it ends after the one that is under way. */
  readonly signal: AbortSignal;
}

/** Whatever this is about, the next one would fail in the same way. */
const OF_ALL: ReadonlySet<Failure['code']> = new Set([
  'session-expired',
  'not-permitted',
  'address-changed',
  'network',
  'extension-updated',
]);

/**
 * Does what a dry run of states says will change, one after the other, each with a journal of its own. One that fails is
 * told with its name, and the others go on; where all that follow would fail as well, they are not sent.
 */
export async function runStatePlan(
  rows: readonly PlannedRow[],
  { setState, onDone, signal }: PlanParts,
): Promise<PlanEnd> {
  const todo = rows.flatMap(({ kind, tracker, name, changes: { state } }) =>
    kind === 'change' && tracker !== null && state !== undefined
      ? [{ id: tracker.id, name, state }]
      : [],
  );
  const failed: { name: string; failure: Failure }[] = [];
  let done = 0;
  for (const { id, name, state } of todo) {
    if (signal.aborted) break;
    try {
      await setState(id, state);
    } catch (error) {
      const failure = toFailure(error);
      failed.push({ name, failure });
      if (OF_ALL.has(failure.code)) {
        done += 1;
        break;
      }
    }
    done += 1;
    onDone(done);
  }
  return { changed: done - failed.length, failed, notSent: todo.length - done };
}
