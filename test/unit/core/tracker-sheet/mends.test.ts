import { describe, expect, it } from 'vitest';

import { rowsOf } from '@/lib/core/table/raw-row';
import { checkTrackerSheet } from '@/lib/core/tracker-sheet/check-sheet';
import {
  mendedSheet,
  type Mends,
  MendsSchema,
  NO_MENDS,
  withCells,
  withChoice,
} from '@/lib/core/tracker-sheet/mends';

import { openTrackerSheet } from '../../../support/open-tracker-sheet';
import { known, words } from './build';

const SHEET = openTrackerSheet(
  'Plan',
  rowsOf([
    ['Name', 'Line item', 'Note', 'Publisher'],
    ['One', 'Sprng', 'x', 'Tidewater News'],
    ['Two', 'Sprng', 'y', 'Tidewater News'],
    ['Three', 'Autumn', 'z', 'Tidewater News'],
  ]),
);

const checked = (mends: Mends) =>
  checkTrackerSheet(mendedSheet(SHEET, mends), known({ chosen: new Map(mends.chosen) })).rows.map(
    (row) => words(row).replace(/, \w+ same-in-reports/, ''),
  );

describe('what is mended', () => {
  it('is checked in the place of what the file says', () => {
    expect(checked(NO_MENDS)).toEqual([
      'error, B2 object-unknown',
      'error, B3 object-unknown',
      'create',
    ]);
    expect(checked(withCells(NO_MENDS, [2, 3], 'lineItem', 'Spring burst'))).toEqual([
      'create',
      'create',
      'create',
    ]);
  });

  it('is what was written last', () => {
    const first = withCells(NO_MENDS, [2, 3], 'lineItem', 'Nothing');
    const then = withCells(first, [3], 'lineItem', 'Autumn');
    expect(checked(then)).toEqual(['error, B2 object-unknown', 'create', 'create']);
  });

  it('can be in a column that the sheet has not, right of all that it has', () => {
    const mends = withCells(NO_MENDS, [4], 'state', 'on');
    expect(mendedSheet(SHEET, mends).header.columns.at(-1)).toEqual(['state', 4]);
    expect(checked(mends)[2]).toBe('error, E4 state-unknown');
  });

  it('leaves the sheet itself, and rows that are not mended, as they are', () => {
    const before = structuredClone(SHEET);
    const mended = mendedSheet(SHEET, withCells(NO_MENDS, [2], 'name', 'Other'));
    expect(SHEET).toEqual(before);
    expect(mended.rows[1]).toBe(SHEET.rows[1]);
    expect(mendedSheet(SHEET, NO_MENDS)).toBe(SHEET);
  });

  it('means one thing by a text: what was chosen last', () => {
    const mends = withChoice(withChoice(NO_MENDS, 'publisher x', 1), 'publisher x', 2);
    expect(mends.chosen).toEqual([['publisher x', 2]]);
  });

  it.each([
    ['a row that is none', { cells: [{ row: 0, column: 'name', text: '' }], chosen: [] }],
    ['a column that is none', { cells: [{ row: 2, column: 'site', text: '' }], chosen: [] }],
    [
      'a text without end',
      { cells: [{ row: 2, column: 'name', text: 'x'.repeat(100_001) }], chosen: [] },
    ],
    ['a choice of nothing', { cells: [], chosen: [['publisher x', null]] }],
  ])('is not read back with %s', (_, kept) => {
    expect(MendsSchema.safeParse(kept).success).toBe(false);
  });
});
