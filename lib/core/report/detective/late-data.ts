import { periodOf } from '../period-count';
import { pointsOf, sum, without } from './curves';
import { dayIn } from './day-number';
import { NOISE } from './difference';
import { notSeen, SURE, type Case, type Look } from './look';
import { errorOfSome } from './ratio';
import { usualRatio } from './usual-ratio';

/** The last days were asked for before Monetize had counted them whole. */
export function lookAtLateData({ curves, facts }: Case): Look<'late-data'> {
  const from = facts.closedUntil === null ? null : dayIn(facts.closedUntil, facts.countedZone);
  if (from === null) return notSeen('cannot-tell', {});
  const pair = curves.days;
  const points = pointsOf(pair);
  const late = points.filter(({ at }) => pair.first + at >= from);
  const before = points.filter(({ at }) => pair.first + at < from);
  const thirdParty = sum(late.map((point) => point.thirdParty));
  const missing = usualRatio(before) * thirdParty - sum(late.map(({ counted }) => counted));
  if (late.length === 0 || missing <= 0) return notSeen('ruled-out', {});
  const isByChance = missing <= NOISE * thirdParty * errorOfSome(before, late);
  if (isByChance) return notSeen('not-ruled-out', {});
  return {
    kind: 'seen',
    sure: SURE.known,
    evidence: {
      days: late.map(({ at }) => periodOf(pair.first + at, 'day')),
      missing: Math.round(missing),
    },
    left: { days: without(pair, new Set(late.map(({ at }) => at))), hours: curves.hours },
  };
}
