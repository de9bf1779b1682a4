import { MAX_TRACKER_ROWS } from '../base/limits';
import { type Grid, type GridMistake, gridSheet, gridSize } from './grid';

/** What a grid will make, before it does. */
export interface GridPreview {
  /** How many trackers. */
  readonly count: number;
  /** What the first of them will be called. */
  readonly names: readonly string[];
  readonly mistake: GridMistake | null;
}

/** The first names of a grid and how many there are; however large it is, no more than a few are made. */
export function previewGrid(grid: Grid, most: number): GridPreview {
  const count = gridSize(grid);
  const first: Grid = {
    ...grid,
    lineItems: grid.lineItems.slice(0, most),
    publishers: grid.publishers
      .slice(0, most)
      .map((one) => ({ ...one, placements: one.placements.slice(0, most) })),
  };
  const made = gridSheet(first);
  if (made.mistake !== null) return { count, names: [], mistake: made.mistake };
  const names = made.sheet.rows.slice(0, most).map(({ texts }) => texts[0] ?? '');
  if (count <= MAX_TRACKER_ROWS) return { count, names, mistake: null };
  return {
    count,
    names: [],
    mistake: { code: 'grid-too-large', rows: count, most: MAX_TRACKER_ROWS },
  };
}
