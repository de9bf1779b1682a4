import { expect, it } from 'vitest';

import {
  type KeptSheet,
  KeptSheetsSchema,
  sheetsOf,
  shownSheet,
  withoutSheet,
  withSheet,
} from '@/lib/core/report/reconcile/kept-sheets';
import { matchByHand, matchPlacements } from '@/lib/core/report/reconcile/match';
import { createSayings, rowsOfSheets } from '@/lib/core/report/reconcile/said-by-sheets';
import {
  MAX_SHEET_PLACEMENTS,
  type SheetPlacement,
} from '@/lib/core/report/reconcile/sheet-placements';

import { daily, placement } from './build';

const row = (
  trackerId: number,
  name: string | null,
  placementId: string | null = null,
  cachebuster: SheetPlacement['cachebuster'] = null,
): SheetPlacement => ({ trackerId, placement: name, placementId, cachebuster });

const sheet = (
  fileName: string,
  placements: readonly SheetPlacement[],
  changes: Partial<KeptSheet> = {},
): KeptSheet => ({
  advertiserId: 7,
  fileName,
  readAt: 1,
  placements: [...placements],
  leftOut: { several: 0, noTracker: 0, noPlacement: 0 },
  ...changes,
});

const ONE = daily('2026-11-01', [1]);
const FRONT = placement('Front', ONE, '77');
const SIDE = placement('Side', ONE);
const trackers = [531, 532].map((id) => ({ id, name: `Tracker ${id} of all`, code: null }));

function said(sheets: readonly KeptSheet[], byHand: Parameters<typeof matchByHand>[0] = []) {
  const rows = rowsOfSheets(sheets);
  const matches = matchPlacements([FRONT, SIDE], { trackers, sheet: rows, byHand });
  const sayings = createSayings(rows);
  return {
    files: matches.map(sayings.filesOf),
    cachebuster: (...ids: readonly number[]) => sayings.cachebusterOf(matches, ids),
  };
}

it('names the files by which a placement was matched, and none where a person said so', () => {
  const sheets = [sheet('a.csv', [row(531, null, '77')]), sheet('b.csv', [row(531, 'Front')])];
  expect(said(sheets).files).toEqual([['a.csv'], []]);
  const both = [sheet('a.csv', [row(531, 'side')]), sheet('b.csv', [row(531, 'Side')])];
  expect(said(both).files).toEqual([[], ['a.csv', 'b.csv']]);
  expect(said(sheets, matchByHand([], 'id 77', 531)).files).toEqual([[], []]);
});

it.each<[string, readonly SheetPlacement[], string | null]>([
  [
    'all alike',
    [row(531, 'Front', null, 'constant'), row(531, 'Side', null, 'constant')],
    'constant',
  ],
  ['not alike', [row(531, 'Front', null, 'constant'), row(531, 'Side', null, 'macro')], null],
  ['one without a tag', [row(531, 'Front', null, 'constant'), row(531, 'Side')], null],
  [
    'one that is unclear',
    [row(531, 'Front', null, 'missing'), row(531, 'Side', null, 'unclear')],
    null,
  ],
  [
    'by the id before the name',
    [
      row(531, 'Other', '77', 'missing'),
      row(531, 'Front', null, 'macro'),
      row(531, 'Side', null, 'missing'),
    ],
    'missing',
  ],
  [
    'a row without a tag beside one that has it',
    [row(531, 'Front'), row(531, 'Front', null, 'macro'), row(531, 'Side', null, 'macro')],
    'macro',
  ],
  ['another tracker alone', [row(532, 'Front', null, 'constant')], null],
])('the cachebuster of a tracker: %s', (_, rows, written) => {
  expect(said([sheet('a.csv', rows)]).cachebuster(531)).toBe(written);
});

it('the cachebuster of a placement is known by the sheet where a person said to whom it belongs', () => {
  const sheets = [sheet('a.csv', [row(531, 'Front', '77', 'constant')])];
  expect(said(sheets, matchByHand([], 'id 77', 531)).cachebuster(531)).toBe('constant');
  // Which of the two it is cannot be told: what the sheet says of either is of it.
  expect(said(sheets, matchByHand([], 'id 77', 532)).cachebuster(531, 532)).toBe('constant');
  expect(said(sheets, matchByHand([], 'id 77', 532)).cachebuster(532)).toBeNull();
});

it('sheets are kept beside each other, the newest of a name, by advertiser', () => {
  const one = withSheet([], sheet('a.csv', [row(531, 'Front')])) ?? [];
  const two = withSheet(one, sheet('b.csv', [row(532, 'Side')])) ?? [];
  const other = sheet('a.csv', [row(9, 'Far')], { advertiserId: 77 });
  const three = withSheet(two, other) ?? [];
  const again = withSheet(three, sheet('a.csv', [row(532, 'Front')], { readAt: 2 })) ?? [];
  expect(sheetsOf(7, again).map(({ fileName, readAt }) => [fileName, readAt])).toEqual([
    ['a.csv', 2],
    ['b.csv', 1],
  ]);
  expect(sheetsOf(77, again)).toEqual([other]);
  expect(withoutSheet(again, 7, 'a.csv').map(({ fileName }) => fileName)).toEqual([
    'a.csv',
    'b.csv',
  ]);
  expect(KeptSheetsSchema.parse(again)).toEqual(again);
});

it('no more are kept than there is room for, whatever they are called', () => {
  const many = Array.from({ length: MAX_SHEET_PLACEMENTS }, (_, at) => row(531, `p${at}`));
  const full = withSheet([], sheet('x'.repeat(400), many));
  expect(KeptSheetsSchema.safeParse(full).success).toBe(true);
  expect(withSheet(full ?? [], sheet('b.csv', [row(531, 'Front')]))).toBeNull();
  // The same once more is no more than it was.
  expect(withSheet(full ?? [], sheet('x'.repeat(400), many))).toHaveLength(1);
  const fifty = Array.from({ length: 50 }, (_, at) => sheet(`${at}.csv`, []));
  expect(withSheet(fifty, sheet('51.csv', []))).toBeNull();
});

it('a sheet is shown with the placements that it names, and how many are of no tracker of these', () => {
  const rows = [row(531, 'Front (77)'), row(531, 'Front'), row(999, 'Side'), row(999, null, '78')];
  expect(shownSheet(sheet('a.csv', rows), new Set([531]))).toMatchObject({
    fileName: 'a.csv',
    placements: 3,
    others: 2,
  });
});
