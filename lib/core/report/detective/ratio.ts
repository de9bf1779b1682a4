import { sum, type Point } from './curves';

/** Monetize's count for one of the ad server's, over some days. */
export interface Ratio {
  readonly ratio: number;
  /** One standard error, by how much the days scatter where they do more than Poisson counts. */
  readonly error: number;
}

/** `null` where the ad server counted none. */
export function ratioOf(points: readonly Point[]): Ratio | null {
  const thirdParty = sum(points.map((point) => point.thirdParty));
  const counted = sum(points.map((point) => point.counted));
  if (thirdParty === 0) return null;
  const ratio = counted / thirdParty;
  const scatter = points.map(
    (point) =>
      (point.counted - ratio * point.thirdParty) ** 2 /
      (Math.max(ratio, 0.1) * (1 + ratio) * Math.max(1, point.thirdParty)),
  );
  const dispersion = Math.max(1, sum(scatter) / Math.max(1, points.length - 1));
  return { ratio, error: Math.sqrt((dispersion * ratio * (1 + ratio)) / thirdParty) };
}

/** By how much the ratio of some days in a row may lie off by chance: as Poisson counts scatter, or as the days do. */
export function errorOfSome(all: readonly Point[], some: readonly Point[]): number {
  const ratio = ratioOf(all);
  const thirdParty = sum(some.map((point) => point.thirdParty));
  if (!ratio || thirdParty === 0) return Infinity;
  const apart = all.flatMap((point) =>
    point.thirdParty > 0 ? [(point.counted / point.thirdParty - ratio.ratio) ** 2] : [],
  );
  const byDays = sum(apart) / Math.max(1, apart.length - 1) / some.length;
  const byCounts = (ratio.ratio * (1 + ratio.ratio)) / thirdParty;
  return Math.sqrt(ratio.error ** 2 + Math.max(byDays, byCounts));
}
