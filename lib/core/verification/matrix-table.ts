import type { Matrix, MatrixCell, MatrixPage } from './matrix';

/** Columns that stand side by side at once. */
export const MAX_COLUMNS = 20;

/** A tracker, and where in the cells of each page it stands. */
export interface MatrixTracker {
  readonly id: number;
  readonly at: number;
}

/** What a row or a column is of, or both: a page, a tracker, and what is said of that tracker on that page. */
export interface MatrixPlace {
  readonly page: MatrixPage | null;
  readonly tracker: MatrixTracker | null;
  readonly cell: MatrixCell | null;
}

/** A matrix as a table: pages in its rows and trackers in its columns, or the other way round. */
export interface MatrixTable {
  readonly rows: readonly MatrixPlace[];
  /** Those that are shown of all. */
  readonly columns: readonly MatrixPlace[];
  /** How many stand before the first that is shown. */
  readonly before: number;
  readonly allColumns: number;
  readonly at: (row: MatrixPlace, column: MatrixPlace) => MatrixPlace;
}

interface TableOptions {
  /** What stands in the rows. */
  readonly rows: 'pages' | 'trackers';
  /** The pages that are shown. */
  readonly pages?: readonly MatrixPage[];
  /** How many columns to leave out before the first; `null` for the usual: the first trackers, the latest pages. */
  readonly before: number | null;
}

/** The table of a matrix, of no more columns than a page can draw and a person look over. */
export function tableOf(
  matrix: Matrix,
  { rows, pages = matrix.pages, before }: TableOptions,
): MatrixTable {
  const ofPages = pages.map((page): MatrixPlace => ({ page, tracker: null, cell: null }));
  const ofTrackers = matrix.trackerIds.map((id, at): MatrixPlace => ({
    page: null,
    tracker: { id, at },
    cell: null,
  }));
  const across = rows === 'pages' ? ofTrackers : ofPages;
  const usual = rows === 'pages' ? 0 : Math.max(0, across.length - MAX_COLUMNS);
  const first = before === null || before >= across.length ? usual : Math.max(0, before);
  return {
    rows: rows === 'pages' ? ofPages : ofTrackers,
    columns: across.slice(first, first + MAX_COLUMNS),
    before: first,
    allColumns: across.length,
    at: (row, column) => {
      const page = row.page ?? column.page;
      const tracker = row.tracker ?? column.tracker;
      const cell = page && tracker ? (matrix.cellsOn(page)[tracker.at] ?? null) : null;
      return { page, tracker, cell };
    },
  };
}
