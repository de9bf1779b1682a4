/** A row of a sheet as its file has it: only the cells that are there. Counted from 0. */
export interface RawRow {
  readonly row: number;
  /** Where each value stands. */
  readonly columns: readonly number[];
  readonly values: readonly unknown[];
}

/** Takes the rows of a sheet one after the other; `false` where it wants no more of them. */
export type TakeRow = (row: RawRow) => boolean;

/** What stands in a column of a row; `undefined` where nothing does. */
export function valueAt({ columns, values }: RawRow, column: number): unknown {
  const at = columns.indexOf(column);
  return at < 0 ? undefined : values[at];
}

/** The rows of a whole table. */
export function rowsOf(table: readonly (readonly unknown[])[]): readonly RawRow[] {
  return table.map((values, row) => ({ row, columns: values.map((_, column) => column), values }));
}
