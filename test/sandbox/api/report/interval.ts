import { HOUR_MS, hourOf, hourText, readHour, zoneOffset } from '../../time-hours.ts';

/** Hours of the report's own clock, as if it were UTC; the last is not of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** `lifetime` begins before there was anything. */
const BEGINNING = readHour('2007-01-01') ?? 0;

/** The hours of a `report_interval` at this moment on this zone's clock; null for a name that is none. */
export function spanOf(
  interval: string,
  now: Date,
  { zone, todayInLastDays }: { readonly zone: string; readonly todayInLastDays: boolean },
): Span | null {
  const utc = hourOf(now);
  const hour = utc + zoneOffset(zone)(utc);
  const today = hour - (((hour % 24) + 24) % 24);
  const month = startOfMonth(hour, 0);
  const end = hour + 1;
  // Whether they have today in them is not documented.
  const lastDays = (days: number): Span =>
    todayInLastDays
      ? { from: today - (days - 1) * 24, to: end }
      : { from: today - days * 24, to: today };
  const spans: Readonly<Record<string, Span>> = {
    current_hour: { from: hour, to: end },
    last_hour: { from: hour - 1, to: hour },
    today: { from: today, to: end },
    yesterday: { from: today - 24, to: today },
    last_48_hours: { from: hour - 48, to: hour },
    last_2_days: lastDays(2),
    last_7_days: lastDays(7),
    last_14_days: lastDays(14),
    last_30_days: lastDays(30),
    month_to_date: { from: month, to: end },
    mtd: { from: month, to: end },
    month_to_yesterday: { from: month, to: today },
    quarter_to_date: { from: startOfQuarter(hour), to: end },
    last_month: { from: startOfMonth(hour, -1), to: month },
    lifetime: { from: BEGINNING, to: end },
  };
  return spans[interval] ?? null;
}

function startOfMonth(hour: number, months: number): number {
  const at = new Date(hour * HOUR_MS);
  return hourOf(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1)));
}

function startOfQuarter(hour: number): number {
  const month = Number(hourText(hour).slice(5, 7)) - 1;
  return startOfMonth(hour, -(month % 3));
}
