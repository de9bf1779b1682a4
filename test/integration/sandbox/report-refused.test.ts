import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { deskOf, NOW, PLAIN, type Reporting } from './report-support.ts';
import { call, signIn } from './support.ts';

describe('an order that is refused', () => {
  // None of them changes anything: they share one.
  let shared: Sandbox;
  let order: Reporting['order'];
  let ask: Reporting['ask'];
  beforeAll(async () => {
    shared = await startSandbox({ now: () => new Date(NOW) });
    ({ order, ask } = await deskOf(shared));
  });
  afterAll(() => shared.close());

  const dates = (start_date: string, end_date: string) => ({
    ...PLAIN,
    report_interval: undefined,
    start_date,
    end_date,
  });

  test.each<[string, unknown, string]>([
    ['no report', undefined, 'report is required'],
    ['no type', { ...PLAIN, report_type: undefined }, 'report_type is required'],
    ['an unknown type', { ...PLAIN, report_type: 'imptracker_analytics' }, 'Invalid report_type'],
    ['no columns', { ...PLAIN, columns: undefined }, 'columns is required'],
    ['an empty list of columns', { ...PLAIN, columns: [] }, 'At least one column'],
    [
      'an unknown column',
      { ...PLAIN, columns: ['imptracker_id'] },
      'Invalid column: imptracker_id',
    ],
    ['columns as text', { ...PLAIN, columns: 'day' }, 'columns which expects type array'],
    ['a filter that is none', { ...PLAIN, filters: [{ line_item_name: 'a' }] }, 'Invalid filter'],
    [
      'a filter of the wrong type',
      { ...PLAIN, filters: [{ line_item_id: 'a' }] },
      'line_item_id which expects type int',
    ],
    [
      'a filter twice',
      { ...PLAIN, filters: [{ line_item_id: 1 }, { line_item_id: 2 }] },
      'array of values',
    ],
    [
      'two filters in one',
      { ...PLAIN, filters: [{ line_item_id: 1, publisher_id: 2 }] },
      'one key',
    ],
    ['no time', { ...PLAIN, report_interval: undefined }, 'is required'],
    ['an unknown interval', { ...PLAIN, report_interval: 'last_year' }, 'Invalid report_interval'],
    [
      'an interval and dates',
      { ...dates('2026-11-01 00:00:00', '2026-11-02 00:00:00'), report_interval: 'today' },
      'exclude',
    ],
    [
      'a start alone',
      { ...PLAIN, report_interval: undefined, start_date: '2026-11-01 00:00:00' },
      'is required',
    ],
    ['days where hours are wanted', dates('2026-11-01', '2026-11-02'), 'YYYY-MM-DD HH:00:00'],
    ['minutes', dates('2026-11-01 00:30:00', '2026-11-02 00:00:00'), 'YYYY-MM-DD HH:00:00'],
    [
      'a day that is none',
      dates('2026-02-30 00:00:00', '2026-03-02 00:00:00'),
      'YYYY-MM-DD HH:00:00',
    ],
    [
      'an end that is no later',
      dates('2026-11-02 00:00:00', '2026-11-02 00:00:00'),
      'after start_date',
    ],
    ['an order by no column', { ...PLAIN, orders: ['publisher_id'] }, 'Invalid order_by'],
    [
      'a bound of a dimension',
      { ...PLAIN, group_filters: [{ day: { value: 1, operator: '>' } }] },
      'Invalid group filter',
    ],
    ['an unknown format', { ...PLAIN, format: 'pdf' }, 'format which expects type enum'],
    ['an unknown zone', { ...PLAIN, timezone: 'Mars/Olympus' }, 'Invalid timezone'],
    [
      'a publisher’s name',
      { ...PLAIN, report_type: 'network_publisher_analytics' },
      'publisher is required',
    ],
  ])('for %s', async (_, report, message) => {
    const refused = await order(report);
    expect(refused).toMatchObject({ error_id: 'SYNTAX', service: 'report', method: 'POST' });
    expect(refused['error']).toContain(message);
    expect(refused).not.toHaveProperty('report_id');
  });

  test.each([
    ['network_publisher_analytics', 'publisher_name'],
    ['publisher_analytics', 'line_item_id'],
    ['publisher_analytics', 'advertiser_id'],
    ['monetize_supply_analytics', 'pub_rule_id'],
  ])('%s has no %s', async (report_type, column) => {
    const report = { report_type, columns: [column], report_interval: 'today' };
    const refused = await order(report, '/report?publisher_id=880202');
    expect(refused['error']).toBe(`Invalid column: ${column}`);
  });

  test.each([
    ['publisher_analytics', 'last_2_days'],
    ['monetize_supply_analytics', 'lifetime'],
  ])('%s has no %s', async (report_type, report_interval) => {
    const report = { report_type, columns: ['day'], report_interval };
    const refused = await order(report, '/report?publisher_id=880202');
    expect(refused['error']).toBe(`Invalid report_interval: ${report_interval}`);
  });

  test('a field that is not known is passed over with a warning; the old ones have no effect', async () => {
    const taken = await order({ ...PLAIN, row_per: ['day'], groups: ['day'], colour: 'red' });
    expect(taken).toMatchObject({ status: 'OK' });
    expect(Object(taken['dbg_info']).warnings).toEqual([
      'report.colour is not known and was ignored',
    ]);
  });

  test('from somebody who only reads, or is not signed in; and a question without an id', async () => {
    const body = { report: PLAIN };
    const token = await signIn(shared, 'read.only');
    expect((await call(shared, '/report', { body })).response).toMatchObject({
      error_id: 'NOAUTH',
    });
    expect((await call(shared, '/report', { body, token })).response).toMatchObject({
      error_id: 'UNAUTH',
    });
    expect(await ask('/report')).toMatchObject({ error_id: 'SYNTAX' });
  });
});
