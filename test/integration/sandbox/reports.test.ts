import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import {
  deskOf,
  fetchReport,
  idOf,
  NOW,
  PLAIN,
  type Reporting,
  rowsOf,
  startReporting,
} from './report-support.ts';
import { call, signIn } from './support.ts';

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

describe('which rows', () => {
  const two = async () => {
    const desk = await startReporting();
    const { imptrackers } = await desk.ask('/imptracker?advertiser_id=700102&state=active');
    const [one, other] = Object(imptrackers);
    await desk.fire(one.id);
    await desk.fire(other.id);
    await desk.fire(other.id);
    return { desk, one, other };
  };
  const COUNTS = { ...PLAIN, columns: ['line_item_id', 'external_impression'] };

  test('those of the filters; several values are an array', async () => {
    const { desk, one, other } = await two();
    const counts = async (...filters: unknown[]) =>
      (await rowsOf(desk, { ...COUNTS, filters })).map((row) => row[1]).toSorted();
    expect(await counts({ imp_type_id: 9 }, { advertiser_id: 700_102 })).toEqual(['1', '2']);
    expect(await counts({ line_item_id: String(one.line_item.id) })).toEqual(['1']);
    expect(await counts({ line_item_id: [one.line_item.id, other.line_item.id] })).toEqual([
      '1',
      '2',
    ]);
    expect(await counts({ imp_type: 'External Click' })).toEqual([]);
    expect(await counts({ advertiser_id: 700_101 })).toEqual([]);
  });

  test('those that reach the bounds of the groups', async () => {
    const { desk } = await two();
    const group_filters = [{ external_impression: { value: 2, operator: '>=' } }];
    expect((await rowsOf(desk, { ...COUNTS, group_filters })).map((row) => row[1])).toEqual(['2']);
  });

  test.each([
    ['objects', [{ order_by: 'external_impression', direction: 'DESC' }], ['2', '1']],
    ['objects without a direction', [{ order_by: 'external_impression' }], ['1', '2']],
    ['plain strings', ['external_impression'], ['1', '2']],
  ])('in the order of %s', async (_, orders, counts) => {
    const { desk } = await two();
    expect((await rowsOf(desk, { ...COUNTS, orders })).map((row) => row[1])).toEqual(counts);
  });

  test('a page of them, with a warning where dimensions are not in order', async () => {
    const { desk } = await two();
    const orders = ['line_item_id'];
    const all = await rowsOf(desk, { ...COUNTS, orders });
    const page = { ...COUNTS, orders, offset: 1, num_elements: 1 };
    expect(await rowsOf(desk, page)).toEqual(all.slice(1));
    expect(JSON.stringify(await desk.order(page))).not.toContain('lacks');
    expect(JSON.stringify(await desk.order({ ...page, orders: [] }))).toContain(
      'lacks line_item_id',
    );
  });

  test('all in one without a dimension', async () => {
    const { desk } = await two();
    expect(await rowsOf(desk, { ...PLAIN, columns: ['external_impression'] })).toEqual([['3']]);
  });

  test.each([
    ['network_publisher_analytics', ['line_item_id', 'external_impression', 'media_cost_pub_curr']],
    ['publisher_analytics', ['placement_id', 'external_impression', 'imps_filled']],
  ])('those of one publisher: %s', async (report_type, columns) => {
    const { desk, one } = await two();
    const report = { report_type, columns, report_interval: 'today' };
    const path = `/report?publisher_id=${one.publisher.id}`;
    expect(await rowsOf(desk, report, path)).toMatchObject([{ 1: '1' }]);
    expect(await rowsOf(desk, report, '/report?publisher_id=1')).toEqual([]);
  });

  test.each(['monetize_creative_brand_analytics', 'monetize_supply_analytics'])(
    'those of the successors: %s',
    async (report_type) => {
      const { desk } = await two();
      const columns = ['day', 'advertiser_id', 'publisher_name', 'external_impression', 'cost'];
      const found = await rowsOf(desk, { report_type, columns, report_interval: 'today' });
      expect(found.map((row) => row[3]).toSorted()).toEqual(['1', '2']);
    },
  );
});

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

describe('from pending to ready', () => {
  test('as the documents show it', async () => {
    const desk = await startReporting();
    await desk.fire(90_011);
    const id = idOf(await desk.order(PLAIN));
    expect(await desk.ask(`/report?id=${id}`)).toMatchObject({
      execution_status: 'pending',
      report: { row_count: '', report_size: '', finished_on: '1970-01-01 00:00:01' },
    });
    const { report, execution_status } = await desk.ask(`/report?id=${id}`);
    expect(execution_status).toBe('ready');
    expect(report).toMatchObject({
      name: null,
      created_on: '2026-11-20 17:30:00',
      row_count: '1',
      url: `report-download?id=${id}`,
      json_request: JSON.stringify({ report: PLAIN }),
    });
    const answer = await desk.download(`report-download?id=${id}`);
    const text = await answer.text();
    expect(text.split('\n')[0]).toBe('day,line_item_id,external_impression,cost');
    expect(Object(report).report_size).toBe(String(text.length));
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  });

  test('not sooner than it is', async () => {
    const desk = await startReporting({ reports: { pendingPolls: 0, pendingMs: 60_000 } });
    const id = idOf(await desk.order(PLAIN));
    expect(await desk.ask(`/report?id=${id}`)).toMatchObject({ execution_status: 'pending' });
    expect((await desk.download(`report-download?id=${id}`)).status).toBe(404);
    desk.clock.forward(1);
    expect(await desk.ask(`/report?id=${id}`)).toMatchObject({ execution_status: 'ready' });
  });

  test('nobody else of another member sees it', async () => {
    const desk = await startReporting();
    const id = idOf(await desk.order(PLAIN));
    const token = await signIn(desk.sandbox, 'example.view');
    const { response } = await call(desk.sandbox, `/report?id=${id}`, { token });
    expect(response['error']).toContain('not found');
  });

  test.each([
    ['csv', {}, 'day,external_impression\n2026-11-20,1\n'],
    ['csv', { escape_fields: true }, '"day","external_impression"\n"2026-11-20","1"\n'],
    ['excel', {}, 'day\texternal_impression\n2026-11-20\t1\n'],
    [
      'html',
      {},
      '<table>\n<tr><th>day</th><th>external_impression</th></tr>\n<tr><td>2026-11-20</td><td>1</td></tr>\n</table>\n',
    ],
  ])('as %s %o', async (format, more, text) => {
    const desk = await startReporting();
    await desk.fire(90_011);
    const columns = ['day', 'external_impression'];
    expect((await fetchReport(desk, { ...PLAIN, columns, format, ...more })).text).toBe(text);
  });

  test('with a comma in its money', async () => {
    const desk = await startReporting();
    await desk.fire(90_011, '&ancost=1.5');
    const report = { ...PLAIN, columns: ['cost'], reporting_decimal_type: 'comma' };
    expect((await fetchReport(desk, report)).text).toBe('cost\n"1,500000"\n');
    expect((await fetchReport(desk, { ...report, format: 'excel' })).text).toBe('cost\n1,500000\n');
  });
});

test.each([
  ['network_analytics', 'pub_rule_id', 'last_14_days'],
  ['publisher_analytics', 'imps_filled', 'lifetime'],
  ['monetize_creative_brand_analytics', 'external_impression', 'custom'],
])('what can be asked of %s', async (type, column, interval) => {
  const { ask } = await startReporting();
  const { meta } = await ask(`/report?meta=${type}`);
  expect(meta).toMatchObject({
    time_granularity: 'hourly',
    columns: expect.arrayContaining([{ column, type: 'int' }]),
    filters: expect.arrayContaining([{ column: 'imp_type_id', type: 'int' }]),
    havings: expect.arrayContaining([{ column: 'external_impression' }]),
    time_intervals: expect.arrayContaining([interval]),
  });
  expect(Object.keys(Object((await ask('/report?meta'))['meta']))).toHaveLength(5);
  expect(await ask('/report?meta=nothing')).toMatchObject({ error_id: 'SYNTAX' });
});

test.each([
  [0, '2026-11-20 16:00:00', 1],
  [3, '2026-11-20 13:00:00', 0],
])('with a lag of %i hours data is closed up to %s', async (lagHours, max_hour_closed, rows) => {
  const desk = await startReporting({ reports: { lagHours } });
  await desk.fire(90_011);
  expect(
    await desk.ask('/report-status?report_type=network_analytics,geo_analytics'),
  ).toMatchObject({ reports: { network_analytics: { max_hour_closed }, geo_analytics: '' } });
  expect(await rowsOf(desk, PLAIN)).toHaveLength(rows);
  desk.clock.forward(lagHours * 60 + 60);
  // The token has not lasted so long.
  expect(await rowsOf(await deskOf(desk.sandbox), PLAIN)).toHaveLength(1);
});
