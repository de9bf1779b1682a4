import { MAX_KNOWN_COLUMNS, MAX_ROWS, MAX_SHEET_CHARS } from '../../base/limits';
import { textOf } from '../../table/cells';
import { SheetFileError } from '../../table/file-problem';
import { type ColumnOffer, understandColumns } from './choose-columns';
import type { ColumnMemory } from './column-memory';
import { knownColumns, SEARCHED_ROWS, type SheetHeader } from './header';
import { type RawRow, type TakeRow, valueAt } from '../../table/raw-row';
import type { OpenSheet } from './open-sheet';

/**
 * Keeps of a sheet's rows what a check needs, as they are read: the rows below the header, and of
 * them the texts in columns whose titles are known. Nothing is laid out by address, so a cell far
 * away costs as much as one nearby. A sheet without a header is given up where one can no longer
 * come. `memory` says which columns were chosen by hand. Fails with `SheetFileError` where there is more
 * than a sheet may have.
 */
export function collectSheet(name: string, memory: ColumnMemory = []) {
  let top: RawRow[] | null = [];
  let header: SheetHeader | null = null;
  let offer: ColumnOffer = { titles: [], fingerprint: '', choice: null };
  let known: readonly number[] = [];
  const rows: RawRow[] = [];
  let size = 0;

  function decide(): void {
    if (top === null) return;
    const above = top;
    top = null;
    ({ header, offer } = understandColumns(above, memory));
    if (header === null) return;
    known = knownColumns(header);
    if (known.length > MAX_KNOWN_COLUMNS) throw new SheetFileError('too-much');
    for (const row of above) keep(row, header);
  }

  function keep(row: RawRow, header: SheetHeader): void {
    if (row.row <= header.row) return;
    const texts = known.map((column) => textOf(valueAt(row, column)));
    if (texts.every((text) => text.trim() === '')) return;
    if (rows.length === MAX_ROWS) throw new SheetFileError('too-large');
    size += texts.reduce((sum, text) => sum + text.length, 0);
    if (size > MAX_SHEET_CHARS) throw new SheetFileError('too-much');
    rows.push({ row: row.row, columns: known, values: texts });
  }

  const take: TakeRow = (row) => {
    if (top !== null && row.row < SEARCHED_ROWS) {
      top.push(row);
      return true;
    }
    decide();
    if (header === null) return false;
    keep(row, header);
    return true;
  };

  return {
    take,
    /** The sheet, where it is a tag sheet. */
    finish(): OpenSheet | null {
      decide();
      return header && { name, header, offer, rows };
    },
    /** The columns that it has, be it a tag sheet or not. */
    offer(): ColumnOffer {
      decide();
      return offer;
    },
  };
}
