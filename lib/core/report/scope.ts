import type { Tracker } from '../tracker/tracker';
import type { Question } from './question';

/** Why a question about a tracker narrows nothing: it is not known here, or has neither line item nor publisher. */
export type NoScope = { readonly kind: 'tracker-unknown' } | { readonly kind: 'tracker-bare' };

/** By what a question narrows a report. */
export interface Scope {
  /** What has to be narrowed by. */
  readonly must: 'advertiser_id' | 'line_item_id' | 'publisher_id';
  readonly values: Readonly<Record<string, number | undefined>>;
}

/** What a question is about, as the columns of a report. */
export function scopeOf(
  { advertiserId, about }: Question,
  tracker: Tracker | null,
): Scope | NoScope {
  const of = { advertiser_id: advertiserId };
  if (about.kind === 'advertiser') return { must: 'advertiser_id', values: of };
  if (about.kind === 'line-item') {
    return { must: 'line_item_id', values: { ...of, line_item_id: about.id } };
  }
  if (about.kind === 'publisher') {
    return { must: 'publisher_id', values: { ...of, publisher_id: about.id } };
  }
  if (tracker === null || tracker.id !== about.id) return { kind: 'tracker-unknown' };
  const { lineItem, publisher, placement, paymentRule } = tracker;
  if (!lineItem && !publisher) return { kind: 'tracker-bare' };
  return {
    must: publisher ? 'publisher_id' : 'line_item_id',
    values: {
      ...of,
      line_item_id: lineItem?.id,
      publisher_id: publisher?.id,
      placement_id: placement?.id,
      pub_rule_id: paymentRule?.id,
    },
  };
}
