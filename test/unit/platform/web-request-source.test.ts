import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { WebRequestEvent } from '@/lib/core/recording/web-request';
import { onPixelRequests } from '@/lib/platform/background/web-request-source';
import { isWaiting, noteGiven } from '@/lib/platform/storage/web-request-wait';

import { pixel } from '../core/recording/build';
import { START } from '../core/verification/build';

// The browser's permission as it comes and goes; what it then tells is tried in real browsers (`test/e2e`).

type Listener = (details: unknown) => void;
// Other files of this process may have loaded what is tested here, with their own browser.
vi.hoisted(() => vi.resetModules());
const { browser } = vi.hoisted(() => {
  const area = () => {
    const kept: Record<string, unknown> = {};
    return {
      kept,
      get: async (key: string) => (key in kept ? { [key]: kept[key] } : {}),
      set: async (values: object) => void Object.assign(kept, values),
      remove: async (key: string) => void delete kept[key],
    };
  };
  const added: (() => void)[] = [];
  return {
    browser: {
      added,
      webRequest: undefined as unknown,
      permissions: { onAdded: { addListener: (listener: () => void) => added.push(listener) } },
      storage: { local: area(), session: area() },
    },
  };
});
vi.mock('wxt/browser', () => ({ browser }));

const EVENTS = ['onBeforeRequest', 'onBeforeRedirect', 'onCompleted', 'onErrorOccurred'] as const;
/** The browser gives the permission; what it gives keeps its listeners. */
function give() {
  const listeners = new Map<string, Listener[]>(EVENTS.map((name) => [name, []]));
  browser.webRequest = Object.fromEntries(
    EVENTS.map((name) => [
      name,
      { addListener: (listener: Listener) => listeners.get(name)?.push(listener) },
    ]),
  );
  return {
    count: () => EVENTS.map((name) => listeners.get(name)?.length),
    tell: (name: (typeof EVENTS)[number], details: object) => {
      for (const listener of listeners.get(name) ?? [])
        listener({
          requestId: '1',
          url: pixel(1),
          method: 'GET',
          type: 'image',
          tabId: 7,
          timeStamp: START,
          ...details,
        });
    },
  };
}

beforeEach(() => {
  browser.webRequest = undefined;
  browser.added.length = 0;
  for (const area of [browser.storage.local, browser.storage.session])
    for (const key of Object.keys(area.kept)) delete area.kept[key];
});

describe('the background', () => {
  it('listens at once where it may', () => {
    const given = give();
    onPixelRequests(vi.fn(), vi.fn());
    expect(given.count()).toEqual([1, 1, 1, 1]);
  });

  it('listens from the moment it is allowed to, and once', () => {
    onPixelRequests(vi.fn(), vi.fn());
    const given = give();
    for (let times = 0; times < 3; times += 1) for (const listener of browser.added) listener();
    expect(given.count()).toEqual([1, 1, 1, 1]);
  });

  it('listens again where it was taken back and allowed anew', () => {
    give();
    onPixelRequests(vi.fn(), vi.fn());
    const again = give();
    for (const listener of browser.added) listener();
    expect(again.count()).toEqual([1, 1, 1, 1]);
  });

  it('passes on how a pixel’s request goes, and nothing of another', () => {
    const given = give();
    const told = vi.fn<(event: WebRequestEvent) => void>();
    onPixelRequests(told, vi.fn());
    given.tell('onBeforeRequest', {});
    given.tell('onBeforeRequest', { url: 'https://news.example/imptr.js?x=imptr' });
    given.tell('onCompleted', { statusCode: 200 });
    given.tell('onErrorOccurred', { error: 'net::ERR_ABORTED' });
    given.tell('onBeforeRedirect', { statusCode: 302, redirectUrl: pixel(2) });
    expect(told.mock.calls.map(([{ phase }]) => phase)).toEqual([
      'began',
      'completed',
      'failed',
      'redirected',
    ]);
  });
});

describe('a browser that tells from its next start only', () => {
  it('is waited for in this run, and not in the next', async () => {
    expect(await isWaiting()).toBe(false);
    await noteGiven();
    expect(await isWaiting()).toBe(true);
    // Gone with the browser.
    delete browser.storage.session.kept['browserRun'];
    expect(await isWaiting()).toBe(false);
  });

  it('is no more waited for once it tells, which is said once', async () => {
    const given = give();
    const begun = vi.fn();
    onPixelRequests(vi.fn(), begun);
    await noteGiven();
    given.tell('onBeforeRequest', {});
    given.tell('onCompleted', { statusCode: 200 });
    await vi.waitFor(() => expect(begun).toHaveBeenCalledTimes(1));
    expect(await isWaiting()).toBe(false);
  });

  it('that was not waited for has nothing to say', async () => {
    const given = give();
    const begun = vi.fn();
    onPixelRequests(vi.fn(), begun);
    given.tell('onBeforeRequest', {});
    await isWaiting();
    expect(begun).not.toHaveBeenCalled();
  });
});
