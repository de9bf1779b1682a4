import { MAX_URL_CHARS } from '../base/limits';
import { isPixelUrl, readPixelUrl } from '../pixel/pixel-url';
import { withBounce } from './bounce';
import { loaderOf } from './har-entry';
import type { Observation } from './observation';
import { MIXED_CONTENT, outcomeOf } from './outcome';
import { isBounce, redirectTarget } from './redirect-target';

/** What a driven browser tells of one request, or of one hop of a redirect, once its visit is over. */
export interface Driven {
  /** The driver's own name for it, also among other visits. */
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  /** Milliseconds since 1970, by the driver's clock. */
  readonly startedAt: number;
  /** `null` where it had not ended. */
  readonly endedAt: number | null;
  /** Chromium's type, or `Sec-Fetch-Dest`; `null` where neither is said. */
  readonly type: string | null;
  readonly frameUrl: string | null;
  /** 0 where there was no answer. */
  readonly status: number;
  /** `null` where nothing failed; empty where the browser says no reason. */
  readonly error: string | null;
  readonly fromCache: boolean;
  readonly viaServiceWorker: boolean;
  /** Where its worker had the answer from, in CDP's words (`ServiceWorkerResponseSource`); `null` where that is not said. */
  readonly workerSource: string | null;
  readonly location: string | null;
  /** Why the browser itself led it on to https. */
  readonly upgradedBy: string | null;
  readonly isChromium: boolean;
}

/** Whether a request is kept: a pixel's, or of the service's own detour on the way to one. */
export function isDriven(url: string): boolean {
  return isPixelUrl(url) || isBounce(url);
}

/** The pixel requests that a driven browser told of in a visit that is over. */
export function observeDriven(all: readonly Driven[]): readonly Observation[] {
  const bounces = new Map(
    all.filter(({ url }) => isBounce(url)).map((one) => [one.url, bounceFailure(one)]),
  );
  return all.flatMap((one) => {
    const told = observationOf(one);
    return told ? withBounce(told, bounces) : [];
  });
}

function observationOf(one: Driven): Observation | null {
  const url = readPixelUrl(one.url.slice(0, MAX_URL_CHARS));
  if (!url) return null;
  const { startedAt, endedAt, status, frameUrl, error } = one;
  const mixed = url.scheme === 'http' && frameUrl?.startsWith('https:') === true;
  const outcome = drivenOutcome(one, mixed, redirectTarget({ redirectUrl: one.location, url }));
  return {
    source: 'remote',
    requestId: one.requestId,
    tabId: null,
    precision: 0,
    url,
    urlIsCut: one.url.length > MAX_URL_CHARS,
    method: one.method,
    startedAt,
    duration: endedAt === null ? null : endedAt - startedAt,
    status,
    outcome,
    error: error || (mixed && outcome === 'blocked-by-browser' ? MIXED_CONTENT : null),
    fromCache: cacheOf(one),
    loader: loaderOf(one.type),
    frameUrl,
    redirectUrl: one.location,
    viaServiceWorker: one.viaServiceWorker,
    ...(one.upgradedBy !== null && { upgradedBy: one.upgradedBy }),
  };
}

function drivenOutcome(one: Driven, mixed: boolean, target: string | null): Observation['outcome'] {
  const { status, error, isChromium } = one;
  const fromCache = cacheOf(one);
  const isOpen = status === 0 && error === null && fromCache === null;
  // Its page was left, and it may have arrived.
  if (isOpen) return 'aborted';
  // A worker answered, and the browser does not say whether the network answered it.
  if (one.viaServiceWorker && one.workerSource === null && error === null) return 'unknown';
  return outcomeOf({
    status,
    fromCache,
    error: error ?? (status > 0 ? null : undefined),
    redirectUrl: target ?? '',
    chromium: isChromium,
    mixed,
    // Where it led into an extension, Chromium does not say where.
    replaced:
      one.upgradedBy !== null && readPixelUrl(target ?? '')?.id !== readPixelUrl(one.url)?.id,
  });
}

function cacheOf({ fromCache, workerSource }: Driven): string | null {
  const isOwn = workerSource !== null && !['network', 'http-cache'].includes(workerSource);
  if (isOwn) return 'service-worker';
  return fromCache ? 'cache' : null;
}

function bounceFailure({ error, status }: Driven): string | null {
  if (error !== null && !error.includes('ABORTED')) return error || 'CSP';
  return status >= 400 ? `HTTP ${status}` : null;
}
