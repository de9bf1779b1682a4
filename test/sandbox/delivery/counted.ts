import { hourText, readHour } from '../time-hours.ts';
import type { Cause } from './causes.ts';
import { binomial, type Dice, diceFor } from './dice.ts';
import type { Run } from './runs.ts';
import { served } from './served.ts';

interface Asked {
  readonly run: Run;
  readonly tracker: number;
  readonly hour: number;
  /** The hour that it is now. */
  readonly nowHour: number;
  readonly dice: Dice;
}

/** What the service counted of a tracker in an hour, as it is known now: what was served, and every cause after the other. */
export function counted(run: Run, tracker: number, hour: number, nowHour: number): number {
  return run.causes.reduce(
    (count, cause, nth) =>
      after(cause, count, {
        run,
        tracker,
        hour,
        nowHour,
        dice: diceFor(run.seed, tracker, hour, nth + 1),
      }),
    served(run, tracker, hour),
  );
}

function after(cause: Cause, count: number, asked: Asked): number {
  const { hour, dice } = asked;
  switch (cause.kind) {
    case 'time-zone':
      return count;
    case 'fired-twice':
      return count + binomial(count, cause.share, dice);
    case 'constant-cachebuster':
      return binomial(count, freshShare(0, count, cause.browsers), dice);
    case 'missing-cachebuster':
      return binomial(count, freshShare(servedToday(asked), count, cause.browsers), dice);
    case 'started-later':
      return hour < hourIn(cause.from) ? 0 : count;
    case 'ended-earlier':
      return hour < hourIn(cause.until) ? count : 0;
    case 'bad-day':
      return hourText(hour).slice(0, 10) === cause.day ? binomial(count, cause.kept, dice) : count;
    case 'inactive':
      return hour >= hourIn(cause.from) && hour < hourIn(cause.until) ? 0 : count;
    case 'blocked':
      return binomial(count, 1 - cause.share, dice);
    case 'late':
      return arrived(count, asked.nowHour - hour, cause.hours);
  }
}

/** The share of `count` that comes from browsers which have not asked before, of `browsers` that are met by chance. */
function freshShare(before: number, count: number, browsers: number): number {
  if (count === 0) return 0;
  const met = (times: number): number => browsers * (1 - Math.exp(-times / browsers));
  return (met(before + count) - met(before)) / count;
}

function servedToday({ run, tracker, hour }: Asked): number {
  let sum = 0;
  for (let earlier = hour - (hour % 24); earlier < hour; earlier += 1)
    sum += served(run, tracker, earlier);
  return sum;
}

// No dice: what has arrived once does not go away again.
function arrived(count: number, age: number, hours: number): number {
  return Math.floor(count * Math.min(1, Math.max(0, age / hours)));
}

function hourIn(text: string | undefined): number {
  return readHour(text ?? '') ?? 0;
}
