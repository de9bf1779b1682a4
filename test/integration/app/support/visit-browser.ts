import type { PageWord, VisitBrowser } from '@/lib/app/visits/visit-browser';
import type { WebRequestPhase } from '@/lib/core/recording/web-request';

/** A page of the web as a visit meets it. */
export interface WebPage {
  /** Where it leads by itself. */
  readonly redirectsTo?: string;
  readonly status?: number;
  /** The browser's word for why it does not load. */
  readonly error?: string;
  /** Its tab shows nothing: a file came, or nothing. */
  readonly isNoPage?: boolean;
  /** The tab goes on loading for ever. */
  readonly isLoading?: boolean;
  /** The tab breaks off. */
  readonly isCrashed?: boolean;
  /** Its server never answers. */
  readonly isHanging?: boolean;
  readonly pixels?: readonly string[];
  /** Pixels that are sent as it is left, of no tab. */
  readonly leavingPixels?: readonly string[];
  readonly word?: PageWord;
}

type Listener = (phase: WebRequestPhase, details: unknown) => void;

/** The browser's window and its web, which outlive a worker. */
export function createVisitBrowser(now: () => number) {
  const web = new Map<string, WebPage>();
  const visited: string[] = [];
  const at = { isAllowed: true, run: 'run-1', tab: 0, page: '', windows: 0, isOpen: false };
  /** The tabs that are recorded by nobody else. */
  const held = new Set<number>();
  let listeners: readonly { readonly tabId: number; readonly hear: Listener }[] = [];
  let requests = 0;
  /** Called as a page begins to load. */
  let onGo: (url: string) => void = () => {};

  function fire(tabId: number, url: string, type: string, told: object, end: WebRequestPhase) {
    requests += 1;
    const base = { requestId: String(requests), url, type, tabId, method: 'GET', timeStamp: now() };
    const initiator = type === 'main_frame' ? null : new URL(at.page).origin;
    const tell = (phase: WebRequestPhase, more: object) => {
      for (const { tabId: of, hear } of listeners) {
        if (of === tabId || tabId < 0) hear(phase, { ...base, initiator, ...more });
      }
    };
    tell('began', {});
    if (end !== 'began') tell(end, told);
  }

  const pageNow = () => web.get(at.page) ?? {};
  const plug: VisitBrowser = {
    isAllowed: async () => at.isAllowed,
    async openWindow() {
      at.windows += 1;
      at.isOpen = true;
      at.tab += 1;
      at.page = '';
      return at.tab;
    },
    async closeWindow() {
      at.isOpen = false;
    },
    listen(tabId, hear) {
      const one = { tabId, hear };
      listeners = [...listeners, one];
      return () => {
        listeners = listeners.filter((other) => other !== one);
      };
    },
    async go(tabId, url) {
      visited.push(url);
      at.page = web.get(url)?.redirectsTo ?? url;
      const { status = 200, error, isHanging = false, pixels = [] } = pageNow();
      onGo(url);
      if (isHanging) return fire(tabId, at.page, 'main_frame', {}, 'began');
      if (error !== undefined) return fire(tabId, at.page, 'main_frame', { error }, 'failed');
      fire(tabId, at.page, 'main_frame', { statusCode: status }, 'completed');
      for (const one of pixels) fire(tabId, one, 'image', { statusCode: 200 }, 'completed');
    },
    async look() {
      if (!at.isOpen) return null;
      const { isNoPage, isLoading, isHanging, isCrashed } = pageNow();
      const isShown = at.page !== '' && !isNoPage && !isHanging;
      const status = isCrashed ? 'unloaded' : isLoading || isHanging ? 'loading' : 'complete';
      return { status, url: isShown ? at.page : null };
    },
    goDown() {},
    ask: async () => pageNow().word ?? { sight: 'visible' },
    async leave() {
      if (!at.isOpen) return null;
      for (const one of pageNow().leavingPixels ?? []) {
        fire(-1, one, 'ping', { error: 'net::ERR_ABORTED' }, 'failed');
      }
      at.tab += 1;
      at.page = '';
      return at.tab;
    },
  };
  return {
    plug,
    async holdTab(tabId: number) {
      held.add(tabId);
      return { release: () => void held.delete(tabId) };
    },
    held,
    browserRun: async () => at.run,
    web,
    /** The pages that were loaded, in their order. */
    visited,
    at,
    onGo: (act: (url: string) => void) => (onGo = act),
    /** The person closes the window. */
    closeByHand: () => (at.isOpen = false),
    /** The browser is closed and started again: its windows and the name of its run are gone. */
    restart() {
      listeners = [];
      at.isOpen = false;
      at.run = `${at.run}+`;
    },
  };
}
