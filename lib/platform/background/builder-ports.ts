import { browser } from 'wxt/browser';

import type { BuilderPorts } from '../../app/builder/ports';
import { BuilderSessionSchema } from '../../app/builder/session';
import { AppError } from '../../core/base/errors';
import { z } from '../../core/base/schema';
import { focusedFrame } from './focused-frame';

const KEY = 'builders';
const FILES = ['/tag-insert.js', '/place-builder.js'] as const;
const WINDOW = { width: 420, height: 720 };
/** A desktop that keeps its windows where they are is not waited for longer. */
const FRONT_MS = 1000;
const SessionsSchema = z.array(BuilderSessionSchema);

/** The browser as the builders need it. Called in the background. */
export function builderPorts(title: string): BuilderPorts {
  return {
    title,
    store: {
      async read() {
        const { [KEY]: stored } = await browser.storage.session.get(KEY);
        const parsed = SessionsSchema.safeParse(stored);
        return parsed.success ? parsed.data : [];
      },
      write: (sessions) => browser.storage.session.set({ [KEY]: sessions }),
    },
    newToken: () => crypto.randomUUID(),
    focusedFrame,
    async inject(tabId, frameId) {
      const target = { tabId, frameIds: [frameId] };
      try {
        await browser.scripting.executeScript({ target, files: [...FILES] });
      } catch (error) {
        throw new AppError('page-closed-to-extensions', {
          ...(error instanceof Error && { detail: error.message }),
        });
      }
    },
    async ask(tabId, frameId, message) {
      const asked: Promise<unknown> = browser.tabs.sendMessage(tabId, message, { frameId });
      return (await asked.catch(() => null)) ?? null;
    },
    async openWindow(token, tabId) {
      // Not the dynamic address that frames have: a page opened by it is not known as ours.
      const url = `${browser.runtime.getURL('/')}builder.html#${token}`;
      // Firefox for Android has tabs only.
      if (!browser.windows?.create) return void (await browser.tabs.create({ url }));
      const { left = 0, top = 0, width = 0 } = await windowOf(tabId);
      const beside = { left: Math.max(left + width - WINDOW.width - 24, 0), top: top + 80 };
      const asked = { url, type: 'popup', ...WINDOW } as const;
      // Browsers refuse a place that is off the screen.
      await browser.windows
        .create({ ...asked, ...beside })
        .catch(() => browser.windows.create(asked));
    },
    closeWindow: (tabId) => browser.tabs.remove(tabId).catch(() => {}),
    async showTab(tabId) {
      const tab = await browser.tabs.update(tabId, { active: true }).catch(() => null);
      if (tab && browser.windows) await bringToFront(tab.windowId).catch(() => {});
    },
    addressOf: async (tabId) => (await browser.tabs.get(tabId).catch(() => null))?.url ?? null,
  };
}

/** Calls back when a tab is closed. */
export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener(listener);
}

async function bringToFront(windowId: number): Promise<void> {
  const { onFocusChanged } = browser.windows;
  const { promise: arrived, resolve } = Promise.withResolvers<void>();
  const note = (id: number) => id === windowId && resolve();
  onFocusChanged.addListener(note);
  try {
    const { focused } = await browser.windows.update(windowId, { focused: true });
    if (focused) return;
    setTimeout(resolve, FRONT_MS);
    await arrived;
  } finally {
    onFocusChanged.removeListener(note);
  }
}

async function windowOf(tabId: number): Promise<{ left?: number; top?: number; width?: number }> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  const found = tab && (await browser.windows.get(tab.windowId).catch(() => null));
  const { left, top, width } = found ?? {};
  return {
    ...(left !== undefined && { left }),
    ...(top !== undefined && { top }),
    ...(width !== undefined && { width }),
  };
}
