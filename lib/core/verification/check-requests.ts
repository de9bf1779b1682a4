import { mayHaveReachedServer, type PixelRequest } from '../pixel/pixel-request';
import type { Tracker } from '../tracker/tracker';
import { readTrackerId } from '../tracker/tracker-id';
import type { Finding } from './finding';
import { createPageViewFinder, type PageView } from './page-views';
import { findRedirectHops } from './redirects';
import { REQUEST_RULES } from './rules';

/** One recorded request with everything that is said about it. */
export interface CheckedRequest {
  readonly request: PixelRequest;
  /** The id as a number; `null` if the URL has none. */
  readonly trackerId: number | null;
  readonly tracker: Tracker | null;
  readonly pageView: PageView | null;
  /** A later hop of a redirect: not another impression. */
  readonly isRedirectHop: boolean;
  readonly findings: readonly Finding[];
}

/** The trackers loaded from Monetize; `loaded` is false while there are none at all. */
export interface KnownTrackers {
  readonly byId: ReadonlyMap<number, Tracker>;
  readonly loaded: boolean;
}

/**
 * Applies every rule to every request. `requests` come from `mergeRequests`: without doubles and in
 * the order of time. One pass with maps, because a long recording holds a hundred thousand.
 */
export function checkRequests(
  requests: readonly PixelRequest[],
  pageViews: readonly PageView[],
  trackers: KnownTrackers,
): readonly CheckedRequest[] {
  const pageViewAt = createPageViewFinder(pageViews);
  const hops = findRedirectHops(requests);
  const firedOn = new Map<string, number>();
  const cachebusters = new Set<string>();

  return requests.map((request) => {
    const { id, cachebuster } = request.url;
    const trackerId = readTrackerId(id);
    const tracker = trackerId === null ? null : (trackers.byId.get(trackerId) ?? null);
    const pageView = pageViewAt(request.startedAt);
    const isRedirectHop = hops.has(request.key);

    const busterKey = `${id} ${cachebuster}`;
    const cachebusterSeenBefore = !isRedirectHop && cachebusters.has(busterKey);
    if (cachebuster) cachebusters.add(busterKey);

    let occurrence: number | null = null;
    if (id && !isRedirectHop && mayHaveReachedServer(request)) {
      const key = `${pageView?.id ?? ''} ${id}`;
      occurrence = (firedOn.get(key) ?? 0) + 1;
      firedOn.set(key, occurrence);
    }

    const context = {
      request,
      tracker,
      trackersLoaded: trackers.loaded,
      cachebusterSeenBefore,
      occurrence,
    };
    const findings = REQUEST_RULES.flatMap((rule) => rule(context) ?? []);
    return { request, trackerId, tracker, pageView, isRedirectHop, findings };
  });
}
