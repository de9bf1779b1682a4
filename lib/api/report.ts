import { AppError } from '../core/base/errors';
import { z } from '../core/base/schema';
import type { ReportMeta } from '../core/report/meta';
import type { ReportPlan } from '../core/report/plan';
import type { ReportType } from '../core/report/report-type';
import type { ApiClient } from './client';
import {
  readClosed,
  readMeta,
  readState,
  ReportIdSchema,
  type ReportState,
  writeReport,
} from './report-wire';

const PATH = '/report';
const OrderedSchema = z.object({
  report_id: ReportIdSchema,
  existing: z.optional(z.unknown()),
});

/** A report that the service has taken on. */
export interface OrderedReport {
  readonly reportId: string;
  /** Whether it is one that was there already. */
  readonly isExisting: boolean;
}

/** Asks for a report. Fails with `reports-pending` where too many of this user's are not done. */
export async function orderReport(client: ApiClient, plan: ReportPlan): Promise<OrderedReport> {
  const { publisherId } = plan;
  const query = publisherId === null ? {} : { publisher_id: publisherId };
  const body = writeReport(plan);
  const envelope = await client({ method: 'POST', path: PATH, query, body }).catch(
    (error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'limit-reached') throw error;
      const { detail } = error;
      throw new AppError('reports-pending', detail === null ? {} : { detail });
    },
  );
  const parsed = OrderedSchema.safeParse(envelope);
  if (!parsed.success) throw new AppError('bad-answer', { detail: 'no id of the report' });
  const { report_id: reportId, existing } = parsed.data;
  return { reportId, isExisting: existing === true || existing === 'true' };
}

/** How far a report is. */
export async function getReportState(client: ApiClient, id: string): Promise<ReportState> {
  const state = readState(id, await client({ method: 'GET', path: PATH, query: { id } }));
  if (state === null) throw new AppError('bad-answer', { detail: 'no status of the report' });
  return state;
}

/** Downloads a report as text, piece by piece; the next piece comes once `take` is done with the one before. */
export async function downloadReport(
  client: ApiClient,
  downloadId: string,
  take: (piece: string) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const query = { id: downloadId };
  await client({ method: 'GET', path: '/report-download', query, take, signal });
}

/** What can be asked of a type of report; `null` where this user is not offered it. */
export async function getReportMeta(
  client: ApiClient,
  type: ReportType,
): Promise<ReportMeta | null> {
  try {
    const envelope = await client({ method: 'GET', path: PATH, query: { meta: type } });
    const meta = readMeta(type, envelope.meta);
    if (meta === null) throw new AppError('bad-answer', { detail: `no columns of ${type}` });
    return meta;
  } catch (error) {
    if (error instanceof AppError && NOT_OFFERED.has(error.code)) return null;
    throw error;
  }
}

// Which answer a type has that is not there is not documented.
const NOT_OFFERED: ReadonlySet<string> = new Set(['invalid-input', 'not-permitted', 'not-found']);

/** Until when the data of a type is whole, in milliseconds since 1970; `null` where the service does not tell. */
export async function getClosedUntil(client: ApiClient, type: ReportType): Promise<number | null> {
  const query = { report_type: type };
  return readClosed(type, await client({ method: 'GET', path: '/report-status', query }));
}
