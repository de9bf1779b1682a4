import { type ReportPlan, TOLD_COLUMNS } from './plan';
import type { Tuple } from './tuple';

const FIELD_OF = {
  'line-item': 'lineItemId',
  publisher: 'publisherId',
  placement: 'placementId',
  'payment-rule': 'paymentRuleId',
} as const;

/**
 * Whether a row is of what a report was asked for: the service may pass over a filter, and what it counted of others is no answer.
 * What a row does not tell is no other.
 */
export function createOnlyAsked({ filters, publisherId }: ReportPlan): (tuple: Tuple) => boolean {
  const asked = TOLD_COLUMNS.flatMap(({ what, id }) => {
    const parent = what === 'publisher' ? publisherId : null;
    const value = filters.find(({ column }) => column === id)?.value ?? parent;
    return value === null ? [] : [[FIELD_OF[what], value] as const];
  });
  return (tuple) => asked.every(([field, value]) => (tuple[field] ?? value) === value);
}
