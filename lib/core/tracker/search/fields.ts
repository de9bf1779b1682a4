import type { Ref, Tracker } from '../tracker';

/** What a tracker belongs to, by the name of its field in a search. */
export const REF_FIELDS = ['publisher', 'placement', 'line-item', 'payment-rule'] as const;
export type RefField = (typeof REF_FIELDS)[number];

/** The fields of a search, in the order in which they are explained. */
export const SEARCH_FIELDS = [
  'state',
  'publisher',
  'placement',
  'line-item',
  'payment-rule',
  'modified',
  'id',
  'name',
  'code',
  'advertiser',
  'is',
  'no',
] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

const BY_NAME = new Map<string, SearchField>(
  SEARCH_FIELDS.map((field) => [field.replace('-', ''), field]),
);

/** The field of this name, as the API or a person writes it: `line_item`, `lineitem`; `null` for any other. */
export function fieldOf(name: string): SearchField | null {
  return BY_NAME.get(name.toLowerCase().replace(/[-_]/g, '')) ?? null;
}

/** The same where it is what a tracker belongs to. */
export function refFieldOf(name: string): RefField | null {
  const field = fieldOf(name);
  return REF_FIELDS.find((one) => one === field) ?? null;
}

/** What a tracker belongs to; `null` where it has none. */
export function refOf(tracker: Tracker, field: RefField): Ref | null {
  switch (field) {
    case 'publisher':
      return tracker.publisher;
    case 'placement':
      return tracker.placement;
    case 'line-item':
      return tracker.lineItem;
    case 'payment-rule':
      return tracker.paymentRule;
  }
}
