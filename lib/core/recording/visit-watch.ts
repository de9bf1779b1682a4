import { z } from '../base/schema';
import { isPixelUrl } from '../pixel/pixel-url';
import type { VisitEnd } from './visit';
import type { WebRequestPhase } from './web-request';

const DetailsSchema = z.object({
  requestId: z.string(),
  url: z.string(),
  type: z.string(),
  tabId: z.number(),
  statusCode: z.optional(z.nullable(z.number())),
  error: z.optional(z.nullable(z.string())),
});

/** What a tab says of itself; `url` only where it shows a page of the web. */
export interface TabLook {
  readonly status: string;
  readonly url: string | null;
}

export interface Ended {
  readonly end: VisitEnd;
  readonly detail: string | null;
}

/** Nothing was asked for during this time, in milliseconds: the page has come to rest. */
export const QUIET_MS = 2000;
/** A tab that shows nothing this long after its page was answered shows nothing at all, in milliseconds. */
const SHOWN_MS = 1000;

/** Watches one visit: by what `webRequest` tells of the tab, and by how that looks, again and again. */
export function createVisitWatch(tabId: number, startedAt: number, limitMs: number) {
  let page: { id: string; state: 'open' | 'answered' | 'failed'; at: number } | null = null;
  let status = 0;
  let error: string | null = null;
  let loadedAt: number | null = null;
  let lastAt = startedAt;
  const pixels = new Set<string>();

  return {
    /** Takes in what the browser told at a moment, in milliseconds since 1970; what is of another tab is left out. */
    hear(phase: WebRequestPhase, details: unknown, at: number): void {
      const { data } = DetailsSchema.safeParse(details);
      if (!data || data.tabId !== tabId) return;
      const { requestId: id, url, type } = data;
      if (phase === 'began') lastAt = at;
      if (isPixelUrl(url)) {
        if (phase === 'began') pixels.add(id);
        else if (phase !== 'redirected') pixels.delete(id);
      }
      if (type !== 'main_frame') return;
      if (phase === 'began') {
        page = { id, state: 'open', at };
        loadedAt = null;
      } else if (page?.id === id && phase !== 'redirected') {
        page = { id, state: phase === 'failed' ? 'failed' : 'answered', at };
        status = data.statusCode ?? 0;
        error = phase === 'failed' ? (data.error ?? '') : null;
      }
    },
    /** What the server answered for the page that was loaded last; 0 where it did not. */
    status: () => status,
    /** How the visit has ended, by how the tab looks now; `null` where it goes on. */
    ended(tab: TabLook, at: number): Ended | null {
      if (tab.status === 'unloaded') return { end: 'crashed', detail: null };
      const isStill = page !== null && page.state !== 'open' && at - page.at >= SHOWN_MS;
      if (page?.state === 'failed' && isStill) return { end: 'failed', detail: error };
      const isShown = tab.url !== null;
      const isComplete = tab.status === 'complete';
      // Of what Firefox does not even try it tells nothing, and shows a page of its own at that address.
      if (page === null && isShown && isComplete && at - startedAt >= SHOWN_MS) {
        return { end: 'failed', detail: null };
      }
      if (isStill && isComplete && !isShown) {
        const isEmpty = status === 204 || status === 205;
        return { end: isEmpty ? 'empty' : 'download', detail: null };
      }
      const isLoaded = isComplete && isShown && page?.state === 'answered';
      if (!isLoaded) loadedAt = null;
      else loadedAt ??= at;
      const restsSince = Math.max(lastAt, loadedAt ?? Infinity);
      if (at - restsSince >= QUIET_MS && pixels.size === 0) return { end: 'quiet', detail: null };
      if (at - startedAt < limitMs) return null;
      if (loadedAt !== null) return { end: 'busy', detail: null };
      return { end: isShown && page !== null ? 'loading' : 'unanswered', detail: null };
    },
    /** Whether the page is loaded, as it looked last. */
    isLoaded: () => loadedAt !== null,
  };
}
