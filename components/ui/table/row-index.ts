/** So far from where it was a row is looked for first: rows come in one by one. */
const NEAR = 64;

/** Where a row stands in a list, -1 where it does not; `near` is where it stood before. */
export function indexOfKey<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  key: string,
  near: number,
): number {
  const isAt = (index: number) => {
    const row = rows[index];
    return row !== undefined && keyOf(row) === key;
  };
  for (let away = 0; away <= NEAR; away += 1) {
    if (isAt(near + away)) return near + away;
    if (isAt(near - away)) return near - away;
  }
  return rows.findIndex((row) => keyOf(row) === key);
}
