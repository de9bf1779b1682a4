import type { Grain } from '../question';
import type { Period } from '../series';
import { type CalendarDate, dateOf, weekdayOf } from './periods';

/** A date that is written below a picture, and as what. */
export interface DateTick {
  readonly x: number;
  readonly period: Period;
  readonly as: 'hour' | 'day' | 'month' | 'year';
}

interface Way {
  readonly as: DateTick['as'];
  readonly has: (date: CalendarDate, at: number, period: Period) => boolean;
}

const isMidnight = ({ hour }: CalendarDate) => hour === 0;
const hourly = (hours: number): Way => ({ as: 'hour', has: ({ hour }) => hour % hours === 0 });
const monthly = (months: number): Way => ({
  as: months === 12 ? 'year' : 'month',
  has: ({ month, date, hour }) => date === 1 && (month - 1) % months === 0 && hour === 0,
});

/** From the closest to the widest. */
const DAYS: readonly Way[] = [
  { as: 'day', has: isMidnight },
  { as: 'day', has: (date, at) => at % 2 === 0 && isMidnight(date) },
  { as: 'day', has: (date, _, period) => isMidnight(date) && weekdayOf(period) === 1 },
  { as: 'day', has: (date) => [1, 15].includes(date.date) && isMidnight(date) },
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
  // Each once, however many ways are tried: of many pictures of many days that is most of the work.
  const dates = places.map(({ period }) => dateOf(period));
  for (const { as, has } of WAYS[by]) {
    const ticks = places.filter(({ period }, at) => {
      const date = dates[at];
      return date !== undefined && has(date, at, period);
    });
    const isApart = ticks.every(({ x }, at) => at === 0 || x - (ticks[at - 1]?.x ?? 0) >= room);
    if (ticks.length > 0 && isApart) return ticks.map(({ x, period }) => ({ x, period, as }));
  }
  return places.slice(0, 1).map(({ x, period }) => ({ x, period, as: by }));
}
