import { parametersOf } from '@/lib/core/pixel/pixel-url';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import { findingSentence } from '@/lib/text/findings';
import { statusText } from '@/lib/text/verification';

/** Gives the requests that hold every word of a search; the text of each is made only once. */
export function createRequestFilter(): (
  rows: readonly CheckedRequest[],
  search: string,
) => readonly CheckedRequest[] {
  const texts = new WeakMap<CheckedRequest, string>();
  const textOf = (row: CheckedRequest) => {
    const known = texts.get(row);
    if (known !== undefined) return known;
    const made = searchTextOf(row);
    texts.set(row, made);
    return made;
  };
  return (rows, search) => {
    const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return rows;
    return rows.filter((row) => {
      const text = textOf(row);
      return words.every((word) => text.includes(word));
    });
  };
}

function searchTextOf({ request, tracker, findings }: CheckedRequest): string {
  const parts = [
    tracker?.name,
    request.url.raw,
    ...parametersOf(request.url).map(({ name, value }) => `${name}=${value}`),
    statusText(request),
    request.error,
    request.frameUrl,
    ...findings.map(findingSentence),
  ];
  return parts.join('\n').toLocaleLowerCase();
}
