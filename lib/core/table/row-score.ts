import type { RawRow } from './raw-row';

/** How well the first rows of a table are understood; of several readings of a file the best counts. */
export interface RowScore {
  /** How many rows are looked at. */
  readonly rows: number;
  /** More is better; 0 where nothing is. */
  of(rows: readonly RawRow[]): number;
}
