import type { Series } from './series';
import type { Tuple } from './tuple';

/**
 * What was counted by Monetize for a tracker, or for one of several that share line item, publisher, placement and
 * payment rule: then it is of one of these, and of which is not known.
 */
export interface CountedTracker {
  /** One id, or several. Never none. */
  readonly trackerIds: readonly number[];
  readonly tuple: Tuple;
  readonly impressions: Series;
}
