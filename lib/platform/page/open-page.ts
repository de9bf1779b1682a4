import { browser } from 'wxt/browser';

/** Shows the page that makes and checks tag sheets, in a tab of its own. */
export async function openTagSheet(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/tag-sheet.html') });
}

/** Opens the options page, in a tab of its own. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
