import type { SheetActions } from '@/components/sheets/sheet-actions';
import type { DraftActions } from '@/components/stores/draft';
import { sheetFileName } from '@/lib/core/tag-sheet/file-name';
import { rowsTable } from '@/lib/core/tag-sheet/sheet-table';
import { tagWorkbook } from '@/lib/core/tag-sheet/workbook';
import { toHtmlTable, toTsv } from '@/lib/core/table/to-text';
import { copyText } from '@/lib/platform/page/clipboard';
import { copyTable } from '@/lib/platform/page/copy-table';
import { readInWorker } from '@/lib/platform/page/read-in-worker';
import { saveFile, saveText } from '@/lib/platform/page/save-file';
import { changeSheetColumns, readSheetColumns } from '@/lib/platform/storage/sheet-columns';
import { writeCsv } from '@/lib/files/write-csv';
import { writeXlsx } from '@/lib/files/write-xlsx';
import { sheetWords } from '@/lib/text/sheets/sheet';

import { fillFile, holdBytes } from './fill-file';

/** The page's actions: drafts, the clipboard, and files in and out. */
export function createSheetActions(drafts: DraftActions): SheetActions {
  return {
    ...drafts,
    today: () => new Date().toLocaleDateString('en-CA'),
    async saveXlsx(order) {
      const name = `${sheetFileName(order)}.xlsx`;
      saveFile(name, await writeXlsx(tagWorkbook(order, sheetWords)));
      return name;
    },
    async saveCsv(order) {
      const name = `${sheetFileName(order)}.csv`;
      saveText(name, writeCsv(rowsTable(order, sheetWords)), 'csv');
      return name;
    },
    copyTable(order) {
      const { rows, headerRow } = rowsTable(order, sheetWords);
      return copyTable(toHtmlTable(rows, headerRow), toTsv(rows));
    },
    copy: copyText,
    holdFile: async (file) => new File([await holdBytes(file)], file.name),
    fillFile: (file, sheet, order, signal) => fillFile('tags', { file, sheet, order }, signal),
    async readFile(file, onProgress, signal, memory) {
      const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
      return readInWorker(worker, file, onProgress, signal, memory);
    },
    readColumns: readSheetColumns,
    changeColumns: changeSheetColumns,
    breathe: () => new Promise((resolve) => setTimeout(resolve)),
  };
}
