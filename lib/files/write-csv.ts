import { toCsv } from '../core/table/csv';
import { cellText } from '../core/table/cells';
import type { Table } from '../core/table/table';

/** A table as CSV, with the mark that makes Excel read it as UTF-8. */
export function writeCsv({ rows }: Table): string {
  return `\uFEFF${toCsv(rows.map((row) => row.map(cellText)))}`;
}
