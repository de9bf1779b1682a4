import papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readSheet } from 'read-excel-file/node';

import type { AdReportInput } from '../../sandbox/index.ts';
import { rowsOf, startReporting } from './report-support.ts';
import { send } from './support.ts';

const DELIVERY = { advertiser: 700_101, from: '2026-11-10', to: '2026-11-13', perHour: 60 };

/** The cells of an ad server's CSV. */
async function cellsOf(order: AdReportInput, delivery: object = {}) {
  const desk = await startReporting({ delivery: { ...DELIVERY, ...delivery } });
  const file = await desk.sandbox.adServerReport(order);
  const text = new TextDecoder().decode(file.bytes);
  return { desk, file, text, cells: papa.parse<string[]>(text.trimEnd()).data };
}

describe('as each ad server writes it', () => {
  test('Campaign Manager 360: lines before, ISO days, a grand total', async () => {
    const { cells, file } = await cellsOf({ server: 'cm360' }, { causes: [{ kind: 'time-zone' }] });
    expect(file).toMatchObject({ name: 'cm360-delivery.csv', type: 'text/csv; charset=utf-8' });
    expect(cells.slice(0, 8)).toEqual([
      ['Delivery by placement'],
      ['Date/Time Generated', '11/20/26 5:30 PM'],
      ['Report Time Zone', 'America/New_York'],
      ['Account ID', '4321'],
      ['Date Range', '11/9/26 - 11/12/26'],
      [''],
      ['Report Fields'],
      expect.arrayContaining(['Date', 'Campaign', 'Site (CM360)', 'Placement ID', 'Impressions']),
    ]);
    const [header = [], ...rows] = cells.slice(7);
    const column = (name: string) => rows.map((row) => row[header.indexOf(name)]);
    expect(column('Date')[0]).toBe('2026-11-09');
    const impressions = column('Impressions').map(Number);
    const total = impressions.pop();
    expect(rows.at(-1)?.slice(0, 2)).toEqual(['Grand Total:', '---']);
    expect(impressions.reduce((a, b) => a + b, 0)).toBe(total);
  });

  test('Google Ad Manager: American days, thousands, a line of totals', async () => {
    const { cells } = await cellsOf({ server: 'gam' }, { perHour: 600 });
    const [header = [], first = []] = cells;
    expect(header.slice(0, 3)).toEqual(['Date', 'Advertiser', 'Order']);
    expect(first[0]).toBe('11/10/26');
    expect(first[header.indexOf('Ad server impressions')]).toMatch(/^\d{1,3}(,\d{3})+$/);
    expect(first[header.indexOf('Ad server CTR')]).toMatch(/^\d\.\d\d%$/);
    expect(cells.at(-1)?.slice(0, 2)).toEqual(['Total', '-']);
  });

  test('Kevel: days with two digits, no totals', async () => {
    const { cells, text } = await cellsOf({ server: 'kevel' });
    const [header = [], first = []] = cells;
    expect(header).toContain('Flight Name');
    expect(first[0]).toBe('11/10/2026');
    expect(cells).toHaveLength(1 + 3 * 2);
    expect(text).toContain('\r\n');
  });

  test('as a workbook, with numbers and days that are such', async () => {
    const desk = await startReporting({ delivery: DELIVERY });
    const { bytes, name } = await desk.sandbox.adServerReport({ server: 'gam', format: 'xlsx' });
    const rows = await readSheet(Buffer.from(bytes));
    expect(name).toBe('gam-delivery.xlsx');
    expect(rows[1]?.[0]).toEqual(new Date('2026-11-10'));
    expect(rows[1]?.[6]).toEqual(expect.any(Number));
  });
});

test('only the days and the trackers asked for', async () => {
  const order = {
    server: 'kevel',
    trackers: [90_012],
    from: '2026-11-11',
    to: '2026-11-11',
  } as const;
  const { cells } = await cellsOf(order);
  expect(cells.slice(1).map((row) => row[0])).toEqual(['11/11/2026']);
  const { cells: named } = await cellsOf({ ...order, names: 'tracker-and-id' });
  expect(named[1]?.[4]).toBe(`${cells[1]?.[4]}_90012`);
});

const REPORT = {
  report_type: 'network_analytics',
  columns: ['day', 'external_impression'],
  orders: ['day'],
  start_date: '2026-11-05 00:00:00',
  end_date: '2026-11-20 00:00:00',
};

/** By day: what the service counts beside what the ad server says. */
async function compare(delivery: object, report: object = {}) {
  const { desk, cells } = await cellsOf({ server: 'kevel' }, delivery);
  const theirs = new Map<string, number>();
  for (const [date = '', , , , , , , imps] of cells.slice(1)) {
    const day = date.replace(/(..)\/(..)\/(....)/, '$3-$1-$2');
    theirs.set(day, (theirs.get(day) ?? 0) + Number(imps));
  }
  const counts = await rowsOf(desk, { ...REPORT, ...report });
  const ours = new Map(counts.map(([day = '', imps]) => [day, Number(imps)]));
  return { theirs, ours };
}

describe('beside the service’s own report', () => {
  test('they agree where nothing is wrong', async () => {
    const { theirs, ours } = await compare({});
    expect(ours).toEqual(theirs);
    expect(ours.size).toBe(3);
  });

  test('another zone moves counts between days, and none is lost', async () => {
    const { theirs, ours } = await compare({ causes: [{ kind: 'time-zone' }] });
    expect([...theirs.keys()][0]).toBe('2026-11-09');
    expect(ours).not.toEqual(theirs);
    const total = (days: Map<string, number>) => [...days.values()].reduce((a, b) => a + b, 0);
    expect(total(ours)).toBe(total(theirs));
    const inTheirs = await compare({ causes: [{ kind: 'time-zone' }] }, { timezone: 'EST5EDT' });
    expect(inTheirs.ours).toEqual(theirs);
  });

  test.each<[string, object, (theirs: number, ours: number) => boolean]>([
    ['fired twice', { kind: 'fired-twice' }, (theirs, ours) => ours === 2 * theirs],
    ['blocked', { kind: 'blocked', share: 0.25 }, (a, b) => b / a > 0.72 && b / a < 0.78],
    ['a constant cachebuster', { kind: 'constant-cachebuster' }, (a, b) => b < 0.8 * a],
  ])('%s', async (_, cause, holds) => {
    const { theirs, ours } = await compare({ causes: [cause] });
    for (const [day, count] of theirs) expect(holds(count, ours.get(day) ?? 0), day).toBe(true);
  });

  test('a start that is later leaves days out', async () => {
    const { theirs, ours } = await compare({
      causes: [{ kind: 'started-later', from: '2026-11-11' }],
    });
    expect([...ours.keys()]).toEqual(['2026-11-11', '2026-11-12']);
    expect(ours.get('2026-11-12')).toBe(theirs.get('2026-11-12'));
  });
});

test('a person downloads it at the control host', async () => {
  const { sandbox } = await startReporting({ delivery: DELIVERY });
  const headers = { 'x-sandbox-host': 'control.sandbox.test' };
  const path = '/ad-server-report?server=cm360&trackers=90011,90012&format=csv';
  const answer = await send(sandbox, path, { headers });
  expect(answer.headers.get('content-disposition')).toContain('cm360-delivery.csv');
  const file = await sandbox.adServerReport({ server: 'cm360' });
  expect(await answer.text()).toBe(new TextDecoder().decode(file.bytes));
  const wrong = await send(sandbox, '/ad-server-report?server=nobody', { headers });
  expect(wrong.status).toBe(400);
});
