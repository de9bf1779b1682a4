import type { Pair } from './curves';

/** By how many hours the same impressions stand later at Monetize. */
export interface MovedHours {
  readonly hours: number;
  /** From this hour on, as a place in the pair, they are so many; where clocks were changed. */
  readonly since: { readonly at: number; readonly hours: number } | null;
  /** Differences of the shape as shares of what was counted: as it is, with the shift, and with one that fits worst. */
  readonly before: number;
  readonly after: number;
  readonly worst: number;
}

/** Time zones of customers and servers lie so far apart at most: Sydney and Los Angeles. */
const MOST_HOURS = 19;
const FEWEST_HOURS = 7 * 24;
/** A shift leaves less than this share of the difference of the shape. */
const MOST_LEFT = 0.6;
/** A half hour is the mean of two, which alone takes away a seventh of the noise. */
const HALF_MUST_BE = 0.8;

/** The shift under which the two shapes are alike; `null` where there are too few hours. */
export function movedHours(pair: Pair): MovedHours | null {
  const length = pair.counted.length;
  const [from, to] = [MOST_HOURS + 1, length - MOST_HOURS - 1];
  if (length < FEWEST_HOURS + 2 * MOST_HOURS) return null;
  const whole = bestIn(pair, from, to);
  const third = Math.floor((to - from) / 3);
  const [early, late] = [bestIn(pair, from, from + third), bestIn(pair, to - third, to)];
  const isChanged =
    Math.abs(early.hours - late.hours) === 1 &&
    Math.max(early.after / early.before, late.after / late.before) <= MOST_LEFT;
  if (!isChanged) return { ...whole, since: null };
  const at = changeBetween(pair, from, to, early.hours, late.hours);
  const after =
    (apart(pair, from, at, early.hours) * (at - from) +
      apart(pair, at, to, late.hours) * (to - at)) /
    (to - from);
  return {
    hours: early.hours,
    since: { at, hours: late.hours },
    before: whole.before,
    after,
    worst: whole.worst,
  };
}

/** Whether the shift takes enough of the difference away to be one. */
export function isMoved({ hours, since, before, after }: MovedHours): boolean {
  return (hours !== 0 || since !== null) && after <= MOST_LEFT * before;
}

/** The ad server's hours as Monetize would write them. */
export function writtenAnew(pair: Pair, { hours, since }: MovedHours): Pair {
  return {
    ...pair,
    thirdParty: pair.thirdParty.map((_, at) =>
      hourAt(pair, at, since && at >= since.at ? since.hours : hours),
    ),
  };
}

function bestIn(pair: Pair, from: number, to: number) {
  const before = apart(pair, from, to, 0);
  let best = { hours: 0, before, after: before, worst: before };
  let worst = before;
  for (let hours = -MOST_HOURS; hours <= MOST_HOURS; hours += 1) {
    const after = apart(pair, from, to, hours);
    worst = Math.max(worst, after);
    if (after < best.after) best = { hours, before, after, worst };
  }
  for (const half of [best.hours - 0.5, best.hours + 0.5]) {
    const after = apart(pair, from, to, half);
    if (after < HALF_MUST_BE * best.after) best = { hours: half, before, after, worst };
  }
  return { ...best, worst };
}

/** Differences of the shape in these hours, as a share of what was counted in them. */
function apart(pair: Pair, from: number, to: number, hours: number): number {
  let counted = 0;
  let thirdParty = 0;
  // Walked through twice and nothing kept: there are thousands of hours, and forty shifts.
  for (let at = from; at < to; at += 1) {
    const one = pair.counted[at] ?? null;
    const other = hourAt(pair, at, hours);
    if (one === null || other === null) continue;
    counted += one;
    thirdParty += other;
  }
  if (counted === 0 || thirdParty === 0) return 1;
  const ratio = counted / thirdParty;
  let whole = 0;
  for (let at = from; at < to; at += 1) {
    const one = pair.counted[at] ?? null;
    const other = hourAt(pair, at, hours);
    if (one !== null && other !== null) whole += Math.abs(one - ratio * other);
  }
  return whole / counted;
}

/** The midnight at which the shift changes with the least left. */
function changeBetween(pair: Pair, from: number, to: number, early: number, late: number): number {
  const off = (at: number, hours: number) =>
    Math.abs((pair.counted[at] ?? 0) - (hourAt(pair, at, hours) ?? 0));
  let gain = 0;
  let best = { at: from, gain: 0 };
  for (let at = from; at < to; at += 1) {
    if ((pair.first + at) % 24 === 0 && gain > best.gain) best = { at, gain };
    gain += off(at, late) - off(at, early);
  }
  return best.at;
}

function hourAt(pair: Pair, at: number, hours: number): number | null {
  const one = pair.thirdParty[at - Math.floor(hours)] ?? null;
  if (Number.isInteger(hours)) return one;
  const other = pair.thirdParty[at - Math.ceil(hours)] ?? null;
  return one === null || other === null ? null : (one + other) / 2;
}
