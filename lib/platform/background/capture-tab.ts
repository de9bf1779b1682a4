import { browser } from 'wxt/browser';

import type { Captured } from '../../core/recording/picture';
import { shrinkPicture } from './shrink-picture';

/**
 * A picture of what is seen of a tab. The browser gives one of whatever tab of a window is in front, so that must be this
 * one, before and after; and it asks for `activeTab`, which the person gives by the toolbar's button on that tab, or for
 * leave on all sites.
 */
export async function captureTab(tabId: number): Promise<Captured> {
  const windowId = await windowInFront(tabId);
  if (windowId === null) return { why: 'not-in-front' };
  let isLeft = false;
  const onActivated = (to: { windowId: number }) => {
    isLeft ||= to.windowId === windowId;
  };
  browser.tabs.onActivated.addListener(onActivated);
  try {
    const png = await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
    if (isLeft || (await windowInFront(tabId)) !== windowId) return { why: 'not-in-front' };
    const image = await shrinkPicture(png);
    return image === null ? { why: 'too-large' } : { image };
  } catch (error) {
    // Chromium: “Either the '<all_urls>' or 'activeTab' permission is required.” Firefox: “Missing activeTab permission”.
    return { why: /permission/i.test(String(error)) ? 'not-allowed' : 'failed' };
  } finally {
    browser.tabs.onActivated.removeListener(onActivated);
  }
}

/** The window of a tab that is in front there; `null` of any other, or one that is gone. */
async function windowInFront(tabId: number): Promise<number | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.active ? tab.windowId : null;
}
