import { checkLine, type CheckedRow, type SheetContext } from './check-line';
import { type Cells, findHeader, type SheetHeader, sizeOf } from './header';
import { lineAt } from './line';

/** One sheet of a workbook, as it came out of the file. */
export interface RawSheet {
  readonly name: string;
  readonly cells: Cells;
}

/** A sheet with tags in it: where its header is and which rows lie below. */
export interface OpenSheet extends RawSheet {
  readonly header: SheetHeader;
  /** How many rows lie below the header, blank ones too. */
  readonly rowCount: number;
}

export type SheetSummary = Readonly<Record<CheckedRow['verdict'] | 'rows', number>>;

/** The sheet of a workbook that has the most of a tag sheet's columns; `null` where none is one. */
export function openSheet(sheets: readonly RawSheet[]): OpenSheet | null {
  const found = sheets.flatMap((sheet): readonly OpenSheet[] => {
    const header = findHeader(sheet.cells);
    const below = header === null ? 0 : sheet.cells.length - header.row - 1;
    return header === null ? [] : [{ ...sheet, header, rowCount: below }];
  });
  return found.toSorted((a, b) => sizeOf(b.header) - sizeOf(a.header))[0] ?? null;
}

/** Judges the `index`th row below the header, from 0; `null` where it holds nothing of ours. */
export function checkRow(
  { cells, header }: OpenSheet,
  index: number,
  context: SheetContext,
): CheckedRow | null {
  const line = lineAt(cells, header, header.row + 1 + index);
  return line && checkLine(line, context);
}

/** How many rows there are of each verdict. */
export function summarize(rows: readonly CheckedRow[]): SheetSummary {
  const counts = { rows: rows.length, ok: 0, warning: 0, error: 0, none: 0 };
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
}
