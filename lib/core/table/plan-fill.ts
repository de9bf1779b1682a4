import { LAST_COLUMN } from '../base/limits';
import { mostOf } from '../base/long-lists';
import { FillError } from './fill-problem';
import type { FilledCell, FillTarget } from './filled-cell';

/** A column that is added to somebody's own sheet; its title is made by `ownTitle`. */
export interface FillColumn {
  readonly title: string;
  /** Not added where no row has anything for it; one that is there already is brought up to date all the same. */
  readonly onlyIfFilled: boolean;
  /** A row without a value keeps what was filled in before: that may be all there is of it. Else its cell is emptied. */
  readonly keeps: boolean;
}

/** What is filled in, by plain data: a row of the sheet and a value for each column. */
export interface FillOrder {
  /** The row that names the columns, counted from 0. */
  readonly headerRow: number;
  readonly columns: readonly FillColumn[];
  readonly rows: readonly {
    /** Counted from 0. */
    readonly row: number;
    /** One for each of the columns, in their order; `null` where there is none. */
    readonly values: readonly (string | number | null)[];
  }[];
}

/** Where a column came to stand. */
export interface PlacedColumn {
  readonly title: string;
  readonly column: number;
  /** It was not there before. */
  readonly isNew: boolean;
}

export interface FillPlan {
  readonly cells: readonly FilledCell[];
  readonly ours: ReadonlySet<number>;
  readonly placed: readonly PlacedColumn[];
}

/**
 * The cells to be filled in. A column whose title is there already, from an earlier time, is filled in again, so that filling
 * twice gives what filling once gave. The others come side by side into the first columns that are free right of the table,
 * from the header's row down. Fails with `FillError`.
 */
export function planFill(target: FillTarget, order: FillOrder): FillPlan {
  const { headerRow, columns, rows } = order;
  if (headerRow < 0) throw new FillError('no-titles');
  const placed = placeColumns(target, order);
  const last = mostOf(target.titles.keys());
  const cells: FilledCell[] = [];
  for (const { title, column, isNew } of placed.values()) {
    const cell = { row: headerRow, column, value: title };
    if (isNew) cells.push(last === null ? cell : { ...cell, like: last });
  }
  const given = new Set<number>();
  for (const { row, values } of rows) {
    if (row <= headerRow) continue;
    given.add(row);
    for (const [at, one] of columns.entries()) {
      const column = placed.get(one)?.column;
      const value = values[at] ?? null;
      if (column === undefined || (value === null && one.keeps)) continue;
      cells.push({ row, column, value });
    }
  }
  const emptied = new Set(
    columns.flatMap((one) => (one.keeps ? [] : (placed.get(one)?.column ?? []))),
  );
  for (const { row, column } of target.filled) {
    if (emptied.has(column) && !given.has(row)) cells.push({ row, column, value: null });
  }
  const ours = new Set([...placed.values()].map(({ column }) => column));
  return { cells, ours, placed: [...placed.values()] };
}

function placeColumns(
  { titles, isTaken }: FillTarget,
  { columns, rows }: FillOrder,
): ReadonlyMap<FillColumn, PlacedColumn> {
  const placed = new Map<FillColumn, PlacedColumn>();
  const used = new Set<number>();
  const added: FillColumn[] = [];
  for (const [at, one] of columns.entries()) {
    const { title, onlyIfFilled } = one;
    const there = [...titles].find(([column, text]) => text === title && !used.has(column));
    if (there) {
      used.add(there[0]);
      placed.set(one, { title, column: there[0], isNew: false });
    } else if (!onlyIfFilled || rows.some(({ values }) => (values[at] ?? null) !== null)) {
      added.push(one);
    }
  }
  const first = firstFree(isTaken, (mostOf(titles.keys()) ?? -1) + 1, added.length);
  for (const [at, one] of added.entries()) {
    placed.set(one, { title: one.title, column: first + at, isNew: true });
  }
  return placed;
}

/** Where so many columns are free side by side, from one on. */
function firstFree(isTaken: FillTarget['isTaken'], from: number, count: number): number {
  let free = 0;
  for (let column = from; column < LAST_COLUMN; column += 1) {
    if (free === count) return column - free;
    free = isTaken(column) ? 0 : free + 1;
  }
  if (free >= count) return LAST_COLUMN - free;
  throw new FillError('no-room');
}
