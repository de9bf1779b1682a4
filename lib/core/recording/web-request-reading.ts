import { readPixelUrl } from '../pixel/pixel-url';
import type { Observation } from './observation';
import { isWithoutReason, outcomeOf } from './outcome';
import { isBounce, redirectTarget } from './redirect-target';
import { loaderOfType, type WebRequestEvent } from './web-request';

/** Requests under way that are remembered: what never ends would be for ever. */
export const MAX_OPEN = 10_000;

/** A request under way: its last pixel's hop as it was told, and how many hops came before the one it is at. */
interface Open {
  readonly hops: number;
  readonly told: Observation | null;
  /** At the service's own detour, and no more at the pixel. */
  readonly isAtBounce: boolean;
}

/**
 * Makes observations of what `webRequest` tells of a tab, one event after the other: of each hop first that it is
 * under way, then how it ended. What began before it was listened to is left out, for when that was is not known.
 */
export function createWebRequestReading() {
  const open = new Map<string, Open>();

  function begin(event: WebRequestEvent): readonly Observation[] {
    const before = open.get(event.requestId);
    const hops = before ? before.hops + 1 : 0;
    const isAtBounce = isBounce(event.url);
    const told = isAtBounce ? (before?.told ?? null) : beginningOf(event, hops);
    open.delete(event.requestId);
    open.set(event.requestId, { hops, told, isAtBounce });
    const [oldest] = open.keys();
    if (open.size > MAX_OPEN && oldest !== undefined) open.delete(oldest);
    return told && !isAtBounce ? [told] : [];
  }

  function end(event: WebRequestEvent): readonly Observation[] {
    const before = open.get(event.requestId);
    if (!before?.told) {
      open.delete(event.requestId);
      return [];
    }
    const { told, isAtBounce } = before;
    const ended = isAtBounce ? withFailedBounce(told, event) : withEnd(told, event);
    if (event.phase === 'redirected') open.set(event.requestId, { ...before, told: ended });
    else open.delete(event.requestId);
    return ended === told ? [] : [ended];
  }

  return {
    /** Whether a request is under way. */
    isOpen: (requestId: string): boolean => open.has(requestId),
    /** What is known by an event that was not known before. */
    hear: (event: WebRequestEvent): readonly Observation[] =>
      event.phase === 'began' ? begin(event) : end(event),
  };
}

function beginningOf(event: WebRequestEvent, hops: number): Observation | null {
  const url = readPixelUrl(event.url);
  if (!url) return null;
  const { requestId, tabId, method, urlIsCut, at, askedBy, pageDocument, pageSite } = event;
  return {
    source: 'webRequest',
    requestId: hops === 0 ? requestId : `${requestId}/${hops}`,
    tabId,
    precision: 0,
    url,
    urlIsCut,
    method,
    startedAt: at,
    duration: null,
    status: 0,
    outcome: 'pending',
    error: null,
    fromCache: null,
    loader: loaderOfType(event),
    frameUrl: askedBy,
    redirectUrl: null,
    viaServiceWorker: false,
    ...(pageDocument !== null && { pageDocument }),
    ...(pageSite !== null && { pageSite }),
    ...(tabId === null && { isTabUnsure: true }),
  };
}

function withEnd(told: Observation, event: WebRequestEvent): Observation {
  const { phase, status, redirectUrl, error, isInternal } = event;
  const fromCache = event.fromCache && phase !== 'failed' ? 'cache' : null;
  const target = redirectTarget({ redirectUrl, url: told.url }) ?? '';
  const isSamePixel = readPixelUrl(target)?.id === told.url.id;
  const outcome = outcomeOf({
    status,
    fromCache,
    error,
    redirectUrl: target,
    chromium: false,
    mixed: false,
    replaced: isInternal && !isSamePixel,
  });
  const isHttp = isInternal && isSamePixel && told.url.scheme === 'http';
  const isUpgraded = isHttp && target.startsWith('https:');
  return {
    ...told,
    duration: Math.max(0, event.at - told.startedAt),
    status,
    outcome: isUpgraded ? 'answered' : withDoubt(outcome, told, error),
    error: error || null,
    fromCache,
    redirectUrl,
    ...(isUpgraded && { upgradedBy: 'Internal Redirect' }),
  };
}

/**
 * Of what a service worker or a page that is gone has sent, a failure without a reason says nothing of whether it
 * arrived: it was counted with `ERR_FAILED` and with `ERR_ABORTED` (peers' study, 7).
 */
function withDoubt(
  outcome: Observation['outcome'],
  { isTabUnsure }: Observation,
  error: string | null,
): Observation['outcome'] {
  return outcome === 'network-error' && isTabUnsure === true && isWithoutReason(error)
    ? 'aborted'
    : outcome;
}

function withFailedBounce(told: Observation, { error, status }: WebRequestEvent): Observation {
  if (error !== null && /ABORTED/.test(error)) return told;
  const failure = error ?? (status >= 400 ? `HTTP ${status}` : null);
  return failure === null ? told : { ...told, outcome: 'bounce-failed', error: failure };
}
