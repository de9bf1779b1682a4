import { numberOf } from '../period-count';
import type { Reconciled } from '../reconciled';
import type { ThirdPartyReport } from '../third-party';
import type { Tuple } from '../tuple';
import { isUtc } from './utc';

/** How far back a case may reach, in days (peers.md 8). */
export const CASE_DAYS = 90;

/**
 * What Microsoft asks for and a case has not (peers.md 8), in the order in which it is said.
 * - `not-over`: the difference is not over the threshold; `few`: too few impressions to judge
 * - `not-compared`: no day is known by both sides; `gaps`: some days are known by one side alone
 * - `too-old`: all days are over 90 days ago; `partly-old`: some are
 * - `counted-zone`, `third-party-zone`: a side is not in UTC; `zone-unknown`: the ad server's file does not say
 * - `one-of-several`: the report cannot tell which of several trackers it is
 * - `no-line-item`, `no-publisher`, `no-placement`: the report does not tell it
 * - `no-third-party-id`: the ad server's file has names alone
 * - `no-device`, `no-system`: it does not tell them either; `counted-device`: Monetize's report does not
 */
export const MISSING = [
  'not-compared',
  'few',
  'not-over',
  'too-old',
  'partly-old',
  'gaps',
  'counted-zone',
  'third-party-zone',
  'zone-unknown',
  'one-of-several',
  'no-line-item',
  'no-publisher',
  'no-placement',
  'no-third-party-id',
  'no-device',
  'no-system',
  'counted-device',
] as const;
export type MissingCode = (typeof MISSING)[number];

/** What is missing, of which trackers, and of how many days where it is of days. */
export interface Missing {
  readonly code: MissingCode;
  readonly trackerIds: readonly number[];
  readonly days: number | null;
}

/** One tracker of a case. */
export interface CaseTracker {
  readonly reconciled: Reconciled;
  /** As its report tells it; `null` where none tells of it. */
  readonly tuple: Tuple | null;
  /** The names of its trackers, in the order of their ids; `null` where one is not known. */
  readonly names: readonly (string | null)[];
  /** Of its ad server’s placements. */
  readonly placements: ThirdPartyReport['placements'];
}

export interface Case {
  readonly trackers: readonly CaseTracker[];
  /** As the service names it. */
  readonly countedZone: string;
  readonly thirdPartyZone: string | null;
  /** Per cent over which Microsoft looks into it. */
  readonly threshold: number;
  /** The day on which it is filed, `2026-11-12`. */
  readonly today: string;
}

/** What a case has not of what is asked for; nothing where it has all. */
export function missingForCase(filed: Case): readonly Missing[] {
  return MISSING.flatMap((code): readonly Missing[] => {
    if (code === 'counted-zone' || code === 'third-party-zone' || code === 'zone-unknown') {
      return zoneMissing(code, filed) ? [{ code, trackerIds: [], days: null }] : [];
    }
    const found = filed.trackers.flatMap((tracker) => {
      const lacks = lacking(code, tracker, filed);
      return lacks === false ? [] : [{ ids: tracker.reconciled.trackerIds, days: lacks }];
    });
    if (found.length === 0) return [];
    const days = found.reduce((sum, { days }) => sum + (days === true ? 0 : days), 0);
    const isOfDays = found.some(({ days }) => days !== true);
    const trackerIds = found.flatMap(({ ids }) => ids);
    return [{ code, trackerIds, days: isOfDays ? days : null }];
  });
}

function zoneMissing(code: MissingCode, { countedZone, thirdPartyZone }: Case): boolean {
  if (code === 'counted-zone') return !isUtc(countedZone);
  if (code === 'zone-unknown') return thirdPartyZone === null;
  return thirdPartyZone !== null && !isUtc(thirdPartyZone);
}

/** `false`: it is there. Else the days that it is about, or `true`. */
function lacking(
  code: MissingCode,
  { reconciled, tuple, placements }: CaseTracker,
  { threshold, today }: Case,
): number | boolean {
  const { whole, agreement, days } = reconciled;
  const isCompared = whole.counted !== null && whole.thirdParty !== null;
  const oldest = numberOf(today, 'day') - CASE_DAYS;
  const known = days.filter(({ difference }) => difference !== null);
  const old = known.filter(({ day }) => numberOf(day, 'day') < oldest).length;
  const segments = placements.flatMap((placement) => placement.segments ?? []);
  switch (code) {
    case 'not-compared':
      return !isCompared;
    case 'few':
      return agreement === 'few';
    case 'not-over':
      return isCompared && agreement !== 'few' && Math.abs(whole.percent ?? 0) <= threshold;
    case 'too-old':
      return old > 0 && old === known.length ? old : false;
    case 'partly-old':
      return old > 0 && old < known.length ? old : false;
    case 'gaps':
      return isCompared && known.length < days.length ? days.length - known.length : false;
    case 'one-of-several':
      return reconciled.trackerIds.length > 1;
    case 'no-line-item':
      return !tuple?.lineItemId;
    case 'no-publisher':
      return !tuple?.publisherId;
    case 'no-placement':
      return (tuple?.placementId ?? null) === null;
    case 'no-third-party-id':
      return placements.length === 0 || placements.some(({ placementId }) => placementId === null);
    case 'no-device':
      return !segments.some(({ device }) => device !== null);
    case 'no-system':
      return !segments.some(({ system }) => system !== null);
    case 'counted-device':
      return true;
    default:
      return false;
  }
}
