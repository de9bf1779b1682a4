import { LAST_COLUMN, MAX_CELL_CHARS, MAX_CELLS, MAX_FILE_ROWS } from '../../core/base/limits';
import { SheetFileError } from '../../core/table/file-problem';
import { behindBreak, type Delimiter, readCell } from '../read-csv';

/** One cell of a CSV, and where it stands in the text, with its quotation marks. */
export interface CsvCell {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** One row of a CSV, counted from 0 as its reader counts: an empty line is a row without cells. */
export interface CsvLine {
  readonly row: number;
  readonly cells: readonly CsvCell[];
  /** Where its content ends, and where the next row begins; the same at the end of a text that ends so. */
  readonly end: number;
  readonly next: number;
  /** A quotation mark of it is not closed. */
  readonly isOpen: boolean;
}

/** The rows of a CSV with their places, one after the other. Fails with `SheetFileError`. */
export function* csvLines(text: string, start: number, delimiter: Delimiter): Generator<CsvLine> {
  let at = start;
  let count = 0;
  for (let row = 0; at < text.length; row += 1) {
    if (row === MAX_FILE_ROWS) throw new SheetFileError('too-large');
    const { cells, end, isOpen } = isBreak(text, at)
      ? { cells: [], end: at, isOpen: false }
      : readLine(text, at, delimiter);
    count += cells.length;
    if (count > MAX_CELLS) throw new SheetFileError('too-much');
    at = end < text.length ? behindBreak(text, end) : end;
    yield { row, cells, end, next: at, isOpen };
  }
}

function readLine(text: string, start: number, delimiter: Delimiter) {
  const cells: CsvCell[] = [];
  let at = start;
  for (;;) {
    if (cells.length === LAST_COLUMN) throw new SheetFileError('too-much');
    const { value, end, isOpen } = readCell(text, at, delimiter);
    if (value.length > MAX_CELL_CHARS) throw new SheetFileError('cell-too-long');
    cells.push({ value, start: at, end });
    if (text[end] !== delimiter) return { cells, end, isOpen };
    at = end + 1;
  }
}

function isBreak(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}
