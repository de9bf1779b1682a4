import { harmless } from './formulas';

// Excel reads a sheet as UTF-8 only after it.
const BYTE_ORDER_MARK = '\uFEFF';
// What other readers than ours may stop at; spaces at an end are dropped by some.
const QUOTED = /[",;|\t\r\n]|^\s|\s$/;

/**
 * The content of a CSV file (RFC 4180): a byte order mark, commas, CRLF, and no cell that a spreadsheet
 * takes for a formula.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** One cell of a CSV. */
export function csvCell(value: string): string {
  const text = harmless(value);
  return QUOTED.test(text) ? quoted(text) : text;
}

/** A text in quotation marks, with its own doubled. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
