import { type RawRow, valueAt } from './raw-row';

/** Patterns by which the titles of columns are known. */
export type Titles<Name extends string> = Readonly<Record<Name, RegExp>>;

/** A row under the titles, and its number as a person counts. */
export interface TitledRow<Name extends string> {
  readonly line: number;
  readonly cells: Partial<Record<Name, string>>;
}

/** Which of the titles stand in a row, and in which columns. */
export function titledColumns<Name extends string>(
  row: RawRow | undefined,
  titles: Titles<Name>,
): ReadonlyMap<Name, number> {
  const columns = new Map<Name, number>();
  for (const name in titles) {
    const at = row?.values.findIndex((value) => titles[name].test(String(value).trim())) ?? -1;
    const column = row?.columns[at];
    if (column !== undefined) columns.set(name, column);
  }
  return columns;
}

/** The rows of a sheet under the titles of its first row; `null` where that has no title called `needed`. */
export function titledRows<Name extends string>(
  rows: readonly RawRow[],
  titles: Titles<Name>,
  needed: NoInfer<Name>,
): readonly TitledRow<Name>[] | null {
  const columns = titledColumns(rows[0], titles);
  if (!columns.has(needed)) return null;
  return rows.slice(1).map((row) => ({ line: row.row + 1, cells: cellsOf(row, columns) }));
}

function cellsOf<Name extends string>(row: RawRow, columns: ReadonlyMap<Name, number>) {
  const cells: Partial<Record<Name, string>> = {};
  for (const [name, column] of columns) {
    const value = valueAt(row, column);
    if (typeof value === 'string' || typeof value === 'number') cells[name] = String(value).trim();
  }
  return cells;
}
