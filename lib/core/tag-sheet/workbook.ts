import type { WorkbookSheet } from '../table/table';
import { SHEET_COLUMNS, type SheetColumn } from './columns';
import { instructionsTable, type SheetOrder, type SheetWords, tagsTable } from './sheet-table';

// In characters of the usual font.
const WIDTHS: Readonly<Partial<Record<SheetColumn, number>>> = {
  trackerId: 12,
  trackerName: 34,
  advertiser: 28,
  lineItem: 30,
  publisher: 28,
  adServer: 30,
  placement: 30,
  creative: 22,
  dimensions: 12,
  start: 12,
  end: 12,
  format: 14,
  url: 60,
  image: 60,
  javascript: 60,
  cachebuster: 24,
  cost: 24,
  consent: 34,
  pasteInto: 44,
  notes: 54,
};
const OTHER_WIDTH = 16;
const INSTRUCTION_WIDTHS = [34, 110];
// Four lines. Left to itself Excel makes a row as high as its longest cell.
const ROW_HEIGHT = 60;

/** A tag sheet as a workbook: the sheets "Tags" and "Instructions". */
export function tagWorkbook(order: SheetOrder, words: SheetWords): readonly WorkbookSheet[] {
  return [
    {
      name: 'Tags',
      table: tagsTable(order, words),
      widths: SHEET_COLUMNS.map(({ key }) => WIDTHS[key] ?? OTHER_WIDTH),
      fixedColumns: 2,
      rowHeight: ROW_HEIGHT,
    },
    {
      name: 'Instructions',
      table: instructionsTable(words),
      widths: INSTRUCTION_WIDTHS,
      fixedColumns: 0,
      rowHeight: null,
    },
  ];
}
