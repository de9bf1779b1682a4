// Spread into the arguments of a call (`push`, `Math.min`), a list of some 100,000 overflows the stack.

/** Appends all of them, however many there are. */
export function appendAll<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one);
}

/** The least of them, however many there are; `Infinity` where there is none. */
export function leastOf(values: Iterable<number>): number {
  let least = Infinity;
  for (const value of values) least = Math.min(least, value);
  return least;
}

/** The most of them, however many there are; `null` where there is none. */
export function mostOf(values: Iterable<number>): number | null {
  let most: number | null = null;
  for (const value of values) most = Math.max(most ?? value, value);
  return most;
}
