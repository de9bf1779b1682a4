import type { SQLOutputValue } from 'node:sqlite';

/** One row as SQLite gives it. Read its columns with the functions below, never by a cast. */
export type Row = Record<string, SQLOutputValue>;

/** A text column that is never null. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`Column ${column} holds no text`);
  return value;
}

/** A numeric column that is never null. */
export function number(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`Column ${column} holds no number`);
  return value;
}

/** A text column that may be null. */
export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

/** A numeric column that may be null. */
export function numberOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : number(row, column);
}

/** A yes/no column, kept as 0 or 1. */
export function flag(row: Row, column: string): boolean {
  return number(row, column) === 1;
}
