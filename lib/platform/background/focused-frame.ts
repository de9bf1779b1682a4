import { browser } from 'wxt/browser';

import { z } from '../../core/base/schema';

const FocusSchema = z.object({ isField: z.boolean(), isFocused: z.boolean() });

/**
 * The frame of a tab whose field has the focus; 0 where there is none. Of several frames that have one,
 * since a frame that was left remembers its own, the one where the person is now.
 */
export async function focusedFrame(tabId: number): Promise<number> {
  const results = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: focusHere })
    .catch(() => []);
  const found = results.flatMap(({ frameId, result }) => {
    const parsed = FocusSchema.safeParse(result);
    return parsed.success && parsed.data.isField ? [{ frameId, ...parsed.data }] : [];
  });
  return (found.find(({ isFocused }) => isFocused) ?? found[0])?.frameId ?? 0;
}

// Runs in the page, so it can use nothing from outside itself.
function focusHere(): { isField: boolean; isFocused: boolean } {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const isField =
    active instanceof HTMLTextAreaElement ||
    active instanceof HTMLInputElement ||
    (active instanceof HTMLElement &&
      (active.isContentEditable || Boolean(Reflect.get(active, 'editContext'))));
  return { isField, isFocused: document.hasFocus() };
}
