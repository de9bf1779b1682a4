import type { Tracker } from '../tracker';
import { findAll, needleOf } from './match';
import { isNarrowing } from './parse';
import { type Places, where } from './places';
import { createPrepare, type Prepared, type SaidOf } from './prepare';
import type { Query, Term } from './query';

/** The trackers of a list that a search finds, in the list's order. */
export type SearchList = (list: readonly Tracker[], query: Query) => readonly Tracker[];

interface Last {
  readonly prepared: Prepared;
  readonly query: Query;
  readonly places: Places;
}

/**
 * Makes a search of lists that say `saidOf` of their trackers. It remembers what it found last: as somebody
 * types on, only that is looked through.
 */
export function createSearchList(saidOf: SaidOf = () => []): SearchList {
  const prepare = createPrepare(saidOf);
  let last: Last | null = null;
  return (list, query) => {
    if (!isNarrowing(query)) {
      last = null;
      return list;
    }
    const prepared = prepare(list);
    const isOn = last?.prepared === prepared && isNarrower(last.query, query);
    const places = placesOf(prepared, query, isOn ? (last?.places ?? null) : null);
    last = { prepared, query, places };
    return pick(list, places);
  };
}

function placesOf(prepared: Prepared, { terms, ids }: Query, among: Places | null): Places {
  const { list, columns } = prepared;
  if (ids !== null) {
    const asked = new Set(ids);
    const all = columns.ids();
    return where(list.length, among, (index) => asked.has(all[index] ?? Number.NaN));
  }
  return findAll(terms, prepared, among) ?? where(list.length, null, () => true);
}

function pick(list: readonly Tracker[], places: Places): readonly Tracker[] {
  if (places.length === list.length) return list;
  const found: Tracker[] = [];
  // By its index: an iterator takes three times as long.
  for (let at = 0; at < places.length; at += 1) {
    const tracker = list[places[at] ?? -1];
    if (tracker !== undefined) found.push(tracker);
  }
  return found;
}

/** Whether all that `next` finds was found before: each term stands as it did, or is a word that goes on. */
function isNarrower(before: Query, next: Query): boolean {
  if (before.ids !== null || next.ids !== null) return false;
  return before.terms.every((term, index) => {
    const now = next.terms[index];
    return now !== undefined && (isSame(term, now) || goesOn(term, now));
  });
}

function isSame(a: Term, b: Term): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function goesOn(a: Term, b: Term): boolean {
  if (a.isNot || b.isNot || a.any.length > 1 || b.any.length > 1) return false;
  const [from] = a.any;
  const [to] = b.any;
  if (from?.kind !== 'word' || to?.kind !== 'word') return false;
  return needleOf(to.text).includes(needleOf(from.text));
}
