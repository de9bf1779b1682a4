import type { TrackerDraft } from './draft';
import type { Tracker } from './tracker';

/** By what a report's rows are booked: of a tracker, or of what is typed for one. */
export type InReports = Pick<TrackerDraft, 'lineItem' | 'publisher' | 'placement' | 'paymentRule'>;

/**
 * What the reports tell of a tracker, as one text. None of them names its id, name or code: rows are told
 * apart by line item, publisher, placement and payment rule alone (api.md 5.2). `null` where the line item or
 * the publisher is not known: both are required, and what is booked without them is not documented.
 *
 * No payment rule and the publisher's base rule are two: whether a report tells them apart is not documented.
 */
export function reportKeyOf({
  lineItem,
  publisher,
  placement,
  paymentRule,
}: InReports): string | null {
  if (lineItem === null || publisher === null) return null;
  return [lineItem.id, publisher.id, placement?.id ?? 0, paymentRule?.id ?? 0].join();
}

/**
 * The trackers that reports cannot tell apart, those of one group together: groups of two and more, and what
 * is in them, in the order of the list. Inactive ones are among them, what they have counted is booked.
 */
export function sameInReports<T extends InReports>(
  trackers: readonly T[],
): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const tracker of trackers) {
    const key = reportKeyOf(tracker);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(tracker);
    else groups.set(key, [tracker]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Those of the trackers that reports could not tell from this one, but for itself, which has this id. */
export function othersInReports(
  trackers: readonly Tracker[],
  typed: InReports,
  trackerId: number | null,
): readonly Tracker[] {
  const key = reportKeyOf(typed);
  if (key === null) return [];
  return trackers.filter((tracker) => tracker.id !== trackerId && reportKeyOf(tracker) === key);
}
