import { firstIndex } from '../../core/base/first-index';
import type { FilledCell } from '../../core/table/filled-cell';
import type { CellRange } from './cell-range';

/** The cells to be filled into a sheet, row by row and from the left. */
export interface WantedCells {
  /** The rows that have any, in order. */
  readonly rows: readonly number[];
  readonly of: (row: number) => readonly FilledCell[];
  /** The smallest range that holds all of them that get a value; `null` where none does. */
  readonly range: CellRange | null;
  /** One of them in a range, whose first cell may be left out; `null` where there is none. */
  readonly within: (range: CellRange, first: 'first-too' | 'but-the-first') => FilledCell | null;
}

/** Puts cells in order; of two for the same place the last one counts. */
export function wantedCells(cells: readonly FilledCell[]): WantedCells {
  const byRow = new Map<number, Map<number, FilledCell>>();
  let range: CellRange | null = null;
  for (const cell of cells) {
    const row = byRow.get(cell.row) ?? new Map<number, FilledCell>();
    byRow.set(cell.row, row.set(cell.column, cell));
    if (cell.value !== null) range = around(range, rangeOf(cell));
  }
  const rows = [...byRow.keys()].toSorted((a, b) => a - b);
  const sorted = new Map(
    [...byRow].map(([row, some]) => [
      row,
      [...some.values()].toSorted((a, b) => a.column - b.column),
    ]),
  );
  const of = (row: number) => sorted.get(row) ?? [];

  function within(area: CellRange, first: 'first-too' | 'but-the-first'): FilledCell | null {
    if (range === null || !overlap(area, range)) return null;
    const begin = firstIndex(rows, (row) => row >= area.top);
    for (let at = begin; (rows[at] ?? Infinity) <= area.bottom; at += 1) {
      const found = of(rows[at] ?? 0).find(
        ({ row, column }) =>
          column >= area.left &&
          column <= area.right &&
          !(first === 'but-the-first' && row === area.top && column === area.left),
      );
      if (found) return found;
    }
    return null;
  }

  return { rows, of, range, within };
}

/** Whether two ranges have a cell in common. */
function overlap(one: CellRange, other: CellRange): boolean {
  return (
    one.top <= other.bottom &&
    other.top <= one.bottom &&
    one.left <= other.right &&
    other.left <= one.right
  );
}

/** Both ranges, and what lies between them. */
export function around(one: CellRange | null, other: CellRange): CellRange {
  if (one === null) return other;
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}

const rangeOf = ({ row, column }: FilledCell): CellRange => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});
