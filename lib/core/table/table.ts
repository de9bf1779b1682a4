import type { SheetCell } from './cells';

/** Rows of cells, and which of them names the columns. */
export interface Table {
  readonly rows: readonly (readonly SheetCell[])[];
  /** Counted from 0. */
  readonly headerRow: number;
}

/** A moment, in milliseconds since 1970, UTC: a real date with its time where the file format knows dates. */
export interface MomentCell {
  readonly moment: number;
}

/** A table of a format that knows moments. */
export interface WorkbookTable {
  readonly rows: readonly (readonly (SheetCell | MomentCell)[])[];
  /** Counted from 0. */
  readonly headerRow: number;
}

/** A sheet of a workbook, and how it is laid out. */
export interface WorkbookSheet {
  readonly name: string;
  readonly table: WorkbookTable;
  /** Of each column, in characters of the usual font. */
  readonly widths: readonly number[];
  /** Columns that stay in view. */
  readonly fixedColumns: number;
  /** Of the rows below the header, in points; `null` for as high as their longest cell. */
  readonly rowHeight: number | null;
  /** What ends a text that is longer than a cell holds; absent where it is cut without a word. */
  readonly cutNote?: string;
}
