import { hourOf, hourText, readHour, zoneOffset } from '../../time-hours.ts';
import type { Span } from './interval.ts';
import type { ReportType } from './types.ts';

/** After so many days hours are no longer kept, and all is in UTC (documented). */
const HOURLY_DAYS = 100;

/** One hour of a report: UTC, its three names on the report's clock, and what is no longer kept of it (0 or 1). */
export type ReportHour = readonly [
  utc: number,
  hour: string,
  day: string,
  month: string,
  isOld: number,
  isPlacementGone: number,
];

interface Wanted {
  readonly span: Span;
  readonly type: ReportType;
  readonly zone: string;
  readonly summerTime: 'as-at-start' | 'followed';
  readonly now: Date;
  /** The first hour of which there can be data, and the first of which there is not yet. */
  readonly data: Span;
}

/** The hours that a report counts, in order. */
export function reportHours({ span, type, zone, summerTime, now, data }: Wanted): ReportHour[] {
  const offsetAt = zoneOffset(zone);
  const atStart = offsetAt(span.from - offsetAt(span.from));
  const oldBefore = hourOf(now) - HOURLY_DAYS * 24;
  const goneBefore = hourOf(now) - type.placementDays * 24;
  const kept = type.retentionDays === null ? 0 : hourOf(now) - type.retentionDays * 24;
  const since = type.since === null ? 0 : (readHour(type.since) ?? 0);
  const first = Math.max(span.from - 15, data.from, kept, since);
  const last = Math.min(span.to + 15, data.to);
  const hours: ReportHour[] = [];
  for (let utc = first; utc < last; utc += 1) {
    const isOld = utc < oldBefore;
    const local = utc + (isOld ? 0 : summerTime === 'followed' ? offsetAt(utc) : atStart);
    if (local < span.from || local >= span.to) continue;
    const text = hourText(local);
    const day = text.slice(0, 10);
    const isGone = utc < goneBefore ? 1 : 0;
    hours.push([utc, isOld ? day : text, day, day.slice(0, 7), isOld ? 1 : 0, isGone]);
  }
  return hours;
}
