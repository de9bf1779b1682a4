import { describe, expect, test } from 'vitest';

import { fetchReport, idOf, PLAIN, rowsOf, startReporting } from './report-support.ts';
import { call, send } from './support.ts';

test.each([
  ['envelope', { execution_status: 'pending' }, {}],
  ['report', {}, { execution_status: 'pending' }],
  ['both', { execution_status: 'pending' }, { execution_status: 'pending' }],
] as const)('the status stands in %s', async (statusIn, beside, within) => {
  const desk = await startReporting({ reports: { statusIn } });
  const response = await desk.ask(`/report?id=${idOf(await desk.order(PLAIN))}`);
  expect('execution_status' in response).toBe('execution_status' in beside);
  expect(response).toMatchObject({ ...beside, report: within });
  expect('execution_status' in Object(response['report'])).toBe('execution_status' in within);
});

test.each([
  ['strings', '1'],
  ['numbers', 1],
] as const)('what is counted comes as %s', async (numbers, row_count) => {
  const desk = await startReporting({ reports: { numbers } });
  await desk.fire(90_011);
  expect((await fetchReport(desk, PLAIN)).response).toMatchObject({ report: { row_count } });
});

test('a CSV comes as text/html', async () => {
  const desk = await startReporting({ reports: { csvType: 'text/html' } });
  expect((await fetchReport(desk, PLAIN)).headers.get('content-type')).toBe('text/html');
});

test('the address has another id than the report: only by that it is downloaded', async () => {
  const desk = await startReporting({ reports: { otherId: true } });
  const { response, status } = await fetchReport(desk, PLAIN);
  expect(status).toBe(200);
  const own = idOf(await desk.order(PLAIN));
  expect(Object(response['report']).url).not.toContain(own);
  const wrong = await desk.download(`report-download?id=${own}`);
  expect(wrong.status).toBe(404);
  expect(wrong.headers.get('x-error-message')).toBe('Report not found');
});

test('the same order again is the same report, for a quarter of an hour', async () => {
  const desk = await startReporting({ reports: { existing: true } });
  const first = await desk.order(PLAIN);
  expect(first).not.toHaveProperty('existing');
  expect(await desk.order(PLAIN)).toMatchObject({ report_id: first['report_id'], existing: true });
  const other = await desk.order({ ...PLAIN, timezone: 'CET' });
  expect(other['report_id']).not.toBe(first['report_id']);
  desk.clock.forward(16);
  expect(await desk.order(PLAIN)).not.toHaveProperty('existing');
});

describe('a report that ends badly', () => {
  test('with a status', async () => {
    const desk = await startReporting({ reports: { fails: 'execution-status', pendingPolls: 0 } });
    const id = idOf(await desk.order(PLAIN));
    const response = await desk.ask(`/report?id=${id}`);
    expect(response).toMatchObject({ status: 'OK', execution_status: 'error' });
    expect(response['report']).not.toHaveProperty('url');
  });

  test('with the envelope’s error, once', async () => {
    const reports = { fails: 'envelope', failTimes: 1, pendingPolls: 0 } as const;
    const desk = await startReporting({ reports });
    const [bad, good] = [idOf(await desk.order(PLAIN)), idOf(await desk.order(PLAIN))];
    expect(await desk.ask(`/report?id=${bad}`)).toMatchObject({ error_id: 'SYSTEM' });
    expect(await desk.ask(`/report?id=${good}`)).toMatchObject({ execution_status: 'ready' });
  });

  test('after a quarter of an hour', async () => {
    const desk = await startReporting({ reports: { fails: 'timeout', pendingPolls: 0 } });
    const id = idOf(await desk.order(PLAIN));
    desk.clock.forward(14);
    expect(await desk.ask(`/report?id=${id}`)).toMatchObject({ execution_status: 'pending' });
    desk.clock.forward(1);
    expect(await desk.ask(`/report?id=${id}`)).toMatchObject({ error: 'The report timed out' });
  });

  test('as it is fetched', async () => {
    const desk = await startReporting({ reports: { fails: 'download' } });
    const { status, headers, text } = await fetchReport(desk, PLAIN);
    expect([status, text]).toEqual([500, '']);
    expect(headers.get('x-error-message')).toBe('The report could not be read');
  });

  test.each([0, 20])('in the middle of it, after %i bytes', async (cutAt) => {
    const desk = await startReporting({ reports: { cutAt } });
    await expect(fetchReport(desk, PLAIN)).rejects.toThrow(/terminated|fetch failed/);
  });
});

describe('too many at once', () => {
  test.each([5, 6])('%i may wait', async (pendingLimit) => {
    const desk = await startReporting({ reports: { pendingLimit } });
    for (let nth = 0; nth < pendingLimit; nth += 1) idOf(await desk.order(PLAIN));
    expect(await desk.order(PLAIN)).toMatchObject({ error_id: 'LIMIT', service: 'report' });
    desk.clock.forward(15);
    idOf(await desk.order(PLAIN));
  });

  test('one that is done makes room', async () => {
    const desk = await startReporting({ reports: { pendingLimit: 1 } });
    await fetchReport(desk, PLAIN);
    idOf(await desk.order(PLAIN));
    expect(await desk.order(PLAIN)).toMatchObject({ error_id: 'LIMIT' });
  });

  test('what the member has in line is not worked on, without a word', async () => {
    const desk = await startReporting({ reports: { memberConcurrent: 1, pendingPolls: 0 } });
    const [first, second] = [idOf(await desk.order(PLAIN)), idOf(await desk.order(PLAIN))];
    const statusOf = async (id: string) => (await desk.ask(`/report?id=${id}`))['execution_status'];
    expect([await statusOf(second), await statusOf(first)]).toEqual(['pending', 'ready']);
    expect(await statusOf(second)).toBe('ready');
  });

  test.each([
    ['network_analytics', 'lifetime', 5],
    ['network_analytics', 'quarter_to_date', 5],
    ['network_analytics', 'today', 1],
    ['publisher_analytics', 'lifetime', 1],
  ])('%s over %s is asked after %i times in vain', async (report_type, interval, times) => {
    const desk = await startReporting();
    const report = { report_type, columns: ['external_impression'], report_interval: interval };
    const id = idOf(await desk.order(report, '/report?publisher_id=880202'));
    const seen: unknown[] = [];
    for (let nth = 0; nth <= times; nth += 1) {
      seen.push((await desk.ask(`/report?id=${id}`))['execution_status']);
    }
    expect(seen).toEqual([...Array.from({ length: times }, () => 'pending'), 'ready']);
  });
});

test.each([
  [false, '0'],
  [true, '1'],
])('imps have external impressions in them: %s', async (impsWithExternal, imps) => {
  const desk = await startReporting({ reports: { impsWithExternal } });
  await desk.fire(90_011);
  const columns = ['imps', 'external_impression'];
  expect(await rowsOf(desk, { ...PLAIN, columns })).toEqual([[imps, '1']]);
});

test('the money stands in other columns', async () => {
  const desk = await startReporting({ reports: { moneyIn: ['booked_revenue'] } });
  await desk.fire(90_011, '&ancost=2');
  const columns = ['cost', 'booked_revenue', 'profit'];
  expect(await rowsOf(desk, { ...PLAIN, columns })).toEqual([['0.000000', '2.000000', '0.000000']]);
});

test('faults hit the report services as all others', async () => {
  const desk = await startReporting();
  desk.sandbox.setFault({ kind: '429', path: '/report-download' });
  const id = idOf(await desk.order(PLAIN));
  expect((await desk.download(`report-download?id=${id}`)).status).toBe(429);
  desk.sandbox.setFault({ kind: 'expired', path: '/report' });
  const { response } = await call(desk.sandbox, `/report?id=${id}`, { token: desk.token });
  expect(response).toMatchObject({ error_id: 'NOAUTH' });
});

test('a download whose connection is dropped is there at the next try', async () => {
  const desk = await startReporting({ reports: { pendingPolls: 0 } });
  const id = idOf(await desk.order(PLAIN));
  await desk.ask(`/report?id=${id}`);
  desk.sandbox.setFault({ kind: 'drop', path: '/report-download', afterWork: true, times: 1 });
  await expect(desk.download(`report-download?id=${id}`)).rejects.toThrow('fetch failed');
  const answer = await desk.download(`report-download?id=${id}`);
  expect(await answer.text()).toBe('day,line_item_id,external_impression,cost\n');
});

test('they are set, seen and put back at the control host', async () => {
  const { sandbox } = await startReporting();
  const headers = { 'x-sandbox-host': 'control.sandbox.test' };
  const at = async (method: string, body?: unknown) => {
    const answer = await send(sandbox, '/reports', {
      headers,
      method,
      ...(body !== undefined && { body }),
    });
    const told: unknown = await answer.json();
    return { status: answer.status, told };
  };
  expect((await at('POST', { pendingPolls: 7 })).told).toMatchObject({
    pendingPolls: 7,
    lagHours: 0,
  });
  expect((await at('GET')).told).toMatchObject({ pendingPolls: 7 });
  expect(await at('POST', { pendingpolls: 1 })).toMatchObject({ status: 400 });
  expect((await at('GET')).told).toMatchObject({ pendingPolls: 7 });
  expect((await at('DELETE')).told).toMatchObject({ pendingPolls: 1 });
});
