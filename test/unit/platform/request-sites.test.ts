import { beforeEach, describe, expect, it, vi } from 'vitest';

import { ALL_PATTERNS } from '@/lib/core/recording/sites-to-allow';

// What a person answers when the browser asks; the question itself is the browser's.

// Other files of this process may have loaded what is tested here, with their own browser.
vi.hoisted(() => vi.resetModules());
const { browser } = vi.hoisted(() => {
  const area = () => {
    const kept: Record<string, unknown> = {};
    return {
      kept,
      get: async (key: string) => (key in kept ? { [key]: kept[key] } : {}),
      set: async (values: object) => void Object.assign(kept, values),
    };
  };
  return {
    browser: {
      webRequest: undefined as unknown,
      asked: [] as { origins: string[] }[],
      answer: async (): Promise<boolean> => true,
      permissions: {
        request: (wanted: { origins: string[] }): Promise<boolean> => {
          browser.asked.push(wanted);
          return browser.answer();
        },
      },
      storage: { local: area(), session: area() },
    },
  };
});
vi.mock('wxt/browser', () => ({ browser }));

// Other tests of this process have these with a browser of their own.
vi.resetModules();
const { requestSites } = await import('@/lib/platform/background/access');
const { askForAccess } = await import('@/lib/platform/page/ask-for-access');
const { askForVisits } = await import('@/lib/platform/page/ask-for-visits');

const NEWS = 'https://news.example';
const SERVICE = 'https://*.adnxs.com/*';

beforeEach(() => {
  browser.webRequest = undefined;
  browser.asked.length = 0;
  browser.answer = async () => true;
  for (const area of [browser.storage.local, browser.storage.session])
    for (const key of Object.keys(area.kept)) delete area.kept[key];
});

describe('sites are asked for', () => {
  it.each<[string, boolean, readonly string[]]>([
    ['by name', false, [SERVICE, `${NEWS}/*`]],
    ['with all others, of which frames may be', true, [SERVICE, `${NEWS}/*`, ...ALL_PATTERNS]],
  ])('%s', async (_, withAll, origins) => {
    await requestSites([NEWS], withAll);
    expect(browser.asked).toEqual([{ permissions: ['webRequest'], origins }]);
  });

  it('within the click: before anything is waited for', async () => {
    const asking = requestSites([NEWS]);
    expect(browser.asked).toHaveLength(1);
    await asking;
  });

  it('and told of from the next start, a further site of the same run as well', async () => {
    expect(await requestSites([NEWS])).toEqual({ answer: 'allowed-later', detail: null });
    browser.webRequest = {};
    expect(await requestSites(['https://shop.example'])).toMatchObject({ answer: 'allowed-later' });
  });

  it('and told of at once where the browser tells already', async () => {
    browser.webRequest = {};
    expect(await requestSites([NEWS])).toEqual({ answer: 'allowed', detail: null });
  });

  it.each<[string, () => Promise<boolean>, string, string | null]>([
    ['a no', async () => false, 'refused', null],
    [
      'a policy',
      () => Promise.reject(new Error('Blocked by enterprise policy')),
      'forbidden',
      'Blocked by enterprise policy',
    ],
    ['anything else', () => Promise.reject(new Error('No window')), 'failed', 'No window'],
  ])('%s', async (_, given, answer, detail) => {
    browser.answer = given;
    expect(await requestSites([NEWS])).toEqual({ answer, detail });
    browser.webRequest = {};
    browser.answer = async () => true;
    expect(await requestSites([NEWS])).toMatchObject({ answer: 'allowed' });
  });
});

describe('the window asks', () => {
  it('for sites as the side panel does', async () => {
    browser.webRequest = {};
    const given = askForAccess({ for: 'sites', sites: [NEWS] });
    expect(browser.asked, 'within the click').toEqual([
      { permissions: ['webRequest'], origins: [SERVICE, `${NEWS}/*`] },
    ]);
    expect(await given).toEqual({ answer: 'allowed', detail: null });
  });

  it.each<[string, () => Promise<boolean>, string, string | null]>([
    ['a yes', async () => true, 'allowed', null],
    ['a no', async () => false, 'refused', null],
    ['a policy', () => Promise.reject(new Error('By policy')), 'forbidden', 'By policy'],
    ['anything else', () => Promise.reject(new Error('No window')), 'failed', 'No window'],
  ])('for all sites, to rehearse: %s', async (_, given, answer, detail) => {
    browser.answer = given;
    const said = askForAccess({ for: 'rehearsal' });
    expect(browser.asked, 'within the click').toEqual([
      {
        permissions: ['declarativeNetRequestWithHostAccess'],
        origins: ['https://*/*', 'http://*/*'],
      },
    ]);
    expect(await said).toEqual({ answer, detail });
    expect(browser.storage.local.kept, 'of requests it was not asked').toEqual({});
  });
});

describe('all sites are asked for, to visit pages', () => {
  it('which is refused while the browser tells of nothing: pixels would be billed and not recorded', async () => {
    await expect(askForVisits()).rejects.toMatchObject({ code: 'access-later' });
    browser.webRequest = {};
    await expect(askForVisits()).rejects.toMatchObject({ code: 'access-later' });
    // Gone with the browser.
    delete browser.storage.session.kept['browserRun'];
    expect(await askForVisits()).toBe(true);
  });

  it.each<[string, () => Promise<boolean>, boolean]>([
    ['a yes, where it tells already', async () => true, true],
    ['a no', async () => false, false],
    ['a policy', () => Promise.reject(new Error('Blocked by policy')), false],
  ])('%s', async (_, given, isAllowed) => {
    browser.webRequest = {};
    browser.answer = given;
    expect(await askForVisits()).toBe(isAllowed);
  });
});
