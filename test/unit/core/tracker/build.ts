import type { Tracker } from '@/lib/core/tracker/tracker';

/** A tracker of a line item and a publisher, and of no placement. */
export function tracker(part: Partial<Tracker> = {}): Tracker {
  return {
    id: 1,
    memberId: 2,
    advertiserId: 7,
    name: 'First',
    code: null,
    state: 'active',
    lineItem: { id: 3, name: 'Line' },
    publisher: { id: 4, name: 'Paper' },
    placement: null,
    paymentRule: null,
    lastModified: 0,
    ...part,
  };
}
