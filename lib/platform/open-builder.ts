import { browser } from 'wxt/browser';

import { openInBestFrame } from './remote-field';

/**
 * Opens the builder at the field that has the focus, wherever it is, else in the top frame. The page
 * must be open to us: by a granted host, or for the moment by the toolbar button, the shortcut or the
 * context menu (`activeTab`, which opens no frames of other origins).
 */
export async function openBuilderAtFocus(tabId: number): Promise<void> {
  await openInBestFrame(tabId, await focusedFrame(tabId));
}

/** The tab the person is looking at. */
export async function activeTab(): Promise<{ id: number; url: string | null } | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null };
}

/** Opens the options page, in a tab of its own. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

async function focusedFrame(tabId: number): Promise<number> {
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: hasFocusedField,
    });
    return results.find(({ result }) => result === true)?.frameId ?? 0;
  } catch {
    return 0;
  }
}

// Runs in the page, so it can use nothing from outside itself.
function hasFocusedField(): boolean {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return (
    active instanceof HTMLTextAreaElement ||
    active instanceof HTMLInputElement ||
    (active instanceof HTMLElement &&
      (active.isContentEditable || Boolean(Reflect.get(active, 'editContext'))))
  );
}
