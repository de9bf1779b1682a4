import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';

import { createTurns } from '@/components/stores/turns';
import { type Failure, toFailure } from '@/lib/core/base/errors';
import { MAX_FILE_BYTES } from '@/lib/core/base/limits';
import type { SheetRefusal, ShownSheet } from '@/lib/core/report/reconcile/kept-sheets';
import { type FileProblem, SheetFileError } from '@/lib/core/table/file-problem';
import type { ReadProgress } from '@/lib/core/table/read-progress';

import type { OpenReport, ReportActions } from '../report-actions';

export type TagSheetsModel = ReturnType<typeof createTagSheets>;

/** What came of the last that was done with tag sheets. */
export type SheetState =
  | { readonly step: 'none' }
  | { readonly step: 'reading'; readonly name: string; readonly progress: ReadProgress | null }
  | { readonly step: 'kept' | 'removed'; readonly name: string }
  | { readonly step: 'refused'; readonly name: string; readonly why: SheetRefusal }
  | { readonly step: 'no-file'; readonly name: string; readonly problem: FileProblem }
  | { readonly step: 'failed'; readonly failure: Failure };

const NONE: SheetState = { step: 'none' };

/** Keeps tag sheets for the advertiser of the report that is open; calls `onChanged` where placements may be matched otherwise. */
export function createTagSheets(
  actions: Pick<ReportActions, 'takeSheet' | 'listSheets' | 'removeSheet'>,
  report: ReadonlySignal<OpenReport | null>,
  onChanged: () => Promise<void>,
) {
  const state = signal(NONE);
  const sheets = signal<readonly ShownSheet[]>([]);
  const advertiserId = computed(() => report.value?.report.question.advertiserId ?? null);
  const takeTurn = createTurns();
  const takeList = createTurns();
  let working = new AbortController();

  async function load(): Promise<void> {
    const isLast = takeList();
    const of = advertiserId.value;
    if (of === null) return;
    try {
      const found = await actions.listSheets(of);
      if (isLast()) sheets.value = found;
    } catch (error) {
      if (isLast()) state.value = { step: 'failed', failure: toFailure(error) };
    }
  }

  /** Does something, and says how it went unless something else was begun meanwhile; the list is read anew unless it was called off. */
  async function attempt(
    name: string,
    isOff: () => boolean,
    act: () => Promise<SheetState>,
  ): Promise<void> {
    const isLast = takeTurn();
    let after: SheetState;
    try {
      after = await act();
    } catch (error) {
      if (isLast()) state.value = failed(name, error);
      return;
    }
    if (isLast()) state.value = after;
    if (after.step !== 'refused' && !isOff()) await Promise.all([load(), onChanged()]);
  }

  function stop(): void {
    working.abort();
    takeTurn();
    state.value = NONE;
  }

  return {
    state,
    sheets,
    advertiserId,
    load,
    stop,
    reset(): void {
      takeList();
      batch(() => {
        stop();
        sheets.value = [];
      });
    },
    async take(file: File): Promise<void> {
      const of = advertiserId.value;
      if (of === null) return;
      stop();
      const { signal: ended } = (working = new AbortController());
      const { name } = file;
      const onProgress = (progress: ReadProgress | null) => {
        if (!ended.aborted) state.value = { step: 'reading', name, progress };
      };
      onProgress(null);
      await attempt(
        name,
        () => ended.aborted,
        async () => {
          if (file.size > MAX_FILE_BYTES) throw new SheetFileError('too-large');
          const why = await actions.takeSheet(file, of, onProgress, ended);
          return why === null ? { step: 'kept', name } : { step: 'refused', name, why };
        },
      );
    },
    async remove(name: string): Promise<void> {
      const of = advertiserId.value;
      if (of === null) return;
      const isElsewhere = () => of !== advertiserId.value;
      await attempt(name, isElsewhere, async () => {
        await actions.removeSheet(of, name);
        return { step: 'removed', name };
      });
    },
  };
}

function failed(name: string, error: unknown): SheetState {
  return error instanceof SheetFileError
    ? { step: 'no-file', name, problem: error.problem }
    : { step: 'failed', failure: toFailure(error) };
}
