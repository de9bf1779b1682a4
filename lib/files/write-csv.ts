import { toCsv } from '../core/table/csv';
import { cellText } from '../core/table/cells';
import type { SheetTable } from '../core/tag-sheet/sheet-table';

/** A table as CSV, with the mark that makes Excel read it as UTF-8. */
export function writeCsv({ rows }: SheetTable): string {
  return `\uFEFF${toCsv(rows.map((row) => row.map(cellText)))}`;
}
