import type { DateOrder } from './columns';
import { openDate, type OpenParts, readDate } from './dates';

/**
 * How the dates of a column are written. `none`: no date leaves it open. `asked`: they could be either, and a person has
 * to say. `mixed`: they are neither throughout, or the year may come first.
 */
export type OrderFound =
  | { readonly kind: 'found'; readonly order: DateOrder }
  | { readonly kind: 'none' }
  | { readonly kind: 'mixed' }
  | { readonly kind: 'asked'; readonly example: string };

/** Days in a row that are no chance: one day of each month for so long is in no report. */
const FEWEST_DAYS = 7;
const LONGEST_EXAMPLE = 40;
/** Years of which a report may be. */
const YEARS = 4;
const DAY_MS = 86_400_000;

/**
 * The order of day and month by all dates of a column, as read until `today`, `2026-11-12`. It is known where one number is no month, where the days are
 * parted by points (no country writes the month first then), where one reading lies after `today`, or where one
 * reading is days in a row and the other is one day of each month, other than its first. Nothing else tells it, and then nothing is guessed.
 */
export function findOrder(texts: Iterable<string>, today: string): OrderFound {
  const open = new Map<string, NonNullable<ReturnType<typeof openDate>>>();
  for (const text of new Set(texts)) {
    if (readDate(text, null) !== null) continue;
    const date = openDate(text);
    const isDate = (['dmy', 'mdy'] as const).some((order) => readDate(text, order) !== null);
    if (date && isDate) open.set(text, date);
  }
  const [example] = open.keys();
  if (example === undefined) return { kind: 'none' };
  const dates = [...open.values()];
  if (dates.every(({ parts, sign }) => sign !== '.' && couldBeYear(parts, today))) {
    return { kind: 'mixed' };
  }
  const isFirstDay = dates.some(({ parts, sign }) => parts[0] > 12 || sign === '.');
  const isSecondDay = dates.some(({ parts }) => parts[1] > 12);
  if (isFirstDay && isSecondDay) return { kind: 'mixed' };
  if (isFirstDay) return { kind: 'found', order: 'dmy' };
  if (isSecondDay) return { kind: 'found', order: 'mdy' };
  const order = byWhen([...open.keys()], today);
  return order
    ? { kind: 'found', order }
    : { kind: 'asked', example: example.slice(0, LONGEST_EXAMPLE) };
}

/** `26/11/12`: of a year without its century nobody can tell that it does not come first. */
function couldBeYear([first, , , isShort]: OpenParts, today: string): boolean {
  const year = Number(today.slice(2, 4));
  return isShort && first > 12 && first <= year && first > year - YEARS;
}

function byWhen(texts: readonly string[], today: string): DateOrder | null {
  const dmy = daysOf(texts, 'dmy');
  const mdy = daysOf(texts, 'mdy');
  const isLater = (days: readonly string[]) => (days.at(-1) ?? '') > today;
  if (isLater(dmy) !== isLater(mdy)) return isLater(dmy) ? 'mdy' : 'dmy';
  if (isRun(dmy) && isMonthly(mdy)) return 'dmy';
  return isRun(mdy) && isMonthly(dmy) ? 'mdy' : null;
}

function daysOf(texts: readonly string[], order: DateOrder): readonly string[] {
  return [...new Set(texts.flatMap((text) => readDate(text, order)?.day ?? []))].toSorted();
}

function isRun(days: readonly string[]): boolean {
  if (days.length < FEWEST_DAYS) return false;
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return (Date.parse(last) - Date.parse(first)) / DAY_MS === days.length - 1;
}

/** One day of each month and not its first, by which whole months may be named. */
function isMonthly(days: readonly string[]): boolean {
  const within = new Set(days.map((day) => day.slice(8)));
  return within.size === 1 && !within.has('01');
}
