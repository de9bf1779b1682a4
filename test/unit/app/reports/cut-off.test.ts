import { expect, it } from 'vitest';

import { createApiClient } from '@/lib/api/client';
import { createPace } from '@/lib/api/pace';
import { readReportRows } from '@/lib/app/reports/read-rows';
import { planReport } from '@/lib/core/report/plan';

import { METAS, NOW, planOf, question } from '../../core/report/planned';

const plan = planOf(planReport(question({}), { metas: METAS, tracker: null, now: NOW }));
const cells = plan.columns.map((column) => (column === 'day' ? plan.span.first : '5'));
const whole = `${plan.columns.join(',')}\n${cells.join(',')}\n`;
const cut = `${whole}${cells.slice(0, 3).join(',')}`;

/** Reads a report of a service that gives these files one after the other. */
function readOf(...files: readonly string[]) {
  return readSaid(null, ...files);
}

/** The same, of which it says how many rows it has. */
function readSaid(rowCount: number | null, ...files: readonly string[]) {
  const left = [...files];
  const pace = createPace({ now: () => 0, sleep: async () => {} });
  const client = createApiClient(
    { fetch: async () => new Response(left.shift()), timer: () => () => {}, pace },
    { baseUrl: 'https://api.appnexus.com', token: 'secret-token' },
  );
  const { signal } = new AbortController();
  const reading = { plan, closedUntil: null, downloadId: 'a', rowCount, signal, onRows: () => {} };
  return { read: readReportRows(client, reading), left };
}

it('a file that ends within a row is downloaded once more', async () => {
  expect(await readOf(cut, whole).read).toMatchObject({ rows: 1, unread: 0 });
});

it('one that does so again is not kept', async () => {
  const { read, left } = readOf(cut, cut, whole);
  await expect(read).rejects.toMatchObject({ code: 'report-unreadable' });
  expect(left).toEqual([whole]);
});

it.each([
  ['as many rows as the service says is whole', 1, true],
  ['one fewer may be whole: its titles may have been counted', 2, true],
  ['more than it says is whole', 0, true],
  ['fewer is short', 3, false],
])('a file that ends behind a row and has %s', async (_, rowCount, isWhole) => {
  const { read, left } = readSaid(rowCount, whole, whole);
  if (isWhole) expect(await read).toMatchObject({ rows: 1 });
  else await expect(read).rejects.toMatchObject({ code: 'report-unreadable' });
  expect(left).toHaveLength(isWhole ? 1 : 0);
});

it('a short one is downloaded once more', async () => {
  const row = `${cells.join(',')}\n`;
  expect(await readSaid(4, whole, `${whole}${row}${row}${row}`).read).toMatchObject({ rows: 4 });
});

it('one of other columns is asked for no second time', async () => {
  const { read, left } = readOf('<!DOCTYPE html>\n<p>Maintenance</p>\n', whole);
  await expect(read).rejects.toMatchObject({ code: 'report-unreadable' });
  expect(left).toEqual([whole]);
});
