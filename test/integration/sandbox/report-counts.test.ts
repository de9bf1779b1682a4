import { describe, expect, test } from 'vitest';

import { NOW, PLAIN, rowsOf, startReporting } from './report-support.ts';
import { call } from './support.ts';

describe('what was fired is what a report says', () => {
  test('each impression of an active tracker, with what it cost', async () => {
    const desk = await startReporting();
    const tracker = await desk.ask('/imptracker?id=90011');
    await desk.fire(90_011, '&ancost=0.25');
    await desk.fire(90_011, '&ancost=0.5');
    await desk.fire(90_011, '&ancost=[ANCOST]');
    const ids = ['line_item_id', 'publisher_id', 'placement_id', 'pub_rule_id'];
    const kind = ['imp_type', 'imp_type_id', 'creative_id'];
    const columns = [...ids, ...kind, 'external_impression', 'cost', 'imps'];
    const found = await rowsOf(desk, { ...PLAIN, columns });
    const { line_item, publisher, tag, payment_rule } = Object(tracker['imptracker']);
    expect(found).toEqual([
      [
        String(line_item.id),
        String(publisher.id),
        String(tag?.id ?? 0),
        String(payment_rule?.id ?? 0),
        'External Impression',
        '9',
        'External Imps',
        '3',
        '0.750000',
        '0',
      ],
    ]);
  });

  test('nothing of trackers that are inactive or unknown, of another member, or not answered', async () => {
    const desk = await startReporting();
    const { sandbox, token } = desk;
    const body = { imptracker: { state: 'inactive' } };
    await call(sandbox, '/imptracker?id=90012', { token, method: 'PUT', body });
    for (const id of [90_012, 1, 582]) await desk.fire(id);
    sandbox.setFault({ kind: 'pixel-status', status: 500 });
    await desk.fire(90_011);
    sandbox.setFault(null);
    expect(await rowsOf(desk, PLAIN)).toEqual([]);
  });

  test('an impression stays with what its tracker pointed at then', async () => {
    const desk = await startReporting();
    await desk.fire(90_011);
    const before = await rowsOf(desk, PLAIN);
    await call(desk.sandbox, '/imptracker?id=90011', { token: desk.token, method: 'DELETE' });
    expect(before).toHaveLength(1);
    expect(await rowsOf(desk, PLAIN)).toEqual(before);
  });

  test('a log that is cleared is no longer counted', async () => {
    const desk = await startReporting();
    await desk.fire(90_011);
    const headers = { 'x-sandbox-host': 'control.sandbox.test' };
    await fetch(`${desk.sandbox.httpUrl}/pixels`, { method: 'DELETE', headers });
    expect(await rowsOf(desk, PLAIN)).toEqual([]);
  });

  test('in the hour it was fired, on the clock of the report', async () => {
    const desk = await startReporting();
    for (const time of ['2026-11-20T04:59:59Z', '2026-11-20T05:00:00Z']) {
      desk.clock.set(time);
      await desk.fire(90_011);
    }
    desk.clock.set(NOW);
    const columns = ['hour', 'day', 'month', 'external_impression'];
    const orders = ['hour'];
    const last = { ...PLAIN, columns, orders, report_interval: 'last_48_hours' };
    expect(await rowsOf(desk, last)).toEqual([
      ['2026-11-20 04:00:00', '2026-11-20', '2026-11', '1'],
      ['2026-11-20 05:00:00', '2026-11-20', '2026-11', '1'],
    ]);
    expect(await rowsOf(desk, { ...last, timezone: 'EST5EDT' })).toEqual([
      ['2026-11-19 23:00:00', '2026-11-19', '2026-11', '1'],
      ['2026-11-20 00:00:00', '2026-11-20', '2026-11', '1'],
    ]);
  });
});

describe('what is far back, or about a change of the clocks', () => {
  const at = async (time: string, options = {}) => {
    const desk = await startReporting(options);
    desk.clock.set(time);
    await desk.fire(90_011);
    desk.clock.set(NOW);
    return desk;
  };
  const since = (start_date: string) => ({
    report_type: 'network_analytics',
    columns: ['hour', 'placement_id', 'creative_name', 'external_impression'],
    start_date,
    end_date: '2026-11-20 00:00:00',
    timezone: 'EST5EDT',
  });

  test.each([
    ['as-at-start', '2026-11-10 01:00:00'],
    ['followed', '2026-11-10 00:00:00'],
  ] as const)('the distance from UTC is %s', async (summerTime, hour) => {
    const desk = await at('2026-11-10T05:00:00Z', { reports: { summerTime } });
    const hours = async (start: string) => (await rowsOf(desk, since(start))).map((row) => row[0]);
    // It begins in summer time.
    expect(await hours('2026-10-30 00:00:00')).toEqual([hour]);
    expect(await hours('2026-11-05 00:00:00')).toEqual(['2026-11-10 00:00:00']);
  });

  test('half an hour counts as a whole one', async () => {
    const desk = await at('2026-11-10T18:10:00Z');
    const report = { ...since('2026-11-05 00:00:00'), timezone: 'Asia/Kolkata' };
    const rows = await rowsOf(desk, report);
    expect(rows.map((row) => row[0])).toEqual(['2026-11-11 00:00:00']);
  });

  test('before 100 days there are days in UTC, and no creatives', async () => {
    const desk = await at('2026-07-01T02:00:00Z');
    const [row] = await rowsOf(desk, since('2026-01-01 00:00:00'));
    expect(row?.[0]).toBe('2026-07-01');
    expect(row?.slice(2)).toEqual(['All creative data older than 100 days', '1']);
  });

  test('before 14 months all placements are one, for publishers before 100 days', async () => {
    const old = await at('2025-07-01T02:00:00Z');
    const [row] = await rowsOf(old, since('2025-01-01 00:00:00'));
    expect(row?.[1]).toBe('-1');
    const { imptracker } = await old.ask('/imptracker?id=90011');
    const desk = await at('2026-07-01T02:00:00Z');
    const report = {
      ...since('2026-01-01 00:00:00'),
      report_type: 'publisher_analytics',
      columns: ['placement_id', 'placement_name'],
    };
    const path = `/report?publisher_id=${Object(imptracker).publisher.id}`;
    expect(await rowsOf(desk, report, path)).toEqual([
      ['-1', 'All placement data older than 100 days'],
    ]);
  });

  test('the successors know nothing before October 2024', async () => {
    const desk = await at('2024-10-09T12:00:00Z');
    const report = {
      report_type: 'monetize_supply_analytics',
      columns: ['day', 'external_impression'],
      start_date: '2024-10-01 00:00:00',
      end_date: '2026-11-20 00:00:00',
    };
    expect(await rowsOf(desk, report)).toEqual([]);
    expect(await rowsOf(desk, { ...report, report_type: 'network_analytics' })).toHaveLength(1);
  });
});
