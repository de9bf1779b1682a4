import { z } from 'zod';

import type { Sandbox, SandboxOptions } from '../../sandbox/index.ts';
import { call, sandboxForTest, send, signIn, stoppedClock } from './support.ts';

/** A Friday, in the evening in Europe and at noon in New York. */
export const NOW = '2026-11-20T17:30:00Z';

const Id = z.string().regex(/^[0-9a-f]{32}$/);
const Url = z.string().regex(/^report-download\?id=[0-9a-f]{32}$/);

/** What is asked unless a test says otherwise. */
export const PLAIN = {
  report_type: 'network_analytics',
  columns: ['day', 'line_item_id', 'external_impression', 'cost'],
  report_interval: 'today',
};

/** A sandbox whose clock stands still, and someone who is signed in; it ends with its test. */
export async function startReporting(options: SandboxOptions = {}) {
  const clock = stoppedClock(NOW);
  const sandbox = await sandboxForTest({ now: clock.now, ...options });
  return { clock, ...(await deskOf(sandbox)) };
}

/** The same in a sandbox that several tests share. */
export async function deskOf(sandbox: Sandbox) {
  const token = await signIn(sandbox);
  const order = async (report: unknown, path = '/report') =>
    (await call(sandbox, path, { token, body: { report } })).response;
  const ask = async (path: string) => (await call(sandbox, path, { token })).response;
  const download = (url: string) => send(sandbox, `/${url}`, { token });
  return { sandbox, token, order, ask, download, fire: firing(sandbox) };
}

export type Reporting = Awaited<ReturnType<typeof deskOf>>;

function firing(sandbox: Sandbox) {
  return async (id: number, query = '') => {
    await send(sandbox, `/imptr?id=${id}&t=2&cachebuster=1${query}`);
  };
}

/** The id of a report that was ordered. */
export function idOf(response: Record<string, unknown>): string {
  return Id.parse(response['report_id']);
}

/** Orders a report, asks until it is ready and fetches it. */
export async function fetchReport(desk: Reporting, report: unknown, path?: string) {
  const id = idOf(await desk.order(report, path));
  for (let polls = 0; polls < 20; polls += 1) {
    const response = await desk.ask(`/report?id=${id}`);
    if (response['execution_status'] !== 'ready') continue;
    const { url } = z.object({ url: Url }).parse(response['report']);
    const answer = await desk.download(url);
    return { status: answer.status, headers: answer.headers, text: await answer.text(), response };
  }
  throw new Error('The report is never ready');
}

/** The lines of a report's CSV below its header, each cut at its commas. */
export async function rowsOf(desk: Reporting, report: unknown, path?: string): Promise<string[][]> {
  const { text } = await fetchReport(desk, report, path);
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}
