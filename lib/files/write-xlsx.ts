import writeXlsxFile, { type Cell, type CellObject, type Row } from 'write-excel-file/universal';

import { harmless } from '../core/table/formulas';
import type { SheetCell } from '../core/table/cells';
import { SHEET_COLUMNS, type SheetColumn } from '../core/tag-sheet/columns';
import type { SheetTable } from '../core/tag-sheet/sheet-table';
import { toXlsxText } from './xlsx-text';

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

// Four lines, in points. Left to itself Excel makes a row as high as its longest cell.
const ROW_HEIGHT = 60;
const HEADER: Partial<CellObject> = {
  fontWeight: 'bold',
  backgroundColor: '#FBEAF1',
  alignVertical: 'center',
  wrap: true,
};
const BODY: Partial<CellObject> = { alignVertical: 'top', wrap: true };

/** A workbook with the sheets "Tags" and "Instructions". */
export function writeXlsx(tags: SheetTable, instructions: SheetTable): Promise<Blob> {
  return writeXlsxFile([
    {
      sheet: 'Tags',
      data: tags.rows.map((row, index) => tagsRow(row, index, tags.headerRow)),
      columns: SHEET_COLUMNS.map(({ key }) => ({ width: WIDTHS[key] ?? OTHER_WIDTH })),
      stickyRowsCount: tags.headerRow + 1,
      stickyColumnsCount: 2,
      dateFormat: 'yyyy-mm-dd',
    },
    {
      sheet: 'Instructions',
      data: instructions.rows.map((row, index) =>
        row.map((cell) => toCell(cell, index === instructions.headerRow ? HEADER : BODY)),
      ),
      columns: INSTRUCTION_WIDTHS.map((width) => ({ width })),
      stickyRowsCount: 1,
    },
  ]).toBlob();
}

function tagsRow(row: readonly SheetCell[], index: number, headerRow: number): Row {
  if (index < headerRow) {
    return row.map((cell, column) => toCell(cell, column === 0 ? { fontWeight: 'bold' } : {}));
  }
  if (index === headerRow) return row.map((cell) => toCell(cell, HEADER));
  return row.map((cell) => toCell(cell, { ...BODY, height: ROW_HEIGHT }));
}

function toCell(cell: SheetCell, style: Partial<CellObject>): Cell {
  if (cell === null) return null;
  if (typeof cell === 'number') return { ...style, value: cell, type: Number, align: 'left' };
  // The cell's type says that it is text, but saved as CSV, or edited once, it would be a formula.
  if (typeof cell === 'string') {
    return { ...style, value: toXlsxText(harmless(cell)), type: String };
  }
  const value = new Date(`${cell.day}T00:00:00Z`);
  return { ...style, value, type: Date, format: 'yyyy-mm-dd', align: 'left' };
}
