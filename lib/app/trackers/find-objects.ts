import type { ApiClient } from '../../api/client';
import { filterObjects, isSearched, listObjects, matching, searchObjects } from '../../api/pickers';
import type { SessionInfo } from '../../core/account/session';
import type { PickerQuery } from '../../core/tracker/picker';
import type { Ref } from '../../core/tracker/tracker';

/** Finds what a picker offers, by name or id. */
export type FindObjects = (
  client: ApiClient,
  info: SessionInfo,
  query: PickerQuery,
  text: string,
) => Promise<readonly Ref[]>;

type Listed = ReturnType<typeof listObjects>;

/** As long as somebody types, a list is read once. */
const KEPT_MS = 2 * 60 * 1000;
const MOST_KEPT = 20;

/**
 * Finds objects by the service's search where it documents one. Else their whole list is read, and searched here;
 * it is kept for a while, in memory.
 */
export function createFindObjects(now: () => number): FindObjects {
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

  return async (client, info, query, text) => {
    const sought = text.trim();
    if (sought === '' || isSearched(query)) return searchObjects(client, query, text);
    const { objects, isCut } = await listOf(client, info, query);
    const found = new Map(objects.map((one) => [one.id, one]));
    const id = /^\d{1,15}$/.test(sought) ? Number(sought) : null;
    const more = [
      // It may be newer than the list.
      ...(id !== null && !found.has(id) ? await filterObjects(client, query, { id }) : []),
      // Of a list too long to be read, the service may know more.
      ...(isCut ? await filterObjects(client, query, { name: sought }) : []),
    ];
    for (const one of more) found.set(one.id, one);
    return matching([...found.values()], sought);
  };
}
