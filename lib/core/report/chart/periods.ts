import { numberOf, periodOf } from '../period-count';
import type { Grain } from '../question';
import type { Period } from '../series';

/** The date of a period, taken apart. */
export interface CalendarDate {
  readonly year: number;
  /** From 1 to 12. */
  readonly month: number;
  readonly date: number;
  /** From 0 to 23; of a day it is 0. */
  readonly hour: number;
}

/** Reads a period. */
export function dateOf(period: Period): CalendarDate {
  const part = (from: number, to: number) => Number(period.slice(from, to));
  const [year, month, date, hour] = [part(0, 4), part(5, 7), part(8, 10), part(11, 13)];
  return { year, month, date, hour };
}

/** The weekday of a period, 0 for Sunday. */
export function weekdayOf(period: Period): number {
  // The first of January 1970 was a Thursday.
  return (((numberOf(period, 'day') + 4) % 7) + 7) % 7;
}

/** A period so many days or hours later, by the calendar: an hour that summer time leaves out is counted, too. */
export function laterBy(period: Period, steps: number, by: Grain): Period {
  return periodOf(numberOf(period, by) + steps, by);
}

/** The periods from one to another, both among them. */
export function stepsBetween(from: Period, to: Period, by: Grain): number {
  return numberOf(to, by) - numberOf(from, by);
}
