import { describe, expect, it } from 'vitest';

import type { Matrix } from '@/lib/core/verification/matrix';
import { MAX_COLUMNS, type MatrixPlace, tableOf } from '@/lib/core/verification/matrix-table';

/** So many pages and trackers; on odd pages the first tracker is not expected. */
function matrix(pages: number, trackers: number): Matrix {
  return {
    trackerIds: Array.from({ length: trackers }, (_, at) => 500 + at),
    pages: Array.from({ length: pages }, (_, at) => ({ number: at + 1, listed: null, view: null })),
    cellsOn: ({ number }) =>
      Array.from({ length: trackers }, (_, at) =>
        at === 0 && number % 2 === 1 ? 'not-expected' : 'not-visited',
      ),
  };
}
const nameOf = ({ page, tracker }: MatrixPlace) => page?.number ?? tracker?.id;

describe('a matrix as a table', () => {
  it.each<['pages' | 'trackers', unknown]>([
    [
      'pages',
      [
        ['not-expected', 'not-visited'],
        ['not-visited', 'not-visited'],
        ['not-expected', 'not-visited'],
      ],
    ],
    [
      'trackers',
      [
        ['not-expected', 'not-visited', 'not-expected'],
        ['not-visited', 'not-visited', 'not-visited'],
      ],
    ],
  ])('with %s in its rows says the same', (rows, cells) => {
    const table = tableOf(matrix(3, 2), { rows, before: null });
    expect(
      table.rows.map((row) => table.columns.map((column) => table.at(row, column).cell)),
    ).toEqual(cells);
  });

  it('keeps the cells of a page where others are left out', () => {
    const all = matrix(4, 3);
    const table = tableOf(all, { rows: 'pages', pages: all.pages.slice(1, 2), before: 1 });
    expect(table.rows.map(nameOf)).toEqual([2]);
    expect(table.columns.map(nameOf)).toEqual([501, 502]);
  });

  it.each<[string, 'pages' | 'trackers', number, number | null, [number, number]]>([
    ['the first trackers', 'pages', 45, null, [500, 519]],
    ['further trackers', 'pages', 45, 40, [540, 544]],
    ['the latest pages', 'trackers', 45, null, [26, 45]],
    ['the first pages', 'trackers', 45, 0, [1, 20]],
    ['all, where they are few', 'trackers', 3, null, [1, 3]],
    ['what there is, where columns went', 'pages', 5, 20, [500, 504]],
    ['the first, before it', 'pages', 45, -20, [500, 519]],
  ])('has %s in its columns', (_, rows, count, before, [first, last]) => {
    const { columns, allColumns } = tableOf(matrix(count, count), { rows, before });
    expect([columns[0], columns.at(-1)].map((one) => one && nameOf(one))).toEqual([first, last]);
    expect(columns.length).toBeLessThanOrEqual(MAX_COLUMNS);
    expect(allColumns).toBe(count);
  });

  it.each<['pages' | 'trackers', number, number]>([
    ['pages', 0, 3],
    ['pages', 3, 0],
    ['trackers', 0, 0],
  ])('of nothing has nothing: %s, %i by %i', (rows, pages, trackers) => {
    const table = tableOf(matrix(pages, trackers), { rows, before: null });
    expect([table.rows.length, table.columns.length]).toEqual(
      rows === 'pages' ? [pages, trackers] : [trackers, pages],
    );
  });
});
