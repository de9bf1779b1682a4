import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';

import { createTurns } from '@/components/stores/turns';
import { type Failure, toFailure } from '@/lib/core/base/errors';
import { MAX_FILE_BYTES } from '@/lib/core/base/limits';
import { type FileProblem, SheetFileError } from '@/lib/core/table/file-problem';
import type { ReadProgress } from '@/lib/core/table/read-progress';

import { forProof } from './for-proof';
import { createKeeping } from './keeping-model';
import { createTagSheets } from './tag-sheets-model';
import type {
  ComparedRow,
  CompareOrder,
  Comparison,
  FileChoice,
  FileRead,
  OpenReport,
  ReportActions,
} from '../report-actions';

export type ComparingModel = ReturnType<typeof createComparing>;

/** Where the reading of an ad server's report stands. */
export type FileState =
  | { readonly step: 'none' }
  | { readonly step: 'reading'; readonly name: string; readonly progress: ReadProgress | null }
  | { readonly step: 'refused'; readonly name: string; readonly problem: FileProblem }
  | { readonly step: 'failed'; readonly name: string; readonly failure: Failure }
  | { readonly step: 'given'; readonly name: string; readonly read: FileRead };

const UNCHOSEN: FileChoice = { columns: null, dates: null };
/** In per cent (peers' study, 8). */
const USUAL_THRESHOLD = '10';

/** A threshold in per cent; `null` where it is none. */
function readThreshold(typed: string): number | null {
  if (!/^\d{1,3}(?:[.,]\d{1,2})?$/.test(typed.trim())) return null;
  const value = Number(typed.trim().replace(',', '.'));
  return value <= 100 ? value : null;
}

/** Lays an ad server's own report beside the one that is open. */
export function createComparing(actions: ReportActions, report: ReadonlySignal<OpenReport | null>) {
  const state = signal<FileState>({ step: 'none' });
  const threshold = signal(USUAL_THRESHOLD);
  const comparison = signal<Comparison | null>(null);
  const failure = signal<Failure | null>(null);
  const isComparing = signal(false);
  const selected = signal<string | null>(null);
  /** Whether what is kept is being read. */
  const isLoading = signal(false);
  /** Whether the file itself is at hand, to be read with other columns: of one that is kept it is not. */
  const hasFile = signal(false);
  const keeping = createKeeping(actions, () => report.value?.report.id ?? null);
  /** The list of columns in which something was chosen, until it has the focus again. */
  const touched = signal<string | null>(null);
  const takeRead = createTurns();
  const takeCompare = createTurns();
  let working = new AbortController();
  let given: File | null = null;
  let choice = UNCHOSEN;

  const limit = computed(() => readThreshold(threshold.value));
  const order = computed((): CompareOrder | null => {
    const at = state.value;
    const value = limit.value;
    if (report.value === null || at.step !== 'given' || at.read.kind !== 'read') return null;
    return value === null ? null : { report: report.value, file: at.read.report, threshold: value };
  });

  async function compare(): Promise<void> {
    const isLast = takeCompare();
    const now = order.value;
    if (now === null) return;
    isComparing.value = true;
    try {
      const found = await actions.compare(now);
      if (!isLast()) return;
      batch(() => {
        comparison.value = found;
        failure.value = null;
      });
    } catch (error) {
      if (isLast()) failure.value = toFailure(error);
    } finally {
      if (isLast()) isComparing.value = false;
    }
  }

  async function read(): Promise<void> {
    const file = given;
    if (file === null) return;
    working.abort();
    const { signal: ended } = (working = new AbortController());
    const isLast = takeRead();
    const { name } = file;
    state.value = { step: 'reading', name, progress: null };
    try {
      if (file.size > MAX_FILE_BYTES) throw new SheetFileError('too-large');
      const onProgress = (progress: ReadProgress) => {
        if (isLast()) state.value = { step: 'reading', name, progress };
      };
      const found = await actions.readFile(file, choice, onProgress, ended);
      if (!isLast()) return;
      state.value = { step: 'given', name, read: found };
    } catch (error) {
      if (!isLast()) return;
      state.value =
        error instanceof SheetFileError
          ? { step: 'refused', name, problem: error.problem }
          : { step: 'failed', name, failure: toFailure(error) };
      return;
    }
    await Promise.all([compare(), keep()]);
  }

  /** Keeps what is shown, with the threshold as it is by then. */
  async function keep(): Promise<void> {
    const at = state.value;
    if (at.step !== 'given' || at.read.kind !== 'read') return;
    const { offer, report: file, sheets = [] } = at.read;
    await keeping.keep({
      fileName: at.name,
      threshold: limit.value ?? Number(USUAL_THRESHOLD),
      dates: choice.dates,
      offer,
      sheets,
      report: file,
    });
    if (limit.value !== null) await keeping.keepThreshold(limit.value);
    await hear();
  }

  /** Shows what is kept beside the report, where nothing else is shown. */
  async function load(): Promise<void> {
    if (state.value.step !== 'none') return;
    const isLast = takeRead();
    isLoading.value = true;
    try {
      const kept = await keeping.load();
      if (!isLast() || kept === null) return;
      const { offer, sheets, fileName, dates } = kept;
      choice = { columns: offer.choice, dates };
      batch(() => {
        threshold.value = String(kept.threshold);
        const read = { kind: 'read' as const, offer, report: kept.report, sheets };
        state.value = { step: 'given', name: fileName, read };
      });
      await compare();
    } catch (error) {
      if (isLast()) failure.value = toFailure(error);
    } finally {
      if (isLast()) isLoading.value = false;
    }
  }

  /** Something else is kept, or nothing any more: here, or in another window. */
  async function hear(): Promise<void> {
    if (!(await keeping.look())) return;
    const { there, mine } = keeping;
    if (state.value.step === 'none' && !isLoading.value) return load();
    const [own, now] = [mine.value, there.value];
    if (own === null || now === null || now === 'unreadable') return;
    if (now.reading !== own.reading || now.threshold === own.threshold) return;
    batch(() => {
      mine.value = now;
      threshold.value = String(now.threshold);
    });
    await compare();
  }

  const sheets = createTagSheets(actions, report, compare);

  function forget(all: boolean): void {
    working.abort();
    takeRead();
    takeCompare();
    keeping.forget(all);
    batch(() => {
      if (all) threshold.value = USUAL_THRESHOLD;
      isLoading.value = false;
      hasFile.value = false;
      state.value = { step: 'none' };
      comparison.value = null;
      failure.value = null;
      isComparing.value = false;
      selected.value = null;
      touched.value = null;
    });
    choice = UNCHOSEN;
    given = null;
  }

  function showKept(): Promise<void> {
    forget(false);
    return load();
  }

  return {
    keeping,
    isLoading,
    hasFile,
    state,
    threshold,
    comparison,
    failure,
    isComparing,
    selected,
    touched,
    /** The threshold that counts; `null` while what is typed is none. */
    limit,
    /** The zone of the file; `null` where it does not tell. */
    zone: computed(() => order.value?.file.timeZone ?? null),
    /** To what a placement can belong. */
    choices: computed(() => report.value?.trackers ?? []),
    /** What tag sheets say of placements, beside the file. */
    sheets,
    causeText: actions.causeText,
    /** As it stands now, for a proof; none while nothing is compared, or anew. */
    forProof: () =>
      isComparing.value || failure.value ? [] : forProof(order.value, comparison.value),
    forgetTouched: () => void (touched.value = null),
    /** Another report is opened: nothing of the one before is left here. */
    reset(): void {
      forget(true);
      sheets.reset();
    },
    /** The report was read: what is kept beside it is shown, or looked at once more. */
    refresh: () => (state.value.step === 'none' ? load() : hear()),
    hear,
    /** Lets go of what is read or shown, and shows what is kept. */
    showKept,
    /** Keeps what is shown in the place of what another window keeps, or once more. */
    keep,
    async remove(): Promise<void> {
      if (await keeping.remove()) await showKept();
    },
    take(file: File): Promise<void> {
      forget(false);
      given = file;
      hasFile.value = true;
      return read();
    },
    /** Reads the file again with these columns; `null`: as recognised. */
    chooseColumns(list: string, columns: FileChoice['columns']): Promise<void> {
      touched.value = list;
      choice = { ...choice, columns };
      return read();
    },
    chooseDates(dates: 'dmy' | 'mdy'): Promise<void> {
      choice = { ...choice, dates };
      return read();
    },
    async changeThreshold(typed: string): Promise<void> {
      threshold.value = typed;
      const value = limit.value;
      await Promise.all([compare(), value !== null && keeping.keepThreshold(value).then(hear)]);
    },
    async match(key: string, trackerIds: readonly number[] | null): Promise<void> {
      try {
        await actions.keepMatch(key, trackerIds);
      } catch (error) {
        failure.value = toFailure(error);
        return;
      }
      await compare();
    },
    again: () => (state.value.step === 'none' ? load() : compare()),
    async saveCase(row: ComparedRow, how: 'xlsx' | 'csv'): Promise<string | null> {
      const now = order.value;
      if (now === null) return null;
      try {
        return await actions.saveCase(row, now, how);
      } catch (error) {
        failure.value = toFailure(error);
        return null;
      }
    },
  };
}
