import type { CountedTracker } from '@/lib/core/report/counted-tracker';
import type { PlacementMatch } from '@/lib/core/report/reconcile/match';
import { FEWEST_IMPRESSIONS, reconcile, THRESHOLDS } from '@/lib/core/report/reconcile/reconcile';

import { leastOfBoth } from './measure.ts';
import type { Row } from './row.ts';

const TRACKERS = 100;
const DAYS = 400;
const FIRST = '2025-10-01';
const TUPLE = { lineItemId: 1, publisherId: 2, placementId: 0, paymentRuleId: 0 };

/** What a bare loop keeps of a day. */
interface Sums {
  counted: number;
  thirdParty: number;
}

/** Trackers of more than a year, reconciled, against a bare loop that sums both sides per tracker and day. */
export function benchReconcile(): readonly Row[] {
  const counts = (factor: number, tracker: number) =>
    Array.from({ length: DAYS }, (_, day) => Math.round(factor * (2000 + ((tracker * day) % 997))));
  const sides = Array.from({ length: TRACKERS }, (_, tracker) => ({
    counted: counts(0.9, tracker),
    thirdParty: counts(1, tracker),
  }));
  const counted = sides.map((side, at): CountedTracker => ({
    trackerIds: [at + 1],
    tuple: TUPLE,
    impressions: { by: 'day', first: FIRST, counts: side.counted },
  }));
  const matches = sides.map((side, at): PlacementMatch => ({
    kind: 'matched',
    at: {
      placement: `Placement ${at}`,
      placementId: String(at),
      impressions: { by: 'day', first: FIRST, counts: side.thirdParty },
    },
    trackerId: at + 1,
    by: 'sheet-id',
  }));
  const bare = () =>
    sides.map((side) => {
      const days: Sums[] = [];
      for (let day = 0; day < DAYS; day += 1) {
        days.push({ counted: side.counted[day] ?? 0, thirdParty: side.thirdParty[day] ?? 0 });
      }
      let [ours, theirs] = [0, 0];
      for (const sums of days) {
        ours += sums.counted;
        theirs += sums.thirdParty;
      }
      return { days, ours, theirs };
    });
  const bounds = { threshold: THRESHOLDS.usual, fewest: FEWEST_IMPRESSIONS };
  const { one, other } = leastOfBoth(() => reconcile(counted, matches, bounds), bare, 20);
  return [
    {
      what: `${TRACKERS} trackers of ${DAYS} days, reconciled`,
      value: one,
      baseline: 'a bare loop that sums both, per tracker and day',
      base: other,
      limit: 5,
    },
  ];
}
