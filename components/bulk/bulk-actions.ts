import type { SavedFill } from '@/components/sheets/saved-fill';
import type { DraftActions } from '@/components/stores/draft';
import type { FillOrder } from '@/lib/core/table/plan-fill';
import type { ReadProgress } from '@/lib/core/table/read-progress';
import type { CheckedSheet } from '@/lib/core/tracker-sheet/check-sheet';
import type { TrackerColumnMemory } from '@/lib/core/tracker-sheet/columns';
import type { Known, ObjectList, ObjectQuery } from '@/lib/core/tracker-sheet/known';
import type { OpenTrackerSheet } from '@/lib/core/tracker-sheet/open-sheet';
import type { Run, RunOrder, RunRow } from '@/lib/core/tracker-sheet/run';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';

/** A sheet that is checked: what it is held against is read meanwhile. */
interface SheetInHand {
  readonly sheet: Pick<OpenTrackerSheet, 'header' | 'rows'>;
  readonly advertiser: Known['advertiser'];
  readonly chosen: ReadonlyMap<string, number>;
}

/** What preparing a bulk change takes. */
export interface PrepareActions extends DraftActions {
  /** Reads a sheet beside the page, with the columns that were chosen; `signal` ends that at once. Fails with `SheetFileError`. */
  readFile(
    file: Blob,
    onProgress: (progress: ReadProgress) => void,
    signal: AbortSignal,
    memory: TrackerColumnMemory,
  ): Promise<OpenTrackerSheet>;
  /** The same bytes as they are now, whatever becomes of their file on the disk. Fails where they are too many. */
  hold(file: Blob): Promise<Blob>;
  /** Which columns of sheets were chosen by hand. */
  readColumns(): Promise<TrackerColumnMemory>;
  changeColumns(change: (before: TrackerColumnMemory) => TrackerColumnMemory): Promise<void>;
  /** Finds objects by name or id, as a person types. */
  searchObjects(query: ObjectQuery, text: string): Promise<readonly Ref[]>;
  /** A list of objects, as far as it can be read. */
  listObjects(query: ObjectQuery): Promise<ObjectList>;
  /**
   * Checks a sheet against what is there now. `onLists` is told how many of the lists are read that are known to be
   * needed. Fails as these do; what was read stays for the next time.
   */
  check(
    inHand: SheetInHand,
    onLists: (read: number, needed: number) => void,
    signal: AbortSignal,
  ): Promise<CheckedSheet>;
  /** Has the lists read anew at the next check. */
  forgetLists(): void;
}

/** What is done with runs. */
export interface RunActions {
  /** Begins what a dry run has shown; gives the id of the run. Fails with `run-going` where another is not over. */
  start(order: RunOrder): Promise<string>;
  /** Has it wait once the row under way has ended. */
  pause(id: string): Promise<unknown>;
  goOn(id: string): Promise<unknown>;
  /** Lets the rest go out after the first were looked at. */
  release(id: string): Promise<unknown>;
  /** Ends it for good; what is on its way is looked for. */
  cancel(id: string): Promise<unknown>;
  /** The runs of who is signed in, newest first. */
  history(): Promise<{ readonly rows: readonly Run[]; readonly unreadable: number }>;
  /** `null` where it is not here, or of somebody else than is signed in. */
  readRun(id: string): Promise<Run | null>;
  /** What came of the rows, those that are sent first; with a `size`, no more than so many from a step on. */
  readRows(id: string, from?: number, size?: number): Promise<{ readonly rows: readonly RunRow[] }>;
  /** The dry run of taking a run back. */
  checkUndo(run: Run): Promise<CheckedSheet>;
  /** Those of them that are cached. */
  findTrackers(ids: readonly number[]): Promise<readonly Tracker[]>;
}

/** What giving a file back takes. */
export interface FillActions extends Pick<PrepareActions, 'readFile' | 'readColumns' | 'hold'> {
  /** Fills columns into a sheet of a file beside the page and saves that; `signal` ends it at once. */
  fillFile(file: File, sheet: string, order: FillOrder, signal: AbortSignal): Promise<SavedFill>;
  findTrackers: RunActions['findTrackers'];
}

/** All that the room can do. The entrypoint plugs in messages, files and the database; a test plugs in fakes. */
export type BulkActions = PrepareActions & RunActions & FillActions;
