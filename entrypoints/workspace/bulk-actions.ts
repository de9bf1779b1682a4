import type { BulkActions } from '@/components/bulk/bulk-actions';
import type { TrackerActions } from '@/components/trackers/tracker-actions';
import { createBulkUses } from '@/lib/app/trackers/bulk/from-pages';
import { send } from '@/lib/platform/channels/messages';
import { readTrackersInWorker } from '@/lib/platform/page/read-trackers-in-worker';
import type { KnownAccount } from '@/lib/platform/storage/storage';
import { changeTrackerColumns, readTrackerColumns } from '@/lib/platform/storage/tracker-columns';
import type { Connection } from '@/lib/store/database';

import { fillFile, holdBytes } from './fill-file';

/** What the workspace does to make and change many trackers at once. */
export function createBulkActions(
  database: Connection,
  account: KnownAccount,
  actions: TrackerActions,
): BulkActions {
  const { readDraft, writeDraft, clearDraft, searchObjects, findTrackers } = actions;
  const uses = createBulkUses({ send, database, account });
  return {
    ...uses,
    readRun: uses.ownRun,
    readDraft,
    writeDraft,
    clearDraft,
    searchObjects,
    findTrackers,
    async readFile(file, onProgress, signal, memory) {
      // In one expression: only then is the worker built.
      const worker = new Worker(new URL('./tracker-sheet-worker.ts', import.meta.url), {
        type: 'module',
      });
      return readTrackersInWorker(worker, file, onProgress, signal, memory);
    },
    readColumns: readTrackerColumns,
    changeColumns: changeTrackerColumns,
    hold: holdBytes,
    fillFile: (file, sheet, order, signal) => fillFile('trackers', { file, sheet, order }, signal),
    listObjects: (query) => send('bulk.listObjects', { query }),
  };
}
