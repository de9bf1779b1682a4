/** A moment on the clock of a time zone. */
export interface LocalHour {
  /** `2026-11-12` */
  readonly date: string;
  readonly hour: number;
}

/** Whether this is the name of a time zone that is known here. */
export function isTimeZone(name: string): boolean {
  return formatOf(name) !== null;
}

/** The hour of a moment (milliseconds since 1970) in a time zone; `null` where the zone or the moment is none. */
export function localHour(at: number, timeZone: string): LocalHour | null {
  const format = formatOf(timeZone);
  if (format === null || Number.isNaN(new Date(at).getTime())) return null;
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const date = ['year', 'month', 'day'] as const;
  return {
    date: date.map((part) => parts.get(part) ?? '').join('-'),
    hour: Number(parts.get('hour')),
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en', {
      timeZone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
    });
  } catch {
    return null;
  }
}
