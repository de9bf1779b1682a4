import type { TableActions } from '@/components/trackers/acts/acts-model';
import type { TrackerActions } from '@/components/trackers/tracker-actions';
import { followRun } from '@/lib/app/trackers/bulk/follow-run';
import { createBulkUses } from '@/lib/app/trackers/bulk/from-pages';
import { toHtmlTable, toTsv } from '@/lib/core/table/to-text';
import { named } from '@/lib/core/verification/described';
import { writeCsv } from '@/lib/files/write-csv';
import { writeXlsx } from '@/lib/files/write-xlsx';
import { send } from '@/lib/platform/channels/messages';
import { onNotice } from '@/lib/platform/channels/notices';
import { copyText } from '@/lib/platform/page/clipboard';
import { copyTable } from '@/lib/platform/page/copy-table';
import { saveFile, saveText } from '@/lib/platform/page/save-file';
import type { KnownAccount } from '@/lib/platform/storage/storage';
import { keepTrackerLayout, readTrackerLayout } from '@/lib/platform/storage/tracker-table';
import type { Connection } from '@/lib/store/database';
import { putVerification } from '@/lib/store/verifications';

/** What the table of trackers is plugged into: the clipboard, files, the database, and the background for changes. */
export function createTableActions(
  database: Connection,
  account: KnownAccount,
  { noteCopied }: Pick<TrackerActions, 'noteCopied'>,
): TableActions {
  const uses = createBulkUses({ send, database, account });
  return {
    readLayout: readTrackerLayout,
    keepLayout: keepTrackerLayout,
    startBulk: (order, told) => followRun(order, { uses, onMove: onNotice, ...told }),
    async newVerification(name, trackerIds) {
      const id = crypto.randomUUID();
      const empty = {
        id,
        tabId: null,
        startedAt: Date.now(),
        expectedIds: [...trackerIds],
        openedAfterLoad: false,
        clearedAt: null,
      };
      await putVerification(await database(), await account(), named(empty, name));
      return id;
    },
    copyText,
    copyTable: ({ rows, headerRow }) => copyTable(toHtmlTable(rows, headerRow), toTsv(rows)),
    saveCsv(base, table) {
      const name = `${base}.csv`;
      saveText(name, writeCsv(table), 'csv');
      return name;
    },
    async saveXlsx(base, sheet) {
      const name = `${base}.xlsx`;
      saveFile(name, await writeXlsx([sheet]));
      return name;
    },
    noteCopied,
  };
}
