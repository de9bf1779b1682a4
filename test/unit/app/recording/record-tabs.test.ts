import { describe, expect, it } from 'vitest';

import { recordTabs } from '@/lib/app/recording/record-tabs';
import { type WebRequestEvent, WebRequestEventSchema } from '@/lib/core/recording/web-request';

const SITE = 'https://news.example';
const event = (changes: Partial<WebRequestEvent>): WebRequestEvent =>
  WebRequestEventSchema.parse({
    phase: 'began',
    requestId: '1',
    at: 1,
    url: 'https://ib.adnxs.com/imptr?id=531&t=2',
    urlIsCut: false,
    method: 'GET',
    tabId: 7,
    type: 'image',
    askedBy: SITE,
    pageDocument: null,
    pageSite: SITE,
    status: 0,
    redirectUrl: null,
    isInternal: false,
    fromCache: false,
    error: null,
    ...changes,
  });

/** Tabs with addresses, a list of sites that are recorded, and whoever else records. */
function setUp(urls: Record<number, string> = { 7: `${SITE}/a` }) {
  const did: string[] = [];
  const timers: (() => void)[] = [];
  const others = new Set<number>();
  const taken = new Map<number, () => void>();
  const sites = new Set([SITE]);
  const moves = new Map<number, (url: string) => void>();
  const tabs = recordTabs({
    record(tabId) {
      did.push(`records ${tabId}`);
      return {
        hear: ({ requestId }) => void did.push(`${tabId} hears ${requestId}`),
        navigated: (url) => void did.push(`${tabId} is at ${url}`),
        personChanged: () => void did.push(`${tabId} looks who is there`),
        handOver: () => void did.push(`${tabId} is handed over`),
        stop: () => void did.push(`${tabId} stops`),
      };
    },
    isRecorded: async (url) => sites.has(new URL(url).origin),
    urlOf: async (tabId) => urls[tabId] ?? null,
    async hold(tabId) {
      if (others.has(tabId)) return null;
      const gone = Promise.withResolvers<void>();
      taken.set(tabId, gone.resolve);
      return { release: gone.resolve, gone: gone.promise };
    },
    onMoved(tabId, listener) {
      moves.set(tabId, listener);
      return () => void moves.delete(tabId);
    },
    later: (_milliseconds, step) => void timers.push(step),
  });
  const settle = async () => {
    for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
    return did.splice(0);
  };
  const take = (tabId: number) => taken.get(tabId)?.();
  return { tabs, urls, settle, others, sites, moves, timers, take };
}

describe('recordTabs', () => {
  it('begins with the first that is heard, and loses nothing of what comes until it has begun', async () => {
    const { tabs, settle } = setUp();
    tabs.hear(event({ requestId: '1' }));
    tabs.hear(event({ requestId: '2' }));
    expect(await settle()).toEqual(['records 7', '7 hears 1', '7 hears 2']);
  });

  it('looks by itself at the page with which it begins, and is told of those after it', async () => {
    const { tabs, settle } = setUp();
    await tabs.navigated(7, `${SITE}/a`);
    await tabs.navigated(7, `${SITE}/b`);
    expect(await settle()).toEqual(['records 7', `7 is at ${SITE}/b`]);
  });

  it.each([
    ['of a site that is not recorded', { 7: 'https://other.example/' }],
    ['of a tab whose address may not be known', {}],
  ])('keeps nothing %s', async (_what, urls) => {
    const { tabs, settle } = setUp(urls);
    tabs.hear(event({}));
    expect(await settle()).toEqual([]);
  });

  it('keeps out of a tab that DevTools record, and goes on there once they are closed', async () => {
    const { tabs, settle, others } = setUp();
    others.add(7);
    tabs.hear(event({ requestId: '1' }));
    expect(await settle()).toEqual([]);
    others.delete(7);
    tabs.hear(event({ requestId: '2' }));
    expect(await settle()).toEqual(['records 7', '7 hears 2']);
  });

  it('hands the tab over as DevTools take it, hears of it for a while, and stops', async () => {
    const { tabs, settle, take, others, timers } = setUp();
    tabs.hear(event({ requestId: '1' }));
    await settle();
    others.add(7);
    take(7);
    expect(await settle()).toEqual(['7 is handed over']);
    // Which of these it takes, it knows: those that began before.
    tabs.hear(event({ requestId: '2' }));
    tabs.hear(event({ requestId: '3', tabId: 8 }));
    expect(await settle()).toEqual(['7 hears 2']);
    for (const step of timers) step();
    tabs.hear(event({ requestId: '4' }));
    expect(await settle()).toEqual(['7 stops']);
  });

  it('hears what a page sends as it is left for a site that is not recorded, and nothing of that', async () => {
    const { tabs, settle } = setUp();
    tabs.hear(event({ requestId: '1' }));
    await settle();
    await tabs.navigated(7, 'https://other.example/');
    tabs.hear(event({ requestId: '2' }));
    tabs.hear(event({ requestId: '3', askedBy: 'https://other.example', pageSite: null }));
    expect(await settle()).toEqual(['7 hears 2']);
  });

  it('takes no address and no frame of a page that comes from memory and is not recorded', async () => {
    const { tabs, settle, moves } = setUp();
    tabs.hear(event({ requestId: '1' }));
    await settle();
    moves.get(7)?.('https://other.example/account?name=mine');
    await settle();
    tabs.hear(event({ requestId: '2', askedBy: 'https://frame.example', pageSite: null }));
    expect(await settle()).toEqual([]);
    moves.get(7)?.(`${SITE}/a`);
    await settle();
    tabs.hear(event({ requestId: '3', askedBy: 'https://frame.example', pageSite: null }));
    expect(await settle(), 'it came back').toEqual(['7 hears 3']);
  });

  it('lets go of a tab at once as its site is taken off the list, with the page still open', async () => {
    const { tabs, settle, sites, moves } = setUp();
    tabs.hear(event({ requestId: '1' }));
    await settle();
    sites.delete(SITE);
    await tabs.changed();
    expect(await settle()).toEqual(['7 stops']);
    expect([...moves.keys()], 'nobody follows it').toEqual([]);
    tabs.hear(event({ requestId: '2' }));
    expect(await settle()).toEqual([]);
  });

  it('keeps of two sites of a tab the one that stays on the list', async () => {
    const { tabs, settle, sites, urls } = setUp();
    sites.add('https://shop.example');
    tabs.hear(event({ requestId: '1' }));
    await settle();
    urls[7] = 'https://shop.example/';
    await tabs.navigated(7, 'https://shop.example/');
    await settle();
    sites.delete('https://shop.example');
    await tabs.changed();
    await settle();
    tabs.hear(event({ requestId: '2' }));
    tabs.hear(event({ requestId: '3', pageSite: 'https://shop.example' }));
    tabs.hear(
      event({ requestId: '4', tabId: null, askedBy: 'https://shop.example', pageSite: null }),
    );
    expect(await settle()).toEqual(['7 hears 2']);
  });

  it('takes nothing of no tab that is of a site which was taken off the list', async () => {
    const { tabs, settle, sites, urls } = setUp();
    sites.add('https://shop.example');
    tabs.hear(event({ requestId: '1' }));
    await settle();
    urls[7] = 'https://shop.example/';
    await tabs.navigated(7, 'https://shop.example/');
    sites.delete(SITE);
    await tabs.changed();
    await settle();
    tabs.hear(event({ requestId: '2', tabId: null, pageSite: null }));
    tabs.hear(event({ requestId: '3', pageSite: 'https://shop.example' }));
    expect(await settle()).toEqual(['7 hears 3']);
  });

  it('has every tab look who is there, without waiting for another page', async () => {
    const { tabs, settle } = setUp();
    tabs.hear(event({ requestId: '1' }));
    await settle();
    await tabs.changed();
    expect(await settle()).toEqual(['7 looks who is there']);
  });

  it('offers what no tab has to every tab that is recorded, and to no other', async () => {
    const { tabs, settle } = setUp({ 7: `${SITE}/a`, 8: `${SITE}/b`, 9: 'https://other.example/' });
    for (const tabId of [7, 8, 9]) tabs.hear(event({ tabId }));
    await settle();
    tabs.hear(event({ tabId: null, requestId: 'sw', pageSite: null }));
    expect(await settle()).toEqual(['7 hears sw', '8 hears sw']);
  });

  it('hears the last of a tab that was closed, and then lets go of it', async () => {
    const { tabs, settle, timers } = setUp();
    tabs.hear(event({ requestId: '1' }));
    await settle();
    tabs.closed(7);
    tabs.hear(event({ requestId: '2' }));
    expect(await settle()).toEqual(['7 hears 2']);
    for (const step of timers) step();
    expect(await settle()).toEqual(['7 stops']);
  });
});
