import { readText } from '../table/cells';
import { withChosen } from '../table/chosen-columns';
import { recallColumns } from '../table/column-memory';
import {
  type ColumnTitle,
  columnTitles,
  fingerprintOf,
  likelyTitles,
  LONGEST_TITLE,
} from '../table/column-titles';
import { ownTitle } from '../table/own-titles';
import type { RawRow } from '../table/raw-row';
import {
  type ColumnPlace,
  isAdServerTitle,
  titleOfColumn,
  type TrackerColumn,
  trackerColumnCalled,
  type TrackerColumnChoice,
  type TrackerColumnMemory,
} from './columns';

/** The row that names the columns of a sheet of trackers, and what was understood of it. */
export interface TrackerHeader {
  /** Counted from 0. */
  readonly row: number;
  readonly columns: readonly ColumnPlace[];
}

/** What a person can choose from, and what was chosen. */
export interface TrackerColumnOffer {
  readonly titles: readonly ColumnTitle[];
  /** Under which a choice is remembered. */
  readonly fingerprint: string;
  /** `null`: the columns are as recognised. */
  readonly choice: TrackerColumnChoice | null;
}

/** The column in which a sheet has got the ids of its trackers. */
const FILLED_IDS = ownTitle(titleOfColumn('id'));
/** What says which tracker a row is: without one of them a sheet is none of ours. */
const TELLING: readonly TrackerColumn[] = ['id', 'code', 'name'];

/** The columns of a sheet by its first rows: as a person chose them before, else as recognised. */
export function understandTrackerColumns(
  rows: readonly RawRow[],
  memory: TrackerColumnMemory,
): { readonly header: TrackerHeader | null; readonly offer: TrackerColumnOffer } {
  const found = findTrackerHeader(rows);
  const named =
    rows.find(({ row }) => row === found?.row) ??
    likelyTitles(rows, (row) => readTitles(row).length);
  const recognised = found?.columns ?? (named ? readTitles(named) : []);
  const titles = columnTitles(
    rows,
    named,
    recognised.map(([, at]) => at),
  );
  const fingerprint = fingerprintOf(named);
  const choice = recallColumns(memory, fingerprint);
  const offer = { titles, fingerprint, choice };
  if (choice === null || named === null) return { header: found, offer };
  const columns = withChosen(recognised, choice, titles);
  return { header: isTelling(columns) ? { row: named.row, columns } : null, offer };
}

/** Of the first rows the one with most known titles, if it has two and one of them says which tracker a row is. */
function findTrackerHeader(rows: readonly RawRow[]): TrackerHeader | null {
  let best: TrackerHeader | null = null;
  for (const row of rows) {
    const columns = readTitles(row);
    if (columns.length < 2 || !isTelling(columns)) continue;
    if (best === null || columns.length > best.columns.length) best = { row: row.row, columns };
  }
  return best;
}

/** How well the first rows of a table are understood: of several ways to cut them the best counts. */
export function trackersUnderstood(rows: readonly RawRow[]): number {
  const header = findTrackerHeader(rows);
  return header ? header.columns.length * 2 : 0;
}

function isTelling(columns: readonly ColumnPlace[]): boolean {
  return columns.some(([column]) => TELLING.includes(column));
}

/**
 * The titles that are known; of two columns with one meaning the first counts. Ids that were filled in say which tracker a
 * row is where the sheet has none of its own: run again under another name, it would make a second one.
 */
function readTitles({ columns: places, values }: RawRow): readonly ColumnPlace[] {
  const found = new Map<TrackerColumn, number>();
  let filledIds: number | null = null;
  for (const [at, value] of values.entries()) {
    const title = readText(value).trim();
    if (title === FILLED_IDS) filledIds ??= places[at] ?? 0;
    const column = title.length > LONGEST_TITLE ? null : trackerColumnCalled(title);
    if (column !== null && !found.has(column)) found.set(column, places[at] ?? 0);
  }
  if (filledIds !== null && !found.has('id')) found.set('id', filledIds);
  return [...found];
}

/**
 * Where ids were filled in beside a column of ids of the sheet's own: they count in rows whose own cell is empty, which is where
 * trackers were made. `null` where there are none, and where they are the sheet's ids already.
 */
export function filledIdsBeside(rows: readonly RawRow[], header: TrackerHeader): number | null {
  const own = header.columns.find(([column]) => column === 'id')?.[1];
  const named = rows.find(({ row }) => row === header.row);
  const at = named?.values.findIndex((value) => readText(value).trim() === FILLED_IDS) ?? -1;
  const filled = named?.columns[at];
  return own === undefined || filled === undefined || filled === own ? null : filled;
}

/** Where rows say for which ad server their tag is; `null` where none do. */
export function adServerBeside(rows: readonly RawRow[], header: TrackerHeader): number | null {
  const taken = new Set(header.columns.map(([, at]) => at));
  const named = rows.find(({ row }) => row === header.row);
  const at =
    named?.columns.find(
      (column, of) =>
        !taken.has(column) && isAdServerTitle(readText(named.values[of]).slice(0, LONGEST_TITLE)),
    ) ?? null;
  return at;
}
