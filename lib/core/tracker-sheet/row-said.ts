import { ownTitle } from '../table/own-titles';
import { titleOfColumn, type TrackerColumn } from './columns';
import type { OpenTrackerSheet, SheetRow } from './open-sheet';

/** As much of it as is kept, in characters. */
export const MAX_SAID = 300;

const TELLING: readonly TrackerColumn[] = ['id', 'code', 'name'];
const FILLED_IDS = ownTitle(titleOfColumn('id'));

/**
 * What each row of a file says itself of which tracker it is: its own id, code and name, in the order of the file. Ids that
 * were filled in do not count, so that a row says the same before and after. Rows are counted from 1.
 */
export function rowsSaid({
  header: { columns },
  offer,
  rows,
}: Pick<OpenTrackerSheet, 'header' | 'offer' | 'rows'>): ReadonlyMap<number, string> {
  const filled = new Set(
    offer.titles.flatMap(({ index, title }) => (title.trim() === FILLED_IDS ? [index] : [])),
  );
  const telling = columns
    .map(([column, index], at) => ({ column, index, at }))
    .filter(({ column, index }) => TELLING.includes(column) && !filled.has(index))
    .toSorted((a, b) => a.index - b.index);
  const said = ({ texts }: SheetRow) =>
    telling.flatMap(({ at }) => texts[at]?.trim() || []).join(', ');
  return new Map(rows.map((row) => [row.row + 1, said(row).slice(0, MAX_SAID)]));
}
