import { type Known, listKey, type ObjectQuery, parentOf } from './known';
import { createObjectIndex, type ObjectIndex } from './object-index';
import { indexTrackers } from './tracker-index';

/** A list that was read, ready to be searched. */
interface Listed {
  readonly index: ObjectIndex;
  readonly isWhole: boolean;
}

export type Lookup = ReturnType<typeof createLookup>;

/** What is known, ready to be asked for every row of a sheet; notes which lists it would have needed besides. */
export function createLookup(known: Known) {
  const indexes = new Map<string, Map<number, Listed | null>>();
  const wanted = new Map<string, ObjectQuery>();
  return {
    advertiser: known.advertiser,
    hasChosen: (known.chosen?.size ?? 0) > 0,
    chosen: (key: string) => known.chosen?.get(key) ?? null,
    trackers: indexTrackers(known.trackers),
    /** The objects of a list; `null` where it was not read. */
    listOf(query: ObjectQuery): Listed | null {
      const parent = parentOf(query);
      const made = indexes.get(query.kind)?.get(parent);
      if (made !== undefined) return made;
      const list = known.lists.get(listKey(query)) ?? null;
      if (list === null) wanted.set(listKey(query), query);
      // Codes of line items are the same in whatever case (line item service); of others nothing is said.
      const index = list && createObjectIndex(list, query.kind !== 'line-item');
      const one = list && index && { index, isWhole: list.isWhole };
      const ofKind = indexes.get(query.kind) ?? new Map<number, Listed | null>();
      indexes.set(query.kind, ofKind.set(parent, one));
      return one;
    },
    /** The lists that were asked for and are not there. */
    wanted: (): readonly ObjectQuery[] => [...wanted.values()],
  };
}
