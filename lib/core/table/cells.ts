import { asTyped, harmless } from './formulas';

/** A day without a time, `YYYY-MM-DD`: a real date where the file format knows dates. */
export interface DayCell {
  readonly day: string;
}

/** What a cell holds before it goes into a file; `null` is an empty cell. */
export type SheetCell = string | number | DayCell | null;

/** A cell's text. */
export function cellText(cell: SheetCell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.day : String(cell);
}

/** A cell as text that no spreadsheet takes for a formula, for a format without types. */
export function plainText(cell: SheetCell): string {
  return harmless(cellText(cell));
}

/** The text of a cell that came out of a file, whatever type it had there, as it was typed. */
export function readText(value: unknown): string {
  return asTyped(textOf(value));
}

/** The same as it stands in the file, with what keeps it from being a formula. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') {
    return value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value;
  }
  if (value instanceof Date && !Number.isNaN(value.getTime())) {
    return value.toISOString().slice(0, 10);
  }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Where a cell stands, as spreadsheets write it; both counted from 0: `(13, 13)` is `N14`. */
export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

/** A column as spreadsheets name it, counted from 0: 13 is `N`. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
function isDay(text: string): boolean {
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
