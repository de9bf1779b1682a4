import { compareNaturally, inNaturalOrder } from './natural-order';
import { REF_FIELDS, refOf, type RefField } from './search/fields';
import type { Tracker } from './tracker';

/** By what a list of trackers can be put in order. */
export const TRACKER_TABLE_COLUMNS = [
  'id',
  'name',
  'code',
  'state',
  ...REF_FIELDS,
  'advertiser',
  'modified',
] as const;
export type TrackerTableColumn = (typeof TRACKER_TABLE_COLUMNS)[number];

export interface TrackerOrder {
  readonly column: TrackerTableColumn;
  readonly isDescending: boolean;
}

/**
 * A list in another order than its own, newest first; `null` is its own. Texts stand as a person orders them,
 * numbers as numbers, and what a tracker has none of comes last either way.
 */
export type SortTrackers = (
  list: readonly Tracker[],
  order: TrackerOrder | null,
) => readonly Tracker[];

interface Kept {
  readonly list: readonly Tracker[];
  readonly sorted: Sorted;
}
interface Sorted {
  readonly filled: readonly Tracker[];
  readonly empty: readonly Tracker[];
}

/** As many that were changed are put in their places one by one; of more the list is put in order anew. */
const FEW = 1000;

/**
 * Makes a sort that keeps the order of every column it was asked for: to turn it round takes no comparison, and a
 * list that was patched is compared at what was changed only.
 */
export function createTrackerSort(): SortTrackers {
  const kept = new Map<TrackerTableColumn, Kept>();
  const given = new WeakMap<Sorted, Map<boolean, readonly Tracker[]>>();

  function sortedBy(list: readonly Tracker[], column: TrackerTableColumn): Sorted {
    const before = kept.get(column);
    if (before?.list === list) return before.sorted;
    const sorted = (before && patched(before, list, column)) ?? sortAll(list, column);
    kept.set(column, { list, sorted });
    return sorted;
  }

  return (list, order) => {
    if (order === null) return list;
    const sorted = sortedBy(list, order.column);
    const known = given.get(sorted) ?? new Map<boolean, readonly Tracker[]>();
    const { filled, empty } = sorted;
    const made =
      known.get(order.isDescending) ??
      (order.isDescending ? filled.toReversed() : filled).concat(empty);
    given.set(sorted, known.set(order.isDescending, made));
    return made;
  };
}

function sortAll(list: readonly Tracker[], column: TrackerTableColumn): Sorted {
  const byValue = new Map<string | number, Tracker[]>();
  const empty: Tracker[] = [];
  for (const tracker of list) {
    const value = valueOf(tracker, column);
    const same = value === null ? empty : byValue.get(value);
    if (same) same.push(tracker);
    else if (value !== null) byValue.set(value, [tracker]);
  }
  const values = [...byValue.keys()];
  const numbers = values.filter((value) => typeof value === 'number');
  const texts = values.filter((value) => typeof value === 'string');
  const inOrder = [...numbers.toSorted((a, b) => a - b), ...inNaturalOrder(texts)];
  return { filled: inOrder.flatMap((value) => byValue.get(value) ?? []), empty };
}

/** The order kept, with what was changed since in its places; `null` where that is much. */
function patched(
  before: Kept,
  list: readonly Tracker[],
  column: TrackerTableColumn,
): Sorted | null {
  const had = new Set(before.list);
  const added = list.filter((tracker) => !had.has(tracker));
  if (added.length > FEW) return null;
  const has = new Set(list);
  const isStill = (tracker: Tracker) => has.has(tracker);
  const now = sortAll(added, column);
  const compare = (a: Tracker, b: Tracker) => compareBy(a, b, column);
  return {
    filled: merge(before.sorted.filled.filter(isStill), now.filled, compare),
    empty: merge(before.sorted.empty.filter(isStill), now.empty, newestFirst),
  };
}

function merge(
  many: readonly Tracker[],
  few: readonly Tracker[],
  compare: (a: Tracker, b: Tracker) => number,
): readonly Tracker[] {
  const parts: (readonly Tracker[])[] = [];
  let from = 0;
  for (const tracker of few) {
    let [low, high] = [from, many.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = many[middle];
      if (other !== undefined && compare(other, tracker) <= 0) low = middle + 1;
      else high = middle;
    }
    parts.push(many.slice(from, low), [tracker]);
    from = low;
  }
  return parts.length === 0 ? many : [...parts, many.slice(from)].flat();
}

function compareBy(a: Tracker, b: Tracker, column: TrackerTableColumn): number {
  const [one, other] = [valueOf(a, column), valueOf(b, column)];
  const byValue =
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : compareNaturally(String(one), String(other));
  return byValue || newestFirst(a, b);
}

/** As a list stands by itself. */
function newestFirst(a: Tracker, b: Tracker): number {
  return b.lastModified - a.lastModified || a.id - b.id;
}

function valueOf(tracker: Tracker, column: TrackerTableColumn): string | number | null {
  switch (column) {
    case 'id':
      return tracker.id;
    case 'name':
      return tracker.name;
    case 'code':
      return tracker.code?.trim() || null;
    case 'state':
      return tracker.state;
    case 'advertiser':
      return tracker.advertiserId;
    case 'modified':
      return tracker.lastModified;
    default:
      return refNameOf(tracker, column);
  }
}

function refNameOf(tracker: Tracker, column: RefField): string | null {
  return refOf(tracker, column)?.name ?? null;
}
