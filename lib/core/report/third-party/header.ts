import { withChosen } from '../../table/chosen-columns';
import { recallColumns } from '../../table/column-memory';
import {
  type ColumnTitle,
  columnTitles,
  fingerprintOf,
  likelyTitles,
} from '../../table/column-titles';
import type { RawRow } from '../../table/raw-row';
import {
  impressionTitles,
  recogniseColumns,
  type ReportChoice,
  type ReportColumnMemory,
  type ReportPlace,
  titlesOf,
} from './columns';

/** The row that names the columns of an ad server's report, and what was understood of it. */
export interface ReportHeader {
  /** Counted from 0. */
  readonly row: number;
  readonly columns: readonly ReportPlace[];
  /** Where the first title stands: totals are named there. */
  readonly first: number;
}

/** What a person can choose from, and what was chosen. */
export interface ReportColumnOffer {
  readonly titles: readonly ColumnTitle[];
  /** As they are taken: by a choice, else as recognised. */
  readonly columns: readonly ReportPlace[];
  /** Under which a choice is remembered. */
  readonly fingerprint: string;
  /** `null`: the columns are as recognised. */
  readonly choice: ReportChoice | null;
  /** Columns that count impressions besides the one that is taken. */
  readonly alsoImpressions: readonly ColumnTitle[];
}

/** The columns of a sheet by its first rows: as a person chose them before, else as recognised. */
export function understandReport(
  rows: readonly RawRow[],
  memory: ReportColumnMemory,
): { readonly header: ReportHeader | null; readonly offer: ReportColumnOffer } {
  const found = findHeader(rows);
  const named =
    rows.find(({ row }) => row === found?.row) ??
    likelyTitles(rows, (row) => recogniseColumns(titlesOf(row)).length);
  const titlesHere = named ? titlesOf(named) : [];
  const recognised = recogniseColumns(titlesHere);
  const titles = columnTitles(
    rows,
    named,
    recognised.map(([, at]) => at),
  );
  const fingerprint = fingerprintOf(named);
  const choice = recallColumns(memory, fingerprint);
  const columns = choice ? withChosen(recognised, choice.columns, titles) : recognised;
  const taken = columns.find(([column]) => column === 'impressions')?.[1];
  const alsoImpressions = impressionTitles(titlesHere).filter(({ index }) => index !== taken);
  const offer = { titles, columns, fingerprint, choice, alsoImpressions };
  if (named === null || !isWhole(columns, choice)) return { header: null, offer };
  const first = named.columns[0] ?? 0;
  return { header: { row: named.row, columns, first }, offer };
}

/** How well the first rows of a table are understood: of several ways to cut them the best counts. */
export function reportUnderstood(rows: readonly RawRow[]): number {
  const header = findHeader(rows);
  return header ? header.columns * 2 : 0;
}

/** Of the first rows the one with most known titles, if it names days, counts and what is counted. */
function findHeader(
  rows: readonly RawRow[],
): { readonly row: number; readonly columns: number } | null {
  let best: { readonly row: number; readonly columns: number } | null = null;
  for (const row of rows) {
    const columns = recogniseColumns(titlesOf(row));
    if (!isWhole(columns, null)) continue;
    if (best === null || columns.length > best.columns) {
      best = { row: row.row, columns: columns.length };
    }
  }
  return best;
}

/** A file without a column of placements is of one alone, if a person says so. */
function isWhole(columns: readonly ReportPlace[], choice: ReportChoice | null): boolean {
  const has = (name: ReportPlace[0]) => columns.some(([column]) => column === name);
  const isOfOne = choice?.columns.some(([column, at]) => column === 'placement' && at === null);
  return has('date') && has('impressions') && (has('placement') || has('placementId') || !!isOfOne);
}
