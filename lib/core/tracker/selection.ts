/** Trackers that were chosen to act on, by their ids. What a search hides of them stays chosen. */
export interface Selection {
  readonly ids: ReadonlySet<number>;
  /** Where a range began, and what was chosen before it; `null` where none has begun. */
  readonly range: { readonly from: number; readonly before: ReadonlySet<number> } | null;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), range: null };

/** With one more or less. A range goes on from it. */
export function toggled({ ids }: Selection, id: number): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, range: { from: id, before: next } };
}

/**
 * With all from where the range began to a row of those shown; `from` is where one begins, if none has, or what it
 * began at is not shown any more. What an earlier step of the same range had and this one has not is let go.
 */
export function extended(
  { ids, range }: Selection,
  shown: readonly number[],
  from: number,
  to: number,
): Selection {
  const begun = range === null ? -1 : shown.indexOf(range.from);
  const [start, before] = range === null || begun < 0 ? [from, ids] : [begun, range.before];
  const next = new Set(before);
  for (const id of shown.slice(Math.min(start, to), Math.max(start, to) + 1)) next.add(id);
  return { ids: next, range: { from: shown[start] ?? 0, before } };
}

/** A plain step to a row: the next range begins there. */
export function rangeEnded(selection: Selection): Selection {
  return selection.range === null ? selection : { ...selection, range: null };
}

/** With all that are shown, beside what is chosen already. */
export function withAll({ ids }: Selection, shown: readonly number[]): Selection {
  const next = new Set(ids);
  for (const id of shown) next.add(id);
  return { ids: next, range: null };
}

/** Without those that are shown: what is hidden stays chosen. */
export function withoutAll({ ids }: Selection, shown: readonly number[]): Selection {
  const next = new Set(ids);
  for (const id of shown) next.delete(id);
  return { ids: next, range: null };
}
