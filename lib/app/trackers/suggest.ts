import { accountOf } from '../../core/account/session';
import { isPixelAddress, readAddress, valueOf } from '../../core/pixel/read-address';
import { readTrackerId } from '../../core/pixel/tracker-id';
import { readIds } from '../../core/tracker/read-ids';
import { isNarrowing, parseSearch } from '../../core/tracker/search/parse';
import type { Mistake } from '../../core/tracker/search/query';
import { createSearchList, type SearchList } from '../../core/tracker/search/search-list';
import type { Tracker } from '../../core/tracker/tracker';
import { listAllTrackers } from '../../store/trackers';
import type { SessionKeeper } from '../account/keeper';
import type { Service } from '../account/service';

/** What is typed into the address bar, or selected on a page, may be of any length. */
const MOST_CHARS = 200;
/** So many lines the address bar has. */
const MOST_LINES = 6;

/** What a text may mean. */
export interface Suggested {
  readonly isSignedIn: boolean;
  /** The one tracker whose id it is, kept here or not. */
  readonly id: number | null;
  /** Kept trackers that it finds, the likeliest first. */
  readonly found: readonly Tracker[];
  readonly mistakes: readonly Mistake[];
}

export type Suggest = ReturnType<typeof createSuggest>;

/** Finds trackers from outside of Piggyback's pages, by an id, an address that has one, or a search; of any advertiser. */
export function createSuggest({
  database,
  keeper,
  now,
}: Pick<Service, 'database' | 'now'> & {
  readonly keeper: Pick<SessionKeeper, 'read'>;
}) {
  /** What is kept, read once for as long as somebody types. */
  let kept: Promise<Kept> | null = null;

  /** Whose list it is; that is nobody's business once they have signed out. */
  async function readOwner(): Promise<string | null> {
    const session = await keeper.read();
    return session && accountOf(session.info);
  }
  async function readKept(): Promise<Kept> {
    const [owner, db] = await Promise.all([readOwner(), database()]);
    const list = owner === null ? [] : await listAllTrackers(db, owner);
    return { owner, list, searchList: createSearchList() };
  }
  /** What is kept of who is chosen now: they may have changed since somebody began to type. */
  async function keptNow(): Promise<Kept> {
    const [had, owner] = await Promise.all([kept, readOwner()]);
    if (had && had.owner === owner) return had;
    const read = readKept();
    if (kept) kept = read;
    return read;
  }

  async function suggest(text: string): Promise<Suggested> {
    const search = text.slice(0, MOST_CHARS).trim();
    const { owner, list, searchList } = await keptNow();
    const query = parseSearch(search, now());
    const { mistakes } = query;
    const id = idIn(search);
    const exact = id === null ? undefined : list.find((tracker) => tracker.id === id);
    const others = isNarrowing(query) ? searchList(list, query) : [];
    const found = exact ? [exact, ...others.filter((it) => it !== exact)] : others;
    return { isSignedIn: owner !== null, id, found: found.slice(0, MOST_LINES), mistakes };
  }

  return {
    suggest,
    /** Somebody begins to type: what is kept is read, and read again the next time. */
    begin(): void {
      kept = readKept();
      // Who asks hears of it.
      kept.catch(() => {});
    },
    end(): void {
      kept = null;
    },
    /** Where in the workspace a text leads: to the tracker, or where it finds none, to the list that is searched for it. */
    async addressOf(text: string): Promise<string> {
      const { id, found } = await suggest(text);
      const one = id ?? found[0]?.id;
      if (one !== undefined) return `#/trackers/${one}`;
      const search = text.slice(0, MOST_CHARS).toWellFormed().trim();
      return search === '' ? '#/trackers' : `#/trackers/search/${encodeURIComponent(search)}`;
    },
  };
}

interface Kept {
  /** `null` where nobody is signed in. */
  readonly owner: string | null;
  readonly list: readonly Tracker[];
  readonly searchList: SearchList;
}

/** The id of a text that is one id, or the address of a tracker; `null` for any other. */
function idIn(text: string): number | null {
  if (isPixelAddress(text)) return readTrackerId(valueOf(readAddress(text), 'id'));
  const [id, ...others] = readIds(text);
  return id === undefined || id === 0 || others.length > 0 ? null : id;
}
