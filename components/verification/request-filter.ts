import { parametersOf } from '@/lib/core/pixel/pixel-url';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import { findingSentence } from '@/lib/text/findings';
import { statusText } from '@/lib/text/verification';

/**
 * Gives the requests that hold every word of a search; the text of each is made only once, and what was found
 * among those that are still there is not looked for again.
 */
export function createRequestFilter(): (
  rows: readonly CheckedRequest[],
  search: string,
) => readonly CheckedRequest[] {
  const texts = new WeakMap<CheckedRequest, string>();
  let last = { rows: [] as readonly CheckedRequest[], search: '', found: [] as Found[] };
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
    let same = 0;
    if (search === last.search) {
      while (same < rows.length && rows[same] === last.rows[same]) same += 1;
    }
    const kept = last.found.filter(({ index }) => index < same);
    const found = [...kept];
    for (let index = same; index < rows.length; index += 1) {
      const row = rows[index];
      if (row && words.every((word) => textOf(row).includes(word))) found.push({ index, row });
    }
    last = { rows, search, found };
    return found.map(({ row }) => row);
  };
}

interface Found {
  readonly index: number;
  readonly row: CheckedRequest;
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
