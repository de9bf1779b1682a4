import { timestamp } from '../../time.ts';
import { hourText } from '../../time-hours.ts';
import type { Answer, JsonObject } from '../envelope.ts';
import { ApiFailure, syntaxError, type Where } from '../failure.ts';
import { COLUMNS } from './columns.ts';
import type { Job } from './job.ts';
import type { ReportOptions } from './options.ts';
import { findReportType, REPORT_TYPES, type ReportType } from './types.ts';

const AT: Where = { service: 'report', method: 'GET' };
// So the documents' example of a pending report.
const NEVER = '1970-01-01 00:00:01';

/** POST `/report`: the id to ask by. */
export function orderedAnswer(job: Job, isNew: boolean): Answer {
  const fields = { report_id: job.id, ...(!isNew && { existing: true }) };
  return { fields, term: 'not_found', warnings: job.order.warnings };
}

/** GET `/report?id=`: how far a report is, and where it is once it is ready. */
export function statusAnswer(job: Job, options: ReportOptions): Answer {
  const isBad = job.ended?.written instanceof Error;
  const isFailed = job.ended !== null && (isBad || job.fails === 'execution-status');
  if (job.ended !== null && (job.fails === 'envelope' || job.fails === 'timeout')) {
    throw new ApiFailure({
      error_id: 'SYSTEM',
      error: job.fails === 'timeout' ? 'The report timed out' : 'The report failed',
      ...AT,
    });
  }
  const status = job.ended === null ? 'pending' : isFailed ? 'error' : 'ready';
  const beside = { execution_status: status };
  const report = status === 'ready' ? readyReport(job, options) : waitingReport(job);
  return {
    fields: {
      report: options.statusIn === 'envelope' ? report : { ...report, ...beside },
      ...(options.statusIn !== 'report' && beside),
    },
    term: 'report',
  };
}

function readyReport(job: Job, { numbers }: ReportOptions): JsonObject {
  const written = job.ended?.written;
  const { rows, bytes } = written && !(written instanceof Error) ? written : { rows: 0, bytes: 0 };
  const told = (count: number) => (numbers === 'strings' ? String(count) : count);
  return {
    name: job.order.fields.name,
    created_on: timestamp(job.createdAt),
    cache_hit: false,
    fact_cache_hit: false,
    fact_cache_error: '',
    json_request: JSON.stringify(JSON.parse(job.body)),
    header_info: headerInfo(job),
    row_count: told(rows),
    report_size: told(bytes),
    user_id: String(job.userId),
    entity_id: '0',
    started_on: timestamp(job.createdAt),
    finished_on: timestamp(job.ended?.at ?? job.createdAt),
    query_time: '1',
    url: `report-download?id=${job.downloadId}`,
  };
}

function waitingReport(job: Job): JsonObject {
  return {
    name: job.order.fields.name ?? '',
    created_on: timestamp(job.createdAt),
    cache_hit: false,
    fact_cache_hit: false,
    fact_cache_error: '',
    header_info: '',
    row_count: '',
    report_size: '',
    internal_info: '',
    user_id: String(job.userId),
    entity_id: '0',
    started_on: NEVER,
    finished_on: NEVER,
    query_time: '',
  };
}

function headerInfo({ id, order, createdAt, userId }: Job): string {
  const { span, type, zone } = order;
  const lines = [
    `Report ID:,${id}`,
    `Report type:,${type.name}`,
    `Run at:,${timestamp(createdAt)}`,
    `Start date:,${hourText(span.from)}`,
    `End date:,${hourText(span.to)}`,
    `Timezone:,${zone}`,
    `User:,${userId}`,
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

/** GET `/report?meta` or `?meta=TYPE`: what can be asked. The shape for all types is assumed. */
export function metaAnswer(name: string): Answer {
  if (name === '') {
    const all = REPORT_TYPES.map((type) => [type.name, metaOf(type)]);
    return { fields: { meta: Object.fromEntries(all) }, term: 'meta' };
  }
  const type = findReportType(name);
  if (!type) throw syntaxError(`Invalid report_type: ${name}`, AT);
  return { fields: { meta: metaOf(type) }, term: 'meta' };
}

function metaOf(type: ReportType): JsonObject {
  const typed = (column: string) => ({ column, type: COLUMNS.get(column)?.type ?? 'string' });
  return {
    time_granularity: 'hourly',
    columns: [...type.dimensions, ...type.metrics].map(typed),
    filters: type.filters.map(typed),
    havings: type.metrics.map((column) => ({ column })),
    time_intervals: [...type.intervals],
  };
}

/** GET `/report-status`: up to which hour the data is there; a type that is not known has an empty text, as in the documents. */
export function freshnessAnswer(wanted: string | null, lastClosed: number): Answer {
  const names = wanted?.split(',') ?? REPORT_TYPES.map((type) => type.name);
  const closed = { max_hour_closed: hourText(lastClosed) };
  const reports = names.map((name) => [name, findReportType(name) ? closed : '']);
  return { fields: { reports: Object.fromEntries(reports) }, term: 'reports' };
}
