import { browser } from 'wxt/browser';

/** Shows the workspace at an address of its own, and in the tab where it is open if it is. */
export async function openWorkspace(address: string): Promise<void> {
  const page = browser.runtime.getURL('/workspace.html');
  const url = `${page}${address}`;
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  const open = contexts.find(({ documentUrl }) => documentUrl?.replace(/#.*$/s, '') === page);
  if (!open) {
    await browser.tabs.create({ url });
    return;
  }
  const isThere = open.documentUrl === url;
  await browser.tabs.update(open.tabId, { active: true, ...(!isThere && { url }) });
  // Firefox for Android has tabs only.
  await browser.windows?.update(open.windowId, { focused: true });
}
