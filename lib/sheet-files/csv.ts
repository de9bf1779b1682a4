import Papa from 'papaparse';

import { plainText } from '../core/sheet/cells';
import type { Cells } from '../core/sheet/read/header';
import type { SheetTable } from '../core/sheet/sheet-table';

/** A table as CSV (RFC 4180), with the mark that makes Excel read it as UTF-8. */
export function writeCsv({ rows }: SheetTable): string {
  const texts = rows.map((row) => row.map(plainText));
  return `\uFEFF${Papa.unparse(texts, { newline: '\r\n' })}\r\n`;
}

/** The cells of a CSV, whatever stands between them: comma, semicolon, tab or bar. */
export function readCsv(text: string): Cells {
  return Papa.parse<unknown[]>(text.replace(/^\uFEFF/, ''), {
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: false,
  }).data;
}
