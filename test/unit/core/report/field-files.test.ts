import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';

import { countsIn, csv, readFile, reportOf } from './build';

describe('a day that is written as its midnight', () => {
  it.each([
    ['2026-11-01 00:00:00', '2026-11-02 00:00:00'],
    ['2026-11-01T00:00', '2026-11-02T00:00'],
    ['2026-11-01T00:00:00+01:00', '2026-11-02T00:00:00+01:00'],
    ['11/21/2026 12:00:00 AM', '11/22/2026 12:00:00 AM'],
  ])('is a day: %s', (one, two) => {
    const report = reportOf(csv('Date,Placement,Impressions', `${one},A,7`, `${two},A,8`));
    expect(report.placements[0]?.impressions).toMatchObject({ by: 'day', counts: [7, 8] });
  });

  it.each([
    [
      'one hour is another',
      csv('Date,Placement,Impressions', '2026-11-01 00:00,A,7', '2026-11-02 01:00,A,8'),
    ],
    [
      'it has a column of hours',
      csv('Date,Hour,Placement,Impressions', '2026-11-01,0,A,7', '2026-11-02,0,A,8'),
    ],
    [
      'one day alone could be its first hour',
      csv('Date,Placement,Impressions', '2026-11-01 00:00,A,7'),
    ],
  ])('is an hour where %s', (_, file) => {
    expect(reportOf(file).placements[0]?.impressions.by).toBe('hour');
  });
});

it('a day among its hours is not counted with them', () => {
  const hours = Array.from(
    { length: 24 },
    (_, at) => `2026-11-01 ${`${at}`.padStart(2, '0')}:00,A,1`,
  );
  const report = reportOf(csv('Date,Placement,Impressions', '2026-11-01,A,24', ...hours));
  expect(countsIn(report)).toEqual({ A: Array.from({ length: 24 }, () => 1) });
  expect(report.leftOut).toEqual([{ row: 1, why: 'no-date' }]);
});

describe('columns that are no count of impressions', () => {
  it.each(['Impressions %', '% Impressions', 'Impressions (%)', 'Impressions [%]'])(
    '%s',
    (title) => {
      const report = reportOf(csv(`Date,Placement,${title},Impressions`, '2026-11-01,A,12,7'));
      expect(countsIn(report)).toEqual({ A: [7] });
    },
  );

  it('are not taken where there is no other', () => {
    expect(() => readFile(csv('Date,Placement,Impressions %', '2026-11-01,A,12'))).toThrow();
  });
});

describe('an id that a spreadsheet has shortened', () => {
  const rows = ['2026-11-01,1.23457E+11,Front,7', '2026-11-01,1.23457E+11,Side,8'];

  it('is none: the names tell', () => {
    const report = reportOf(csv('Date,Placement ID,Placement,Impressions', ...rows));
    expect(countsIn(report)).toEqual({ Front: [7], Side: [8] });
    expect(report.placements.map(({ placementId }) => placementId)).toEqual([null, null]);
  });

  it('tells no placement by itself', () => {
    const file = csv('Date,Placement ID,Impressions', '2026-11-01,"1,23E+11",7', '2026-11-01,44,8');
    const report = reportOf(file);
    expect(countsIn(report)).toEqual({ 44: [8] });
    expect(report.leftOut).toMatchObject([{ why: 'no-placement' }]);
  });
});

describe('numbers of a workbook', () => {
  const file = async (...counts: number[]) => {
    const rows = counts.map((count, at) => [
      { value: `2026-11-0${at + 1}` },
      { value: 'A' },
      { value: count },
    ]);
    const data = [['Date', 'Placement', 'Impressions'].map((value) => ({ value })), ...rows];
    return (await writeXlsxFile([{ sheet: 'Days', data }]).toBlob()).arrayBuffer();
  };

  it.each([
    [
      [1.234, 2.345],
      [null, null],
    ],
    [
      [1234, 12],
      [1234, 12],
    ],
    [
      [-5, 12],
      [null, 12],
    ],
  ])('%j', async (counts, expected) => {
    expect(countsIn(reportOf(await file(...counts)))).toEqual({ A: expected });
  });
});

it.each([
  ['31.02.2026', '31.04.2026'],
  ['2026-02-30', '2026-13-01'],
])('days that do not exist are none: %s', (one, two) => {
  const file = csv('Date,Placement,Impressions', `${one},A,7`, `${two},A,8`);
  expect(readFile(file)).toMatchObject({ kind: 'refused', problem: 'no-days' });
});

describe('hidden sheets of a workbook', () => {
  const titles = ['Date', 'Placement', 'Impressions'];
  type Sheet = readonly [name: string, state: string];
  /** A workbook of sheets that count 7 of one placement each. */
  async function workbook(sheets: readonly Sheet[]) {
    const data = (at: number) =>
      [titles, ['2026-11-01', `P${at}`, '7']].map((row) => row.map((value) => ({ value })));
    const blob = await writeXlsxFile(
      sheets.map(([sheet], at) => ({ sheet, data: data(at) })),
    ).toBlob();
    const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    const main = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    const states = sheets.reduce(
      (text, [name, state]) =>
        text.replace(RegExp(`(<sheet [^>]*name="${name}")`), `$1 state="${state}"`),
      main.replaceAll(/ state="\w+"/g, ''),
    );
    expect(states.match(/ state="/g)).toHaveLength(sheets.length);
    return zipSync({ ...parts, 'xl/workbook.xml': strToU8(states) }).slice().buffer;
  }

  it.each<[string, readonly Sheet[], readonly string[], readonly string[]]>([
    [
      'are left out and told beside one that is seen',
      [
        ['A', 'visible'],
        ['B', 'hidden'],
        ['C', 'veryHidden'],
      ],
      ['P0'],
      ['read', 'hidden', 'hidden'],
    ],
    [
      'are so where they stand first',
      [
        ['A', 'hidden'],
        ['B', 'visible'],
      ],
      ['P1'],
      ['hidden', 'read'],
    ],
    [
      'are read and told where no other is a report',
      [
        ['A', 'hidden'],
        ['B', 'veryHidden'],
      ],
      ['P0', 'P1'],
      ['read-hidden', 'read-hidden'],
    ],
    [
      'are none where a state says something else',
      [
        ['A', 'visible'],
        ['B', 'odd'],
      ],
      ['P0', 'P1'],
      ['read', 'read'],
    ],
  ])('%s', async (_, sheets, placements, uses) => {
    const reading = readFile(await workbook(sheets));
    if (reading.kind !== 'read') throw new Error(reading.kind);
    expect(Object.keys(countsIn(reading.report))).toEqual(placements);
    expect(reading.sheets.map(({ use }) => use)).toEqual(uses);
  });
});
