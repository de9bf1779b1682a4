import type { Mistake } from '../../core/tracker/search/query';
import type { Tracker } from '../../core/tracker/tracker';
import { factsOf } from './tracker-facts';
import { searchText } from './search';

/** What is said of a text before it is known where it leads. */
interface Meant {
  readonly isSignedIn: boolean;
  readonly id: number | null;
  readonly found: readonly Tracker[];
  readonly mistakes: readonly Mistake[];
}

/** Words of the ways to a tracker from outside: the address bar, and a number that is selected on a page. */
export const addressBarText = {
  /** The browser puts what is selected in the place of `%s`. */
  menuTitle: 'Open impression tracker “%s”',
  /** A tracker in one line. */
  line: (tracker: Tracker) =>
    [
      tracker.id,
      tracker.name,
      ...factsOf(tracker).map(({ value }) => value),
      ...(tracker.state === 'inactive' ? ['inactive'] : []),
    ].join(' · '),
  /** What Enter does with what is typed. */
  first: (typed: string, { isSignedIn, id, found, mistakes }: Meant): string => {
    const [first] = found;
    const [mistake] = mistakes;
    if (!isSignedIn) return 'Sign in to Piggyback to find impression trackers';
    if (typed.trim() === '') return 'An id, or words of an impression tracker';
    if (mistake) return searchText.mistake(mistake);
    if (first) return `Open ${addressBarText.line(first)}`;
    if (id !== null) return `Open impression tracker ${id}, which is not kept here`;
    return `No impression tracker kept here matches “${typed.trim()}”: search the list`;
  },
};
