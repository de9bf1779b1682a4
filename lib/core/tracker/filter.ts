import type { Tracker, TrackerState } from './tracker';

export interface TrackerFilter {
  readonly search: string;
  readonly state: TrackerState | 'all';
}

export const ALL_TRACKERS: TrackerFilter = { search: '', state: 'all' };

/** One line of lower-case text that a search looks through; made once for each tracker. */
const texts = new WeakMap<Tracker, string>();

function searchTextOf(tracker: Tracker): string {
  const known = texts.get(tracker);
  if (known !== undefined) return known;
  const parts = [
    tracker.id,
    tracker.name,
    tracker.code,
    tracker.publisher?.name,
    tracker.placement?.name,
    tracker.lineItem?.name,
  ];
  const made = parts.join('\n').toLocaleLowerCase();
  texts.set(tracker, made);
  return made;
}

/** The trackers that hold every word of the search, in any field, and have the state asked for. */
export function filterTrackers(
  trackers: readonly Tracker[],
  filter: TrackerFilter,
): readonly Tracker[] {
  const words = filter.search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && filter.state === 'all') return trackers;
  return trackers.filter((tracker) => {
    if (filter.state !== 'all' && tracker.state !== filter.state) return false;
    const text = words.length > 0 ? searchTextOf(tracker) : '';
    return words.every((word) => text.includes(word));
  });
}
