import { timestamp } from './time.ts';

export const HOUR_MS = 3_600_000;

/** Hours since 1970, UTC: what counts are booked by. */
export function hourOf(date: Date): number {
  return Math.floor(date.getTime() / HOUR_MS);
}

/** `YYYY-MM-DD HH:00:00` of an hour. */
export function hourText(hour: number): string {
  return timestamp(new Date(hour * HOUR_MS));
}

/** The hour of `YYYY-MM-DD` or `YYYY-MM-DD HH:00:00`, UTC; null where there is no such time. */
export function readHour(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d(?: \d\d:00:00)?$/.test(text)) return null;
  const at = new Date(`${text.slice(0, 10)}T${text.slice(11) || '00:00:00'}Z`);
  if (Number.isNaN(at.getTime())) return null;
  // A date object makes the 2nd of March of the 30th of February.
  return hourText(hourOf(at)).startsWith(text) ? hourOf(at) : null;
}

/** Whether this is the name of a time zone, `UTC`, `EST5EDT` or `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
  } catch {
    return false;
  }
}

/** By how many hours this zone is ahead of UTC in that hour; half hours count as whole ones (documented). */
export function zoneOffset(zone: string): (hour: number) => number {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return (hour) => {
    const local = Date.parse(`${format.format(hour * HOUR_MS).replace(' ', 'T')}Z`);
    return Math.ceil(local / HOUR_MS - hour);
  };
}
