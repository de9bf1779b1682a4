/** A day without a time, `YYYY-MM-DD`: a real date where the file format knows dates. */
export interface DayCell {
  readonly day: string;
}

/** What a cell holds before it goes into a file; `null` is an empty cell. */
export type SheetCell = string | number | DayCell | null;

// What spreadsheets may take for a formula when a text comes in by a file without types or by the
// clipboard (OWASP, "CSV injection"), the full-width signs of some East Asian versions too.
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * A text that no spreadsheet takes for a formula: such a one gets an apostrophe in front. So does
 * one that already has apostrophes there, so that `asTyped` gives back every text as it was.
 */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that `harmless` made harmless. */
export function asTyped(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

/** A cell as text, for a file without types. */
export function plainText(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return typeof cell === 'string' ? harmless(cell) : cell.day;
}

/** The text of a cell that came out of a file, whatever type it had there. */
export function readText(value: unknown): string {
  if (typeof value === 'string') return asTyped(value.replace(/\r\n?/g, '\n'));
  if (value instanceof Date && !Number.isNaN(value.getTime())) {
    return value.toISOString().slice(0, 10);
  }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Where a cell stands, as spreadsheets write it; both counted from 0: `(13, 13)` is `N14`. */
export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A day as a cell; text that is no day stays text, nothing is guessed. */
export function dayCell(text: string): SheetCell {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return isDay(trimmed) ? { day: trimmed } : trimmed;
}
