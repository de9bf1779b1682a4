/** A cell that is filled in, counted from 0. */
export interface FilledCell {
  readonly row: number;
  readonly column: number;
  /** `null` empties what was filled in before. */
  readonly value: string | number | null;
  /** The column of the same row whose look a new cell takes. */
  readonly like?: number;
}

/** What is filled into one sheet. */
export interface SheetFill {
  /** The sheet's name; of a CSV `''`. */
  readonly sheet: string;
  readonly cells: readonly FilledCell[];
  /** Columns that were filled in before: what stands there may be written over, and nothing else. */
  readonly ours: ReadonlySet<number>;
}

/** What a sheet has, as far as it matters for where something can be filled in. */
export interface FillTarget {
  /** The cells of the header's row that hold something, by column. */
  readonly titles: ReadonlyMap<number, string>;
  /** Whether anything is in a column from the header's row on: a value, a formula, a merge, a table, a picture. */
  readonly isTaken: (column: number) => boolean;
  /** Below the header, cells that hold something in columns that were filled in before. */
  readonly filled: readonly { readonly row: number; readonly column: number }[];
}

/** What has to be said of a file that was filled in. */
export const FILL_NOTES = ['signed', 'protected', 'unmarked'] as const;
export type FillNote = (typeof FILL_NOTES)[number];

/** A file with its cells filled in. */
export interface FilledFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly notes: readonly FillNote[];
}
