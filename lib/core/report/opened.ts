import type { Tracker } from '../tracker/tracker';
import type { CountedTracker } from './counted-tracker';
import { joinRows } from './reconcile/join';
import { mergeReports } from './reconcile/merge-reports';
import type { CountedTuple, Report } from './report';
import type { Tuple } from './tuple';

/** What was counted, and by what names the people know it. */
export interface NamedCounts extends CountedTracker {
  /** The names of its trackers, in the order of their ids. */
  readonly names: readonly string[];
  readonly of: CountedTuple['names'];
}

const NO_NAMES = { lineItem: null, publisher: null, placement: null, paymentRule: null };
const FIELDS = ['lineItemId', 'publisherId', 'placementId', 'paymentRuleId'] as const;

/** A report’s rows joined to the trackers of its advertiser, and those that fit none. */
export function openedReport(
  report: Report,
  trackers: readonly Tracker[],
): { readonly trackers: readonly NamedCounts[]; readonly others: readonly CountedTuple[] } {
  const rows = mergeReports([report])?.rows ?? [];
  const { counted, others } = joinRows(rows, report.question.by, trackers);
  const names = new Map(trackers.map(({ id, name }) => [id, name] as const));
  return {
    trackers: counted.map((one) => ({
      ...one,
      names: one.trackerIds.map((id) => names.get(id) ?? String(id)),
      of: rows.find(({ tuple }) => isWithin(tuple, one.tuple))?.names ?? NO_NAMES,
    })),
    others,
  };
}

/** Whether a row is of what is told by another. */
function isWithin(row: Tuple, told: Tuple): boolean {
  return FIELDS.every((field) => told[field] === null || told[field] === row[field]);
}
