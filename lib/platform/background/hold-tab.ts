import { browser } from 'wxt/browser';

import { holdRecorderLock, type RecorderLock } from '../channels/recorder-lock';

/**
 * Takes the recording of a tab for the background; `null` where somebody has it, and in a private window: what a person
 * does there stays on no disk unless they open DevTools for it.
 */
export async function holdTab(tabId: number): Promise<RecorderLock | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.incognito ? null : holdRecorderLock(tabId);
}
