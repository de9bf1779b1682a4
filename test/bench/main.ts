// `npm run bench`: what a person waits for, each as a ratio to a baseline of the same run. Ends with
// exit code 1 where a stated limit is passed. Give names of parts to run only those.
import { startSandbox } from '../sandbox/index.ts';
import { benchBuilder } from './builder.ts';
import { benchFiles } from './files.ts';
import { benchLongLists } from './long-lists.ts';
import { benchLongRecording } from './long-recording.ts';
import { benchManyFields } from './many-fields.ts';
import { benchNastyTexts } from './nasty-texts.ts';
import { benchPageLoad } from './page-load.ts';
import { benchPopup } from './popup.ts';
import { benchReconcile } from './reconcile.ts';
import { benchReport } from './report.ts';
import { benchReportPage } from './report-page.ts';
import { isOver, printRows, type Row } from './row.ts';
import { benchSheet } from './sheet.ts';
import { benchStoreWrites } from './store-writes.ts';
import { benchSync } from './sync.ts';
import { benchSyncWrites } from './sync-writes.ts';
import { benchTags } from './tags.ts';
import { benchTrackerSearch } from './tracker-search.ts';
import { benchTrackerSheet } from './tracker-sheet.ts';
import { benchVerification } from './verification.ts';
import { benchVisits } from './visits.ts';

const wanted = process.argv.slice(2);
const sandbox = await startSandbox();
const parts: Readonly<Record<string, () => readonly Row[] | Promise<readonly Row[]>>> = {
  popup: () => benchPopup(sandbox),
  'long-lists': () => benchLongLists(sandbox),
  'tracker-search': benchTrackerSearch,
  sync: benchSync,
  'sync-writes': () => benchSyncWrites(sandbox),
  builder: () => benchBuilder(sandbox),
  'page-load': () => benchPageLoad(sandbox),
  'many-fields': () => benchManyFields(sandbox),
  tags: benchTags,
  'nasty-texts': benchNastyTexts,
  verification: benchVerification,
  'long-recording': () => benchLongRecording(sandbox),
  'store-writes': benchStoreWrites,
  visits: benchVisits,
  sheet: benchSheet,
  files: benchFiles,
  'tracker-sheet': benchTrackerSheet,
  reconcile: benchReconcile,
  report: benchReport,
  'report-page': () => benchReportPage(sandbox),
};
const rows: Row[] = [];
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const start = performance.now();
  rows.push(...(await part()));
  console.error(`${name}: ${Math.round((performance.now() - start) / 1000)} s`);
}
await sandbox.close();
printRows(rows);
if (rows.some(isOver)) process.exitCode = 1;
