import { LAST_COLUMN, LAST_ROW } from '../core/base/limits';
import { damaged } from './archive-directory';
import { attribute } from './xml';

/**
 * Counts the rows and cells of a sheet, both from 0: not each says where it stands (`told`, by `placeTold`). Fails with
 * `SheetFileError` where that is no place.
 */
export function createCellPlaces() {
  let row = -1;
  let column = -1;
  return {
    row(told: string | null): number {
      row = told === null ? row + 1 : Number(told) - 1;
      if (!(Number.isInteger(row) && row >= 0 && row < LAST_ROW)) throw damaged();
      column = -1;
      return row;
    },
    column(told: string | null): number {
      column = told === null ? column + 1 : columnOf(told);
      if (column >= LAST_COLUMN) throw damaged();
      return column;
    },
  };
}

/** Where a row or a cell says that it stands. There may be a million of nothing: the usual way is read without much ado. */
export function placeTold(attributes: string): string | null {
  if (!attributes.startsWith(' r="')) return attribute(attributes, 'r');
  return attributes.slice(4, attributes.indexOf('"', 4));
}

/** The column of an address, counted from 0: `N14` stands in 13. */
export function columnOf(address: string): number {
  const letters = /^\$?([A-Z]{1,3})\$?\d{1,7}$/i.exec(address)?.[1];
  if (letters === undefined) throw damaged();
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
