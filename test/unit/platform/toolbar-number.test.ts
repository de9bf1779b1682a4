import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { begin } from '@/lib/core/rehearsal/lease';
import { createShowCount } from '@/lib/platform/background/toolbar-number';
import { rehearsalStore } from '@/lib/platform/storage/rehearsals';
import { toolbarText } from '@/lib/text/pages/toolbar';

// Other files of this process may have loaded what is tested here, with their own browser.
vi.hoisted(() => vi.resetModules());
vi.mock('wxt/browser', async () => {
  const { fakeBrowser: browser } = await import('wxt/testing/fake-browser');
  return { browser };
});

/** What stands at the button of each tab. */
const shown = new Map<string, string>();
beforeEach(() => {
  fakeBrowser.reset();
  shown.clear();
  Reflect.set(fakeBrowser, 'action', {
    setBadgeText: async (to: { tabId: number; text: string }) =>
      void shown.set(`badge ${to.tabId}`, to.text),
    setBadgeBackgroundColor: async () => {},
    setBadgeTextColor: async () => {},
    setTitle: async (to: { tabId: number; title: string }) =>
      void shown.set(`title ${to.tabId}`, to.title),
  });
});

const show = createShowCount(toolbarText);
const TOKEN = '00000000-0000-4000-8000-000000000001';
const TITLE = 'Piggyback: 3 pixel requests on this page';

it.each([
  ['while it is rehearsed, its mark stays', 7, true, undefined],
  ['another tab has its number', 8, true, '3'],
  ['before the trial came back there is no mark to keep', 7, false, '3'],
])('%s', async (_, tabId, isOn, badge) => {
  const lease = begin([], { tabId: 7, host: 'a.example', token: TOKEN, run: TOKEN }, Date.now());
  await rehearsalStore.write(lease ? [{ ...lease, isOn }] : []);
  await show(tabId, { requests: 3, errors: 0 });
  expect(shown.get(`badge ${tabId}`)).toBe(badge);
  expect(shown.get(`title ${tabId}`)).toBe(TITLE);
});
