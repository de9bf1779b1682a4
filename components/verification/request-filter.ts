import { parametersOf } from '@/lib/core/pixel/pixel-url';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import { isRemarked } from '@/lib/core/verification/tally';
import { findingSentence } from '@/lib/text/findings';
import { statusText } from '@/lib/text/verification';

export interface RequestSearch {
  readonly words: string;
  /** Only those that have a finding which is more than a note. */
  readonly onlyRemarked: boolean;
  /** Only those of these trackers; `null` for those of any. */
  readonly onlyIds?: ReadonlySet<number> | null;
}

/** Gives the requests that hold every word of a search; the text of each is made only once. */
export function createRequestFilter(): (
  rows: readonly CheckedRequest[],
  search: RequestSearch,
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
    const words = search.words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const onlyIds = search.onlyIds ?? null;
    if (words.length === 0 && !search.onlyRemarked && onlyIds === null) return rows;
    return rows.filter((row) => {
      if (onlyIds !== null && !onlyIds.has(row.trackerId ?? NaN)) return false;
      if (search.onlyRemarked && !isRemarked(row)) return false;
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
