import { AppError } from '../../core/base/errors';
import {
  type KeptSheets,
  type SheetRefusal,
  sheetsOf,
  shownSheet,
  type ShownSheet,
  withoutSheet,
  withSheet,
} from '../../core/report/reconcile/kept-sheets';
import type { SheetReading } from '../../core/report/reconcile/sheet-placements';
import type { ReadProgress } from '../../core/table/read-progress';
import type { Connection } from '../../store/database';
import { listTrackers } from '../../store/trackers';

interface Parts {
  readonly database: Connection;
  readonly account: () => Promise<string>;
  readonly now: () => number;
  /** Reads beside the page; fails with `SheetFileError`. */
  readonly read: (
    file: File,
    onProgress: (progress: ReadProgress) => void,
    signal: AbortSignal,
  ) => Promise<SheetReading>;
  readonly readSheets: () => Promise<KeptSheets>;
  readonly changeSheets: (act: (before: KeptSheets) => KeptSheets) => Promise<void>;
}

/** Keeps what tag sheets say of an advertiser's placements, for comparing with ad servers' reports. */
export function createTagSheets({ database, account, now, read, ...kept }: Parts) {
  async function idsOf(advertiserId: number): Promise<ReadonlySet<number>> {
    const { rows } = await listTrackers(await database(), await account(), advertiserId);
    return new Set(rows.map(({ id }) => id));
  }

  return {
    /** Reads a file and keeps what it says; gives why it does not, else `null`. Fails with `SheetFileError` where it is none. */
    async takeSheet(
      file: File,
      advertiserId: number,
      onProgress: (progress: ReadProgress) => void,
      signal: AbortSignal,
    ): Promise<SheetRefusal | null> {
      const owner = await account();
      const { placements, leftOut, isNone } = await read(file, onProgress, signal);
      if (isNone !== null) return isNone;
      const ids = await idsOf(advertiserId);
      if (!placements.some(({ trackerId }) => ids.has(trackerId))) return 'other-advertiser';
      if ((await account()) !== owner) throw new AppError('account-changed');
      signal.throwIfAborted();
      let hasRoom = true;
      await kept.changeSheets((before) => {
        const sheet = { advertiserId, fileName: file.name, readAt: now(), placements, leftOut };
        const after = withSheet(before, sheet);
        hasRoom = after !== null;
        return after ?? before;
      });
      return hasRoom ? null : 'no-room';
    },
    /** Those that are kept for an advertiser, the newest first. */
    async listSheets(advertiserId: number): Promise<readonly ShownSheet[]> {
      const ids = await idsOf(advertiserId);
      const sheets = sheetsOf(advertiserId, await kept.readSheets());
      return sheets.map((sheet) => shownSheet(sheet, ids));
    },
    removeSheet: (advertiserId: number, fileName: string): Promise<void> =>
      kept.changeSheets((before) => withoutSheet(before, advertiserId, fileName)),
  };
}
