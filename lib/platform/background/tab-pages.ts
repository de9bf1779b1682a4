import { browser } from 'wxt/browser';

import { createPageLoads, type PageLoad } from '../../core/recording/page-load';
import { withoutSignIn } from '../../core/recording/without-sign-in';

const DOCUMENTS = { urls: ['https://*/*', 'http://*/*'], types: ['main_frame' as const] };

/** The pages that this worker heard of as they were loaded, by the tab's id. */
const heard = new Map<number, PageLoad>();

/**
 * Calls back when a page is loaded into a tab, on allowed sites and nowhere else: on no other does this start the worker.
 * To be called at once on start, before anything is awaited.
 */
export function onPageLoaded(listener: (load: PageLoad) => void): void {
  let listened: object | null = null;
  function listen(): void {
    const { webRequest } = browser;
    if (!webRequest || webRequest === listened) return;
    listened = webRequest;
    const loads = createPageLoads();
    webRequest.onBeforeRequest.addListener(
      (details: unknown) => void loads.began(details),
      DOCUMENTS,
    );
    webRequest.onResponseStarted.addListener((details: unknown) => {
      const load = loads.answered(details);
      if (!load) return;
      heard.set(load.tabId, load);
      listener(load);
    }, DOCUMENTS);
  }
  listen();
  browser.permissions.onAdded.addListener(listen);
}

/** Calls back when the address in a tab changes, as long as this worker runs. */
export function onTabMoved(tabId: number, listener: (url: string) => void): () => void {
  const hear = (id: number, { url }: { url?: string }) => {
    if (id === tabId && url !== undefined) listener(withoutSignIn(url));
  };
  browser.tabs.onUpdated.addListener(hear);
  return () => browser.tabs.onUpdated.removeListener(hear);
}

/** Calls back when a tab is closed. */
export function onTabGone(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => {
    heard.delete(tabId);
    listener(tabId);
  });
}

/** The page that this worker heard of as it was loaded into a tab; `null` where it heard of none. */
export function loadOfTab(tabId: number): PageLoad | null {
  return heard.get(tabId) ?? null;
}

/** The address in a tab; `null` where it is gone or may not be known. */
export async function addressOfTab(tabId: number): Promise<string | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.url ? withoutSignIn(tab.url) : null;
}
