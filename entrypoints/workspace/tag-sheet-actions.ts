import { createTagSheets } from '@/lib/app/reports/tag-sheets';
import { readPlacementsInWorker } from '@/lib/platform/page/read-placements-in-worker';
import { readAdServers } from '@/lib/platform/storage/profiles';
import { changeReportSheets, readReportSheets } from '@/lib/platform/storage/report-sheets';
import type { Connection } from '@/lib/store/database';

/** What tag sheets beside ad servers' reports are plugged into: a worker for files, and what is remembered. */
export function createTagSheetActions(database: Connection, account: () => Promise<string>) {
  return createTagSheets({
    database,
    account,
    now: Date.now,
    async read(file, onProgress, signal) {
      const servers = await readAdServers();
      const macros = servers.flatMap(({ cachebuster }) => cachebuster ?? []);
      const worker = new Worker(new URL('./placement-worker.ts', import.meta.url), {
        type: 'module',
      });
      return readPlacementsInWorker(worker, { file, macros }, onProgress, signal);
    },
    readSheets: readReportSheets,
    changeSheets: changeReportSheets,
  });
}
