import { describe, expect, it } from 'vitest';

import { rowsOf } from '@/lib/core/table/raw-row';
import { fileMismatch, isMatchable } from '@/lib/core/tracker-sheet/match-file';
import { rowsSaid } from '@/lib/core/tracker-sheet/row-said';
import { orderRows, RunOrderSchema } from '@/lib/core/tracker-sheet/run';

import { openTrackerSheet } from '../../../support/open-tracker-sheet';
import { ADVERTISER, check, SPRING, type Table, TIDE } from './build';

const open = (table: Table) => openTrackerSheet('Plan', rowsOf(table));
const TITLES = ['ID', 'Name', 'Line item ID', 'Publisher ID', 'Notes'];
const NEW = ['', 'New', SPRING.id, TIDE.id, ''];
const OLD = [531, '', '', '', 'booked'];
const SHEET: Table = [TITLES, NEW, OLD];
const order = orderRows(check(SHEET).rows, rowsSaid(open(SHEET)));

it('a row says its own id, code and name, and that goes with the order', () => {
  expect(order.map(({ row, said }) => [row, said])).toEqual([
    [2, 'New'],
    [3, '531'],
  ]);
  const whole = { advertiser: ADVERTISER, file: 'a', holdAt: null, undoes: null, rows: order };
  expect(RunOrderSchema.parse(structuredClone(whole)).rows).toEqual(order);
});

const FILLED = ['Tracker ID (Piggyback)', 'Result (Piggyback)'];

describe('a file is the one that was run', () => {
  it.each<[string, Table]>([
    ['as it was', SHEET],
    [
      'filled in',
      [
        [...TITLES, ...FILLED],
        [...NEW, 9001, 'Created'],
        [...OLD, 531, 'Changed'],
      ],
    ],
    ['with other cells', [TITLES, ['', 'New', 1, 2, 'later'], [531, '', '', '', '']]],
    ['with a column more in front', SHEET.map((row, at) => [at === 0 ? 'Client no.' : at, ...row])],
    ['with a row that says nothing of ours', [...SHEET, ['', '', '', '', 'a remark']]],
    [
      'with rows that name an ad server alone',
      [[...TITLES, 'Ad server'], [...NEW, 'GAM'], OLD, ['', '', '', '', '', 'GAM']],
    ],
  ])('%s', (_, table) => {
    expect(fileMismatch(open(table), order)).toBeNull();
  });

  it.each<[string, Table]>([
    ['where its ids are filled in and it has none of its own', [NEW, ['', 'Other', 1, 2]]],
  ])('%s', (_, rows) => {
    const titles = TITLES.slice(1);
    const before = open([titles, ...rows.map((row) => row.slice(1))]);
    const ids = orderRows(
      check([titles, ...rows.map((row) => row.slice(1))]).rows,
      rowsSaid(before),
    );
    const after = open([
      [...titles, ...FILLED],
      ...rows.map((row, at) => [...[...row, ''].slice(1, 5), 9001 + at, 'Created']),
    ]);
    expect(after.header.columns.map(([column]) => column)).toContain('id');
    expect(fileMismatch(after, ids)).toBeNull();
  });
});

describe('a file is another', () => {
  it.each<[string, Table, object]>([
    [
      'with another name',
      [TITLES, ['', 'Now', 1, 2], OLD],
      { row: 2, inFile: 'Now', inRun: 'New' },
    ],
    ['with another id', [TITLES, NEW, [532]], { row: 3, inFile: '532', inRun: '531' }],
    ['with an id of its own more', [TITLES, [9, 'New'], OLD], { row: 2, inFile: '9, New' }],
    ['with a row above', [TITLES, ['', 'More'], NEW, OLD], { row: 2, inFile: 'More', count: 3 }],
    ['with a row less', [TITLES, NEW], { row: 3, inFile: null, inRun: '531', count: 1 }],
    ['with a row more', [...SHEET, ['', 'More']], { row: 4, inFile: 'More', inRun: null }],
    ['with no rows', [TITLES], { row: 2, inFile: null, count: 2 }],
  ])('%s', (_, table, expected) => {
    expect(fileMismatch(open(table), order)).toMatchObject(expected);
  });
});

it('of a run that does not know what its rows said no file can be told', () => {
  const of = orderRows(check(SHEET).rows);
  expect([isMatchable(order), isMatchable(of), isMatchable([])]).toEqual([true, false, false]);
  expect(fileMismatch(open(SHEET), of)).toMatchObject({ row: 2, inRun: null });
});
