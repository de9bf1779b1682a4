import { describe, expect, it, test } from 'vitest';

import {
  readClosed,
  readMeta,
  readState,
  ReportIdSchema,
  writeReport,
} from '@/lib/api/report-wire';
import { planReport } from '@/lib/core/report/plan';

import { METAS, NOW, planOf, question } from '../core/report/planned';

const READY = { created_on: '2026-11-20 09:00:00', url: 'report-download?id=b0b' };

describe('how far a report is', () => {
  const ready = {
    kind: 'ready',
    downloadId: 'b0b',
    madeAt: Date.parse('2026-11-20T09:00:00Z'),
    rowCount: null,
  };

  it.each<[string, unknown, unknown]>([
    ['pending', { execution_status: 'pending', report: {} }, { kind: 'pending' }],
    ['processing', { execution_status: 'processing', report: {} }, { kind: 'pending' }],
    ['ready', { execution_status: 'ready', report: READY }, ready],
    ['ready, said inside', { report: { ...READY, execution_status: 'ready' } }, ready],
    [
      'the envelope before what is inside',
      { execution_status: 'ready', report: { ...READY, execution_status: 'pending' } },
      ready,
    ],
    ...(
      [
        ['12', 12],
        [12, 12],
        ['0', 0],
        ['', null],
        [null, null],
        ['1.5', null],
        ['-1', null],
        [-1, null],
        [1e300, null],
        ['many', null],
      ] as const
    ).map(([told, rowCount]): [string, unknown, unknown] => [
      `ready with ${JSON.stringify(told)} rows`,
      { execution_status: 'ready', report: { ...READY, row_count: told } },
      { ...ready, rowCount },
    ]),
    [
      'ready without an address',
      { execution_status: 'ready', report: { ...READY, url: '' } },
      { ...ready, downloadId: 'a1' },
    ],
    [
      'ready with a date of 1970',
      { execution_status: 'ready', report: { ...READY, created_on: '1970-01-01 00:00:01' } },
      { ...ready, madeAt: null },
    ],
    [
      'an address with more in it',
      { execution_status: 'ready', report: { ...READY, url: '/report-download?x=1&id=c&y=2' } },
      { ...ready, downloadId: 'c' },
    ],
    ['failed', { execution_status: 'error', report: {} }, { kind: 'failed', detail: 'error' }],
    ['no status', { report: READY }, null],
    ['a status that is none', { execution_status: 7, report: READY }, null],
    ['no report', { execution_status: 'ready' }, null],
    ['nothing', null, null],
  ])('%s', (_, wire, state) => {
    expect(readState('a1', wire)).toEqual(state);
  });
});

describe('what can be asked', () => {
  const columns = [{ column: 'day', type: 'date' }, { column: 'cost' }, { name: 'x' }, null];

  it.each<[string, unknown, unknown]>([
    [
      'columns and filters, as far as they can be read',
      { time_granularity: 'hourly', columns, filters: [{ column: 'line_item_id' }] },
      ['hourly', ['day', 'cost'], ['line_item_id']],
    ],
    ['no filters, no granularity', { columns }, [null, ['day', 'cost'], []]],
    ['no columns', { filters: [] }, null],
    ['more than there can be', { columns: Array.from({ length: 3000 }, () => columns[0]) }, null],
    ['nothing', undefined, null],
  ])('%s', (_, wire, read) => {
    const meta = readMeta('network_analytics', wire);
    expect(meta && [meta.granularity, [...meta.columns], [...meta.filters]]).toEqual(read);
  });
});

test.each<[unknown, number | null]>([
  [
    { reports: { network_analytics: { max_hour_closed: '2026-11-20 09:00:00' } } },
    Date.parse('2026-11-20T09:00:00Z'),
  ],
  [{ reports: { network_analytics: '' } }, null],
  [{ reports: { network_analytics: { max_hour_closed: '1970-01-01 00:00:01' } } }, null],
  [{ reports: { network_analytics: { max_hour_closed: 'soon' } } }, null],
  [{ reports: {} }, null],
  [{}, null],
])('the data of %j is whole until %s', (wire, closed) => {
  expect(readClosed('network_analytics', wire)).toBe(closed);
});

test.each<[unknown, string | null]>([
  ['b97897a7864dd8f34e7457226c7af592', 'b97897a7864dd8f34e7457226c7af592'],
  [12, '12'],
  ['a/../b', null],
  ['', null],
  [null, null],
])('the id %j', (wire, id) => {
  expect(ReportIdSchema.safeParse(wire).data ?? null).toBe(id);
});

test('the request as it is documented: no interval beside dates, each filter with one key', () => {
  const asked = question({ about: { kind: 'line-item', id: 11 } });
  const facts = { metas: METAS, tracker: null, now: NOW };
  expect(writeReport(planOf(planReport(asked, facts)))).toEqual({
    report: {
      report_type: 'network_analytics',
      columns: expect.arrayContaining(['day', 'line_item_id', 'external_impression']),
      filters: [{ imp_type_id: 9 }, { advertiser_id: 700_101 }, { line_item_id: 11 }],
      start_date: '2026-11-13 00:00:00',
      end_date: '2026-11-20 00:00:00',
      timezone: 'UTC',
      format: 'csv',
    },
  });
});
