import { periodOf } from '../period-count';
import { pointsOf, sum, type Pair, type Point } from './curves';
import { NOISE, noiseOf } from './difference';
import { ratioOf, type Ratio } from './ratio';
import { notSeen, SURE, type Case, type Look } from './look';

/** The ratio lies between these with all that noise can do to it: 1.8 is no 2. */
const LEAST = 1.85;
const MOST = 2.15;
/** Outside of the days on which it fired twice the ratio is about one. */
const ONCE = [0.75, 1.25] as const;
const FEWEST_DAYS = 3;
/** From so many firings per view on a verification saw it twice; up to so many, once. */
const SEEN_TWICE = 1.5;
const SEEN_ONCE = 1.1;

/** Each impression is counted twice by Monetize: a ratio of two, on all days or on those in a row. */
export function lookAtFiredTwice({ curves, facts }: Case): Look<'fired-twice'> {
  const pair = curves.days;
  const points = pointsOf(pair).filter(({ thirdParty }) => thirdParty > 0);
  const views = sum(facts.seen.map((one) => one.views));
  const firings = sum(facts.seen.map((one) => one.firings));
  const seen = views > 0 ? { firings, views } : {};
  const all = ratioOf(points);
  if (points.length < FEWEST_DAYS || !all) return notSeen('cannot-tell', seen);
  const perView = views > 0 ? firings / views : null;
  const run = runOfTwice(points);
  if (!run || (perView !== null && perView < SEEN_ONCE)) {
    const isFar = all.ratio + NOISE * all.error < LEAST;
    const isRuledOut = !run && isFar && (perView === null || perView < SEEN_ONCE);
    return notSeen(isRuledOut ? 'ruled-out' : 'not-ruled-out', { ratio: all.ratio, ...seen });
  }
  const isSeen = perView !== null && perView >= SEEN_TWICE;
  const [first = 0, last = 0] = [run.points[0]?.at, run.points.at(-1)?.at];
  const days =
    run.points.length === points.length
      ? {}
      : { first: periodOf(pair.first + first, 'day'), last: periodOf(pair.first + last, 'day') };
  return {
    kind: 'seen',
    sure: isSeen ? SURE.known : SURE.figures,
    evidence: { ratio: run.ratio, ...days, ...seen },
    left: { days: halved(pair, new Set(run.points.map(({ at }) => at))), hours: null },
  };
}

function isTwice({ ratio, error }: Ratio): boolean {
  return ratio - 2 * error > LEAST && ratio + 2 * error < MOST;
}

/** All days, or the longest row of days at the start or the end, with the others about once. */
function runOfTwice(points: readonly Point[]): ({ points: readonly Point[] } & Ratio) | null {
  const like = points.map((point) => isLikeTwice(point));
  if (like.filter(Boolean).length >= 0.9 * points.length) {
    const ratio = ratioOf(points);
    return ratio && isTwice(ratio) ? { points, ...ratio } : null;
  }
  const lead = like.findIndex((is) => !is);
  const tail = like.findLastIndex((is) => !is) + 1;
  const isTail = points.length - tail > lead;
  const run = isTail ? points.slice(tail) : points.slice(0, lead);
  const ratio = ratioOf(run);
  const rest = ratioOf(isTail ? points.slice(0, tail) : points.slice(lead));
  if (run.length < FEWEST_DAYS || !ratio || !rest || !isTwice(ratio)) return null;
  return rest.ratio > ONCE[0] && rest.ratio < ONCE[1] ? { points: run, ...ratio } : null;
}

function isLikeTwice(point: Point): boolean {
  const off = Math.abs(point.counted - 2 * point.thirdParty);
  const doubled = { counted: point.counted, thirdParty: 4 * point.thirdParty };
  return (
    off <= 0.3 * point.thirdParty + NOISE * noiseOf(doubled) &&
    point.counted > 1.4 * point.thirdParty
  );
}

function halved(pair: Pair, days: ReadonlySet<number>): Pair {
  return {
    ...pair,
    counted: pair.counted.map((count, at) => (count !== null && days.has(at) ? count / 2 : count)),
  };
}
