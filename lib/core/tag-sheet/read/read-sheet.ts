import { checkLine } from './check-line';
import type { CheckedRow, SheetContext } from './checked';
import { collectSheet } from './collect';
import type { ColumnMemory } from './column-memory';
import { sizeOf } from './header';
import { lineOf } from './line';
import type { OpenSheet, RawSheet } from './open-sheet';

export type SheetSummary = Readonly<Record<CheckedRow['verdict'] | 'rows', number>>;

/** The sheet of a workbook that has the most of a tag sheet's columns; `null` where none is one. */
export function openSheet(
  sheets: readonly RawSheet[],
  memory: ColumnMemory = [],
): OpenSheet | null {
  return bestSheet(
    sheets.map(({ name, rows }) => {
      const collector = collectSheet(name, memory);
      rows.every(collector.take);
      return collector.finish();
    }),
  );
}

/** The one whose columns a person chose, else the one with the most known ones, of those that are tag sheets. */
export function bestSheet(sheets: readonly (OpenSheet | null)[]): OpenSheet | null {
  const found = sheets.flatMap((sheet) => sheet ?? []);
  const isChosen = ({ offer }: OpenSheet) => (offer.choice ? 1 : 0);
  const [best] = found.toSorted(
    (a, b) => isChosen(b) - isChosen(a) || sizeOf(b.header) - sizeOf(a.header),
  );
  return best ?? null;
}

/** Judges the `index`th row of a sheet, from 0; `null` where it holds nothing of ours. */
export function checkRow(
  { rows, header }: OpenSheet,
  index: number,
  context: SheetContext,
): CheckedRow | null {
  const row = rows[index];
  const line = row ? lineOf(row, header) : null;
  return line && checkLine(line, context);
}

/** How many rows there are of each verdict. */
export function summarize(rows: readonly CheckedRow[]): SheetSummary {
  const counts = { rows: rows.length, ok: 0, warning: 0, error: 0, none: 0 };
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
}
