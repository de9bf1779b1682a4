import type { SearchField } from './fields';

// Without blanks, and without what means something in a search or as a value begins; no number, which is an id.
const PLAIN = /^(?!\d+$)[^\s",\\#<>=.-][^\s",\\]*$/;

/** A value of a search that means these letters and nothing else, whatever is in them. */
export function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

/** `field:value`, with quotes where the value needs them: it means these letters, a number too. */
export function writeTerm(field: SearchField, value: string): string {
  return `${field}:${PLAIN.test(value) ? value : quoted(value)}`;
}

/** A search with one more part, behind the others. */
export function withTerm(search: string, term: string): string {
  const before = search.trimEnd();
  return before === '' ? term : `${before} ${term}`;
}
