import { isTimeZone, readHour } from '../../time-hours.ts';
import { castError, syntaxError, type Where } from '../failure.ts';
import { type OrderFields, readOrderFields } from './body.ts';
import { COLUMNS } from './columns.ts';
import { type Filter, readFilters } from './filters.ts';
import { type Span, spanOf } from './interval.ts';
import type { ReportOptions } from './options.ts';
import { findReportType, type ReportType } from './types.ts';

/** A report that was ordered, all of it understood. */
export interface ReportOrder {
  readonly type: ReportType;
  readonly fields: OrderFields;
  readonly filters: readonly Filter[];
  readonly bounds: readonly Bound[];
  readonly span: Span;
  readonly zone: string;
  /** Only the rows of these, where the address names them. */
  readonly publisherId: number | null;
  readonly advertiserId: number | null;
  readonly warnings: readonly string[];
}

/** A metric that a row must reach, of `group_filters`. */
export interface Bound {
  readonly column: string;
  readonly operator: string;
  readonly value: number;
}

const AT: Where = { service: 'report', method: 'POST' };

/** Reads an order, or refuses it. That it is refused is documented; how it is said is not. */
export function readOrder(
  body: string,
  params: URLSearchParams,
  { now, options }: { readonly now: Date; readonly options: ReportOptions },
): ReportOrder {
  const { fields, warnings } = readOrderFields(body, AT);
  const type = findReportType(fields.report_type);
  if (!type) throw syntaxError(`Invalid report_type: ${fields.report_type}`, AT);
  const parents = {
    publisherId: idParam(params, 'publisher_id'),
    advertiserId: idParam(params, 'advertiser_id'),
  };
  if (type.parent === 'publisher' && parents.publisherId === null) {
    throw syntaxError('Invalid path /report - publisher is required', AT);
  }
  checkColumns(fields, type);
  const zone = fields.timezone ?? options.defaultZone;
  if (!isTimeZone(zone)) throw syntaxError(`Invalid timezone: ${zone}`, AT);
  const filters = readFilters(fields.filters, type, AT);
  const bounds = readBounds(fields, type);
  const span = readSpan(fields, type, { now, zone, options });
  return {
    type,
    fields,
    filters,
    bounds,
    span,
    zone,
    ...parents,
    warnings: [...warnings, ...pagingWarnings(fields)],
  };
}

function idParam(params: URLSearchParams, name: string): number | null {
  const sent = params.get(name);
  if (sent === null) return null;
  if (!/^\d{1,15}$/.test(sent)) throw castError(name, 'int', AT);
  return Number(sent);
}

function checkColumns(fields: OrderFields, type: ReportType): void {
  const known = new Set([...type.dimensions, ...type.metrics]);
  const unknown = fields.columns.find((column) => !known.has(column));
  if (unknown !== undefined) throw syntaxError(`Invalid column: ${unknown}`, AT);
  const unordered = fields.orders.find(({ order_by }) => !fields.columns.includes(order_by));
  if (unordered) throw syntaxError(`Invalid order_by: ${unordered.order_by}`, AT);
}

function readBounds(fields: OrderFields, type: ReportType): Bound[] {
  const bounds = fields.group_filters.flatMap((one) =>
    Object.entries(one).map(([column, bound]) => ({ column, ...bound })),
  );
  const wrong = bounds.find(({ column }) => !type.metrics.includes(column));
  if (wrong) throw syntaxError(`Invalid group filter: ${wrong.column}`, AT);
  return bounds;
}

interface Clock {
  readonly now: Date;
  readonly zone: string;
  readonly options: ReportOptions;
}

function readSpan(fields: OrderFields, type: ReportType, clock: Clock): Span {
  const { report_interval: interval, start_date: start, end_date: end } = fields;
  const isCustom = interval === undefined || interval === 'custom';
  if (interval !== undefined && !type.intervals.includes(interval)) {
    throw syntaxError(`Invalid report_interval: ${interval}`, AT);
  }
  const hasDates = start !== undefined || end !== undefined;
  if (!isCustom && hasDates) {
    throw syntaxError('report_interval and start_date exclude each other', AT);
  }
  if (!isCustom) {
    const span = spanOf(interval, clock.now, {
      zone: clock.zone,
      todayInLastDays: clock.options.todayInLastDays,
    });
    if (span) return span;
  }
  if (start === undefined || end === undefined) {
    throw syntaxError('report_interval, or start_date and end_date, is required', AT);
  }
  const span = { from: readDate('start_date', start), to: readDate('end_date', end) };
  if (span.from >= span.to) throw syntaxError('end_date must be after start_date', AT);
  return span;
}

// All types here have hours, and those take no day alone (documented).
function readDate(field: string, sent: string): number {
  const hour = sent.length === 19 ? readHour(sent) : null;
  if (hour === null) throw syntaxError(`${field} must be YYYY-MM-DD HH:00:00`, AT);
  return hour;
}

/** Documented: pages of a report whose dimensions are not all ordered may miss rows or have them twice. */
function pagingWarnings(fields: OrderFields): string[] {
  if (fields.num_elements === undefined) return [];
  const isOrdered = (column: string) => fields.orders.some((one) => one.order_by === column);
  const missing = fields.columns.filter((name) => !COLUMNS.get(name)?.isMetric && !isOrdered(name));
  return missing.length === 0 ? [] : [`orders lacks ${missing.join(', ')}`];
}
