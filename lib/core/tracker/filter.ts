import type { Tracker, TrackerState } from './tracker';

export interface TrackerFilter {
  readonly search: string;
  readonly state: TrackerState | 'all';
}

export const ALL_TRACKERS: TrackerFilter = { search: '', state: 'all' };

/** One line of lower-case text that a search looks through; made once for each tracker. */
export function searchText(tracker: Tracker): string {
  const parts = [
    tracker.id,
    tracker.name,
    tracker.code,
    tracker.publisher?.name,
    tracker.placement?.name,
    tracker.lineItem?.name,
  ];
  return parts.join('\n').toLocaleLowerCase();
}

/** The trackers that hold every word of the search, in any field, and have the state asked for. */
export function filterTrackers(
  trackers: readonly Tracker[],
  texts: ReadonlyMap<number, string>,
  filter: TrackerFilter,
): readonly Tracker[] {
  const words = filter.search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && filter.state === 'all') return trackers;
  return trackers.filter((tracker) => {
    if (filter.state !== 'all' && tracker.state !== filter.state) return false;
    const text = texts.get(tracker.id) ?? searchText(tracker);
    return words.every((word) => text.includes(word));
  });
}
