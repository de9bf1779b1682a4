import type { ReportMeta } from '../core/report/meta';
import type { ReportPlan } from '../core/report/plan';
import type { ReportType } from '../core/report/report-type';
import { z } from '../core/base/schema';
import { readTimestamp } from './imptracker-wire';

const MAX_META = 2000;
const name = z.string().check(z.maxLength(200));
const ColumnSchema = z.object({ column: name });
const columns = z.array(z.unknown()).check(z.maxLength(MAX_META));
const MetaSchema = z.object({
  time_granularity: z.optional(z.unknown()),
  columns,
  filters: z.optional(z.nullable(columns)),
});

/** An id of a report: letters and digits, told as a number by some. */
export const ReportIdSchema = z.pipe(
  z.union([z.number(), z.string().check(z.regex(/^[\w-]{1,200}$/))]),
  z.transform(String),
);

/** What one may ask of a type; `null` where it cannot be read. */
export function readMeta(type: ReportType, wire: unknown): ReportMeta | null {
  const parsed = MetaSchema.safeParse(wire);
  if (!parsed.success) return null;
  const { time_granularity: granularity, columns, filters } = parsed.data;
  return {
    type,
    granularity: typeof granularity === 'string' ? granularity : null,
    columns: namesOf(columns),
    filters: namesOf(filters ?? []),
  };
}

// One that cannot be read is one that cannot be asked for.
function namesOf(rows: readonly unknown[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => ColumnSchema.safeParse(row).data?.column ?? []));
}

/** The body of the request for a report. */
export function writeReport(plan: ReportPlan): { report: Record<string, unknown> } {
  const { type, columns, filters, start, end, question } = plan;
  return {
    report: {
      report_type: type,
      columns,
      filters: filters.map(({ column, value }) => ({ [column]: value })),
      start_date: start,
      end_date: end,
      timezone: question.timeZone,
      format: 'csv',
    },
  };
}

const StatusSchema = z.object({
  execution_status: z.optional(z.unknown()),
  report: z.optional(z.unknown()),
});
const ReportSchema = z.object({
  execution_status: z.optional(z.unknown()),
  created_on: z.optional(z.unknown()),
  row_count: z.optional(z.unknown()),
  url: z.optional(z.unknown()),
});

/** How far the service is with a report. */
export type ReportState =
  | { readonly kind: 'pending' }
  /** `downloadId` is by what it is downloaded; it may differ from the id it was asked by. */
  | {
      readonly kind: 'ready';
      readonly downloadId: string;
      readonly madeAt: number | null;
      /** How many rows it is said to have; `null` where it is not said. */
      readonly rowCount: number | null;
    }
  | { readonly kind: 'failed'; readonly detail: string };

/** Reads how far a report is; `null` where the answer does not tell. The status stands in the envelope, or in the report. */
export function readState(id: string, wire: unknown): ReportState | null {
  const envelope = StatusSchema.safeParse(wire).data;
  const report = ReportSchema.safeParse(envelope?.report).data;
  const status = envelope?.execution_status ?? report?.execution_status;
  if (typeof status !== 'string' || !report) return null;
  if (/^(?:pending|processing|running|queued)$/i.test(status)) return { kind: 'pending' };
  if (!/^ready$/i.test(status)) return { kind: 'failed', detail: status.slice(0, 100) };
  const madeAt = typeof report.created_on === 'string' ? momentOf(report.created_on) : null;
  const rowCount = rowCountOf(report.row_count);
  return { kind: 'ready', downloadId: downloadIdOf(report.url) ?? id, madeAt, rowCount };
}

// A number, or one as text (api.md 5.1).
function rowCountOf(told: unknown): number | null {
  const count = typeof told === 'string' && /^\d{1,12}$/.test(told) ? Number(told) : told;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null;
}

const ID_OF_URL = /[?&]id=([\w-]{1,200})(?:&|$)/;

function downloadIdOf(url: unknown): string | null {
  return (typeof url === 'string' && ID_OF_URL.exec(url)?.[1]) || null;
}

const FreshnessSchema = z.object({
  reports: z.record(z.string(), z.unknown()),
});
const ClosedSchema = z.object({ max_hour_closed: z.string() });

/**
 * Until when the data of a type is whole, in milliseconds since 1970; `null` where it does not tell. Whether the hour that
 * is told is counted itself is not documented: it is not taken for it.
 */
export function readClosed(type: ReportType, wire: unknown): number | null {
  const reports = FreshnessSchema.safeParse(wire).data?.reports;
  const closed = ClosedSchema.safeParse(reports?.[type]).data?.max_hour_closed;
  return closed === undefined ? null : momentOf(closed);
}

// Dates of what is not there yet are of 1970.
const FIRST_YEAR_MS = 366 * 86_400_000;

function momentOf(text: string): number | null {
  const at = readTimestamp(text);
  return at < FIRST_YEAR_MS ? null : at;
}
