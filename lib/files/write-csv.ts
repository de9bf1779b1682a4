import { cellText } from '../core/table/cells';
import { toCsv } from '../core/table/csv';
import type { Table } from '../core/table/table';

/** A table as the content of a CSV file. */
export function writeCsv({ rows }: Table): string {
  return toCsv(rows.map((row) => row.map(cellText)));
}
