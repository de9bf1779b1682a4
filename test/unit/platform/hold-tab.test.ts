import { expect, it, vi } from 'vitest';

import { holdTab } from '@/lib/platform/background/hold-tab';

const TABS: Readonly<Record<number, object>> = { 7: { incognito: false }, 8: { incognito: true } };
// Other files of this process may have loaded what is tested here, with their own browser.
vi.hoisted(() => vi.resetModules());
vi.mock('wxt/browser', () => ({
  browser: {
    tabs: {
      async get(id: number) {
        const tab = TABS[id];
        if (!tab) throw new Error(`No tab with id: ${id}.`);
        return tab;
      },
    },
  },
}));
/** Nobody else holds a tab. */
vi.stubGlobal('navigator', {
  locks: {
    // As the browser does: never at once.
    async request(name: string, _: object, act: (lock: object) => Promise<void>) {
      await Promise.resolve();
      return act({ name });
    },
  },
});

it.each([
  ['a tab is taken', 7, true],
  ['one in a private window is not', 8, false],
  ['of one that is gone the last is heard', 9, true],
])('%s', async (_, tabId, isTaken) => {
  const lock = await holdTab(tabId);
  expect(lock !== null).toBe(isTaken);
  lock?.release();
  await lock?.gone;
});
