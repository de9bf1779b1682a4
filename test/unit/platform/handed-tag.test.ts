import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, expect, it, vi } from 'vitest';

import { TRIAL_LIMITS } from '@/lib/core/trial/limits';
import { handOverTag, takeHandedTag } from '@/lib/platform/storage/handed-tag';

// Other files of this process may have loaded what is tested here, with their own browser.
vi.hoisted(() => vi.resetModules());
vi.mock('wxt/browser', async () => {
  const { fakeBrowser: browser } = await import('wxt/testing/fake-browser');
  return { browser };
});
beforeEach(() => fakeBrowser.reset());

it('a tag is handed over once, under a key that is new each time', async () => {
  const key = await handOverTag('<img>', 'gam');
  expect(await takeHandedTag('another')).toBeNull();
  expect(await takeHandedTag(key)).toEqual({ key, text: '<img>', serverId: 'gam' });
  expect(await takeHandedTag(key)).toBeNull();
  expect(await handOverTag('<img>', 'gam')).not.toBe(key);
});

it('the newest alone waits', async () => {
  const first = await handOverTag('first', null);
  const second = await handOverTag('second', null);
  expect(await takeHandedTag(first)).toBeNull();
  expect(await takeHandedTag(second)).toMatchObject({ text: 'second' });
});

it.each([
  ['another shape', { key: 'k', text: 5, serverId: null }],
  ['a text beyond the cap', { key: 'k', text: 'x'.repeat(TRIAL_LIMITS.text + 1), serverId: null }],
  ['nothing of ours', 'k'],
])('what is kept in %s is none', async (_, handedTag) => {
  await fakeBrowser.storage.session.set({ handedTag });
  expect(await takeHandedTag('k')).toBeNull();
});
