import { mostOf } from '../base/long-lists';
import { MAX_KNOWN_COLUMNS, MAX_TITLE_CHARS } from '../base/limits';
import { readText } from './cells';
import { isOwnTitle } from './own-titles';
import type { RawRow } from './raw-row';

/** Sentences of an introduction are no titles. */
export const LONGEST_TITLE = 80;

/** A column as a person chooses it; the title is empty where it has none. */
export interface ColumnTitle {
  readonly index: number;
  readonly title: string;
}

/**
 * The row that most likely names the columns, where none was recognised: the one with most known titles,
 * by `knownIn`, if it has two at least, else the first of those with most cells.
 */
export function likelyTitles(
  rows: readonly RawRow[],
  knownIn: (row: RawRow) => number,
): RawRow | null {
  const scored = rows.map((row) => {
    const filled = filledIn(row).length;
    // So wide a row is none of ours, and its cells would take long to read as titles.
    const known = filled > MAX_KNOWN_COLUMNS ? 0 : knownIn(row);
    return { row, known: known < 2 ? 0 : known, filled };
  });
  const [best] = scored.toSorted((a, b) => b.known - a.known || b.filled - a.filled);
  return best && best.filled > 0 ? best.row : null;
}

/**
 * The columns that the first rows of a sheet have, in order, by the titles in `named`. Of very many
 * those go first that are `known`, then those with a title.
 */
export function columnTitles(
  rows: readonly RawRow[],
  named: RawRow | null,
  known: readonly number[],
): readonly ColumnTitle[] {
  const found = new Set([...known, ...(named ? filledIn(named) : []), ...rows.flatMap(filledIn)]);
  return [...found]
    .slice(0, MAX_KNOWN_COLUMNS)
    .toSorted((a, b) => a - b)
    .map((index) => ({ index, title: named ? titleIn(named, index) : '' }));
}

/**
 * The same for two sheets whose titles are the same and stand in the same columns; says nothing of them. Columns that were
 * filled in do not count: the sheet is the one that it was.
 */
export function fingerprintOf(named: RawRow | null): string {
  const titles = (named ? filledIn(named).map((at) => [at, titleIn(named, at)] as const) : [])
    .filter(([, title]) => !isOwnTitle(title))
    .map(([at, title]) => `${at} ${title.toLowerCase()}`);
  return `${titles.length}-${hash(titles.join('\n'))}`;
}

/**
 * How much the first rows look like a table, below 1: most have several cells, and one has many. Tells
 * ways to cut a text apart where no column is recognised.
 */
export function tabular(rows: readonly RawRow[]): number {
  const widths = rows.map((row) => filledIn(row).length);
  const widest = Math.max(1, mostOf(widths) ?? 1);
  const cut = widths.filter((width) => width > 1);
  return (cut.length / Math.max(1, rows.length)) * (1 - 1 / widest);
}

function filledIn({ columns, values }: RawRow): readonly number[] {
  return columns.filter((_, at) => readText(values[at]).trim() !== '');
}

function titleIn(row: RawRow, index: number): string {
  return cellIn(row, index).normalize('NFKC').replace(/\s+/g, ' ').slice(0, MAX_TITLE_CHARS);
}

/** The text in a column of a row, trimmed. */
export function cellIn({ columns, values }: RawRow, index: number): string {
  return readText(values[columns.indexOf(index)]).trim();
}

// FNV-1a, twice from different starts: two sheets of one person will not meet.
function hash(text: string): string {
  return [0x811c9dc5, 0x9e3779b9].map((start) => fnv(text, start).toString(36)).join('-');
}

function fnv(text: string, start: number): number {
  let value = start;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}
