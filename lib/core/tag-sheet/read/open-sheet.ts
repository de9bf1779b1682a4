import type { RawRow } from '../../table/raw-row';
import type { ColumnOffer } from './choose-columns';
import type { SheetHeader } from './header';

/** One sheet of a workbook, as it came out of the file. */
export interface RawSheet {
  readonly name: string;
  readonly rows: readonly RawRow[];
}

/** A sheet with tags in it: its header, and the rows below that have something in a known column. */
export interface OpenSheet extends RawSheet {
  readonly header: SheetHeader;
  readonly offer: ColumnOffer;
}
