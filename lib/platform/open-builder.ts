import { browser } from 'wxt/browser';

import { AppError } from '../core/errors';

const BUILDER_FILE = '/content-scripts/tag-builder.js';

/**
 * Puts the tag builder into one frame of a tab. The page must be open to us: by a granted host, or
 * for the moment by the toolbar button, the shortcut or the context menu (`activeTab`).
 */
export async function openBuilder(tabId: number, frameId: number): Promise<void> {
  await inject(tabId, frameId);
}

/** Opens the builder in the frame that holds the focused field, else in the top frame. */
export async function openBuilderAtFocus(tabId: number): Promise<void> {
  await inject(tabId, await focusedFrame(tabId));
}

/** The tab the person is looking at. */
export async function activeTab(): Promise<{ id: number; url: string | null } | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null };
}

async function inject(tabId: number, frameId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      files: [BUILDER_FILE],
    });
  } catch (error) {
    throw new AppError('page-closed-to-extensions', {
      ...(error instanceof Error && { detail: error.message }),
    });
  }
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
