import type { Grain } from '../question';
import type { Period, Series } from '../series';

const HOUR_MS = 3_600_000;
const LENGTH_MS: Readonly<Record<Grain, number>> = { hour: HOUR_MS, day: 24 * HOUR_MS };
const two = (value: number) => String(value).padStart(2, '0');

/** The date of a period, taken apart. */
interface CalendarDate {
  readonly year: number;
  /** From 1 to 12. */
  readonly month: number;
  readonly date: number;
  /** From 0 to 23; of a day it is 0. */
  readonly hour: number;
}

/** Reads a period. */
export function dateOf(period: Period): CalendarDate {
  const [year = 0, month = 1, date = 1, hour = 0] = period.split(/[- ]/).map(Number);
  return { year, month, date, hour };
}

/** The weekday of a period, 0 for Sunday. */
export function weekdayOf(period: Period): number {
  return new Date(momentOf(period)).getUTCDay();
}

/** A period so many days or hours later, by the calendar: an hour that summer time leaves out is counted, too. */
export function laterBy(period: Period, steps: number, by: Grain): Period {
  return periodAt(momentOf(period) + steps * LENGTH_MS[by], by);
}

/** The periods from one to another, both among them. */
export function stepsBetween(from: Period, to: Period, by: Grain): number {
  return Math.round((momentOf(to) - momentOf(from)) / LENGTH_MS[by]);
}

/** The same counts by day. A day of which an hour is not known is not known. */
export function daysOf({ by, first, counts }: Series): Series {
  if (by === 'day') return { by, first, counts };
  const from = first.slice(0, 10);
  const days: (number | null)[] = [];
  const skipped = dateOf(first).hour;
  if (counts.length > 0 && skipped > 0) days.push(null);
  counts.forEach((count, at) => {
    const hour = at + skipped;
    const day = Math.floor(hour / 24);
    const before = hour % 24 === 0 ? 0 : (days[day] ?? null);
    days[day] = before === null || count === null ? null : before + count;
  });
  if ((counts.length + skipped) % 24 > 0) days[days.length - 1] = null;
  return { by: 'day', first: from, counts: days };
}

// As if the zone were UTC: only to count on from it.
function momentOf(period: Period): number {
  const { year, month, date, hour } = dateOf(period);
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  return at.setUTCHours(hour);
}

function periodAt(moment: number, by: Grain): Period {
  const at = new Date(moment);
  const year = String(at.getUTCFullYear()).padStart(4, '0');
  const day = `${year}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
  return by === 'day' ? day : `${day} ${two(at.getUTCHours())}`;
}
