/** A search with one more part, behind the others. */
export function withTerm(search: string, term: string): string {
  const before = search.trimEnd();
  return before === '' ? term : `${before} ${term}`;
}
