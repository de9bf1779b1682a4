import { LAST_COLUMN, LAST_ROW } from '../../core/base/limits';
import { damaged } from '../archive-directory';
import { columnOf, placeTold } from '../sheet-rows';

/** Counts the rows and cells of a sheet, of which not each says where it stands. From 0. */
export function createCellPlaces() {
  let row = -1;
  let column = -1;
  return {
    row(attributes: string): number {
      const told = placeTold(attributes);
      row = told === null ? row + 1 : Number(told) - 1;
      if (!(Number.isInteger(row) && row >= 0 && row < LAST_ROW)) throw damaged();
      column = -1;
      return row;
    },
    column(attributes: string): number {
      const address = placeTold(attributes);
      column = address === null ? column + 1 : columnOf(address);
      if (column >= LAST_COLUMN) throw damaged();
      return column;
    },
  };
}
