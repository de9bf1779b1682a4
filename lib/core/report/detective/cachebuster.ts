import type { CaseFacts } from '../cause';
import type { Evidence } from '../evidence';
import { pointsOf, sum, type Pair, type Point } from './curves';
import { fit, type FitRow } from './fit';
import { notSeen, SURE, type Case, type Look } from './look';

const FEWEST_DAYS = 10;
/** On a small day a ratio scatters too far for its logarithm. */
const ENOUGH_A_DAY = 20;
/** The ratio falls by at least that much where the traffic doubles. */
const LEAST_CHANGE = 0.04;

/** Browsers keep the answer of an address that does not change: the more often it is asked for, the less is counted. */
export function lookAtCachebuster({ curves, facts }: Case): Look<'cachebuster'> {
  const known = whatIsKnown(facts);
  const falling = fallingRatio(curves.days, known.isBroken);
  if (!known.isBroken) {
    if (known.isGood) return notSeen('ruled-out', known.evidence);
    if (!falling) return notSeen('cannot-tell', {});
    return notSeen('not-ruled-out', falling.isSure ? { change: falling.change } : {});
  }
  if (!falling?.isSure) return notSeen('not-ruled-out', known.evidence);
  return {
    kind: 'seen',
    sure: SURE.known,
    evidence: { change: falling.change, ...known.evidence },
    left: { days: falling.left, hours: null },
  };
}

/** What tag and verifications tell; `isGood` only where a verification saw it change and nothing says otherwise. */
function whatIsKnown({ tagCachebuster, seen }: CaseFacts) {
  const evidence: Evidence['cachebuster'] = {};
  if (tagCachebuster === 'constant' || tagCachebuster === 'missing') evidence.tag = tagCachebuster;
  for (const { cachebuster } of seen) {
    if (cachebuster !== null && cachebuster !== 'changes') evidence.seen ??= cachebuster;
  }
  const isBroken = evidence.tag !== undefined || evidence.seen !== undefined;
  const isGood = !isBroken && seen.some(({ cachebuster }) => cachebuster === 'changes');
  return { evidence, isBroken, isGood };
}

interface Falling {
  readonly change: number;
  readonly isSure: boolean;
  readonly left: Pair;
}

/**
 * Whether the ratio falls as traffic grows, by a line through the logarithms. A day's own count stands in its ratio, too,
 * so that noise alone would make it fall: by that much (`byNoise`) it may, and more. Without a fact what comes with time
 * is no evidence: a campaign that grows while its ratio falls for another reason looks the same.
 */
function fallingRatio(pair: Pair, isKnownBroken: boolean): Falling | null {
  const days = pointsOf(pair).filter(
    ({ counted, thirdParty }) => counted >= ENOUGH_A_DAY && thirdParty >= ENOUGH_A_DAY,
  );
  if (days.length < FEWEST_DAYS) return null;
  const rows: FitRow[] = days.map(({ at, counted, thirdParty }) => {
    const along = isKnownBroken ? [] : [at / pair.counted.length];
    return {
      y: Math.log(counted / thirdParty),
      x: [1, Math.log(thirdParty), ...along],
      weight: 1 / (1 / counted + 1 / thirdParty),
    };
  });
  const found = fit(rows);
  if (!found) return null;
  const freedom = rows.length - found.values.length;
  const dispersion = Math.max(1, found.left / freedom);
  const [, exponent = 0] = found.values;
  const [, error = 0] = found.errors;
  const byNoise = rows.length * dispersion * error ** 2;
  const isBeyond = -exponent - byNoise > (4 + 20 / freedom) * Math.sqrt(dispersion) * error;
  const change = 2 ** exponent - 1;
  return {
    change,
    isSure: isBeyond && change <= -LEAST_CHANGE,
    left: asCached(pair, exponent, days),
  };
}

/** The ad server's counts as they would be with such a cache. */
function asCached(pair: Pair, exponent: number, days: readonly Point[]): Pair {
  const cached = (count: number) => count * Math.max(1, count) ** exponent;
  const scale =
    sum(days.map(({ counted }) => counted)) / sum(days.map((day) => cached(day.thirdParty)));
  return {
    ...pair,
    thirdParty: pair.thirdParty.map((count) => (count === null ? null : scale * cached(count))),
  };
}
