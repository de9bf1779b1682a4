import { harmless } from './formulas';

// What other readers than ours may stop at; spaces at an end are dropped by some.
const QUOTED = /[",;|\t\r\n]|^\s|\s$/;

/** Rows as CSV (RFC 4180): commas, CRLF, and no cell that a spreadsheet takes for a formula. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** One cell of a CSV. */
export function csvCell(value: string): string {
  const text = harmless(value);
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
