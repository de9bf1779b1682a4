import type { Tracker } from '@/lib/core/tracker/tracker';

import { tracker as anyTracker } from '../core/verification/build';

/** A tracker of advertiser 10; one with a higher id was changed later. */
export function tracker(id: number, changes: Partial<Tracker> = {}): Tracker {
  const own = { advertiserId: 10, name: `Tracker ${id}`, lastModified: id * 1000 };
  return anyTracker(id, { ...own, ...changes });
}
