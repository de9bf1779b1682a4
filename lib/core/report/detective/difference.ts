import { median, pointsOf, sum, type Pair, type Point } from './curves';
import { usualRatio } from './usual-ratio';

/** So many standard deviations of a Poisson count are noise and no remark. */
export const NOISE = 3.5;

export interface Difference {
  /** What the ad server counted, over the days that both know. */
  readonly thirdParty: number;
  readonly counted: number;
  /** The differences of all days, each without its sign and without what chance alone is likely to make. */
  readonly all: number;
}

/** How far the two curves are apart. */
export function differenceOf(pair: Pair): Difference {
  const points = pointsOf(pair);
  return {
    thirdParty: sum(points.map((point) => point.thirdParty)),
    counted: sum(points.map((point) => point.counted)),
    all: sum(
      points.map((point) =>
        Math.max(0, Math.abs(point.thirdParty - point.counted) - noiseOf(point)),
      ),
    ),
  };
}

/** How far two counts of the same may lie apart by chance, in one standard deviation. */
export function noiseOf(point: Pick<Point, 'counted' | 'thirdParty'>): number {
  return Math.sqrt(point.counted + point.thirdParty);
}

/**
 * Whether nothing is left to explain: the whole lies within the threshold, and no day beyond `daily` of what was
 * counted there by more than noise.
 */
export function isWithin(pair: Pair, threshold: number, daily: number): boolean {
  const { counted, thirdParty } = differenceOf(pair);
  if (Math.abs(thirdParty - counted) > threshold * thirdParty) return false;
  return pointsOf(pair).every(
    (point) =>
      Math.abs(point.thirdParty - point.counted) <=
      daily * point.thirdParty + NOISE * noiseOf(point),
  );
}

/**
 * Whether enough is explained: as `isWithin`, but a day may lie off by more, as causes are taken into account only
 * nearly, and by how much the days of this tracker usually scatter. What is usual is told by the middle of all days,
 * so that days with a cause of their own do not count.
 */
export function isExplained(pair: Pair, threshold: number): boolean {
  const points = pointsOf(pair).filter(({ thirdParty }) => thirdParty > 0);
  const usual = usualRatio(points);
  const apart = points.map((point) => Math.abs(point.counted / point.thirdParty - usual));
  const noise = points.map((point) => noiseOf(point) / point.thirdParty);
  const beyondNoise = (TO_DEVIATION * median(apart, 0)) ** 2 - median(noise, 0) ** 2;
  const scatter = Math.min(threshold, Math.sqrt(Math.max(0, beyondNoise)));
  return isWithin(pair, threshold, 2 * threshold + 2 * scatter);
}

/** The middle of the distances, to a standard deviation. */
const TO_DEVIATION = 1.48;
