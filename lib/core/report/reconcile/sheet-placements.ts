import { MAX_ROWS } from '../../base/limits';
import { readTrackerId } from '../../pixel/tracker-id';
import { readText } from '../../table/cells';
import { SEARCHED_ROWS } from '../../table/collect-rows';
import { plainTitle } from '../../table/plain-title';
import { type RawRow, valueAt } from '../../table/raw-row';
import type { RowScore } from '../../table/row-score';
import { readTags } from '../../tag/read/read-tags';
import { TRACKER_ID_TITLE } from '../../tracker/read-ids';

/** Which tracker a tag sheet gives a placement of the ad server: by its id there, its name, or both. */
export interface SheetPlacement {
  readonly placementId: string | null;
  readonly placement: string | null;
  readonly trackerId: number;
}

type Column = 'id' | 'name' | 'tracker';
type Columns = Partial<Record<Column, number>>;

const NAMES = new Set(
  [
    'Placement',
    'Placement name',
    'Placement ID/name',
    'Line item',
    'Line item name',
    'Flight',
    'Flight name',
    'Ad',
    'Ad name',
    'Creative name',
    'Creative/ad name',
  ].map(plainTitle),
);
const IDS = new Set(
  ['Placement ID', 'PlacementID', 'Line item ID', 'Flight ID', 'Ad ID', 'Creative ID'].map(
    plainTitle,
  ),
);
/** `Front page (44)`, as a sheet that is made here writes a placement. */
const WITH_ID = /^(.+?)\s*\((\d{1,15})\)$/;

/**
 * Takes the rows of a tag sheet’s file: those that have a placement and a tracker, by its id or by the tags in the row. A
 * row whose tags are of several trackers says nothing.
 */
export function createPlacementReader() {
  const found: SheetPlacement[] = [];
  const score: RowScore = {
    rows: SEARCHED_ROWS,
    of: (rows) => Math.max(0, ...rows.map((row) => knownIn(row))),
  };
  return {
    score,
    open: () => {
      let columns: Columns | null = null;
      let rows = 0;
      return (row: RawRow): boolean => {
        rows += 1;
        if (columns === null) columns = columnsOf(row);
        else takeRow(row, columns, found);
        return rows < (columns === null ? SEARCHED_ROWS : MAX_ROWS);
      };
    },
    finish: (): readonly SheetPlacement[] => found,
  };
}

function knownIn(row: RawRow): number {
  return Object.keys(columnsOf(row) ?? {}).length;
}

/** The first column of each kind; `null` where the row names no placement, or that alone. */
function columnsOf({ columns: places, values }: RawRow): Columns | null {
  const columns: Columns = {};
  for (const [at, value] of values.entries()) {
    const title = readText(value).trim();
    const kind = kindOf(title);
    if (kind) columns[kind] ??= places[at] ?? 0;
  }
  const hasPlacement = columns.id !== undefined || columns.name !== undefined;
  return hasPlacement && values.length > 1 ? columns : null;
}

function kindOf(title: string): Column | null {
  if (title.length > 80) return null;
  const plain = plainTitle(title.replace(/\(Piggyback\)$/, ''));
  if (IDS.has(plain)) return 'id';
  if (NAMES.has(plain)) return 'name';
  return TRACKER_ID_TITLE.test(title.replace(/\s*\(Piggyback\)$/, '')) ? 'tracker' : null;
}

function takeRow(row: RawRow, columns: Columns, found: SheetPlacement[]): void {
  const cell = (at: number | undefined) =>
    at === undefined ? '' : readText(valueAt(row, at)).trim();
  const placementId = cell(columns.id) || null;
  const placement = cell(columns.name) || null;
  if (placementId === null && placement === null) return;
  const trackerId = readTrackerId(cell(columns.tracker).replace(/^#/, '')) ?? trackerInTags(row);
  if (trackerId === null) return;
  found.push({ placementId, placement, trackerId });
  const bare = placement && WITH_ID.exec(placement)?.[1];
  if (bare) found.push({ placementId: null, placement: bare, trackerId });
}

function trackerInTags({ values }: RawRow): number | null {
  const ids = new Set(
    values.flatMap((value) => {
      const text = readText(value);
      return /imptr/i.test(text) ? readTags(text).tags.map(({ spec }) => spec?.trackerId) : [];
    }),
  );
  const [only] = ids;
  return ids.size === 1 && typeof only === 'number' ? only : null;
}
