import { browser } from 'wxt/browser';

import type { BuilderPorts } from '../../app/builder/builders';
import { BuilderSessionSchema } from '../../app/builder/session';
import { AppError } from '../../core/errors';
import { z } from '../../core/schema';

const KEY = 'builders';
const FILES = ['/tag-insert.js', '/place-builder.js'] as const;
const PAGE = '/builder.html';
const WINDOW = { width: 420, height: 720 };
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
    ask: (tabId, frameId, message) =>
      browser.tabs.sendMessage(tabId, message, { frameId }).catch(() => null),
    async openWindow(token, tabId) {
      const url = `${browser.runtime.getURL(PAGE)}#${token}`;
      // Firefox for Android has tabs only.
      if (!browser.windows?.create) return void (await browser.tabs.create({ url }));
      const { left = 0, top = 0, width = 0 } = await windowOf(tabId);
      const beside = { left: Math.max(left + width - WINDOW.width - 24, 0), top: top + 80 };
      await browser.windows.create({ url, type: 'popup', ...WINDOW, ...beside });
    },
    addressOf: async (tabId) => (await browser.tabs.get(tabId).catch(() => null))?.url ?? null,
  };
}

/** Calls back when a tab is closed. */
export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener(listener);
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
