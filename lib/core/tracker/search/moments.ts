import type { Span } from './query';

/** A moment or a day as it is written in a search: when it begins and ends, in milliseconds since 1970. */
export interface Moment extends Span {
  /** Whether it is told from now on: `7d`. */
  readonly isRelative: boolean;
}

const HOUR_MS = 3_600_000;
const UNITS: Readonly<Record<string, number>> = {
  h: HOUR_MS,
  d: 24 * HOUR_MS,
  w: 7 * 24 * HOUR_MS,
};
const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/**
 * Reads `2026-11-01`, `2026-11`, `2026`, `today`, `yesterday`, `12h`, `7d`, `2w`: days of the person's own zone,
 * in which a list shows its moments. `null` for anything else, such as a day that no month has.
 */
export function readMoment(text: string, now: number): Moment | null {
  const lower = text.toLowerCase();
  const [, amount = '', unit = ''] = /^(\d{1,5})([hdw])$/.exec(lower) ?? [];
  const ms = UNITS[unit];
  if (ms !== undefined) {
    const at = now - Number(amount) * ms;
    return { from: at, to: at, isRelative: true };
  }
  if (lower === 'today' || lower === 'yesterday') {
    const at = new Date(now);
    const day = at.getDate() - (lower === 'today' ? 0 : 1);
    return dayOf(at.getFullYear(), at.getMonth(), day, day + 1);
  }
  const [isDate, year, month, day] = DATE.exec(lower) ?? [];
  if (isDate === undefined) return null;
  const parts = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)] as const;
  const [y, m, d] = parts;
  const from = new Date(y, m, d);
  if (y < 1000 || from.getFullYear() !== y || from.getMonth() !== m || from.getDate() !== d) {
    return null;
  }
  if (month === undefined) return spanOf(from, new Date(y + 1, 0, 1));
  if (day === undefined) return spanOf(from, new Date(y, m + 1, 1));
  return dayOf(y, m, d, d + 1);
}

function dayOf(year: number, month: number, from: number, to: number): Moment {
  return spanOf(new Date(year, month, from), new Date(year, month, to));
}

// To its last millisecond: a day that the clocks are changed on is shorter or longer than others.
function spanOf(from: Date, next: Date): Moment {
  return { from: from.getTime(), to: next.getTime() - 1, isRelative: false };
}
