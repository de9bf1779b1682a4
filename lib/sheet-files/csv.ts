import Papa from 'papaparse';

import { plainText } from '../core/sheet/cells';
import { type Cells, findHeader, SEARCHED_ROWS, sizeOf } from '../core/sheet/read/header';
import type { SheetTable } from '../core/sheet/sheet-table';

/** A table as CSV (RFC 4180), with the mark that makes Excel read it as UTF-8. */
export function writeCsv({ rows }: SheetTable): string {
  const texts = rows.map((row) => row.map(plainText));
  return `\uFEFF${Papa.unparse(texts, { newline: '\r\n' })}\r\n`;
}

// Excel writes a semicolon where the comma is the decimal sign.
const DELIMITERS = [',', ';', '\t', '|'];

/**
 * The cells of a CSV. Of the usual delimiters the one is taken with which a header row is best
 * understood: tags are full of commas and semicolons, so counting them says nothing.
 */
export function readCsv(text: string): Cells {
  const body = text.replace(/^\uFEFF/, '');
  const [best = ','] = DELIMITERS.map((delimiter) => {
    const header = findHeader(parse(body, delimiter, SEARCHED_ROWS));
    return { delimiter, size: header === null ? 0 : sizeOf(header) };
  })
    .toSorted((a, b) => b.size - a.size)
    .map(({ delimiter }) => delimiter);
  return parse(body, best, 0);
}

function parse(text: string, delimiter: string, preview: number): Cells {
  return Papa.parse<unknown[]>(text, { delimiter, preview, skipEmptyLines: false }).data;
}
