import type { OpenTrackerSheet } from './open-sheet';
import { rowsSaid } from './row-said';
import type { RunRow } from './run';

/** Where a file is another than the one that was run. Rows are counted from 1. */
export interface FileMismatch {
  /** The first row that is another. */
  readonly row: number;
  /** What it says of its tracker; `null` where there is no such row. */
  readonly inFile: string | null;
  readonly inRun: string | null;
  /** How many rows are another. */
  readonly count: number;
}

/** Whether it is known of a run how the rows of its file are called: without that no file can be told from another. */
export function isMatchable(rows: readonly Pick<RunRow, 'said'>[]): boolean {
  return rows.length > 0 && rows.every(({ said }) => said !== undefined);
}

/**
 * Holds a file against the run of one: it has the same rows, in the same places, and each says the same of which tracker it is.
 * What else stands in them may have changed. `null` where it is that file.
 */
export function fileMismatch(
  sheet: Pick<OpenTrackerSheet, 'header' | 'offer' | 'rows'>,
  rows: readonly Pick<RunRow, 'row' | 'said'>[],
): FileMismatch | null {
  const inFile = rowsSaid(sheet);
  const inRun = new Map(rows.map(({ row, said }) => [row, said]));
  const others = [...new Set([...inFile.keys(), ...inRun.keys()])]
    .filter((row) => !inFile.has(row) || inFile.get(row) !== inRun.get(row))
    .toSorted((a, b) => a - b);
  const [row] = others;
  if (row === undefined) return null;
  const count = others.length;
  return { row, inFile: inFile.get(row) ?? null, inRun: inRun.get(row) ?? null, count };
}
