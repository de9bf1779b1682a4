import { signal } from '@preact/signals';

import { createTurns } from '@/components/stores/turns';
import { type Failure, toStorageFailure } from '@/lib/core/base/errors';
import { type FileProblem, SheetFileError } from '@/lib/core/table/file-problem';
import type { ReadProgress } from '@/lib/core/table/read-progress';
import { MAX_PASTED_CHARS, readExpected } from '@/lib/core/verification/read-expected';
import type { Taken } from '@/lib/core/verification/taken';

import type { LineItemOffer, RunActions } from './run-actions';

/** What is said back of a list that was given. */
export type Outcome =
  | {
      readonly kind: 'taken';
      /** A file's or a line item's name; `null` for what was typed. */
      readonly from: string | null;
      readonly taken: Taken;
      /** How many of them are expected now and were not before. */
      readonly added: number;
    }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'refused'; readonly fileName: string; readonly problem: FileProblem }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type AddModel = ReturnType<typeof createAddModel>;

/** Several trackers at once: from a text, a file, or all of a line item. What was typed stays until all of it is taken. */
export function createAddModel(
  actions: Pick<RunActions, 'readExpectedFile' | 'searchLineItems'>,
  expect: (ids: readonly number[]) => Promise<number>,
) {
  const isOpen = signal(false);
  const text = signal('');
  const outcome = signal<Outcome | null>(null);
  /** The file that is being read. */
  const reading = signal<{ fileName: string; progress: ReadProgress | null } | null>(null);
  const othersLeft = signal(0);
  const lineItem = signal<LineItemOffer | null>(null);
  const takeTurn = createTurns();
  let working = new AbortController();

  async function add(taken: Taken, from: string | null): Promise<void> {
    const added = await expect(taken.ids);
    outcome.value = { kind: 'taken', from, taken, added };
  }

  async function addText(): Promise<void> {
    const given = text.value;
    if (given.length > MAX_PASTED_CHARS) {
      outcome.value = { kind: 'too-long' };
      return;
    }
    const taken = readExpected(given);
    await add(taken, null);
    const isAll = taken.refused.length + taken.idsMore === 0;
    if (isAll && text.value === given) text.value = '';
  }

  async function addFile(file: File, others: number): Promise<void> {
    stop();
    othersLeft.value = others;
    outcome.value = null;
    const isLast = takeTurn();
    working = new AbortController();
    reading.value = { fileName: file.name, progress: null };
    try {
      const onProgress = (progress: ReadProgress) => {
        if (isLast()) reading.value = { fileName: file.name, progress };
      };
      const taken = await actions.readExpectedFile(file, onProgress, working.signal);
      if (isLast()) await add(taken, file.name);
    } catch (error) {
      if (isLast()) {
        outcome.value =
          error instanceof SheetFileError
            ? { kind: 'refused', fileName: file.name, problem: error.problem }
            : { kind: 'failed', failure: toStorageFailure(error) };
      }
    }
    if (isLast()) reading.value = null;
  }

  async function addLineItem(): Promise<void> {
    const chosen = lineItem.value;
    if (chosen === null) return;
    await add(
      { ids: [...chosen.trackerIds], refused: [], refusedMore: 0, idsMore: 0 },
      chosen.name,
    );
    lineItem.value = null;
  }

  /** Ends the reading of a file. */
  function stop(): void {
    takeTurn();
    working.abort();
    reading.value = null;
  }

  /** Ends what is under way and forgets what was said: another verification is shown. What was typed stays. */
  function leave(): void {
    stop();
    outcome.value = null;
    othersLeft.value = 0;
    lineItem.value = null;
  }

  return {
    isOpen,
    text,
    outcome,
    reading,
    othersLeft,
    lineItem,
    addText,
    addFile,
    addLineItem,
    stop,
    leave,
    searchLineItems: actions.searchLineItems,
  };
}
