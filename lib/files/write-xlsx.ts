import writeXlsxFile, { type Cell, type CellObject, type Row } from 'write-excel-file/universal';

import type { SheetCell } from '../core/table/cells';
import { harmless } from '../core/table/formulas';
import type { WorkbookSheet } from '../core/table/table';
import { toXlsxText } from './xlsx-text';

const HEADER: Partial<CellObject> = {
  fontWeight: 'bold',
  backgroundColor: '#FBEAF1',
  alignVertical: 'center',
  wrap: true,
};
const BODY: Partial<CellObject> = { alignVertical: 'top', wrap: true };

/** A workbook of these sheets. Header rows and those above them stay in view; no cell is a formula. */
export function writeXlsx(sheets: readonly WorkbookSheet[]): Promise<Blob> {
  return writeXlsxFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: sheet.table.rows.map((row, index) => rowOf(row, index, sheet)),
      columns: sheet.widths.map((width) => ({ width })),
      stickyRowsCount: sheet.table.headerRow + 1,
      stickyColumnsCount: sheet.fixedColumns,
      dateFormat: 'yyyy-mm-dd',
    })),
  ).toBlob();
}

function rowOf(row: readonly SheetCell[], index: number, { table, rowHeight }: WorkbookSheet): Row {
  if (index < table.headerRow) {
    return row.map((cell, column) => toCell(cell, column === 0 ? { fontWeight: 'bold' } : {}));
  }
  if (index === table.headerRow) return row.map((cell) => toCell(cell, HEADER));
  const height = rowHeight === null ? {} : { height: rowHeight };
  return row.map((cell) => toCell(cell, { ...BODY, ...height }));
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
