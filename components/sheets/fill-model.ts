import { signal } from '@preact/signals';

import { type Failure, toFailure } from '@/lib/core/base/errors';
import { FillError, type FillProblem } from '@/lib/core/table/fill-problem';
import { type FileProblem, SheetFileError } from '@/lib/core/table/file-problem';
import { checkedFill } from '@/lib/core/tag-sheet/fill-checked';
import { type KnownForTags, tagForRow } from '@/lib/core/tag-sheet/tag-for-row';
import { checkedFillWords } from '@/lib/text/sheets/fill';

import type { CheckModel, CheckState } from './check-model';
import type { SavedFill } from './saved-fill';
import type { SheetActions } from './sheet-actions';

/** How filling in a checked file goes. */
export type FillState =
  | { readonly step: 'idle' | 'filling' }
  | ({ readonly step: 'saved' } & SavedFill)
  | { readonly step: 'refused'; readonly problem: FillProblem; readonly where: string }
  | { readonly step: 'unread'; readonly problem: FileProblem }
  | { readonly step: 'failed'; readonly failure: Failure };

export type FillModel = ReturnType<typeof createFillModel>;

const IDLE: FillState = { step: 'idle' };

/**
 * Fills what was found into the file that was checked, as it was read then. What is said of it goes with the check: another file, or
 * other columns, end what is under way and begin anew.
 */
export function createFillModel(
  actions: Pick<SheetActions, 'fillFile'>,
  { state: check, held }: Pick<CheckModel, 'state' | 'held'>,
  knownNow: () => KnownForTags,
) {
  const now = signal<{ readonly of: CheckState | null; readonly state: FillState }>({
    of: null,
    state: IDLE,
  });

  function stateOf(of: CheckState): FillState {
    return now.value.of === of ? now.value.state : IDLE;
  }

  async function fill(): Promise<void> {
    const done = check.value;
    const file = held();
    if (done.step !== 'done' || file === null || stateOf(done).step === 'filling') return;
    const working = new AbortController();
    const unwatch = check.subscribe((later) => {
      if (later !== done) working.abort();
    });
    now.value = { of: done, state: { step: 'filling' } };
    const known = knownNow();
    const order = checkedFill(done, (row) => tagForRow(row, known), checkedFillWords);
    const state = await actions
      .fillFile(file, done.sheetName, order, working.signal)
      .then((saved): FillState => ({ step: 'saved', ...saved }), outcomeOf);
    unwatch();
    if (!working.signal.aborted) now.value = { of: done, state };
  }

  return { stateOf, fill };
}

/** Why nothing was filled in. */
export function outcomeOf(error: unknown): FillState {
  if (error instanceof FillError) {
    return { step: 'refused', problem: error.problem, where: error.where };
  }
  if (error instanceof SheetFileError) return { step: 'unread', problem: error.problem };
  return { step: 'failed', failure: toFailure(error) };
}
