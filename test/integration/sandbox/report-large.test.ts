import { expect, test } from 'vitest';

import { idOf, startReporting } from './report-support.ts';

test('a large report is written and sent piece by piece, and nobody waits for it', async () => {
  // Some 200 trackers, 24 hours a day: more than 70,000 rows, which is several megabytes.
  const desk = await startReporting({
    delivery: { advertiser: 700_102, days: 15, perHour: 40 },
    reports: { pendingPolls: 2 },
  });
  const id = idOf(
    await desk.order({
      report_type: 'network_analytics',
      columns: ['hour', 'line_item_id', 'publisher_id', 'placement_id', 'external_impression'],
      report_interval: 'last_30_days',
      orders: ['hour', 'line_item_id', 'publisher_id', 'placement_id'],
    }),
  );
  // The first two are answered while it is written, the third as soon as it is.
  const statuses: unknown[] = [];
  let last: Record<string, unknown> = {};
  for (let polls = 0; polls < 3; polls += 1) {
    last = await desk.ask(`/report?id=${id}`);
    statuses.push(last['execution_status']);
  }
  expect(statuses).toEqual(['pending', 'pending', 'ready']);

  const answer = await desk.download(`report-download?id=${id}`);
  const sizes: number[] = [];
  let lines = 0;
  for await (const piece of answer.body ?? []) {
    sizes.push(piece.length);
    for (const byte of piece) if (byte === 10) lines += 1;
  }
  const { row_count, report_size } = Object(last['report']);
  expect(lines - 1).toBe(Number(row_count));
  expect(lines).toBeGreaterThan(60_000);
  expect(sizes.reduce((a, b) => a + b, 0)).toBe(Number(report_size));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(65_536);
});

test.each([
  ['csv', 'ready'],
  ['excel', 'error'],
  ['xlsx', 'error'],
])('more than 100,000 rows as %s: %s', async (format, status) => {
  const desk = await startReporting({
    delivery: { advertiser: 700_102, days: 24, perHour: 40 },
    reports: { pendingPolls: 0 },
  });
  const id = idOf(
    await desk.order({
      report_type: 'network_analytics',
      columns: ['hour', 'line_item_id', 'publisher_id', 'placement_id', 'pub_rule_id'],
      report_interval: 'last_30_days',
      format,
    }),
  );
  expect((await desk.ask(`/report?id=${id}`))['execution_status']).toBe(status);
});
