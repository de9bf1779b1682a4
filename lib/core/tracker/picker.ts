/** The kinds of objects a tracker points to, as far as a person picks them. */
export type Picker = 'line-item' | 'publisher' | 'placement' | 'payment-rule';

/** What to look among: placements and payment rules belong to a publisher, line items to an advertiser. */
export type PickerQuery =
  | { readonly kind: 'advertiser' }
  | { readonly kind: 'publisher' }
  | { readonly kind: 'line-item'; readonly advertiserId: number }
  | { readonly kind: 'placement'; readonly publisherId: number }
  | { readonly kind: 'payment-rule'; readonly publisherId: number };

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
