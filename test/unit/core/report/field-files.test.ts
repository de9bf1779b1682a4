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
