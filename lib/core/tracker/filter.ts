import { parseSearch } from './search/parse';
import type { SaidOf } from './search/prepare';
import { createSearchList } from './search/search-list';
import type { Tracker, TrackerState } from './tracker';

export interface TrackerFilter {
  readonly search: string;
  readonly state: TrackerState | 'all';
}

export const ALL_TRACKERS: TrackerFilter = { search: '', state: 'all' };

/**
 * The trackers of a list that are searched for and have the state asked for, in the list's order. `now`, in
 * milliseconds since 1970, is what a search for `modified:7d` is told from.
 */
export type FilterTrackers = (
  trackers: readonly Tracker[],
  filter: TrackerFilter,
  now: number,
) => readonly Tracker[];

/** Makes a search of lists that say `saidOf` of their trackers; what can be asked, `parseSearch` says. */
export function createTrackerFilter(saidOf?: SaidOf): FilterTrackers {
  const searchList = createSearchList(saidOf);
  return (trackers, { search, state }, now) => {
    const found = searchList(trackers, parseSearch(search, now));
    return state === 'all' ? found : found.filter((tracker) => tracker.state === state);
  };
}

/** Finds by what the service tells of a tracker, and no words of a list's own. */
export const filterTrackers = createTrackerFilter();
