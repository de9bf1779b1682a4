import { MAX_CELL_CHARS, MAX_CELLS, LAST_COLUMN, MAX_FILE_ROWS } from '../core/base/limits';
import { SheetFileError } from '../core/table/file-problem';
import type { RowScore } from '../core/table/row-score';
import type { RawRow, TakeRow } from '../core/table/raw-row';
import type { ReadProgress } from '../core/table/read-progress';

// Excel writes a semicolon where the comma is the decimal sign.
const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

// A plain cell ends where the delimiter or the line's end is; no further is looked than a cell may reach.
const PLAIN: Readonly<Record<Delimiter, RegExp>> = {
  ',': plainCell(','),
  ';': plainCell(';'),
  '\t': plainCell('\\t'),
  '|': plainCell('|'),
};
const PROGRESS_ROWS = 2000;

/**
 * Reads the rows of a CSV one after the other. Of the usual delimiters the one is taken with which the
 * first rows are best understood: tags are full of commas and semicolons, so counting them says
 * nothing. Fails with `SheetFileError`.
 */
export function readCsv(
  text: string,
  take: TakeRow,
  score: RowScore,
  onProgress: (progress: ReadProgress) => void = () => {},
): void {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  readRows(text, start, bestDelimiter(text, start, score), (row, at) => {
    if (row.row % PROGRESS_ROWS === 0) onProgress({ done: at, total: text.length });
    return take(row);
  });
}

/** The delimiter with which the first rows are best understood; the text begins at `start`. */
export function bestDelimiter(text: string, start: number, score: RowScore): Delimiter {
  const [best = ','] = DELIMITERS.map((delimiter) => ({
    delimiter,
    score: score.of(firstRows(text, start, delimiter, score.rows)),
  }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ delimiter }) => delimiter);
  return best;
}

// With the wrong delimiter a row may be more than a row can be; that says nothing of the file.
function firstRows(
  text: string,
  start: number,
  delimiter: Delimiter,
  most: number,
): readonly RawRow[] {
  const rows: RawRow[] = [];
  try {
    readRows(text, start, delimiter, (row) => rows.push(row) > 0 && row.row + 1 < most);
  } catch (error) {
    if (!(error instanceof SheetFileError)) throw error;
  }
  return rows;
}

function readRows(
  text: string,
  start: number,
  delimiter: Delimiter,
  take: (row: RawRow, at: number) => boolean,
): void {
  let at = start;
  let cells = 0;
  for (let row = 0; at < text.length; row += 1) {
    if (row === MAX_FILE_ROWS) throw new SheetFileError('too-large');
    if (text[at] === '\n' || text[at] === '\r') {
      at = behindBreak(text, at);
      continue;
    }
    const read = readRow(text, at, delimiter);
    at = read.end;
    cells += read.values.length;
    if (cells > MAX_CELLS) throw new SheetFileError('too-much');
    if (!take({ row, columns: read.columns, values: read.values }, at)) return;
  }
}

/** One row, of its cells those that hold something, and where the next one begins. */
function readRow(text: string, start: number, delimiter: Delimiter) {
  const columns: number[] = [];
  const values: string[] = [];
  let at = start;
  for (let column = 0; ; column += 1) {
    if (column === LAST_COLUMN) throw new SheetFileError('too-much');
    const { value, end } = readCell(text, at, delimiter);
    if (value.length > MAX_CELL_CHARS) throw new SheetFileError('cell-too-long');
    if (value !== '') {
      columns.push(column);
      values.push(value);
    }
    if (text[end] !== delimiter) return { columns, values, end: behindBreak(text, end) };
    at = end + 1;
  }
}

/** The place behind the line's end that stands at `at`. */
export function behindBreak(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}

/** A cell from `start`; a quoted one reaches to its closing mark and on to the delimiter. `isOpen`: it has no such mark. */
export function readCell(text: string, start: number, delimiter: Delimiter) {
  if (text[start] !== '"') return readPlain(text, start, delimiter);
  let quoted = '';
  let from = start + 1;
  for (;;) {
    const mark = text.indexOf('"', from);
    if (mark < 0) {
      // Never closed: all that is left is this cell.
      return { value: quoted + text.slice(from), end: text.length, isOpen: true };
    }
    quoted += text.slice(from, mark);
    if (quoted.length > MAX_CELL_CHARS) throw new SheetFileError('cell-too-long');
    if (text[mark + 1] !== '"') {
      const rest = readPlain(text, mark + 1, delimiter);
      return { value: quoted + rest.value, end: rest.end, isOpen: false };
    }
    quoted += '"';
    from = mark + 2;
  }
}

function readPlain(text: string, start: number, delimiter: Delimiter) {
  const pattern = PLAIN[delimiter];
  pattern.lastIndex = start;
  const value = pattern.exec(text)?.[0] ?? '';
  return { value, end: start + value.length, isOpen: false };
}

function plainCell(delimiter: string): RegExp {
  return new RegExp(`[^${delimiter}\\r\\n]{0,${MAX_CELL_CHARS + 1}}`, 'y');
}
