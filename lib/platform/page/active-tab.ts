import { browser } from 'wxt/browser';

interface ActiveTab {
  readonly id: number;
  readonly url: string | null;
  /** In a private window. */
  readonly isPrivate: boolean;
}

/** The tab the person is looking at. */
export async function activeTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined
    ? null
    : { id: tab.id, url: tab.url ?? null, isPrivate: tab.incognito };
}

/** Calls back when another tab is shown, or another page is in one. */
export function onTabShown(listener: () => void): void {
  browser.tabs.onActivated.addListener(() => listener());
  browser.tabs.onUpdated.addListener((_id, { status, url }) => {
    if (status !== undefined || url !== undefined) listener();
  });
  browser.permissions.onAdded.addListener(() => listener());
  browser.permissions.onRemoved.addListener(() => listener());
}

/** Loads the page of a tab anew. */
export function reloadTab(tabId: number): void {
  void browser.tabs.reload(tabId).catch(() => {});
}
