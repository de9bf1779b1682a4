/** The kinds of objects a tracker points to, as far as a person picks them. */
export type Picker = 'line-item' | 'publisher' | 'placement' | 'payment-rule';

/** What to look among: placements and payment rules belong to a publisher, line items to an advertiser. */
export type PickerQuery =
  | { readonly kind: 'advertiser' }
  | { readonly kind: 'publisher' }
  | { readonly kind: 'line-item'; readonly advertiserId: number }
  | { readonly kind: 'placement'; readonly publisherId: number }
  | { readonly kind: 'payment-rule'; readonly publisherId: number };

/** Whose the objects are that are looked among, by id; `null` where they are everybody's, or the member's. */
export function parentOf(query: PickerQuery): number | null {
  if (query.kind === 'line-item') return query.advertiserId;
  if (query.kind === 'placement' || query.kind === 'payment-rule') return query.publisherId;
  return null;
}

/** The query behind one of the form's pickers. */
export function queryFor(
  kind: Picker,
  advertiserId: number,
  publisherId: number | null,
): PickerQuery {
  if (kind === 'publisher') return { kind };
  if (kind === 'line-item') return { kind, advertiserId };
  return { kind, publisherId: publisherId ?? 0 };
}
