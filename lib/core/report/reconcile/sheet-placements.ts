import { MAX_ROWS } from '../../base/limits';
import { mostOf } from '../../base/long-lists';
import { readTrackerId } from '../../pixel/tracker-id';
import { readText } from '../../table/cells';
import { SEARCHED_ROWS } from '../../table/collect-rows';
import { type RawRow, valueAt } from '../../table/raw-row';
import type { RowScore } from '../../table/row-score';
import { readTags } from '../../tag/read/read-tags';
import { TRACKER_ID_TITLE } from '../../tracker/read-ids';
import { placementColumns, titlesOf } from '../third-party/columns';

/** Which tracker a tag sheet gives a placement of the ad server: by its id there, its name, or both. */
export interface SheetPlacement {
  readonly placementId: string | null;
  readonly placement: string | null;
  readonly trackerId: number;
}

interface Columns {
  readonly placementId: number | undefined;
  readonly placement: number | undefined;
  readonly tracker: number | undefined;
}

/** What is behind titles of columns that were filled in. */
const OWN = /\s*\(Piggyback\)$/;
/** `Front page (44)`, as a sheet that is made here writes a placement. */
const WITH_ID = /^(.+?)\s*\((\d{1,15})\)$/;

/**
 * Takes the rows of a tag sheet’s file: those that have a placement and a tracker, by its id or by the tags in the row. A
 * row that names several trackers says nothing.
 */
export function createPlacementReader() {
  const found: SheetPlacement[] = [];
  const score: RowScore = {
    rows: SEARCHED_ROWS,
    of: (rows) => mostOf(rows.map(knownIn)) ?? 0,
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
  return Object.values(columnsOf(row) ?? {}).filter((at) => at !== undefined).length;
}

/** What a row names; `null` where it names no placement, or that alone. */
function columnsOf(row: RawRow): Columns | null {
  const titles = titlesOf(row);
  const places = new Map(placementColumns(titles));
  if (places.size === 0 || titles.length < 2) return null;
  const isTracker = (title: string) => TRACKER_ID_TITLE.test(title.replace(OWN, ''));
  return {
    placementId: places.get('placementId'),
    placement: places.get('placement'),
    tracker: titles.find(({ title }) => isTracker(title))?.index,
  };
}

function takeRow(row: RawRow, columns: Columns, found: SheetPlacement[]): void {
  const cell = (at: number | undefined) =>
    at === undefined ? '' : readText(valueAt(row, at)).trim();
  const placementId = cell(columns.placementId) || null;
  const placement = cell(columns.placement) || null;
  if (placementId === null && placement === null) return;
  const trackerId = trackerIn(row, readTrackerId(cell(columns.tracker).replace(/^#/, '')));
  if (trackerId === null) return;
  found.push({ placementId, placement, trackerId });
  const bare = placement && WITH_ID.exec(placement)?.[1];
  if (bare) found.push({ placementId: null, placement: bare, trackerId });
}

/** The one tracker that a row’s id and tags are of; `null` where they are of none, or of several. */
function trackerIn({ values }: RawRow, own: number | null): number | null {
  const ids = new Set(own === null ? [] : [own]);
  for (const value of values) {
    const text = readText(value);
    if (!/imptr/i.test(text)) continue;
    for (const { spec } of readTags(text).tags) if (spec?.trackerId) ids.add(spec.trackerId);
  }
  const [only] = ids;
  return ids.size === 1 && only !== undefined ? only : null;
}
