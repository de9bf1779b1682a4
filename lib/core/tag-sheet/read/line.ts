import { cellAddress, readText } from '../../table/cells';
import type { SheetColumn } from '../columns';
import type { SheetHeader, TagColumn } from './header';
import { type RawRow, valueAt } from '../../table/raw-row';

/** A cell that should hold a tag. */
export interface TagCell extends TagColumn {
  readonly text: string;
  /** As spreadsheets write it, `N14`. */
  readonly address: string;
}

/** One row of a sheet that was read: its texts by column, and its tags. */
export interface SheetLine {
  /** Counted from 0. */
  readonly row: number;
  readonly tagCells: readonly TagCell[];
  /** The text of a column, trimmed; `null` where the sheet has no such column. */
  readonly text: (column: SheetColumn) => string | null;
  /** The same with the spaces round it: a name may have some. */
  readonly exactText: (column: SheetColumn) => string | null;
  /** Where the column's cell of this row stands; the row's first cell if there is no such column. */
  readonly address: (column: SheetColumn) => string;
}

/** A row below the header; `null` where it holds neither a tracker's id nor any tag. */
export function lineOf(raw: RawRow, header: SheetHeader): SheetLine | null {
  const { row } = raw;
  const { columns } = header;
  const textAt = (index: number) => readText(valueAt(raw, index));
  const exactText = (column: SheetColumn) => {
    const index = columns.get(column);
    return index === undefined ? null : textAt(index);
  };
  const tagCells = header.tagColumns.map((column) => ({
    ...column,
    text: textAt(column.index),
    address: cellAddress(row, column.index),
  }));
  const idColumn = columns.get('trackerId');
  const hasId = idColumn !== undefined && textAt(idColumn).trim() !== '';
  if (!hasId && tagCells.every(({ text }) => text.trim() === '')) return null;
  return {
    row,
    tagCells,
    text: (column) => exactText(column)?.trim() ?? null,
    exactText,
    address: (column) => cellAddress(row, columns.get(column) ?? 0),
  };
}
