import { sameInReports } from '../same-in-reports';
import type { Ref, Tracker, TrackerState } from '../tracker';
import { type RefField, refOf } from './fields';

/** Something of each tracker of a list, of which there are few: a test asks each of these once. */
export interface Column<T> {
  readonly values: readonly T[];
  /** Which of the values each tracker has. */
  readonly of: Uint32Array;
}

/** What a search asks of a list besides its texts, made when it is first asked for: side by side, as the texts are. */
export interface Columns {
  ids(): Float64Array;
  advertisers(): Float64Array;
  /** Milliseconds since 1970. */
  moments(): Float64Array;
  states(): Column<TrackerState>;
  refs(field: RefField): Column<Ref | null>;
  /** Whether reports cannot tell it from another one of the list. */
  same(): Column<boolean>;
}

export function columnsOf(list: readonly Tracker[]): Columns {
  const refs = new Map<RefField, Column<Ref | null>>();
  return {
    ids: once(() => Float64Array.from(list, ({ id }) => id)),
    advertisers: once(() => Float64Array.from(list, ({ advertiserId }) => advertiserId)),
    moments: once(() => Float64Array.from(list, ({ lastModified }) => lastModified)),
    states: once(() =>
      columnOf(
        list,
        ({ state }) => state,
        (state) => state,
      ),
    ),
    same: once(() => {
      const same = new Set(sameInReports(list).flat());
      return columnOf(list, (tracker) => same.has(tracker), String);
    }),
    refs(field) {
      const known = refs.get(field);
      if (known) return known;
      const made = columnOf(
        list,
        (tracker) => refOf(tracker, field),
        (ref) => (ref ? `${ref.id} ${ref.name}` : ''),
      );
      refs.set(field, made);
      return made;
    },
  };
}

function columnOf<T>(
  list: readonly Tracker[],
  valueOf: (tracker: Tracker) => T,
  keyOf: (value: T) => string,
): Column<T> {
  const places = new Map<string, number>();
  const values: T[] = [];
  const of = Uint32Array.from(list, (tracker) => {
    const value = valueOf(tracker);
    const key = keyOf(value);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, values.length);
    return values.push(value) - 1;
  });
  return { values, of };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
