import { checkTrackerRow } from './check-row';
import { compareRows } from './compare-rows';
import type { Known, ObjectQuery } from './known';
import { createLookup } from './lookup';
import { layoutOf } from './row-cells';
import type { OpenTrackerSheet } from './open-sheet';
import type { PlannedRow, RowKind } from './planned-row';

/** A sheet, checked: what the dry run shows, and what the run does. */
export interface CheckedSheet {
  readonly rows: readonly PlannedRow[];
  readonly counts: Readonly<Record<RowKind, number>>;
  /** Lists of objects without which some of it cannot be told: read them, and check again. */
  readonly wanted: readonly ObjectQuery[];
}

/** Checks every row of a sheet of an advertiser's trackers against what is known. Nothing of it is sent. */
export function checkTrackerSheet(
  { header, rows }: Pick<OpenTrackerSheet, 'header' | 'rows'>,
  known: Known,
): CheckedSheet {
  const lookup = createLookup(known);
  const layout = layoutOf(header.columns);
  const checked = rows.map((row) => checkTrackerRow(row, layout, lookup));
  const planned = compareRows(checked, known);
  return { rows: planned, counts: countKinds(planned), wanted: lookup.wanted() };
}

/** How many rows there are of each kind. */
export function countKinds(rows: readonly PlannedRow[]): Readonly<Record<RowKind, number>> {
  const counts = { create: 0, change: 0, unchanged: 0, conflict: 0, error: 0 };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}
