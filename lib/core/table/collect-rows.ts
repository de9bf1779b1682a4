import { MAX_KNOWN_COLUMNS, MAX_SHEET_CHARS } from '../base/limits';
import { textOf } from './cells';
import { SheetFileError } from './file-problem';
import { type RawRow, type TakeRow, valueAt } from './raw-row';

/** How far down a header is looked for; blocks of 17 rows above it have been met. */
export const SEARCHED_ROWS = 100;

interface Layout<Header> {
  /** What names the columns, by the first rows; `null` where nothing does. */
  readonly understand: (top: readonly RawRow[]) => Header | null;
  /** The columns of which the rows are read, in order. */
  readonly columnsOf: (header: Header) => readonly number[];
  /** Columns that are read, too, behind those; a text in one of them alone makes no row. */
  readonly besideOf?: (header: Header) => readonly number[];
  readonly most: number;
}

/**
 * Keeps of a sheet's rows what is needed, as they are read: the rows below the header, and of
 * them the texts in columns whose titles are known. Nothing is laid out by address, so a cell far
 * away costs as much as one nearby. A sheet without a header is given up where one can no longer
 * come. Fails with `SheetFileError` where there is more than a sheet may have.
 */
export function collectRows<Header extends { readonly row: number }>({
  understand,
  columnsOf,
  besideOf = () => [],
  most,
}: Layout<Header>) {
  let top: RawRow[] | null = [];
  let header: Header | null = null;
  let known: readonly number[] = [];
  let telling = 0;
  const rows: RawRow[] = [];
  let size = 0;

  function decide(): void {
    if (top === null) return;
    const above = top;
    top = null;
    header = understand(above);
    if (header === null) return;
    const own = columnsOf(header);
    telling = own.length;
    known = [...own, ...besideOf(header)];
    if (known.length > MAX_KNOWN_COLUMNS) throw new SheetFileError('too-much');
    for (const row of above) keep(row, header);
  }

  function keep(row: RawRow, { row: headerRow }: Header): void {
    if (row.row <= headerRow) return;
    const texts = known.map((column) => textOf(valueAt(row, column)));
    if (texts.every((text, at) => at >= telling || text.trim() === '')) return;
    if (rows.length === most) throw new SheetFileError('too-large');
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
    /** The header and the rows below it; `null` where the sheet has no header. */
    finish(): { readonly header: Header; readonly rows: readonly RawRow[] } | null {
      decide();
      return header && { header, rows };
    },
  };
}
