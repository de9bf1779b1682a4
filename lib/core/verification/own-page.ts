import type { PageView } from '../recording/page-views';
import type { PixelRequest } from '../recording/pixel-request';
import { siteOf } from '../recording/site-of';

/** What is known of the page views at a moment. */
interface Views {
  /** The documents that were loaded, in the order of time. */
  readonly documents: readonly PageView[];
  /** The one that was there at a moment, in milliseconds since 1970. */
  documentAt(at: number): PageView | null;
}

/** A document of which a request was, and the first one by which that was known. */
interface Known {
  readonly document: PageView | null;
  readonly by: PixelRequest;
}

/**
 * Of which document a request is, where it is not of the one that was there when it began. What is sent as its page is
 * left begins after the next page did; where a source knows the document or its site, that tells. Requests are taken
 * in the order of time, and may be taken back, the last one first.
 */
export function createOwnPages() {
  // A page that comes back (back/forward cache) is the same document in another view.
  const known = new Map<string, readonly Known[]>();

  function documentOf(request: PixelRequest, name: string, views: Views): PageView | null {
    const byTime = views.documentAt(request.startedAt);
    const seen = known.get(name) ?? [];
    const last = seen.at(-1);
    if (last && (last.document === byTime || nextOf(last.document, views) === byTime))
      return last.document;
    const document = last ? byTime : bySite(request, byTime, views);
    known.set(name, [...seen, { document, by: request }]);
    return document;
  }

  return {
    /** Takes a request; `null` where it is of the document that was there. */
    push(request: PixelRequest, views: Views): PageView | null {
      const { pageDocument, pageSite, pageViewId } = request;
      if (pageViewId !== undefined || (pageDocument ?? pageSite) === undefined) return null;
      const byTime = views.documentAt(request.startedAt);
      const own =
        pageDocument === undefined
          ? bySite(request, byTime, views)
          : documentOf(request, pageDocument, views);
      return own === byTime ? null : own;
    },
    /** Takes the last request back. */
    pop(request: PixelRequest): void {
      const { pageDocument = '' } = request;
      const seen = known.get(pageDocument);
      if (seen?.at(-1)?.by !== request) return;
      if (seen.length === 1) known.delete(pageDocument);
      else known.set(pageDocument, seen.slice(0, -1));
    },
  };
}

function nextOf(document: PageView | null, { documents }: Views): PageView | null {
  return (document && documents[documents.indexOf(document) + 1]) ?? null;
}

/** The page before, where the request is of its site, and the one that was just begun is of another. */
function bySite(
  { pageSite }: PixelRequest,
  byTime: PageView | null,
  { documents }: Views,
): PageView | null {
  if (pageSite === undefined || byTime === null || siteOf(byTime.url) === pageSite) return byTime;
  const before = documents[documents.indexOf(byTime) - 1];
  return before && siteOf(before.url) === pageSite ? before : byTime;
}
