import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// Other files of this process may have loaded what is tested here, with their own browser.
vi.hoisted(() => vi.resetModules());
vi.mock('wxt/browser', async () => {
  const { fakeBrowser: browser } = await import('wxt/testing/fake-browser');
  return { browser };
});

// Other tests of this process have these with a browser of their own.
vi.resetModules();
const { readSettings, switchAccount } = await import('@/lib/platform/storage/storage');
beforeEach(() => fakeBrowser.reset());

const USER = { baseUrl: 'https://api.appnexus.com', username: 'two' };
const MINE = { advertiser: { id: 7, name: 'Mine' }, sheetColumns: ['a'], account: 'one' };
const { local } = fakeBrowser.storage;

it('what one has chosen is put aside for them, and nothing of it is left for the other', async () => {
  await local.set(MINE);
  expect(await switchAccount('two', USER)).toBe('one');
  expect(await local.get(null)).toEqual({
    account: 'two',
    lastUser: USER,
    others: { one: { advertiser: MINE.advertiser, sheetColumns: ['a'] } },
  });
  await switchAccount('one', USER);
  expect((await readSettings()).advertiser).toEqual(MINE.advertiser);
});

it('is all as it was where the disk is full', async () => {
  await local.set(MINE);
  vi.spyOn(local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
  await expect(switchAccount('two', USER)).rejects.toThrow('quota');
  expect(await local.get(null)).toEqual(MINE);
});
