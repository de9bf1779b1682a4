import type { Tracker } from '../tracker';
import { needleOf, type Test, testsOf } from './match';
import { isNarrowing } from './parse';
import { createPrepare, type Prepared, type SaidOf } from './prepare';
import type { Query, Term } from './query';

/** The trackers of a list that a search finds, in the list's order. */
export type SearchList = (list: readonly Tracker[], query: Query) => readonly Tracker[];

interface Last {
  readonly prepared: Prepared;
  readonly query: Query;
  readonly places: Places;
}

/** Where in a list the trackers stand that are found. */
type Places = Uint32Array;

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
  const { list } = prepared;
  if (ids !== null) {
    const asked = new Set(ids);
    return where(list, among, [(index) => asked.has(list[index]?.id ?? -1)]);
  }
  return where(list, among, testsOf(terms, prepared));
}

// Those that remain are written over those among which they were: what was found before is asked for no more.
function where(list: readonly Tracker[], among: Places | null, tests: readonly Test[]): Places {
  const found = among ?? new Uint32Array(list.length);
  const total = found.length;
  let count = 0;
  for (let place = 0; place < total; place += 1) {
    const index = among === null ? place : (among[place] ?? 0);
    let holds = true;
    for (let at = 0; holds && at < tests.length; at += 1) holds = tests[at]?.(index) === true;
    if (holds) found[count++] = index;
  }
  return found.subarray(0, count);
}

function pick(list: readonly Tracker[], places: Places): readonly Tracker[] {
  const found: Tracker[] = [];
  for (const place of places) {
    const tracker = list[place];
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
