import { readIds } from './read-ids';
import type { Tracker, TrackerState } from './tracker';

export interface TrackerFilter {
  readonly search: string;
  readonly state: TrackerState | 'all';
}

export const ALL_TRACKERS: TrackerFilter = { search: '', state: 'all' };

/** What a list says of a tracker in words of its own, such as *No line item*: a search finds it, too. */
export type SaidOf = (tracker: Tracker) => readonly string[];

/** The trackers of a list that are searched for and have the state asked for, in the list's order. */
export type FilterTrackers = (
  trackers: readonly Tracker[],
  filter: TrackerFilter,
) => readonly Tracker[];

/**
 * Makes a search of lists that say `saidOf` of their trackers. A search is words, all of which are to
 * stand somewhere, and `-words`, none of which may. Several ids and nothing else, or a column of them with its header, are those trackers.
 */
export function createTrackerFilter(saidOf: SaidOf = () => []): FilterTrackers {
  /** One text of lower case that a search looks through; made once for each tracker. */
  const texts = new WeakMap<Tracker, string>();
  const textOf = (tracker: Tracker): string => {
    const known = texts.get(tracker);
    if (known !== undefined) return known;
    const made = searchText(tracker, saidOf(tracker));
    texts.set(tracker, made);
    return made;
  };
  return (trackers, { search, state }) => {
    const isFound = finderOf(search, textOf);
    if (isFound === null && state === 'all') return trackers;
    return trackers.filter(
      (tracker) => (state === 'all' || tracker.state === state) && (isFound?.(tracker) ?? true),
    );
  };
}

/** Finds by what the service tells of a tracker, and no words of a list's own. */
export const filterTrackers = createTrackerFilter();

function searchText(tracker: Tracker, said: readonly string[]): string {
  const parts = [
    tracker.id,
    tracker.name,
    tracker.code,
    tracker.publisher?.name,
    tracker.placement?.name,
    tracker.lineItem?.name,
    tracker.state,
    ...said,
  ];
  return `\n${parts.join('\n')}`.toLocaleLowerCase();
}

type Find = (tracker: Tracker) => boolean;

function finderOf(search: string, textOf: (tracker: Tracker) => string): Find | null {
  const ids = idsOf(search);
  if (ids !== null) return ({ id }) => ids.has(id);
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const isIn = (text: string, word: string) => text.includes(STATES.get(word) ?? word);
  const unwanted = words.filter(isUnwanted).map((word) => word.slice(1));
  const wanted = words.filter((word) => !isUnwanted(word) && word !== '-');
  return (tracker) => {
    const text = textOf(tracker);
    return wanted.every((word) => isIn(text, word)) && !unwanted.some((word) => isIn(text, word));
  };
}

const isUnwanted = (word: string) => word.length > 1 && word.startsWith('-');

/** `active` stands in *inactive* as well, and is not meant there: each part begins a line. */
const STATES = new Map([['active', '\nactive']]);

/** The ids of a search that is more than one number; that alone may be a part of an id, or of a name. */
function idsOf(search: string): ReadonlySet<number> | null {
  const ids = readIds(search);
  return ids.length === 0 || /^\s*#?\d+\s*$/.test(search) ? null : new Set(ids);
}
