import type { CountedTracker } from '../counted-tracker';
import { numberOf, periodOf } from '../period-count';
import type { Agreement, Compared, Reconciled, ReconciledDay } from '../reconciled';
import type { Series } from '../series';
import { byDay, NOTHING, sumSeries } from '../series-sums';
import type { ThirdPartyPlacement } from '../third-party';
import type { PlacementMatch } from './match';

/** What counts as agreeing. */
export interface Bounds {
  /** Per cent, either way, up to which two counts agree. */
  readonly threshold: number;
  /** Impressions by the ad server under which nothing is judged, of a day and of the whole. */
  readonly fewest: number;
}

/** Microsoft looks into what is over 10 %, 15 % on mobile; CM360 into nothing under 1,000 (peers.md 8). */
export const THRESHOLDS = { usual: 10, mobile: 15 } as const;
export const FEWEST_IMPRESSIONS = 1000;

/**
 * Each tracker, or one of several, as counted by Monetize and by the ad server: those that a report tells of, then those
 * that the ad server alone does. Hours are summed to days; each side has the days of its own time zone.
 */
export function reconcile(
  counted: readonly CountedTracker[],
  matches: readonly PlacementMatch[],
  bounds: Bounds,
): readonly Reconciled[] {
  const placements = new Map<number, ThirdPartyPlacement[]>();
  for (const match of matches) {
    if (match.kind !== 'matched') continue;
    const some = placements.get(match.trackerId);
    if (some) some.push(match.at);
    else placements.set(match.trackerId, [match.at]);
  }
  const days = createCalendar();
  const take = (trackerIds: readonly number[]) =>
    trackerIds.flatMap((id) => {
      const some = placements.get(id) ?? [];
      placements.delete(id);
      return some;
    });
  const both = counted.map(({ trackerIds, impressions }) =>
    compareTracker(trackerIds, byDay(impressions), take(trackerIds), bounds, days),
  );
  const rest = [...placements.keys()]
    .toSorted((a, b) => a - b)
    .map((id) => compareTracker([id], NOTHING, take([id]), bounds, days));
  return [...both, ...rest];
}

function compareTracker(
  trackerIds: readonly number[],
  counted: Series,
  placements: readonly ThirdPartyPlacement[],
  bounds: Bounds,
  daysOf: Calendar,
): Reconciled {
  const thirdParty = thirdPartyDays(placements);
  const [countedFrom, thirdFrom] = [startOf(counted), startOf(thirdParty)];
  const from = Math.min(countedFrom, thirdFrom);
  const to = Math.max(endOf(counted, countedFrom), endOf(thirdParty, thirdFrom));
  const days: ReconciledDay[] = [];
  let [sumCounted, sumThird, known] = [0, 0, 0];
  let worst: ReconciledDay | null = null;
  const [ours, theirs] = [counted.counts, thirdParty.counts];
  const names = from < to ? daysOf(from, to) : [];
  for (let at = from; at < to; at += 1) {
    const one = ours[at - countedFrom] ?? null;
    const other = theirs[at - thirdFrom] ?? null;
    const day = {
      day: names[at - from] ?? '',
      counted: one,
      thirdParty: other,
      difference: differenceOf(one, other),
      percent: percentOf(one, other),
    };
    days.push(day);
    if (one === null || other === null) continue;
    sumCounted += one;
    sumThird += other;
    known += 1;
    if (other >= bounds.fewest && isWorse(day, worst)) worst = day;
  }
  const whole: Compared = known === 0 ? compare(null, null) : compare(sumCounted, sumThird);
  return {
    trackerIds,
    placements: placements.map(({ placement }) => placement),
    counted,
    thirdParty,
    days,
    whole,
    worst,
    agreement: agreementOf(whole, bounds),
  };
}

function thirdPartyDays(placements: readonly ThirdPartyPlacement[]): Series {
  const [first, ...more] = placements.map(({ impressions }) => byDay(impressions));
  if (!first) return NOTHING;
  return more.length === 0 ? first : sumSeries([first, ...more], 'day');
}

/** Two counts, their difference, and the per cent as Microsoft defines it. */
export function compare(counted: number | null, thirdParty: number | null): Compared {
  return {
    counted,
    thirdParty,
    difference: differenceOf(counted, thirdParty),
    percent: percentOf(counted, thirdParty),
  };
}

function differenceOf(counted: number | null, thirdParty: number | null): number | null {
  return counted === null || thirdParty === null ? null : thirdParty - counted;
}

function percentOf(counted: number | null, thirdParty: number | null): number | null {
  if (counted === null || thirdParty === null || thirdParty === 0) return null;
  // (1 − counted ÷ third party) × 100, in an order that keeps 15 % of a thousand at 15.
  return ((thirdParty - counted) * 100) / thirdParty;
}

function isWorse({ percent }: Compared, than: Compared | null): boolean {
  if (percent === null) return false;
  return than === null || Math.abs(percent) > Math.abs(than.percent ?? 0);
}

/** What a whole adds up to. */
export function agreementOf({ thirdParty, percent }: Compared, bounds: Bounds): Agreement {
  if (thirdParty === null) return 'unknown';
  if (thirdParty < bounds.fewest || percent === null) return 'few';
  return Math.abs(percent) > bounds.threshold ? 'over' : 'agrees';
}

const startOf = ({ first, counts }: Series) =>
  counts.length > 0 ? numberOf(first, 'day') : Infinity;
const endOf = ({ counts }: Series, start: number) =>
  counts.length > 0 ? start + counts.length : -Infinity;

type Calendar = (from: number, to: number) => readonly string[];

/** The days of a span, made once for all trackers that have it. */
function createCalendar(): Calendar {
  const known = new Map<string, readonly string[]>();
  return (from, to) => {
    const key = `${from} ${to}`;
    let days = known.get(key);
    if (!days) {
      days = Array.from({ length: to - from }, (_, at) => periodOf(from + at, 'day'));
      known.set(key, days);
    }
    return days;
  };
}
