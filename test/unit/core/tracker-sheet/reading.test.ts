import { describe, expect, it } from 'vitest';

import { MAX_TRACKER_ROWS } from '@/lib/core/base/limits';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { rowsOf } from '@/lib/core/table/raw-row';
import { readingOf, takeTrackerReading, trackerRefusalOf } from '@/lib/core/tracker-sheet/reading';
import { NoTrackersError } from '@/lib/core/tracker-sheet/sheet-reader';

import { openTrackerSheet } from '../../../support/open-tracker-sheet';

const ROWS = [
  ['Name', 'Line item'],
  ['One', 'Spring burst'],
  ['Two', ''],
];
const sheet = openTrackerSheet('Plan', rowsOf(ROWS));
const take = takeTrackerReading(() => {});

/** What `take` fails with. */
function failureOf(message: unknown): unknown {
  try {
    take(message);
  } catch (error) {
    return error;
  }
  return null;
}

describe('a sheet of trackers from another thread', () => {
  it('is as it was read', () => {
    expect(take(structuredClone(readingOf(sheet)))).toEqual(sheet);
  });

  it('tells how far it is', () => {
    const told: unknown[] = [];
    const message = { kind: 'progress', done: 3, total: 9 };
    expect(takeTrackerReading((progress) => told.push(progress))(message)).toBeNull();
    expect(told).toEqual([{ done: 3, total: 9 }]);
  });

  it('that is none has the columns to choose from', () => {
    const offer = { titles: [{ index: 0, title: 'Spot' }], fingerprint: 'f', choice: null };
    const refused = failureOf(structuredClone(trackerRefusalOf(new NoTrackersError(offer))));
    expect(refused).toBeInstanceOf(NoTrackersError);
    expect(refused).toMatchObject({ problem: 'no-header', offer });
    const damaged = failureOf(trackerRefusalOf(new SheetFileError('damaged')));
    expect(damaged).toMatchObject({ problem: 'damaged' });
  });

  const good = { ...sheet, rows: [{ row: 1, texts: ['One', 'x'] }] };
  it.each([
    ['nothing', null],
    ['a kind that is none', { kind: 'end' }],
    [
      'more rows than can be',
      {
        kind: 'sheet',
        sheet: {
          ...good,
          rows: Array.from({ length: MAX_TRACKER_ROWS + 1 }, (_, row) => ({ row, texts: [] })),
        },
      },
    ],
    [
      'a cell without end',
      { kind: 'sheet', sheet: { ...good, rows: [{ row: 1, texts: ['x'.repeat(100_001)] }] } },
    ],
    [
      'a cell that is no text',
      { kind: 'sheet', sheet: { ...good, rows: [{ row: 1, texts: [7] }] } },
    ],
    [
      'a column that is none',
      { kind: 'sheet', sheet: { ...good, header: { row: 0, columns: [['site', 0]] } } },
    ],
  ])('is not taken with %s', (_, message) => {
    expect(failureOf(message)).toBeInstanceOf(Error);
  });
});
