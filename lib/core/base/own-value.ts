/**
 * What a table says of a key that comes from outside, from a person, a page or a file; `undefined` where it
 * says nothing. A plain look-up finds `constructor` and `toString` in every object.
 */
export function ownValue<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
