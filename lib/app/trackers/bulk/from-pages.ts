import { AppError } from '../../../core/base/errors';
import type { Tracker } from '../../../core/tracker/tracker';
import { type CheckedSheet, checkTrackerSheet } from '../../../core/tracker-sheet/check-sheet';
import { type Known, listKey, type ObjectList } from '../../../core/tracker-sheet/known';
import type { OpenTrackerSheet } from '../../../core/tracker-sheet/open-sheet';
import type { Run, RunOrder, RunRow } from '../../../core/tracker-sheet/run';
import { undoRun } from '../../../core/tracker-sheet/undo';
import type { Read } from '../../../store/rows';
import { listRuns, readRun, readRunOf, readRunRows } from '../../../store/runs';
import { listTrackers } from '../../../store/trackers';
import type { Connection } from '../../../store/database';
import type { SendFromPage } from '../from-pages';

/** A sheet that is being made ready: what it is checked against, but for what the check asks for itself. */
export interface SheetInHand {
  readonly sheet: Pick<OpenTrackerSheet, 'header' | 'rows'>;
  readonly advertiser: Known['advertiser'];
  readonly chosen: ReadonlyMap<string, number>;
}

/** How far the lists are that a check needs: so many were read, of so many that are known to be needed. */
export type OnLists = (read: number, needed: number) => void;

interface BulkParts {
  readonly send: SendFromPage;
  readonly database: Connection;
  readonly account: () => Promise<string>;
}

export type BulkUses = ReturnType<typeof createBulkUses>;

/** What a page does with sheets of trackers and with their runs: it reads the store itself, and asks the background. */
export function createBulkUses({ send, database, account }: BulkParts) {
  /** Lists that were read, as long as the page is open: a sheet is checked again at every choice. */
  const lists = new Map<string, ObjectList>();
  /** Whose they are, and for whom was checked last. */
  let checkedFor: string | null = null;
  const trackersOf = async (advertiserId: number): Promise<readonly Tracker[]> =>
    (await listTrackers(await database(), await account(), advertiserId)).rows;

  const ownRun = async (id: string): Promise<Run | null> =>
    readRunOf(await database(), await account(), id);

  async function checksFor(): Promise<void> {
    const now = await account();
    if (now !== checkedFor) lists.clear();
    checkedFor = now;
  }

  return {
    /**
     * Checks a sheet against the trackers that are there now, reading the lists that it needs. Nothing is sent. Fails as
     * the lists do; those that were read stay.
     */
    async check(
      { sheet, advertiser, chosen }: SheetInHand,
      onLists: OnLists = () => {},
      signal?: AbortSignal,
    ): Promise<CheckedSheet> {
      await checksFor();
      await send('trackers.sync', { advertiserId: advertiser.id, whole: false });
      const trackers = await trackersOf(advertiser.id);
      for (let read = 0; ;) {
        const checked = checkTrackerSheet(sheet, { advertiser, trackers, lists, chosen });
        if (checked.wanted.length === 0) return checked;
        const needed = read + checked.wanted.length;
        for (const query of checked.wanted) {
          signal?.throwIfAborted();
          onLists(read, needed);
          lists.set(listKey(query), await send('bulk.listObjects', { query }));
          read += 1;
        }
        onLists(read, needed);
      }
    },
    /** Has the lists read anew at the next check. */
    forgetLists: () => lists.clear(),
    /** The dry run of taking a run back. Fails with `account-changed` where it is not of who is chosen by now. */
    async checkUndo(run: Run): Promise<CheckedSheet> {
      await checksFor();
      if ((await ownRun(run.id)) === null) throw new AppError('account-changed');
      await send('trackers.sync', { advertiserId: run.advertiser.id, whole: false });
      const { rows } = await readRunRows(await database(), run.id);
      return undoRun(rows, await trackersOf(run.advertiser.id));
    },
    /** Begins what a dry run has shown, for whom it was shown: where none is named, for whom was checked last; gives the id. */
    async start(order: RunOrder, shownTo: string | null = checkedFor): Promise<string> {
      const of = shownTo === null ? {} : { account: shownTo };
      return (await send('bulk.start', { ...order, ...of })).id;
    },
    pause: (id: string) => send('bulk.pause', { id }),
    goOn: (id: string) => send('bulk.goOn', { id }),
    release: (id: string) => send('bulk.release', { id }),
    cancel: (id: string) => send('bulk.cancel', { id }),
    /** The runs of who is signed in, newest first. */
    history: async (): Promise<Read<Run>> => listRuns(await database(), await account()),
    /** A run of who is chosen; `null` where it is somebody else's, or not here. */
    ownRun,
    /** A run that was begun here, whoever is chosen by now. */
    readRun: async (id: string): Promise<Run | null> => readRun(await database(), id),
    /** What came of the rows, those that are sent first; with a `size`, no more than so many from a step on. */
    readRows: async (id: string, from?: number, size?: number): Promise<Read<RunRow>> =>
      readRunRows(await database(), id, from, size),
  };
}
