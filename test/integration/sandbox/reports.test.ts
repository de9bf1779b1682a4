import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';

import { deskOf, fetchReport, idOf, PLAIN, rowsOf, startReporting } from './report-support.ts';
import { call, signIn } from './support.ts';

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

  test('as a workbook, with numbers that are such', async () => {
    const desk = await startReporting();
    await desk.fire(90_011, '&ancost=1.5');
    const columns = ['day', 'external_impression', 'cost'];
    const id = idOf(await desk.order({ ...PLAIN, columns, format: 'xlsx' }));
    for (let polls = 0; polls < 2; polls += 1) await desk.ask(`/report?id=${id}`);
    const answer = await desk.download(`report-download?id=${id}`);
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    expect(await readSheet(Buffer.from(await answer.arrayBuffer()))).toEqual([
      columns,
      ['2026-11-20', 1, 1.5],
    ]);
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
