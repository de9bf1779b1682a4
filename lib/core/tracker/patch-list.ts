import { firstIndex } from '../base/first-index';
import { newestFirst } from './newest-first';
import type { Tracker } from './tracker';

/**
 * An advertiser's list, newest first, once the trackers with these ids were changed: `found` is what they
 * are now, and those that are not among them are gone. Takes one walk over the list, however many changed.
 */
export function patchList(
  list: readonly Tracker[],
  advertiserId: number,
  ids: readonly number[],
  found: readonly Tracker[],
): readonly Tracker[] {
  const changed = new Set(ids);
  const others = list.filter(({ id }) => !changed.has(id));
  const added = found
    .filter((tracker) => tracker.advertiserId === advertiserId)
    .toSorted(newestFirst);
  const parts: (readonly Tracker[])[] = [];
  let next = 0;
  for (const tracker of added) {
    const place = firstIndex(others, (other) => newestFirst(other, tracker) > 0);
    parts.push(others.slice(next, place), [tracker]);
    next = place;
  }
  return [...parts, others.slice(next)].flat();
}

/** An advertiser's list with the next piece of it, which may have some that were written elsewhere meanwhile. */
export function appendPiece(
  list: readonly Tracker[],
  advertiserId: number,
  piece: readonly Tracker[],
): readonly Tracker[] {
  const [last, next] = [list.at(-1), piece[0]];
  if (!last || !next || newestFirst(last, next) < 0) return list.concat(piece);
  const ids = piece.map(({ id }) => id);
  return patchList(list, advertiserId, ids, piece);
}
