import { median, type Point } from './curves';

/** Monetize's count for one of the ad server's on a usual day: the middle of all days that have both. */
export function usualRatio(points: readonly Point[]): number {
  const both = points.filter(({ counted, thirdParty }) => counted > 0 && thirdParty > 0);
  return median(
    both.map(({ counted, thirdParty }) => counted / thirdParty),
    1,
  );
}
