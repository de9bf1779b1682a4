import type { Grain } from '../question';
import type { Figure } from './gather';

/**
 * Whether figures are by the day or by the hour. Many exports write a day as its midnight: where no date of several days has another hour,
 * these are days. Of one day alone its first hour is written the same, and a column of hours says what it says.
 */
export function grainOf(figures: readonly Figure[], hasHours: boolean): Grain {
  if (figures.every(({ hour }) => hour === null)) return 'day';
  const isMidnight = !hasHours && figures.every(({ hour }) => (hour ?? 0) === 0);
  return isMidnight && figures.some(({ day }) => day !== figures[0]?.day) ? 'day' : 'hour';
}
