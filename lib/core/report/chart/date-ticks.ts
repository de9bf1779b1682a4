import type { Grain } from '../question';
import type { Period } from '../series';
import { dateOf, weekdayOf } from './periods';

/** A date that is written below a picture, and as what. */
export interface DateTick {
  readonly x: number;
  readonly period: Period;
  readonly as: 'hour' | 'day' | 'month' | 'year';
}

interface Way {
  readonly as: DateTick['as'];
  readonly has: (period: Period, at: number) => boolean;
}

const isMidnight = (period: Period) => dateOf(period).hour === 0;
const hourly = (hours: number): Way => ({
  as: 'hour',
  has: (period) => dateOf(period).hour % hours === 0,
});
const monthly = (months: number): Way => ({
  as: months === 12 ? 'year' : 'month',
  has: (period) => {
    const { month, date } = dateOf(period);
    return date === 1 && (month - 1) % months === 0 && isMidnight(period);
  },
});

/** From the closest to the widest. */
const DAYS: readonly Way[] = [
  { as: 'day', has: isMidnight },
  { as: 'day', has: (period, at) => at % 2 === 0 && isMidnight(period) },
  { as: 'day', has: (period) => weekdayOf(period) === 1 && isMidnight(period) },
  { as: 'day', has: (period) => [1, 15].includes(dateOf(period).date) && isMidnight(period) },
  monthly(1),
  monthly(3),
  monthly(12),
];
const WAYS: Readonly<Record<Grain, readonly Way[]>> = {
  hour: [hourly(1), hourly(3), hourly(6), hourly(12), ...DAYS],
  day: DAYS,
};

/**
 * The dates below a picture: the closest whose words, `room` pixels wide, have room beside each other. There is one at
 * least where there is a period.
 */
export function dateTicks(
  places: readonly { readonly x: number; readonly period: Period }[],
  by: Grain,
  room: number,
): readonly DateTick[] {
  for (const { as, has } of WAYS[by]) {
    const ticks = places.filter(({ period }, at) => has(period, at));
    const isApart = ticks.every(({ x }, at) => at === 0 || x - (ticks[at - 1]?.x ?? 0) >= room);
    if (ticks.length > 0 && isApart) return ticks.map(({ x, period }) => ({ x, period, as }));
  }
  return places.slice(0, 1).map(({ x, period }) => ({ x, period, as: by }));
}
