import type { Evidence } from '../evidence';
import { periodOf } from '../period-count';
import { daysOfHours, pointsOf, type Pair } from './curves';
import { hoursApart } from './day-number';
import { notSeen, SURE, type Case, type Look } from './look';
import { isMoved, movedHours, writtenAnew } from './moved-hours';
import { cutAnew, type Moved, movedShare } from './moved-share';

/** Of the differences of the shape so much is gone with a shift. */
const MOST_LEFT = 0.7;
/** The same of shares the other way round: they are asked for only where the first were none, and have to fit better. */
const MOST_LEFT_BACK = 0.3;
/** Of a share below that nothing has to be said; known with this error it is ruled out. */
const SMALL = 0.1;

/** The two sides cut their days in different time zones. */
export function lookAtTimeZone(found: Case): Look<'time-zone'> {
  const { curves } = found;
  const zones = zonesOf(found);
  const byHours = curves.hours && movedHours(curves.hours);
  if (curves.hours && byHours) {
    const { hours, since, before, after } = byHours;
    if (!isMoved(byHours)) {
      // Where another shift would be as good as none, the hours have no shape that could tell.
      return notSeen(before < MOST_LEFT * byHours.worst ? 'ruled-out' : 'cannot-tell', zones);
    }
    const moved = writtenAnew(curves.hours, byHours);
    const changed = since
      ? {
          hoursThen: since.hours,
          changedOn: periodOf(Math.floor((curves.hours.first + since.at) / 24), 'day'),
        }
      : {};
    return {
      kind: 'seen',
      sure: isNamed(zones, hours) ? SURE.known : SURE.figures,
      evidence: { hours, ...changed, before, after, ...zones },
      left: { days: daysOfHours(moved), hours: moved },
      isOfShape: true,
    };
  }
  const byDays = movedShare(curves.days);
  const reverse = movedBack(curves.days, byDays);
  if (reverse) {
    const { share, before, after, left } = reverse;
    return {
      kind: 'seen',
      sure: isNamed(zones, share) ? SURE.known : SURE.figures,
      evidence: { share, before, after, ...zones },
      left: { days: left, hours: null },
      isOfShape: true,
    };
  }
  if (!byDays) return notSeen(zones.zoneHours ? 'not-ruled-out' : 'cannot-tell', zones);
  const { share, error, isSure, before, after } = byDays;
  if (!isSure || after > MOST_LEFT * before) {
    const most = Math.abs(share) + 3 * error;
    if (!isSure && most < SMALL) return notSeen('ruled-out', { most, ...zones });
    return notSeen(isSure || zones.zoneHours ? 'not-ruled-out' : 'cannot-tell', zones);
  }
  return {
    kind: 'seen',
    sure: isNamed(zones, share) ? SURE.known : SURE.figures,
    evidence: { share, before, after, ...zones },
    left: { days: cutAnew(curves.days, share), hours: null },
    isOfShape: true,
  };
}

/**
 * Where it is the ad server that cuts across what goes by Monetize's days, its days are shares of those, and not the other
 * way round. Asked only where the days moved for sure, and are no shares of the ad server's; `null` where they are neither.
 */
function movedBack(pair: Pair, byDays: Moved | null) {
  if (!byDays?.isSure || byDays.after <= MOST_LEFT * byDays.before) return null;
  const swapped = { ...pair, counted: pair.thirdParty, thirdParty: pair.counted };
  const back = movedShare(swapped);
  const isSame = back !== null && back.share * byDays.share < 0;
  if (!isSame || !back.isSure || back.after > MOST_LEFT_BACK * back.before) return null;
  const { thirdParty: counted } = cutAnew(swapped, back.share);
  return { ...back, share: -back.share, left: { ...pair, counted } };
}

type Zones = Pick<Evidence['time-zone'], 'zoneHours' | 'zoneHoursLast'>;

/** How far the names of the zones are apart on the first day and on the last, where both are named. */
function zonesOf({ curves, facts }: Case): Zones {
  const points = pointsOf(curves.days);
  const [first, last] = [points[0], points.at(-1)];
  const there = facts.thirdPartyZone;
  if (!first || !last || there === null) return {};
  const apart = (at: number) => hoursApart(curves.days.first + at, facts.countedZone, there);
  const [zoneHours, zoneHoursLast] = [apart(first.at), apart(last.at)];
  if (zoneHours === null || zoneHoursLast === null) return {};
  return zoneHours === zoneHoursLast ? { zoneHours } : { zoneHours, zoneHoursLast };
}

/** The names of the zones tell the same way, and by hours the same number. */
function isNamed({ zoneHours = 0, zoneHoursLast }: Zones, moved: number): boolean {
  if (!Number.isInteger(moved * 2)) return zoneHours * moved > 0;
  return moved === zoneHours || moved === zoneHoursLast;
}
