import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** What the browser has granted. */
const granted = new Set<string>();
// Other files of this process may have loaded what is tested here, with their own browser.
vi.hoisted(() => vi.resetModules());
vi.mock('wxt/browser', async () => {
  const { fakeBrowser: browser } = await import('wxt/testing/fake-browser');
  return { browser };
});

// Other tests of this process have these with a browser of their own.
vi.resetModules();
const { forgetSitesTakenBack } = await import('@/lib/platform/page/sites-taken-back');
const { changeRecordedSites, readRecordedSites } =
  await import('@/lib/platform/storage/recorded-sites');
beforeEach(() => {
  fakeBrowser.reset();
  granted.clear();
  Reflect.set(fakeBrowser.permissions, 'contains', async (asked: { origins: string[] }) =>
    asked.origins.every((origin) => granted.has(origin)),
  );
});

const SERVICE = 'https://*.adnxs.com/*';
const [NEWS, SHOP] = ['https://news.example', 'https://shop.example:8443'];

it.each([
  ['all is allowed', [SERVICE, `${NEWS}/*`, 'https://shop.example/*'], [NEWS, SHOP]],
  ['one site is taken back', [SERVICE, 'https://shop.example/*'], [SHOP]],
  ['the service is taken back', [`${NEWS}/*`, 'https://shop.example/*'], []],
])('where %s, what is allowed stays on the list', async (_, allowed, left) => {
  await changeRecordedSites(() => [NEWS, SHOP]);
  for (const one of allowed) granted.add(one);
  await forgetSitesTakenBack();
  // Allowed again for something else, it is not back.
  for (const one of [SERVICE, `${NEWS}/*`, 'https://shop.example/*']) granted.add(one);
  expect(await readRecordedSites()).toEqual(left);
});
