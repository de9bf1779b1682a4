import { pointsOf } from './curves';
import { isWithin, NOISE } from './difference';
import { notSeen, SURE, type Case, type Look } from './look';
import { ratioOf } from './ratio';

/** A steady share that is missing, no greater than the share of visitors whose browser blocks the pixel. */
export function lookAtProtection({ curves, facts, options }: Case): Look<'tracking-protection'> {
  const pair = curves.days;
  const whole = ratioOf(pointsOf(pair));
  if (!whole) return notSeen('cannot-tell', {});
  const share = 1 - whole.ratio;
  // Who is blocked is missing at Monetize, and never too much there.
  if (share <= -NOISE * whole.error) return notSeen('ruled-out', {});
  const most = facts.protectedShare;
  if (!(most > 0 && most < 1)) return notSeen('cannot-tell', {});
  const { stopped } = facts;
  const evidence = { share, most, ...(stopped > 0 && { stopped }) };
  if (share - NOISE * whole.error > most)
    return { ...notSeen('not-ruled-out', evidence), residual: (share - most) / share };
  const less = {
    ...pair,
    thirdParty: pair.thirdParty.map((count) => (count === null ? null : count * whole.ratio)),
  };
  const isSteady = isWithin(less, options.threshold, 2 * options.threshold);
  // It lies below the bound, and above none, by more than the days scatter.
  const isBetween = share + 2 * whole.error <= most && share > NOISE * whole.error;
  if (share <= options.threshold || !isBetween || !isSteady)
    return notSeen('not-ruled-out', evidence);
  return {
    kind: 'seen',
    sure: SURE.possible,
    evidence,
    left: { days: less, hours: null },
  };
}
