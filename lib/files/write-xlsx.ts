import writeXlsxFile, { type Cell, type CellObject, type Row } from 'write-excel-file/universal';

import type { SheetCell } from '../core/table/cells';
import { harmless } from '../core/table/formulas';
import type { MomentCell, WorkbookSheet } from '../core/table/table';
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

function rowOf(
  row: readonly (SheetCell | MomentCell)[],
  index: number,
  { table, rowHeight, cutNote }: WorkbookSheet,
): Row {
  if (index < table.headerRow) {
    return row.map((cell, column) =>
      toCell(cell, column === 0 ? { fontWeight: 'bold' } : {}, cutNote),
    );
  }
  if (index === table.headerRow) return row.map((cell) => toCell(cell, HEADER, cutNote));
  const height = rowHeight === null ? {} : { height: rowHeight };
  return row.map((cell) => toCell(cell, { ...BODY, ...height }, cutNote));
}

function toCell(cell: SheetCell | MomentCell, style: Partial<CellObject>, cutNote = ''): Cell {
  if (cell === null) return null;
  if (typeof cell === 'number') return { ...style, value: cell, type: Number, align: 'left' };
  // The cell's type says that it is text, but saved as CSV, or edited once, it would be a formula.
  if (typeof cell === 'string') {
    return { ...style, value: toXlsxText(harmless(cell), cutNote), type: String };
  }
  if ('moment' in cell) {
    const value = new Date(cell.moment);
    return { ...style, value, type: Date, format: 'yyyy-mm-dd hh:mm:ss', align: 'left' };
  }
  const value = new Date(`${cell.day}T00:00:00Z`);
  return { ...style, value, type: Date, format: 'yyyy-mm-dd', align: 'left' };
}
