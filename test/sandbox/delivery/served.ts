import { diceFor, poisson } from './dice.ts';
import type { Run } from './runs.ts';

/** By hour of the day (UTC), a day's mean is 1: little at night, most in the evening. */
const BY_HOUR = Array.from(
  { length: 24 },
  (_, hour) => 1 - 0.7 * Math.cos(((hour - 4) / 24) * 2 * Math.PI),
);

/** What the ad server served of a tracker in an hour: the truth from which the service's count may differ. */
export function served(run: Run, tracker: number, hour: number): number {
  if (hour < run.fromHour || hour >= run.toHour) return 0;
  return poisson(meanOf(run, tracker, hour), diceFor(run.seed, tracker, hour));
}

function meanOf(run: Run, tracker: number, hour: number): number {
  const day = Math.floor(hour / 24);
  const since = day - Math.floor(run.fromHour / 24);
  // The first of January 1970 was a Thursday.
  const weekend = (day + 4) % 7 === 0 ? 0.6 : 1;
  const share = 0.5 + diceFor(run.seed, tracker)();
  return run.perHour * share * weekend * (BY_HOUR[hour % 24] ?? 1) * (1 + run.growth) ** since;
}
