import type { ApiClient } from '../../api/client';
import {
  filterObjects,
  findAnywhere,
  isSearched,
  listObjects,
  matching,
  searchObjects,
} from '../../api/pickers';
import type { SessionInfo } from '../../core/account/session';
import type { FoundObject } from '../../core/tracker/found-object';
import { parentOf, type PickerQuery } from '../../core/tracker/picker';
import type { ChosenObjects } from './chosen-objects';

export interface FindObjects {
  /** What a picker offers, by name or id; without a text, those that were chosen last come first. */
  (
    client: ApiClient,
    info: SessionInfo,
    query: PickerQuery,
    text: string,
  ): Promise<readonly FoundObject[]>;
  /** Remembers that one was chosen. */
  readonly noteChosen: ChosenObjects['note'];
}

type Listed = ReturnType<typeof listObjects>;

/** As long as somebody types, a list is read once. */
const KEPT_MS = 2 * 60 * 1000;
const MOST_KEPT = 20;

/**
 * Finds objects by the service's search where it documents one. Else their whole list is read, and searched here;
 * it is kept for a while, in memory.
 */
export function createFindObjects(now: () => number, chosen: ChosenObjects): FindObjects {
  const lists = new Map<string, { readonly at: number; readonly list: Listed }>();

  function listOf(client: ApiClient, info: SessionInfo, query: PickerQuery): Listed {
    const key = JSON.stringify([info.baseUrl, info.userId, query]);
    const known = lists.get(key);
    if (known && known.at <= now() && now() - known.at < KEPT_MS) return known.list;
    const list = listObjects(client, query);
    lists.delete(key);
    lists.set(key, { at: now(), list });
    for (const oldest of [...lists.keys()].slice(0, -MOST_KEPT)) lists.delete(oldest);
    list.catch(() => lists.delete(key));
    return list;
  }

  /** Those that were chosen last and that the service still has, under the names they have now. */
  async function chosenLast(
    client: ApiClient,
    query: PickerQuery,
  ): Promise<readonly FoundObject[]> {
    const ids = await chosen.recent(query);
    if (ids.length === 0) return [];
    // They are a convenience: the list is there without them.
    const found = await filterObjects(client, query, { ids }).catch(() => []);
    return ids.flatMap((id) =>
      found.filter((one) => one.id === id).map((one) => ({ ...one, isRecent: true })),
    );
  }

  async function search(
    client: ApiClient,
    info: SessionInfo,
    query: PickerQuery,
    sought: string,
  ): Promise<readonly FoundObject[]> {
    if (sought === '' || isSearched(query)) return searchObjects(client, query, sought);
    const { objects, isCut } = await listOf(client, info, query);
    const found = new Map(objects.map((one) => [one.id, one]));
    const id = /^\d{1,15}$/.test(sought) ? Number(sought) : null;
    const more = [
      // It may be newer than the list.
      ...(id !== null && !found.has(id) ? await filterObjects(client, query, { ids: [id] }) : []),
      // Of a list too long to be read, the service may know more.
      ...(isCut ? await filterObjects(client, query, { name: sought }) : []),
    ];
    for (const one of more) found.set(one.id, one);
    return matching([...found.values()], sought);
  }

  const find = async (client: ApiClient, info: SessionInfo, query: PickerQuery, text: string) => {
    const sought = text.trim();
    const [first, found] = await Promise.all([
      sought === '' ? chosenLast(client, query) : [],
      search(client, info, query, sought),
    ]);
    // A service that ignores a filter shows what belongs to others, too.
    const known = new Set(first.map(({ id }) => id));
    const own = [...first, ...found.filter(({ id }) => !known.has(id))].filter(
      ({ owner }) => owner === undefined || owner.id === parentOf(query),
    );
    const id = /^\d{3,15}$/.test(sought) ? Number(sought) : null;
    const isOfPublisher = query.kind === 'placement' || query.kind === 'payment-rule';
    if (id === null || !isOfPublisher || own.some((one) => one.id === id)) return own;
    // Whoever types an id learns whose it is, where it is another publisher's.
    const other = await findAnywhere(client, query, id).catch(() => null);
    return other?.owner && other.owner.id !== query.publisherId ? [...own, other] : own;
  };
  return Object.assign(find, { noteChosen: chosen.note });
}
