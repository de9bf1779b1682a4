import type { CDPSession } from 'puppeteer-core';

import { inPanel, untilInPanel } from './devtools.ts';

const CODES: Readonly<Record<string, number>> = {
  Tab: 9,
  Enter: 13,
  Escape: 27,
  ' ': 32,
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
};
const TEXTS: Readonly<Record<string, string>> = { Enter: '\r', ' ': ' ' };
const SHIFT = 8;

/** Presses keys in the panel, one after the other, where its focus is. */
export async function keysInPanel(panel: CDPSession, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await press(panel, key, 0);
}

/** Goes on by Tab until what has the focus is such that the expression of `at` holds. */
export async function tabInPanel(panel: CDPSession, holds: string, back = false): Promise<void> {
  for (let times = 0; times < 60; times += 1) {
    await press(panel, 'Tab', back ? SHIFT : 0);
    if (await inPanel(panel, `((at) => ${holds})(document.activeElement)`)) return;
  }
  throw new Error(`by Tab nobody comes to ${holds}`);
}

/** Waits until what has the focus is such. */
export async function focusInPanel(panel: CDPSession, holds: string): Promise<void> {
  await untilInPanel(panel, `((at) => ${holds})(document.activeElement)`);
}

async function press(panel: CDPSession, key: string, modifiers: number): Promise<void> {
  const text = TEXTS[key];
  const event = {
    key,
    code: key === ' ' ? 'Space' : key,
    windowsVirtualKeyCode: CODES[key] ?? 0,
    modifiers,
    ...(text !== undefined && { text }),
  };
  await panel.send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', ...event });
  await panel.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}
