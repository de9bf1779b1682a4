import { HOURS, numberOf, periodOf } from './period-count';
import type { Grain, Span } from './question';

/** Days since 1970 of a date as `2026-11-12`; `null` where there is no such day. */
export function dayNumber(date: string): number | null {
  const day = numberOf(date, 'day');
  if (Number.isNaN(day)) return null;
  // A date object may make the 2nd of March of the 30th of February.
  return dateOf(day) === date ? day : null;
}

/** The date of a day since 1970. */
export function dateOf(day: number): string {
  return periodOf(day, 'day');
}

/** How many periods a span has, the first day and the last among them; 0 where it has none. */
export function periodsOf({ first, last }: Span, by: Grain): number {
  const [from, to] = [dayNumber(first), dayNumber(last)];
  if (from === null || to === null || to < from) return 0;
  return (to - from + 1) * (by === 'hour' ? HOURS : 1);
}

/** How the first period of a span is written. */
export function firstPeriod({ first }: Span, by: Grain): string {
  return by === 'hour' ? `${first} 00` : first;
}

/**
 * Which period of a span a cell names, counted from 0: `2026-11-12`, `2026-11-12 05:00` or `2026-11-12 05:00:00`.
 * -1 where it is of no period of the span, or no time at all.
 */
export function periodAt(span: Span, by: Grain, cell: string): number {
  const [, date = '', hour = '00'] =
    /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d)(?::00){0,2})?$/.exec(cell) ?? [];
  const [from, at] = [dayNumber(span.first), date === '' ? null : dayNumber(date)];
  if (from === null || at === null || Number(hour) >= HOURS) return -1;
  if (by === 'hour' && cell.length === date.length) return -1;
  const period = by === 'hour' ? (at - from) * HOURS + Number(hour) : at - from;
  return period >= 0 && period < periodsOf(span, by) ? period : -1;
}
