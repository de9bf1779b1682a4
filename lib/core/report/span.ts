import { dateOf, dayNumber, periodsOf } from './days';
import type { SpanProblem } from './no-plan';
import type { Question, Span } from './question';
import { localHour } from './time-zone';

/** Periods that a report is asked for at most: 400 days by the hour. */
const MAX_PERIODS = 9600;

/**
 * The days that a question means at a moment, in milliseconds since 1970, on the clock of its time zone. The last
 * 7 days are those before today, which is not over; the last month is the calendar's.
 */
export function spanOf(
  { when, by, timeZone }: Pick<Question, 'when' | 'by' | 'timeZone'>,
  now: number,
): Span | SpanProblem {
  const today = localHour(now, timeZone)?.date;
  const at = today === undefined ? null : dayNumber(today);
  if (today === undefined || at === null) return 'time-zone';
  if (when.kind === 'last-7-days') return { first: dateOf(at - 7), last: dateOf(at - 1) };
  if (when.kind === 'last-month') return monthBefore(today);
  const { span } = when;
  const periods = periodsOf(span, by);
  if (periods === 0) return 'no-days';
  if (span.first > today) return 'not-yet';
  return periods > MAX_PERIODS ? 'too-long' : span;
}

function monthBefore(today: string): Span {
  const firstOfThis = dayNumber(`${today.slice(0, 7)}-01`) ?? 0;
  const last = dateOf(firstOfThis - 1);
  return { first: `${last.slice(0, 7)}-01`, last };
}

/** A span as the wire writes it, its end exclusive; types that know hours want them at both ends. */
export function wireDates(span: Span, isHourly: boolean): { start: string; end: string } {
  const rest = isHourly ? ' 00:00:00' : '';
  const end = dateOf((dayNumber(span.last) ?? 0) + 1);
  return { start: `${span.first}${rest}`, end: `${end}${rest}` };
}
