import type { Grain } from './question';
import type { Period, Series } from './series';

const DAY_MS = 86_400_000;
export const HOURS = 24;

/** The number of a period since 1970, by day or hour: of two that follow each other the second is one more. */
export function numberOf(period: Period, by: Grain): number {
  const day = Math.round(Date.parse(`${period.slice(0, 10)}T00:00:00Z`) / DAY_MS);
  return by === 'day' ? day : day * HOURS + Number(period.slice(11, 13));
}

/** The period of a number. */
export function periodOf(number: number, by: Grain): Period {
  const day = by === 'day' ? number : Math.floor(number / HOURS);
  const text = dayText(day);
  return by === 'day' ? text : `${text} ${String(number - day * HOURS).padStart(2, '0')}`;
}

/** As many days as reports go back, some times over. */
const MOST_TEXTS = 4000;
const texts = new Map<number, string>();

// Of very many series the days are the same: each is written once.
function dayText(day: number): string {
  let text = texts.get(day);
  if (text === undefined) {
    if (texts.size >= MOST_TEXTS) texts.clear();
    text = new Date(day * DAY_MS).toISOString().slice(0, 10);
    texts.set(day, text);
  }
  return text;
}

/** A series of what is known of some periods, from the first to the last; what lies between and is not known is `null`. */
export function seriesOf(
  counts: ReadonlyMap<number, number | null>,
  by: Grain,
  [first, last]: readonly [first: number, last: number],
): Series {
  const dense: (number | null)[] = [];
  for (let at = first; at <= last; at += 1) dense.push(counts.get(at) ?? null);
  return { by, first: periodOf(first, by), counts: dense };
}
