import type { AdServer } from '../ad-server/ad-server';
import { mayHaveReachedServer, type PixelRequest } from '../recording/pixel-request';
import type { Tracker } from '../tracker/tracker';
import { readTrackerId } from '../pixel/tracker-id';
import type { Finding } from '../base/finding';
import { createPageViewFinder, type PageView } from '../recording/page-views';
import { findRedirectHops } from '../recording/redirects';
import { judgeRequest } from '../rules/judge-request';

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

/** What is known beside a recording. */
export interface Known {
  readonly trackers: KnownTrackers;
  /** The ad servers whose macros are known, people's own among them. */
  readonly servers: readonly AdServer[];
}

/**
 * Applies every rule to every request. `requests` come from `mergeRequests`: without doubles and in
 * the order of time. One pass with maps, because a long recording holds a hundred thousand.
 */
export function checkRequests(
  requests: readonly PixelRequest[],
  pageViews: readonly PageView[],
  { trackers, servers }: Known,
): readonly CheckedRequest[] {
  const pageViewAt = createPageViewFinder(pageViews);
  const hops = findRedirectHops(requests);
  const firedOn = new Map<PageView | null, Map<string, number>>();
  const cachebusters = new Map<string | null, Set<string>>();

  return requests.map((request) => {
    const { id, cachebuster } = request.url;
    const trackerId = readTrackerId(id);
    const tracker = trackerId === null ? null : (trackers.byId.get(trackerId) ?? null);
    const pageView = pageViewAt(request.startedAt);
    const isRedirectHop = hops.has(request.key);

    let cachebusterSeenBefore = false;
    if (cachebuster) {
      const seen = getOrAdd(cachebusters, id, () => new Set());
      cachebusterSeenBefore = !isRedirectHop && seen.has(cachebuster);
      seen.add(cachebuster);
    }

    let occurrence: number | null = null;
    if (id && !isRedirectHop && mayHaveReachedServer(request)) {
      const counts = getOrAdd(firedOn, pageView, () => new Map());
      occurrence = (counts.get(id) ?? 0) + 1;
      counts.set(id, occurrence);
    }

    const context = {
      request,
      trackerId,
      tracker,
      trackersLoaded: trackers.loaded,
      servers,
      cachebusterSeenBefore,
      occurrence,
    };
    const findings = judgeRequest(context);
    return { request, trackerId, tracker, pageView, isRedirectHop, findings };
  });
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
