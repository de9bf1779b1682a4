import type { Frame, HTTPRequest, Page } from 'puppeteer-core';

import { type Driven, isDriven } from '@/lib/core/recording/driven';

/** What is kept of one visit. */
const MAX_REQUESTS = 5000;

type Heard = { -readonly [Fact in keyof Driven]: Driven[Fact] };

/** Listens to the pages of one visit, by the events that a driver has for every protocol. */
export function createListener(visit: string, isChromium: boolean) {
  const heard = new Map<HTTPRequest, Heard>();
  const pages = new Set<Page>();
  const workerSources = new Map<string, string>();

  function onRequest(request: HTTPRequest): void {
    if (heard.size >= MAX_REQUESTS || !isDriven(request.url())) return;
    heard.set(request, {
      requestId: `${visit}.${heard.size + 1}`,
      url: request.url(),
      method: request.method(),
      startedAt: Date.now(),
      endedAt: null,
      type: typeOf(request, isChromium),
      frameUrl: frameOf(request),
      status: 0,
      error: null,
      fromCache: false,
      viaServiceWorker: false,
      workerSource: null,
      location: null,
      upgradedBy: null,
      isChromium,
    });
  }

  function onEnd(request: HTTPRequest, error: string | null): void {
    const one = heard.get(request);
    if (!one) return;
    // A document that has just come may not have had its address before.
    one.frameUrl = frameOf(request) ?? one.frameUrl;
    one.endedAt = Date.now();
    one.error = error;
    const response = request.response();
    if (!response) return;
    const headers = response.headers();
    one.status = response.status();
    one.fromCache = response.fromCache();
    one.viaServiceWorker = isChromium && response.fromServiceWorker();
    one.location = (one.status >= 300 && one.status < 400 && headers.location) || null;
    one.upgradedBy = (one.status === 307 && headers['non-authoritative-reason']) || null;
  }

  /** Where workers have their answers from is told by CDP alone, and not by Puppeteer. */
  async function listenToWorkers(page: Page): Promise<void> {
    const session = await page.createCDPSession().catch(() => null);
    session?.on('Network.responseReceived', ({ response }) => {
      const { url, serviceWorkerResponseSource: source } = response;
      if (source !== undefined && isDriven(url)) workerSources.set(url, source);
    });
    await session?.send('Network.enable').catch(() => {});
  }

  return {
    /** Listens to a page from now on, once however often it is called; is done once the browser tells all it can. */
    async attach(page: Page): Promise<void> {
      if (pages.has(page)) return;
      pages.add(page);
      page.on('request', onRequest);
      page.on('requestfinished', (request) => onEnd(request, null));
      page.on('requestfailed', (request) => onEnd(request, request.failure()?.errorText ?? ''));
      if (isChromium) await listenToWorkers(page);
    },
    /** Whether there may have been more. */
    isFull: () => heard.size >= MAX_REQUESTS,
    /**
     * All that was told by now, each as far as it got. Of a page that has a service worker Firefox calls a cache what
     * may as well be the worker's answer from the network.
     */
    told: (hasWorker: boolean): readonly Driven[] =>
      [...heard].map(([request, one]) => {
        const isUnsure = !isChromium && hasWorker && one.fromCache;
        return {
          ...one,
          workerSource: one.viaServiceWorker ? (workerSources.get(one.url) ?? null) : null,
          frameUrl: one.frameUrl ?? request.headers().referer ?? null,
          ...(isUnsure && { fromCache: false, viaServiceWorker: true }),
        };
      }),
  };
}

// Of Firefox the driver knows no type; it has the header that Firefox sends.
function typeOf(request: HTTPRequest, isChromium: boolean): string | null {
  return isChromium ? request.resourceType() : (request.headers()['sec-fetch-dest'] ?? null);
}

/** The document that asked: what a frame is loaded from was asked for by the document around it. */
function frameOf(request: HTTPRequest): string | null {
  const own = request.frame();
  let frame: Frame | null = request.isNavigationRequest() ? (own?.parentFrame() ?? null) : own;
  while (frame !== null && !/^https?:/.test(frame.url())) frame = frame.parentFrame();
  return frame?.url() ?? null;
}
