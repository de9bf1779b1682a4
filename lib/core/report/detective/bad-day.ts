import { periodOf } from '../period-count';
import { pointsOf, sum, without, type Point } from './curves';
import { notSeen, SURE, type Case, type Look } from './look';
import { usualRatio } from './usual-ratio';

const FEWEST_DAYS = 7;
/** Less than that is a day like others. */
const LEAST_EFFECT = 0.25;

/** One day on which the ratio is quite another, while no other day comes near it. */
export function lookAtBadDay({ curves }: Case): Look<'bad-day'> {
  const pair = curves.days;
  const points = pointsOf(pair).filter((point) => point.thirdParty + point.counted > 0);
  if (points.length < FEWEST_DAYS) return notSeen('cannot-tell', {});
  const usual = Math.max(usualRatio(points), 0.01);
  const ordered = points
    .map((point) => ({ point, ...offBy(point, usual) }))
    .toSorted((a, b) => b.deviations - a.deviations);
  const [worst, second] = ordered;
  if (!worst || !second) return notSeen('cannot-tell', {});
  const others = ordered.slice(1);
  const freedom = others.length - 1;
  // Measured twice, as chance may scatter like Poisson counts or like a factor, which weighs most on great days.
  const needed = 5 + 40 / freedom;
  const scatterOf = (values: readonly number[]) =>
    Math.sqrt(sum(values.map((value) => value ** 2)) / freedom);
  const isFar =
    worst.deviations > needed * Math.max(1, scatterOf(others.map((one) => one.deviations))) &&
    worst.factor > needed * scatterOf(others.map((one) => one.factor));
  const isAlone = second.effect <= worst.effect / 2 && second.deviations <= worst.deviations / 2;
  if (!isFar || !isAlone || worst.effect < LEAST_EFFECT) {
    const couldBeTold = ordered.every((one) => one.effect < LEAST_EFFECT);
    return notSeen(couldBeTold ? 'ruled-out' : 'not-ruled-out', {});
  }
  const { at, counted, thirdParty } = worst.point;
  return {
    kind: 'seen',
    sure: SURE.figures,
    evidence: {
      day: periodOf(pair.first + at, 'day'),
      // What those before it have left may be parts of impressions.
      counted: Math.round(counted),
      thirdParty: Math.round(thirdParty),
      usual,
    },
    left: { days: without(pair, new Set([at])), hours: curves.hours },
  };
}

/** How far a day lies from the usual: in standard deviations of Poisson counts, as a share of what is expected, as a logarithm. */
function offBy({ counted, thirdParty }: Point, usual: number) {
  const expected = Math.max(1, usual * thirdParty);
  const off = Math.abs(counted - usual * thirdParty);
  return {
    deviations: off / Math.sqrt(expected * (1 + usual)),
    effect: off / expected,
    factor: Math.abs(Math.log((counted + 1) / (expected + 1))),
  };
}
