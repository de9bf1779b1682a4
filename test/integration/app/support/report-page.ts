import { createReportCompare } from '@/lib/app/reports/compare';
import { createReportUses } from '@/lib/app/reports/from-pages';
import { createReportFiles } from '@/lib/app/reports/read-file';
import { createTagSheets } from '@/lib/app/reports/tag-sheets';
import type { KeptSheets } from '@/lib/core/report/reconcile/kept-sheets';
import type { HandMatches } from '@/lib/core/report/reconcile/match';
import { createPlacementReader } from '@/lib/core/report/reconcile/sheet-placements';
import type { ReportColumnMemory } from '@/lib/core/report/third-party/columns';
import { readThirdParty } from '@/lib/core/report/third-party/read-report';
import { createReportSheetReader } from '@/lib/core/report/third-party/sheet-reader';
import { readTableFile } from '@/lib/files/read-file';

import type { AdReportInput } from '../../../sandbox/index.ts';
import { ended } from './reports';
import type { World } from './world';

const UNSAID = { columns: null, dates: null };
export type Page = ReturnType<typeof reportPage>;

/** The place of reports, as the workspace has it; its file is read here and in no worker. */
export function reportPage({ background, browser, clock, db, sandbox }: World) {
  let matches: HandMatches = [];
  let sheets: KeptSheets = [];
  let columns: ReportColumnMemory = [];
  const database = async () => db;
  const { account } = browser.plugs;
  const { now } = clock;
  const advertiser = sandbox.world.advertisers.small;
  const uses = createReportUses({
    send: background.page,
    database,
    account: Object.assign(account, { again: account }),
    readSettings: async () => ({ advertiser }),
    now,
  });
  const comparing = createReportCompare({
    database,
    account,
    now,
    readMatches: async () => matches,
    changeMatches: async (act) => void (matches = act(matches)),
    readSheets: async () => sheets,
  });
  const tagSheets = createTagSheets({
    database,
    account,
    now,
    async read(file) {
      const reader = createPlacementReader({ macros: [], everywhere: 'All placements' });
      readTableFile(await file.arrayBuffer(), reader);
      return reader.finish();
    },
    readSheets: async () => sheets,
    changeSheets: async (act) => void (sheets = act(sheets)),
  });
  const readFile = createReportFiles({
    async read(file, { memory, dateOrder }) {
      const reader = createReportSheetReader(memory);
      readTableFile(await file.arrayBuffer(), reader);
      const today = new Date(now()).toISOString().slice(0, 10);
      return readThirdParty(reader.finish(), { fileName: file.name, today, dateOrder });
    },
    readColumns: async () => columns,
    changeColumns: async (act) => void (columns = act(columns)),
  });
  const read = (file: File, said: Parameters<typeof readFile>[1] = UNSAID) =>
    readFile(file, said, () => {}, new AbortController().signal);

  return {
    ...uses,
    ...comparing,
    read: uses.read,
    readFile: read,
    ...tagSheets,
    takeSheet: (file: File) =>
      tagSheets.takeSheet(file, advertiser.id, () => {}, new AbortController().signal),
    columns: () => columns,
    /** Asks, and opens what comes. */
    async open(question: Parameters<typeof uses.ask>[0]) {
      const id = await uses.ask(question);
      if (typeof id !== 'string') throw new Error(JSON.stringify(id));
      await ended(background, id);
      const found = await uses.read(id);
      if (!found || !('report' in found)) throw new Error('not kept');
      return found.report;
    },
    /** The file that an ad server gives of the history that was made. */
    async fileOf(order: AdReportInput): Promise<File> {
      const { name, bytes, type } = await sandbox.adServerReport(order);
      return new File([Uint8Array.from(bytes)], name, { type });
    },
  };
}
