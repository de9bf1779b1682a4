import type { DateOrder } from './columns';
import { monthCalled } from './month-names';

/** A day, `2026-11-12`, and the hour where the text tells one. */
export interface ReadDate {
  readonly day: string;
  readonly hour: number | null;
}

const HOUR = /^(\d{1,2})(?::?(\d\d))?(?::\d\d(?:\.\d+)?)?\s*(am|pm|a\.m\.|p\.m\.)?$/i;
const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T\s]+(.+))?$/;
const BARE = /^((?:19|20)\d\d)(\d\d)(\d\d)$/;
const SERIAL = /^(\d{5})(\.\d+)?$/;
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?:,?\s+(.+))?$/;
const DAY_FIRST =
  /^(\d{1,2})\.?[-\s/]*(?:de\s+)?(\p{L}+)\.?,?[-\s/]*(?:de\s+)?(\d{4}|\d\d)(?:,?\s+(.+))?$/u;
const MONTH_FIRST = /^(\p{L}+)\.?[-\s]*(\d{1,2}),?[-\s]+(\d{4})(?:,?\s+(.+))?$/u;
const WEEKDAY = /^\p{L}+\.?,\s+/u;
const ZONE = /\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)$/i;

/** Excel's count of days at the first of 1970; only those are taken that are of 1982 and later. */
const SERIAL_1970 = 25_569;
const FIRST_SERIAL = 30_000;
const DAY_MS = 86_400_000;

/**
 * A date as reports write them: ISO, the same without signs, a month by its name, a number of Excel (its usual count
 * from 1900; a formatted cell comes as ISO), or numbers in the order that is given. `null`: it is none of these, or there is no such day.
 */
export function readDate(text: string, order: DateOrder | null): ReadDate | null {
  const said = text.trim().replace(/\s+/g, ' ');
  return readSure(said) ?? (order === null ? null : readOrdered(said, order));
}

/** Two numbers of which it is open which is the day, the year, and whether that is without its century. */
export type OpenParts = readonly [first: number, second: number, year: number, isShort: boolean];

/** A date that is open so; `null` where a text is none. */
export function openDate(
  text: string,
): { readonly sign: string; readonly parts: OpenParts } | null {
  const match = NUMBERS.exec(text.trim().replace(/\s+/g, ' '));
  if (match === null) return null;
  const [, first = '', sign = '', second = '', year = ''] = match;
  return { sign, parts: [Number(first), Number(second), fullYear(year), year.length === 2] };
}

function readOrdered(said: string, order: DateOrder): ReadDate | null {
  const open = openDate(said);
  if (open === null) return null;
  const [first, second, year] = open.parts;
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  return dated(year, month, day, NUMBERS.exec(said)?.[5]);
}

/** What can be read in one way only. */
function readSure(said: string): ReadDate | null {
  const iso = ISO.exec(said);
  if (iso) return dated(Number(iso[1]), Number(iso[3]), Number(iso[4]), iso[5]);
  const bare = BARE.exec(said);
  if (bare) return dated(Number(bare[1]), Number(bare[2]), Number(bare[3]));
  const serial = SERIAL.exec(said);
  if (serial) return ofSerial(Number(said));
  const plain = said.replace(WEEKDAY, '');
  const byName = DAY_FIRST.exec(plain);
  if (byName) {
    const month = monthCalled(byName[2] ?? '');
    if (month !== null)
      return dated(fullYear(byName[3] ?? ''), month, Number(byName[1]), byName[4]);
  }
  const american = MONTH_FIRST.exec(plain);
  const month = american && monthCalled(american[1] ?? '');
  if (!american || !month) return null;
  return dated(Number(american[3]), month, Number(american[2]), american[4]);
}

function ofSerial(serial: number): ReadDate | null {
  if (serial < FIRST_SERIAL) return null;
  const whole = Math.floor(serial);
  const day = new Date((whole - SERIAL_1970) * DAY_MS).toISOString().slice(0, 10);
  const hour = Math.floor((serial - whole) * 24 + 1e-4);
  return { day, hour: serial === whole ? null : hour };
}

function dated(year: number, month: number, day: number, time?: string): ReadDate | null {
  const text = `${year}-${two(month)}-${two(day)}`;
  if (!isDay(text)) return null;
  if (time === undefined) return { day: text, hour: null };
  const hour = readHour(time.replace(ZONE, ''));
  return hour === null ? null : { day: text, hour };
}

/** The hour that a cell tells, 0 to 23: `5`, `05:00`, `5 PM`, `05:00 - 05:59`; `null` where it tells none. */
export function readHour(text: string): number | null {
  const [from = ''] = text.trim().split(/\s+[-–]\s+/);
  const match = HOUR.exec(from);
  if (match === null) return null;
  const hour = Number(match[1]);
  const half = match[3]?.toLowerCase().replaceAll('.', '');
  if (half === undefined) return hour < 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

/** Whether a text, `2026-11-12`, is a day of the calendar. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

const two = (number: number) => String(number).padStart(2, '0');
const fullYear = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text));
