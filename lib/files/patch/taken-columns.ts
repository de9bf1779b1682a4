import { LAST_COLUMN } from '../../core/base/limits';
import type { CellRange } from './cell-range';

/** Collects the columns in which something is from a row on. Ranges as wide as a sheet cost no more than a cell. */
export function createTakenColumns(fromRow: number) {
  const changes = new Int32Array(LAST_COLUMN + 1);
  return {
    add({ left, right, bottom }: CellRange): void {
      if (bottom < fromRow) return;
      const begin = Math.max(0, Math.min(left, LAST_COLUMN));
      const end = Math.min(right, LAST_COLUMN - 1) + 1;
      changes[begin] = (changes[begin] ?? 0) + 1;
      changes[end] = (changes[end] ?? 0) - 1;
    },
    /** Whether something is in a column; to be called when all is in. */
    finish(): (column: number) => boolean {
      const taken = new Uint8Array(LAST_COLUMN);
      let depth = 0;
      for (let column = 0; column < LAST_COLUMN; column += 1) {
        depth += changes[column] ?? 0;
        taken[column] = depth > 0 ? 1 : 0;
      }
      return (column) => column >= LAST_COLUMN || taken[column] === 1;
    },
  };
}
