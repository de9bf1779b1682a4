import { rowByKey } from './row-keys';

/** A cell of a grid; both count from 0. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
}

/** How far keys lead in a grid. */
interface Extent {
  readonly rows: number;
  /** The first column that can be chosen. */
  readonly first: number;
  readonly last: number;
  readonly pageSize: number;
}

type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** The cell to which a key leads, as in any grid; `null` for any other key, and where there is no cell. */
export function cellByKey(
  { key, altKey, ctrlKey, metaKey }: Key,
  { row, column }: GridCell,
  { rows, first, last, pageSize }: Extent,
): GridCell | null {
  if (altKey || metaKey || rows === 0 || last < first) return null;
  if (key === 'Home') return { row: ctrlKey ? 0 : row, column: first };
  if (key === 'End') return { row: ctrlKey ? rows - 1 : row, column: last };
  if (ctrlKey) return null;
  if (key === 'ArrowLeft') return { row, column: Math.max(first, column - 1) };
  if (key === 'ArrowRight') return { row, column: Math.min(last, column + 1) };
  const to = rowByKey(key, { current: row, count: rows, pageSize });
  return to === null ? null : { row: to, column };
}
