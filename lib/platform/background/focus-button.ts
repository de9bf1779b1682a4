import { browser } from 'wxt/browser';

import { onTold } from '../channels/on-told';

const FOCUS = 'field-button.focus';

/** Asks every frame of a tab; the one whose button stands at the focused field takes the focus there. */
export async function focusFieldButton(tabId: number): Promise<void> {
  await browser.tabs.sendMessage(tabId, { piggyback: FOCUS });
}

/** Calls back when the person pressed the shortcut that leads to the button. */
export function onFocusButton(listener: () => void, signal: AbortSignal): void {
  onTold(FOCUS, listener, signal);
}
