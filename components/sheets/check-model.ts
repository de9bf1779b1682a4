import { signal } from '@preact/signals';

import { createTurns } from '@/components/stores/turns';
import { type Failure, toFailure } from '@/lib/core/base/errors';
import type { CheckedRow, SheetContext } from '@/lib/core/tag-sheet/read/checked';
import { type FileProblem, SheetFileError } from '@/lib/core/table/file-problem';
import type { ColumnOffer } from '@/lib/core/tag-sheet/read/choose-columns';
import type { ColumnChoice } from '@/lib/core/tag-sheet/read/column-choice';
import { rememberColumns } from '@/lib/core/table/column-memory';
import type { SheetHeader } from '@/lib/core/tag-sheet/read/header';
import { NoHeaderError } from '@/lib/core/tag-sheet/read/no-header';
import type { OpenSheet } from '@/lib/core/tag-sheet/read/open-sheet';
import { checkRow } from '@/lib/core/tag-sheet/read/read-sheet';
import type { ReadProgress } from '@/lib/core/table/read-progress';

import type { SheetActions } from './sheet-actions';

/** Where the check of a file stands. */
export type CheckState =
  | { readonly step: 'idle' }
  | {
      readonly step: 'reading';
      readonly fileName: string;
      /** `null` until the reader has said something. */
      readonly progress: ReadProgress | null;
    }
  | {
      readonly step: 'checking';
      readonly fileName: string;
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly step: 'refused';
      readonly fileName: string;
      readonly problem: FileProblem;
      /** The columns to choose from, where none were recognised. */
      readonly offer: ColumnOffer | null;
    }
  | { readonly step: 'failed'; readonly fileName: string; readonly failure: Failure }
  | {
      readonly step: 'done';
      readonly fileName: string;
      readonly sheetName: string;
      readonly header: SheetHeader;
      readonly offer: ColumnOffer;
      readonly rows: readonly CheckedRow[];
      readonly stopped: boolean;
    };

export type CheckModel = ReturnType<typeof createCheckModel>;

// Milliseconds of work between two frames.
const SLICE_MS = 12;

/**
 * Has a file read and judges its rows, a slice at a time; again where a person chose its columns, which
 * is remembered for sheets with the same titles. A new file or `reset` ends what was under
 * way; `stop` ends it too and shows what was judged until then.
 */
export function createCheckModel(actions: SheetActions, contextNow: () => SheetContext) {
  const state = signal<CheckState>({ step: 'idle' });
  /** The list of columns in which something was chosen, until it has the focus again. */
  const touched = signal<string | null>(null);
  const takeTurn = createTurns();
  let working = new AbortController();
  let given: File | null = null;

  function check(file: File): Promise<void> {
    given = file;
    touched.value = null;
    return read(file);
  }

  /** Checks the file again with these columns, or as recognised, and keeps that for others like it. */
  async function choose(list: string, choice: ColumnChoice | null): Promise<void> {
    const offer = 'offer' in state.value ? state.value.offer : null;
    if (!offer || !given) return;
    touched.value = list;
    const { fingerprint } = offer;
    await read(given, () =>
      actions.changeColumns((before) => rememberColumns(before, fingerprint, choice)),
    );
  }

  async function read(file: File, before = async () => {}): Promise<void> {
    working.abort();
    const { signal: ended } = (working = new AbortController());
    const isLast = takeTurn();
    const fileName = file.name;
    state.value = { step: 'reading', fileName, progress: null };
    const onProgress = (progress: ReadProgress) => {
      if (isLast()) state.value = { step: 'reading', fileName, progress };
    };
    try {
      await before();
      const memory = await actions.readColumns();
      if (!isLast()) return;
      const sheet = await actions.readFile(file, onProgress, ended, memory);
      if (isLast()) await checkAll(sheet, fileName, ended, isLast);
    } catch (error) {
      if (!isLast()) return;
      state.value =
        error instanceof SheetFileError
          ? { step: 'refused', fileName, problem: error.problem, offer: offerIn(error) }
          : { step: 'failed', fileName, failure: toFailure(error) };
    }
  }

  async function checkAll(
    sheet: OpenSheet,
    fileName: string,
    ended: AbortSignal,
    isLast: () => boolean,
  ): Promise<void> {
    const context = contextNow();
    const rows: CheckedRow[] = [];
    const total = sheet.rows.length;
    let until = performance.now() + SLICE_MS;
    for (let index = 0; index < total && !ended.aborted; index += 1) {
      const row = checkRow(sheet, index, context);
      if (row) rows.push(row);
      if (performance.now() < until) continue;
      state.value = { step: 'checking', fileName, done: index + 1, total };
      await actions.breathe();
      if (!isLast()) return;
      until = performance.now() + SLICE_MS;
    }
    const stopped = ended.aborted;
    const { name: sheetName, header, offer } = sheet;
    state.value = { step: 'done', fileName, sheetName, header, offer, rows, stopped };
  }

  function stop(): void {
    working.abort();
  }

  function reset(): void {
    working.abort();
    takeTurn();
    state.value = { step: 'idle' };
  }

  function forgetTouched(): void {
    touched.value = null;
  }

  return { state, touched, forgetTouched, check, choose, stop, reset };
}

function offerIn(error: SheetFileError): ColumnOffer | null {
  return error instanceof NoHeaderError ? error.offer : null;
}
