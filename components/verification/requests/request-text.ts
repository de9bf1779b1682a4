import { parametersOf } from '@/lib/core/pixel/pixel-url';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import { findingSentence } from '@/lib/text/findings';
import { statusText, typeText } from '@/lib/text/verification/verification';

/** Everything of a request that can be searched for, decoded and as it was sent, in lower case. */
export function searchText({ request, tracker, pageView, findings }: CheckedRequest): string {
  const { url } = request;
  const parts = [
    tracker?.name,
    url.host,
    url.raw,
    ...parametersOf(url).map(({ name, value }) => `${name}=${value}`),
    typeText(url.t),
    statusText(request),
    request.error,
    request.redirectUrl,
    request.frameUrl,
    pageView?.url,
    pageView?.title,
    ...findings.map(findingSentence),
  ];
  return parts.filter(Boolean).join('\n').toLocaleLowerCase();
}

/** What is typed into the search, as words that are looked for. */
export function wordsOf(typed: string): readonly string[] {
  return [...new Set(typed.toLocaleLowerCase().split(/\s+/).filter(Boolean))];
}
