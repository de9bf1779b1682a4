import type { AdServer } from '../ad-server/ad-server';
import { isTrackingProtection } from '../recording/outcome';
import { createPageViewFinder, type PageView } from '../recording/page-views';
import { mayHaveReachedServer, type PixelRequest } from '../recording/pixel-request';
import { macroLeftIn } from '../rules/address/macro-left';
import type { CaseFacts } from './cause';
import { localHour } from './time-zone';

type SeenDay = CaseFacts['seen'][number];

/** What a verification recorded of one tracker. */
export interface Recorded {
  readonly verificationId: string;
  readonly requests: readonly PixelRequest[];
  /** All of the verification. */
  readonly pageViews: readonly PageView[];
}

/** A day on which verifications saw a tracker fire, and which they were. */
export interface SeenOnDay extends SeenDay {
  readonly verificationIds: readonly string[];
}

/**
 * On which days of a time zone a tracker was seen firing, the first first. What did not reach the service is not counted there, and
 * is left out. A page view is one on which it fired; where none is known of a request, it is one of its own.
 */
export function seenByDay(
  recorded: readonly Recorded[],
  timeZone: string,
  servers: readonly AdServer[],
): readonly SeenOnDay[] {
  const days = new Map<string, Gathered>();
  for (const { verificationId, requests, pageViews } of recorded) {
    const viewAt = createPageViewFinder(pageViews);
    for (const request of requests.filter(mayHaveReachedServer)) {
      const day = localHour(request.startedAt, timeZone)?.date;
      if (day === undefined) continue;
      const of = days.get(day) ?? { requests: [], views: new Set(), ids: new Set() };
      days.set(day, of);
      of.requests.push(request);
      of.ids.add(verificationId);
      const view = request.pageViewId ?? viewAt(request.startedAt)?.id ?? request.key;
      of.views.add(`${verificationId} ${view}`);
    }
  }
  return [...days]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { requests, views, ids }]) => ({
      day,
      firings: requests.length,
      views: views.size,
      cachebuster: cachebusterOf(requests, servers),
      verificationIds: [...ids],
    }));
}

/**
 * How often a browser's own tracking protection stopped a tracker, as far as it has a word for that: Firefox alone has, others end such a
 * request as extensions do.
 */
export function stoppedByProtection(recorded: readonly Recorded[]): number {
  const all = recorded.flatMap(({ requests }) => requests);
  return all.filter(({ error }) => isTrackingProtection(error ?? '')).length;
}

interface Gathered {
  readonly requests: PixelRequest[];
  readonly views: Set<string>;
  readonly ids: Set<string>;
}

/** What the cachebusters of some firings are together; `null` where one firing cannot tell whether it changes. */
function cachebusterOf(
  requests: readonly PixelRequest[],
  servers: readonly AdServer[],
): SeenDay['cachebuster'] {
  const values = requests.map(({ url }) => url.cachebuster ?? '');
  if (values.some((value) => value !== '' && macroLeftIn(value, servers))) return 'unexpanded';
  const given = new Set(values);
  if (given.has('')) return given.size === 1 ? 'missing' : null;
  if (values.length < 2) return null;
  return given.size === 1 ? 'constant' : 'changes';
}
