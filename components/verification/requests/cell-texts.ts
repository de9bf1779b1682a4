import { parametersOf } from '@/lib/core/pixel/pixel-url';
import { isSameDocument } from '@/lib/core/recording/page-views';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import { shortUrl, verificationText as text, viewName } from '@/lib/text/verification/verification';

/** The decoded parameters but for id and type, on one line. */
export function parametersText({ request }: CheckedRequest): string {
  return parametersOf(request.url)
    .filter(({ name }) => name !== 'id' && name !== 't')
    .map(({ name, value }) => `${name}=${value}`)
    .join('  ');
}

/** The frame that asked for it; with `isPageNamed` the page view it belongs to, too. */
export function frameText({ request, pageView }: CheckedRequest, isPageNamed: boolean): string {
  const page = pageView && isPageNamed ? viewName(pageView) : null;
  const { frameUrl } = request;
  if (frameUrl === null) return page ?? text.notKnown;
  if (pageView && isSameDocument(pageView.url, frameUrl)) return page ?? text.top;
  return page === null ? shortUrl(frameUrl) : text.frameOn(shortUrl(frameUrl), page);
}
