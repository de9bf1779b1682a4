import type { ReportActions } from '@/components/reports/report-actions';
import { caseFileName } from '@/lib/app/reports/case-of';
import { createReportCompare } from '@/lib/app/reports/compare';
import { createReportUses } from '@/lib/app/reports/from-pages';
import { createKeptFiles } from '@/lib/app/reports/kept-files';
import { createReportFiles } from '@/lib/app/reports/read-file';
import { caseSheets, caseTable } from '@/lib/core/report/case-file/case-sheets';
import { missingForCase } from '@/lib/core/report/case-file/missing';
import { writeCsv } from '@/lib/files/write-csv';
import { writeXlsx } from '@/lib/files/write-xlsx';
import { send } from '@/lib/platform/channels/messages';
import { readReportInWorker } from '@/lib/platform/page/read-report-in-worker';
import { saveFile, saveText } from '@/lib/platform/page/save-file';
import { changeReportColumns, readReportColumns } from '@/lib/platform/storage/report-columns';
import { changeReportMatches, readReportMatches } from '@/lib/platform/storage/report-matches';
import { readReportSheets } from '@/lib/platform/storage/report-sheets';
import { type KnownAccount, readSettings } from '@/lib/platform/storage/storage';
import type { Connection } from '@/lib/store/database';
import { causeText } from '@/lib/text/reports/causes';
import { caseWords } from '@/lib/text/reports/case-file';

import { createTagSheetActions } from './tag-sheet-actions';

const today = () => new Date().toLocaleDateString('en-CA');

/** What the place of reports is plugged into: the database, the background, a worker for files, and what is remembered. */
export function createReportActions(database: Connection, account: KnownAccount): ReportActions {
  const now = Date.now;
  const { caseOf, ...comparing } = createReportCompare({
    database,
    account,
    now,
    readMatches: readReportMatches,
    changeMatches: changeReportMatches,
    readSheets: readReportSheets,
  });
  return {
    ...createReportUses({ send, database, account, readSettings, now }),
    ...createKeptFiles({ database, account, now, newId: () => crypto.randomUUID() }),
    ...comparing,
    ...createTagSheetActions(database, account),
    today,
    // The service has no list of them: those are offered that the browser knows, and by which its days are counted here.
    timeZones: async () => Intl.supportedValuesOf('timeZone'),
    readFile: createReportFiles({
      read(file, about, onProgress, signal) {
        const worker = new Worker(new URL('./report-worker.ts', import.meta.url), {
          type: 'module',
        });
        return readReportInWorker(worker, { file, ...about, today: today() }, onProgress, signal);
      },
      readColumns: readReportColumns,
      changeColumns: changeReportColumns,
    }),
    causeText,
    async saveCase(row, order, how) {
      const filed = await caseOf(row, order);
      const name = `${caseFileName(row)}.${how}`;
      if (how === 'csv') saveText(name, writeCsv(caseTable(filed, caseWords)), 'csv');
      else saveFile(name, await writeXlsx(caseSheets(filed, missingForCase(filed), caseWords)));
      return name;
    },
  };
}
