import { pointsOf, type Pair, type Point } from './curves';
import type { Side } from '../evidence';
import { NOISE, noiseOf } from './difference';
import { usualRatio } from './usual-ratio';

/** Days in a row on which one side counted none, or next to none, while the other did. */
export interface SilentRun {
  readonly missing: Side;
  /** The first day and the last of silence, as places in the pair. */
  readonly from: number;
  readonly to: number;
  /** These, and the days beside them that were counted in part. */
  readonly days: readonly number[];
  /** Nothing at all was counted before it by who is silent; or after it. */
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

/** So many impressions have to be missing: none where twenty are expected is no chance (e⁻²⁰). */
const ENOUGH = 20;
/** So small a share of what is expected is as none. */
const NEXT_TO_NONE = 0.01;

export function silentRuns(pair: Pair): readonly SilentRun[] {
  const points = pointsOf(pair).filter((point) => Math.max(point.counted, point.thirdParty) > 0);
  const usual = usualRatio(points);
  const kinds = points.map((point) => silentSide(point, usual));
  const runs: SilentRun[] = [];
  for (let start = 0; start < points.length; start += 1) {
    const missing = kinds[start] ?? null;
    if (missing === null || kinds[start - 1] === missing) continue;
    let end = start;
    while (kinds[end + 1] === missing) end += 1;
    const beside = [start - 1, end + 1].filter((index) => isPart(points[index], missing, usual));
    const inside = points.slice(start, end + 1).map(({ at }) => at);
    const days = [...inside, ...beside.flatMap((index) => points[index]?.at ?? [])];
    runs.push({
      missing,
      from: points[start]?.at ?? 0,
      to: points[end]?.at ?? 0,
      days,
      isStart: start === 0,
      isEnd: end === points.length - 1,
    });
  }
  return runs;
}

function silentSide({ counted, thirdParty }: Point, usual: number): Side | null {
  const expected = usual * thirdParty;
  if (expected >= ENOUGH && counted <= NEXT_TO_NONE * expected) return 'monetize';
  if (counted >= ENOUGH * Math.max(1, usual) && expected <= NEXT_TO_NONE * counted)
    return 'ad-server';
  return null;
}

/** Less than usual by more than noise, on the side that is silent beside it. */
function isPart(point: Point | undefined, missing: Side, usual: number): boolean {
  if (!point) return false;
  const less = usual * point.thirdParty - point.counted;
  return (missing === 'monetize' ? less : -less) > NOISE * noiseOf(point);
}
