import { describe, expect, it } from 'vitest';

import { MAX_TRACKER_ROWS } from '@/lib/core/base/limits';
import { rememberColumns } from '@/lib/core/table/column-memory';
import { rowsOf } from '@/lib/core/table/raw-row';
import { chooseColumn } from '@/lib/core/table/chosen-columns';
import {
  titleOfColumn,
  TRACKER_COLUMNS,
  type TrackerColumn,
  trackerColumnCalled,
  type TrackerColumnChoice,
  TrackerColumnMemorySchema,
} from '@/lib/core/tracker-sheet/columns';
import { OpenTrackerSheetSchema } from '@/lib/core/tracker-sheet/open-sheet';
import { createTrackerSheetReader, NoTrackersError } from '@/lib/core/tracker-sheet/sheet-reader';
import { readTableFile } from '@/lib/files/read-file';

import { openTrackerSheet } from '../../../support/open-tracker-sheet';
import type { Table } from './build';

const open = (table: Table, choice: TrackerColumnChoice | null = null) => {
  const { offer } = refusedOr(table);
  return openTrackerSheet('Plan', rowsOf(table), rememberColumns([], offer.fingerprint, choice));
};

function refusedOr(table: Table) {
  try {
    return openTrackerSheet('Plan', rowsOf(table));
  } catch (error) {
    if (!(error instanceof NoTrackersError) || error.offer === null) throw error;
    return { offer: error.offer };
  }
}

describe('a column is known by its title', () => {
  it.each<[string, TrackerColumn | null]>([
    ['Tracker ID', 'id'],
    ['imp_tracker_id', 'id'],
    ['Name', 'name'],
    ['Impression Tracker Name', 'name'],
    ['LINE-ITEM ID', 'lineItemId'],
    ['Line item', 'lineItem'],
    ['Publisher name', 'publisher'],
    ['pub id', 'publisherId'],
    ['Placement code', 'placementCode'],
    ['Ad Unit', 'placement'],
    ['Payment rule', 'paymentRule'],
    ['Status', 'state'],
    ['Client', 'advertiser'],
    ['Tracker', null],
    ['Tag', null],
    ['Budget', null],
    ['', null],
  ])('“%s” is %s', (title, column) => expect(trackerColumnCalled(title)).toBe(column));

  it('our own titles are known, and no title means two', () => {
    for (const column of TRACKER_COLUMNS) {
      expect(trackerColumnCalled(titleOfColumn(column))).toBe(column);
    }
  });
});

describe('the header of a sheet', () => {
  it.each<[string, Table, number | null, string[]]>([
    [
      'the first row',
      [
        ['Name', 'Publisher'],
        ['X', 'Y'],
      ],
      0,
      ['name', 'publisher'],
    ],
    [
      'below an introduction',
      [['Plan of the spring'], [], ['For Harbour'], ['Name', '', 'Line item'], ['X', '', 'Y']],
      3,
      ['name', 'lineItem'],
    ],
    [
      'of two of a meaning the first',
      [['Name', 'State', 'Tracker name'], []],
      0,
      ['name', 'state'],
    ],
    [
      'a single known title is none',
      [
        ['Name', 'Budget'],
        ['X', 1],
      ],
      null,
      [],
    ],
    [
      'nothing that says which tracker',
      [
        ['Publisher', 'State'],
        ['X', 1],
      ],
      null,
      [],
    ],
  ])('%s', (_, table, row, columns) => {
    if (row === null) {
      expect(() => openTrackerSheet('', rowsOf(table))).toThrow(NoTrackersError);
    } else {
      const { header } = openTrackerSheet('', rowsOf(table));
      expect(header.row).toBe(row);
      expect(header.columns.map(([column]) => column)).toEqual(columns);
    }
  });

  it.each<[string, Table, TrackerColumnChoice, Record<string, number>]>([
    [
      'a column with a title of its own',
      [
        ['Name', 'Publisher', 'Was'],
        ['X', 'Y', 'Z'],
      ],
      [['placement', 2]],
      { name: 0, publisher: 1, placement: 2 },
    ],
    [
      'one that was recognised as something else',
      [
        ['Name', 'Publisher', 'Was'],
        ['X', 'Y', 'Z'],
      ],
      [['name', 1]],
      { name: 1 },
    ],
    [
      'none',
      [
        ['Name', 'Publisher', 'State'],
        ['X', 'Y', 'Z'],
      ],
      [['state', null]],
      { name: 0, publisher: 1 },
    ],
    [
      'where nothing was recognised',
      [
        ['Was', 'Wo'],
        ['X', 'Y'],
      ],
      [
        ['name', 0],
        ['publisher', 1],
      ],
      { name: 0, publisher: 1 },
    ],
  ])(
    'as a person chose it, and again in the next sheet of that kind: %s',
    (_, table, choice, columns) => {
      expect(Object.fromEntries(open(table, choice).header.columns)).toEqual(columns);
    },
  );

  it('a choice is kept, changed, and read back', () => {
    const choice = chooseColumn(chooseColumn(null, 'name', 1), 'name', 2);
    expect(choice).toEqual([['name', 2]]);
    const memory = rememberColumns<TrackerColumnChoice>([], '1-a', choice);
    expect(TrackerColumnMemorySchema.parse(structuredClone(memory))).toEqual(memory);
  });
});

describe('a file', () => {
  const read = (text: string) => {
    const reader = createTrackerSheetReader();
    const { buffer } = new TextEncoder().encode(text);
    readTableFile(buffer, reader);
    return reader.finish();
  };

  it('is cut where it is best understood, and its cells are as they were typed', () => {
    const sheet = read('Name;Line item;Code\r\n\'=X, Y;Spring;"a;b"\r\n;;\r\n');
    expect(sheet.rows).toEqual([{ row: 1, texts: ['=X, Y', 'Spring', 'a;b'] }]);
    expect(OpenTrackerSheetSchema.parse(structuredClone(sheet))).toEqual(sheet);
  });

  it('with more rows than can be changed at once is refused', () => {
    const rows = (count: number) => `Name,State\n${'X,active\n'.repeat(count)}`;
    expect(read(rows(MAX_TRACKER_ROWS)).rows).toHaveLength(MAX_TRACKER_ROWS);
    expect(() => read(rows(MAX_TRACKER_ROWS + 1))).toThrow('too-large');
  });
});
