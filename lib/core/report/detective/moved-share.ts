import { leastOf } from '../../base/long-lists';
import { pointsOf, sum, type Pair, type Point } from './curves';
import { fit, fitsWithout, type Fit, type FitRow } from './fit';

/** How much of each day stands on another one in Monetize's curve. */
export interface Moved {
  /** The share of a day that stands on the next; below 0 on the day before. */
  readonly share: number;
  /** One standard error of it. */
  readonly error: number;
  /** More than noise, and by no single day. */
  readonly isSure: boolean;
  /** Differences of the shape as shares of what was counted, before it is taken into account and after. */
  readonly before: number;
  readonly after: number;
}

/** As many as have their neighbours; with fewer the four figures of the fit are not known well enough. */
const FEWEST_DAYS = 10;
const COLUMNS = 4;

/**
 * A day at Monetize is `ratio · ((1 − share) · this day + share · the day before)` of the ad server's. What tells a
 * shift from noise is that it goes one way: the noise of the ad server's own counts makes both neighbours look alike
 * (`bend`), so only their difference (`slope`) is evidence. A level takes up what grows with the campaign.
 */
export function movedShare(pair: Pair): Moved | null {
  const days = innerDays(pair);
  const moved = sharedOf(days);
  if (!moved || moved.isSure || moved.oddOne === null) return moved;
  // One day that has a cause of its own would hide the shift of all others.
  return sharedOf(days.filter((_, index) => index !== moved.oddOne)) ?? moved;
}

function sharedOf(inner: readonly InnerDay[]): (Moved & { oddOne: number | null }) | null {
  if (inner.length < FEWEST_DAYS) return null;
  const thirdParty = sum(inner.map((day) => day.thirdParty));
  const ratio = sum(inner.map((day) => day.counted)) / thirdParty;
  const level = thirdParty / inner.length;
  const rows: FitRow[] = inner.map((day) => ({
    y: day.counted,
    x: [
      day.thirdParty,
      (day.before - day.after) / 2,
      (day.before + day.after) / 2 - day.thirdParty,
      level,
    ],
    weight: 1 / (ratio * (1 + ratio) * day.thirdParty),
  }));
  const whole = fit(rows);
  if (!whole) return null;
  const found = shareOf(whole, inner.length);
  const needed = 4 + 20 / (inner.length - COLUMNS);
  const withoutOne = fitsWithout(rows, whole);
  const isSure =
    found.deviations > needed &&
    withoutOne.every(
      (one) => one !== null && shareOf(one, inner.length - 1).deviations > 0.7 * needed,
    );
  const left = withoutOne.map((one) => one?.left ?? whole.left);
  const odd = left.indexOf(leastOf(left));
  const apart = (of: (day: InnerDay) => number) =>
    sum(inner.map((day) => Math.abs(day.counted - ratio * of(day)))) / (ratio * thirdParty);
  return {
    ...found,
    isSure,
    before: apart((day) => day.thirdParty),
    after: apart((day) => mixed(day, found.share)),
    oddOne: (left[odd] ?? 0) < whole.left / 2 ? odd : null,
  };
}

/** The ad server's days as Monetize would cut them; the first or last, whose neighbour is not known, is not known. */
export function cutAnew(pair: Pair, share: number): Pair {
  return {
    ...pair,
    thirdParty: pair.thirdParty.map((count, index) => {
      const beside = pair.thirdParty[share > 0 ? index - 1 : index + 1] ?? null;
      if (count === null || beside === null) return null;
      return (1 - Math.abs(share)) * count + Math.abs(share) * beside;
    }),
  };
}

interface InnerDay extends Point {
  readonly before: number;
  readonly after: number;
}

/** Days on which both counted some, as they did on the days beside. */
function innerDays(pair: Pair): readonly InnerDay[] {
  const points = new Map(
    pointsOf(pair).flatMap((point) =>
      point.counted > 0 && point.thirdParty > 0 ? [[point.at, point] as const] : [],
    ),
  );
  return [...points.values()].flatMap((point) => {
    const [before, after] = [points.get(point.at - 1), points.get(point.at + 1)];
    return before && after
      ? [{ ...point, before: before.thirdParty, after: after.thirdParty }]
      : [];
  });
}

function shareOf({ values, errors, left }: Fit, days: number) {
  const [ratio = 0, slope = 0] = values;
  const dispersion = Math.max(1, left / (days - COLUMNS));
  const error = (errors[1] ?? 0) * Math.sqrt(dispersion);
  const scale = Math.max(Math.abs(ratio), 1e-6);
  return {
    share: Math.min(1, Math.max(-1, slope / scale)),
    error: error / scale,
    deviations: error > 0 ? Math.abs(slope) / error : 0,
  };
}

function mixed(day: InnerDay, share: number): number {
  const beside = share > 0 ? day.before : day.after;
  return (1 - Math.abs(share)) * day.thirdParty + Math.abs(share) * beside;
}
