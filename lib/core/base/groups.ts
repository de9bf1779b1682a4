/** Values by each of their keys, each once. */
export function groupBy<K, V>(
  values: readonly V[],
  keysOf: (value: V) => readonly K[],
): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    for (const key of keysOf(value)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else if (group.at(-1) !== value) group.push(value);
    }
  }
  return groups;
}

/** The groups of two values and more that have a key in common. */
export function groupsOf<K, V>(
  values: readonly V[],
  keysOf: (value: V) => readonly K[],
): readonly (readonly V[])[] {
  const firsts = new Map<K, V>();
  const groups = new Map<K, V[]>();
  for (const value of values) {
    for (const key of keysOf(value)) {
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, value);
      else if (first !== value) {
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [first, value]);
        else group.push(value);
      }
    }
  }
  return [...groups.values()];
}
