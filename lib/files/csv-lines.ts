import { LAST_COLUMN, MAX_CELL_CHARS, MAX_CELLS, MAX_FILE_ROWS } from '../core/base/limits';
import { SheetFileError } from '../core/table/file-problem';

// Excel writes a semicolon where the comma is the decimal sign.
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** One cell of a CSV, and where it stands in the text, with its quotation marks. */
interface CsvCell {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** It has a quotation mark that is not closed. */
  readonly isOpen: boolean;
}

/** One row of a CSV, counted from 0: an empty line is a row without cells. */
export interface CsvLine {
  readonly row: number;
  readonly cells: readonly CsvCell[];
  /** Where its content ends, and where the next row begins; the same at the end of a text that ends so. */
  readonly end: number;
  readonly next: number;
}

// A plain cell ends where the delimiter or the line's end is; no further is looked than a cell may reach.
const PLAIN: Readonly<Record<Delimiter, RegExp>> = {
  ',': plainCell(','),
  ';': plainCell(';'),
  '\t': plainCell('\\t'),
  '|': plainCell('|'),
};

/** The rows of a CSV with their places, one after the other. Fails with `SheetFileError`. */
export function* csvLines(text: string, start: number, delimiter: Delimiter): Generator<CsvLine> {
  let at = start;
  let count = 0;
  for (let row = 0; at < text.length; row += 1) {
    if (row === MAX_FILE_ROWS) throw new SheetFileError('too-large');
    const cells = isBreak(text, at) ? [] : readLine(text, at, delimiter);
    for (const { value } of cells) if (value !== '') count += 1;
    if (count > MAX_CELLS) throw new SheetFileError('too-much');
    const end = cells.at(-1)?.end ?? at;
    at = end < text.length ? behindBreak(text, end) : end;
    yield { row, cells, end, next: at };
  }
}

function readLine(text: string, start: number, delimiter: Delimiter): readonly CsvCell[] {
  const cells: CsvCell[] = [];
  let at = start;
  for (;;) {
    if (cells.length === LAST_COLUMN) throw new SheetFileError('too-much');
    const cell = readCell(text, at, delimiter);
    if (cell.value.length > MAX_CELL_CHARS) throw new SheetFileError('cell-too-long');
    cells.push(cell);
    if (text[cell.end] !== delimiter) return cells;
    at = cell.end + 1;
  }
}

/** A cell from `start`; a quoted one reaches to its closing mark and on to the delimiter. */
function readCell(text: string, start: number, delimiter: Delimiter): CsvCell {
  if (text[start] !== '"') {
    const value = plainFrom(text, start, delimiter);
    return { value, start, end: start + value.length, isOpen: false };
  }
  let quoted = '';
  let from = start + 1;
  for (;;) {
    const mark = text.indexOf('"', from);
    if (mark < 0) {
      // Never closed: all that is left is this cell.
      return { value: quoted + text.slice(from), start, end: text.length, isOpen: true };
    }
    quoted += text.slice(from, mark);
    if (quoted.length > MAX_CELL_CHARS) throw new SheetFileError('cell-too-long');
    if (text[mark + 1] !== '"') {
      const rest = plainFrom(text, mark + 1, delimiter);
      return { value: quoted + rest, start, end: mark + 1 + rest.length, isOpen: false };
    }
    quoted += '"';
    from = mark + 2;
  }
}

function plainFrom(text: string, start: number, delimiter: Delimiter): string {
  const pattern = PLAIN[delimiter];
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? '';
}

function isBreak(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

/** The place behind the line's end that stands at `at`. */
function behindBreak(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}

function plainCell(delimiter: string): RegExp {
  return new RegExp(`[^${delimiter}\\r\\n]{0,${MAX_CELL_CHARS + 1}}`, 'y');
}
