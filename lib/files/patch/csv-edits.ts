import { cellAddress } from '../../core/table/cells';
import { csvCell, quoted } from '../../core/table/csv';
import { FillError } from '../../core/table/fill-problem';
import type { FilledCell, SheetFill } from '../../core/table/filled-cell';
import { harmless } from '../../core/table/formulas';
import { type CsvLine, csvLines, type Delimiter } from '../csv-lines';
import type { Edit } from './edit';
import { wantedCells } from './wanted-cells';

/** Where a CSV begins behind its mark, and what divides its cells. */
export interface CsvShape {
  readonly start: number;
  readonly delimiter: Delimiter;
}

// Where no row of the file ends with one.
const USUAL_END = '\r\n';

/**
 * What has to become another text so that the cells are filled in. A row that is too short gets the delimiters that are
 * missing, one that is not there yet a line. Fails with `FillError` where a cell is not free.
 */
export function csvEdits(
  text: string,
  { cells, ours }: SheetFill,
  { start, delimiter }: CsvShape,
): readonly Edit[] {
  const wanted = wantedCells(cells);
  const edits: Edit[] = [];
  let next = 0;
  let rows = 0;
  let lineEnd: string | null = null;
  for (const line of csvLines(text, start, delimiter)) {
    if (wanted.rows[next] === undefined) return edits;
    rows += 1;
    if (line.next > line.end) lineEnd ??= text.slice(line.end, line.next);
    if (line.cells.at(-1)?.isOpen) throw new FillError('unclosed', cellAddress(line.row, 0));
    if (wanted.rows[next] !== line.row) continue;
    next += 1;
    fillLine(line, wanted.of(line.row), ours, delimiter, edits);
  }
  const added = newLines(rows);
  if (added !== '') edits.push({ from: text.length, to: text.length, text: added });
  return edits;

  function newLines(from: number): string {
    const ends = lineEnd ?? USUAL_END;
    const isEnded = text.length === start || /[\r\n]$/.test(text);
    let added = '';
    let row = from;
    for (const at of wanted.rows.slice(next)) {
      const filled = wanted.of(at).filter(({ value }) => value !== null);
      if (filled.length === 0) continue;
      added += ends.repeat(at - row + (isEnded || added !== '' ? 0 : 1));
      added += behind(0, filled, delimiter, false) + ends;
      row = at + 1;
    }
    return added;
  }
}

function fillLine(
  { cells, end }: CsvLine,
  wanted: readonly FilledCell[],
  ours: ReadonlySet<number>,
  delimiter: Delimiter,
  edits: Edit[],
): void {
  const filled = cells.filter(({ value }, column) => value !== '' && !ours.has(column));
  // A program that puts all in quotation marks is followed.
  const isQuoted =
    filled.length > 0 && filled.every((cell) => cell.end - cell.start > cell.value.length + 1);
  const more: FilledCell[] = [];
  for (const one of wanted) {
    const cell = cells[one.column];
    if (!cell) more.push(one);
    else if (cell.value !== '' && !ours.has(one.column)) {
      throw new FillError('taken', cellAddress(one.row, one.column));
    } else edits.push({ from: cell.start, to: cell.end, text: textOf(one, isQuoted) });
  }
  const text = behind(cells.length, more, delimiter, isQuoted);
  if (text !== '') edits.push({ from: end, to: end, text });
}

/** Cells behind so many others of a row. */
function behind(
  count: number,
  cells: readonly FilledCell[],
  delimiter: Delimiter,
  isQuoted: boolean,
): string {
  let text = '';
  let before = count;
  for (const cell of cells) {
    // In front of the first cell of a row there is none.
    text +=
      delimiter.repeat(cell.column - before + (before === 0 ? 0 : 1)) + textOf(cell, isQuoted);
    before = cell.column + 1;
  }
  return text;
}

function textOf({ value }: FilledCell, isQuoted: boolean): string {
  if (value === null) return '';
  const text = String(value);
  return isQuoted ? quoted(harmless(text)) : csvCell(text);
}
