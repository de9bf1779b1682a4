import type { InReports } from '../../tracker/same-in-reports';
import type { CountedTracker } from '../counted-tracker';
import type { Grain } from '../question';
import type { CountedTuple } from '../report';
import { sumSeries } from '../series-sums';
import type { Tuple } from '../tuple';

const FIELDS = ['lineItemId', 'publisherId', 'placementId', 'paymentRuleId'] as const;
type Told = Readonly<Record<(typeof FIELDS)[number], boolean>>;

/** A report’s rows by tracker. What fits none is kept as it is. */
export interface Joined {
  readonly counted: readonly CountedTracker[];
  readonly others: readonly CountedTuple[];
}

type JoinTracker = InReports & { readonly id: number };

/**
 * Joins the rows of a report to trackers by line item, publisher, placement and payment rule, as far as it tells them (api.md
 * 5.2). Trackers that it does not tell apart are one: _one of these_. What one row leaves open no row tells: the report is read as if
 * none told it, so that no count is of two groups.
 */
export function joinRows(
  rows: readonly CountedTuple[],
  by: Grain,
  trackers: readonly JoinTracker[],
): Joined {
  const told = toldBy(rows);
  const groups = new Map<string, { readonly ids: number[]; readonly rows: CountedTuple[] }>();
  for (const tracker of trackers) {
    const key = keyOf(tupleOf(tracker), told);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.ids.push(tracker.id);
    else groups.set(key, { ids: [tracker.id], rows: [] });
  }
  const others: CountedTuple[] = [];
  for (const row of rows) {
    const key = keyOf(row.tuple, told);
    const group = key === null ? undefined : groups.get(key);
    if (group) group.rows.push(row);
    else others.push(row);
  }
  const counted = [...groups.values()].flatMap(({ ids, rows: [first, ...more] }) => {
    if (!first) return [];
    const series = [first, ...more].map(({ impressions }) => impressions);
    return {
      trackerIds: ids.toSorted((a, b) => a - b),
      tuple: onlyTold(first.tuple, told),
      impressions: sumSeries(series, by),
    };
  });
  return { counted, others };
}

function toldBy(rows: readonly CountedTuple[]): Told {
  const isTold = (field: keyof Told) => rows.every(({ tuple }) => tuple[field] !== null);
  return {
    lineItemId: isTold('lineItemId'),
    publisherId: isTold('publisherId'),
    placementId: isTold('placementId'),
    paymentRuleId: isTold('paymentRuleId'),
  };
}

function tupleOf({ lineItem, publisher, placement, paymentRule }: InReports): Tuple {
  return {
    lineItemId: lineItem?.id ?? null,
    publisherId: publisher?.id ?? null,
    // A tracker without one is booked under 0 (api.md 5.2).
    placementId: placement?.id ?? 0,
    paymentRuleId: paymentRule?.id ?? 0,
  };
}

/** What is told, as one text; `null` where something of it is not known, or nothing is told at all. */
function keyOf(tuple: Tuple, told: Told): string | null {
  const known = FIELDS.filter((field) => told[field]).map((field) => tuple[field]);
  return known.length === 0 || known.includes(null) ? null : known.join();
}

function onlyTold(tuple: Tuple, told: Told): Tuple {
  const only = (field: keyof Told) => (told[field] ? tuple[field] : null);
  return {
    lineItemId: only('lineItemId'),
    publisherId: only('publisherId'),
    placementId: only('placementId'),
    paymentRuleId: only('paymentRuleId'),
  };
}
