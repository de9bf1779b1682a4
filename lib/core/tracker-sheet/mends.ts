import { LAST_COLUMN, LAST_ROW, MAX_CELL_CHARS, MAX_TRACKER_ROWS } from '../base/limits';
import { mostOf } from '../base/long-lists';
import { z } from '../base/schema';
import { asTyped } from '../table/formulas';
import { type ColumnPlace, TRACKER_COLUMNS, type TrackerColumn } from './columns';
import type { OpenTrackerSheet, SheetRow } from './open-sheet';

/** What a person has written in the place of a cell; the sheet’s file stays as it is. */
const CellSchema = z.object({
  /** As spreadsheets count. */
  row: z.int().check(z.gte(1), z.lte(LAST_ROW)),
  column: z.enum(TRACKER_COLUMNS),
  text: z.string().check(z.maxLength(MAX_CELL_CHARS)),
});

/** What mends a sheet: cells written anew, and what is meant by a text, by the `choice` of its issue. */
export const MendsSchema = z.object({
  cells: z.array(CellSchema).check(z.maxLength(MAX_TRACKER_ROWS * TRACKER_COLUMNS.length)),
  chosen: z
    .array(z.tuple([z.string().check(z.maxLength(MAX_CELL_CHARS + 100)), z.number()]))
    .check(z.maxLength(MAX_TRACKER_ROWS * TRACKER_COLUMNS.length)),
});
export type Mends = Readonly<z.infer<typeof MendsSchema>>;

export const NO_MENDS: Mends = { cells: [], chosen: [] };

/** The same with a cell of these rows written anew. */
export function withCells(
  { cells, chosen }: Mends,
  rows: readonly number[],
  column: TrackerColumn,
  text: string,
): Mends {
  const anew = new Set(rows);
  const others = cells.filter((one) => one.column !== column || !anew.has(one.row));
  return { chosen, cells: others.concat(rows.map((row) => ({ row, column, text }))) };
}

/** The same with one of the candidates of an issue chosen. */
export function withChoice({ cells, chosen }: Mends, choice: string, id: number): Mends {
  return { cells, chosen: [...chosen.filter(([key]) => key !== choice), [choice, id]] };
}

type Sheet = Pick<OpenTrackerSheet, 'header' | 'offer' | 'rows'>;

/** The sheet with the mended cells. A column that it has not stands to the right of all that it has. */
export function mendedSheet(sheet: Sheet, { cells }: Mends): Pick<Sheet, 'header' | 'rows'> {
  if (cells.length === 0) return sheet;
  const columns = withColumns(sheet, new Set(cells.map(({ column }) => column)));
  const placeOf = new Map(columns.map(([column], at) => [column, at]));
  const byRow = new Map<number, Map<number, string>>();
  for (const { row, column, text } of cells) {
    const ofRow = byRow.get(row) ?? new Map<number, string>();
    byRow.set(row, ofRow.set(placeOf.get(column) ?? 0, asTyped(text).trim()));
  }
  const mended = (one: SheetRow): SheetRow => {
    const anew = byRow.get(one.row + 1);
    if (anew === undefined) return one;
    const texts = columns.map((_, at) => anew.get(at) ?? one.texts[at] ?? '');
    return { ...one, texts };
  };
  return { header: { ...sheet.header, columns }, rows: sheet.rows.map(mended) };
}

function withColumns(
  { header, offer }: Sheet,
  wanted: ReadonlySet<TrackerColumn>,
): readonly ColumnPlace[] {
  const there = new Set(header.columns.map(([column]) => column));
  const taken = [...header.columns.map(([, at]) => at), ...offer.titles.map(({ index }) => index)];
  const free = (mostOf(taken) ?? -1) + 1;
  const added = [...wanted].filter((column) => !there.has(column));
  return [
    ...header.columns,
    ...added.map((column, at): ColumnPlace => [column, Math.min(free + at, LAST_COLUMN - 1)]),
  ];
}
