import { groupBy } from '../base/groups';
import type { Tracker } from './tracker';

interface HasId {
  readonly id: number;
}

/** By what a report's rows are booked: of a tracker, or of what is typed for one. */
export interface InReports {
  readonly lineItem: HasId | null;
  readonly publisher: HasId | null;
  readonly placement: HasId | null;
  readonly paymentRule: HasId | null;
}

/** The same by ids alone, as they cross a message. */
export interface IdsInReports {
  readonly lineItemId: number;
  readonly publisherId: number;
  readonly placementId: number | null;
  readonly paymentRuleId: number | null;
}

export function inReportsOf(ids: IdsInReports): InReports {
  const of = (id: number | null) => (id === null ? null : { id });
  return {
    lineItem: of(ids.lineItemId),
    publisher: of(ids.publisherId),
    placement: of(ids.placementId),
    paymentRule: of(ids.paymentRuleId),
  };
}

/** The ids of what is typed; `null` while the line item or the publisher is not chosen. */
export function idsInReports(typed: InReports): IdsInReports | null {
  const { lineItem, publisher, placement, paymentRule } = typed;
  if (lineItem === null || publisher === null) return null;
  return {
    lineItemId: lineItem.id,
    publisherId: publisher.id,
    placementId: placement?.id ?? null,
    paymentRuleId: paymentRule?.id ?? null,
  };
}

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
  return [...groupBy(trackers, keysInReports).values()].filter((group) => group.length > 1);
}

/** The key, as one to group by; none where it is not known. */
export function keysInReports(values: InReports): readonly string[] {
  const key = reportKeyOf(values);
  return key === null ? NO_KEYS : [key];
}
const NO_KEYS: readonly string[] = [];

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
