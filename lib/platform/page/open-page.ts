import { browser } from 'wxt/browser';

/** Opens the options page, in a tab of its own. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
