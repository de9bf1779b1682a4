import { MAX_ROWS } from '../../base/limits';
import { mostOf } from '../../base/long-lists';
import { z } from '../../base/schema';
import { readTrackerId } from '../../pixel/tracker-id';
import { WRITTEN_CACHEBUSTERS, type WrittenCachebuster } from '../../rules/written-cachebuster';
import { readText } from '../../table/cells';
import { SEARCHED_ROWS } from '../../table/collect-rows';
import { SheetFileError } from '../../table/file-problem';
import { type RawRow, valueAt } from '../../table/raw-row';
import type { RowScore } from '../../table/row-score';
import { spoiledId } from '../../tracker/read-ids';
import { type RowTags, tagsInRow, togetherOf } from './row-tags';
import { knownInRow, type SheetColumns, sheetColumnsOf } from './sheet-columns';

/** Characters of a placement’s name or id: longer ones are none. */
const MAX_NAME = 500;
/** Placements of one sheet, with each name that one has. */
export const MAX_SHEET_PLACEMENTS = 20_000;

const name = z.nullable(z.string().check(z.maxLength(MAX_NAME)));
export const SheetPlacementSchema = z.object({
  placementId: name,
  placement: name,
  trackerId: z.int().check(z.positive()),
  /** How the tags of its row write their cachebuster; `null` where the row has none. */
  cachebuster: z.nullable(z.enum(WRITTEN_CACHEBUSTERS)),
});
/** Which tracker a tag sheet gives a placement of the ad server: by its id there, its name, or both. */
export type SheetPlacement = Readonly<z.infer<typeof SheetPlacementSchema>>;

const count = z.int().check(z.gte(0));
export const SheetReadingSchema = z.object({
  placements: z.array(SheetPlacementSchema).check(z.maxLength(MAX_SHEET_PLACEMENTS)),
  /** Rows that say nothing: they name several trackers, none, or no placement. */
  leftOut: z.object({ several: count, noTracker: count, noPlacement: count }),
  /** Why nothing is told: it is a report of an ad server, a sheet without trackers, no such sheet, or names more than is kept. */
  isNone: z.nullable(z.enum(['report', 'no-trackers', 'no-columns', 'no-room'])),
});
/** What a tag sheet’s file says of placements. */
export type SheetReading = Readonly<z.infer<typeof SheetReadingSchema>>;

interface Known {
  /** Macros for cachebusters of ad servers that the catalogue does not have. */
  readonly macros: readonly string[];
  /** What stands in sheets that are made here where a tracker is of all placements. */
  readonly everywhere: string;
}

/** `Front page (44)`, as a sheet that is made here writes a placement. */
const WITH_ID = /^(.+?)\s*\((\d{1,15})\)$/;

/**
 * Takes the rows of a tag sheet’s file: those that have a placement and a tracker, by its id or by the tags in the row. A
 * row that names several trackers says nothing; a row without a placement right below one is a part of it, as merged cells are. Fails with
 * `SheetFileError` where there are more than are kept.
 */
export function createPlacementReader(known: Known) {
  const found = new Map<string, SheetPlacement>();
  const sheets: OpenSheet[] = [];
  const score: RowScore = {
    rows: SEARCHED_ROWS,
    of: (rows) => mostOf(rows.map(knownInRow)) ?? 0,
  };
  const add = (one: SheetPlacement) => void found.set(JSON.stringify(Object.values(one)), one);
  const isTooMany = () => found.size > MAX_SHEET_PLACEMENTS;

  function takeRow(row: RawRow, columns: SheetColumns, sheet: OpenSheet): void {
    const { leftOut, above } = sheet;
    const own = namedIn(row, columns, known.everywhere);
    const isPart = own === null && above?.row === row.row - 1 && hasNothing(row, columns);
    const at = isPart ? { ...above, row: row.row } : own;
    sheet.above = at;
    const tags = tagsInRow(row, columns.remarks, known.macros);
    const [trackerId, ...others] = trackersIn(row, columns, tags);
    if (trackerId === undefined) {
      if (own) leftOut.noTracker += 1;
    } else if (others.length > 0) leftOut.several += 1;
    else if (at === null) leftOut.noPlacement += 1;
    else {
      sheet.hasGiven = true;
      entriesOf(at, trackerId, togetherOf(tags.get(trackerId) ?? [])).forEach(add);
    }
  }

  return {
    score,
    open: () => {
      const sheet: OpenSheet = { columns: null, above: null, hasGiven: false, leftOut: none() };
      sheets.push(sheet);
      let rows = 0;
      return (row: RawRow): boolean => {
        rows += 1;
        if (rows > MAX_ROWS) throw new SheetFileError('too-large');
        if (sheet.columns !== null) takeRow(row, sheet.columns, sheet);
        else sheet.columns = sheetColumnsOf(row);
        return !isTooMany() && (sheet.columns !== null || rows < SEARCHED_ROWS);
      };
    },
    finish: (): SheetReading => ({
      placements: isTooMany() ? [] : [...found.values()],
      // Of others, such as instructions, no row was to name any.
      leftOut: sheets.filter(({ hasGiven }) => hasGiven).reduce(sumOf, none()),
      isNone: isTooMany()
        ? 'no-room'
        : found.size > 0
          ? null
          : whatElse(sheets.flatMap(({ columns }) => columns ?? [])),
    }),
  };
}

type LeftOut = SheetReading['leftOut'];
interface OpenSheet {
  columns: SheetColumns | null;
  above: Named | null;
  hasGiven: boolean;
  readonly leftOut: { -readonly [Why in keyof LeftOut]: number };
}

const none = () => ({ several: 0, noTracker: 0, noPlacement: 0 });

function sumOf(sum: LeftOut, { leftOut }: OpenSheet): LeftOut {
  return {
    several: sum.several + leftOut.several,
    noTracker: sum.noTracker + leftOut.noTracker,
    noPlacement: sum.noPlacement + leftOut.noPlacement,
  };
}

/** What the placements of a sheet are called, each once. */
export function countPlacements(placements: readonly SheetPlacement[]): number {
  return new Set(
    placements.map(
      ({ placementId, placement }) =>
        placementId ?? (placement && (bareName(placement) ?? placement)),
    ),
  ).size;
}

function whatElse(headers: readonly SheetColumns[]): SheetReading['isNone'] {
  if (headers.length === 0) return 'no-columns';
  return headers.some(({ isReport }) => isReport) ? 'report' : 'no-trackers';
}

/** A row’s placement. */
interface Named {
  readonly row: number;
  readonly placementId: string | null;
  readonly placement: string | null;
}

function namedIn(row: RawRow, columns: SheetColumns, everywhere: string): Named | null {
  const cell = (at: number | undefined) => {
    const text = at === undefined ? '' : readText(valueAt(row, at)).trim();
    return text === '' || text.length > MAX_NAME || text === everywhere ? null : text;
  };
  const placement = cell(columns.placement);
  const given = cell(columns.placementId);
  const id = columns.isIdOrName && placement && /^\d+$/.test(placement) ? placement : given;
  const placementId = id !== null && spoiledId(id) === 'shortened' ? null : id;
  return placementId === null && placement === null
    ? null
    : { row: row.row, placementId, placement };
}

function hasNothing(row: RawRow, { placement, placementId }: SheetColumns): boolean {
  return [placement, placementId].every(
    (at) => at === undefined || readText(valueAt(row, at)).trim() === '',
  );
}

function entriesOf(
  { placementId, placement }: Named,
  trackerId: number,
  cachebuster: WrittenCachebuster | null,
): readonly SheetPlacement[] {
  const bare = placement && bareName(placement);
  const one = { placementId, placement, trackerId, cachebuster };
  return bare ? [one, { ...one, placementId: null, placement: bare }] : [one];
}

function bareName(placement: string): string | undefined {
  return WITH_ID.exec(placement)?.[1];
}

/** The trackers that a row’s id and tags are of; what may be ids of anything counts where there is no tag. */
function trackersIn(
  row: RawRow,
  { tracker, isOfTrackers }: SheetColumns,
  tags: RowTags,
): readonly number[] {
  const text = tracker === undefined ? '' : readText(valueAt(row, tracker)).trim();
  const own = isOfTrackers || tags.size === 0 ? readTrackerId(text.replace(/^#/, '')) : null;
  return [...new Set([...(own === null ? [] : [own]), ...tags.keys()])];
}
