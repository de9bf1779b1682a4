import { SheetFileError } from '../core/table/file-problem';
import type { RowScore } from '../core/table/row-score';
import type { RawRow, TakeRow } from '../core/table/raw-row';
import type { ReadProgress } from '../core/table/read-progress';
import { csvLines, type Delimiter, DELIMITERS } from './csv-lines';

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

// Of the cells of each row those that hold something; an empty line is none.
function readRows(
  text: string,
  start: number,
  delimiter: Delimiter,
  take: (row: RawRow, at: number) => boolean,
): void {
  for (const { row, cells, next } of csvLines(text, start, delimiter)) {
    if (cells.length === 0) continue;
    const columns: number[] = [];
    const values: string[] = [];
    // Counted by hand: `entries()` takes twice as long.
    let column = 0;
    for (const { value } of cells) {
      if (value !== '') {
        columns.push(column);
        values.push(value);
      }
      column += 1;
    }
    if (!take({ row, columns, values }, next)) return;
  }
}
