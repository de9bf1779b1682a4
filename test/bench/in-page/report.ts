import { createApiClient } from '@/lib/api/client';
import { createPace } from '@/lib/api/pace';
import { readReportRows } from '@/lib/app/reports/read-rows';

import { NOW } from '../../unit/core/report/planned';
import { BENCH_PLAN } from '../report-text.ts';
import { watchTasks } from './watch-tasks.ts';

// Runs in a page: the product's own client and reader, with the browser's network. In the product it is the worker's.
/** Downloads and sums a report; how long the page could not answer meanwhile. */
async function measure(rows: number) {
  const pace = createPace({ now: () => 0, sleep: async () => {} });
  const timer = (ms: number, act: () => void) => {
    const id = setTimeout(act, ms);
    return () => clearTimeout(id);
  };
  const access = { baseUrl: location.origin, token: 'none' };
  const client = createApiClient({ fetch: (...request) => fetch(...request), timer, pace }, access);
  const end = watchTasks();
  const read = await readReportRows(client, {
    plan: BENCH_PLAN,
    closedUntil: NOW,
    downloadId: 'bench',
    rowCount: rows,
    signal: new AbortController().signal,
    onRows: () => {},
  });
  if (read.rows !== rows || read.unread > 0) throw new Error(`${read.rows}, ${read.unread} unread`);
  return end();
}

Object.assign(globalThis, { measureReport: measure });
