import { describe, expect, it, vi } from 'vitest';

import { recordTab } from '@/lib/app/recording/record-tab';
import { recordTabs } from '@/lib/app/recording/record-tabs';
import type { PageLoad } from '@/lib/core/recording/page-load';
import type { PageView } from '@/lib/core/recording/page-views';
import { readWebRequest, type WebRequestEvent } from '@/lib/core/recording/web-request';
import { openVerificationChannel } from '@/lib/platform/channels/verification-channel';

const SITE = 'https://news.example';
const PRIVATE = 'https://mail.example/inbox?of=me';

/** Requests of pixels as a browser tells of them. */
function pixel(requestId: string): WebRequestEvent {
  const event = readWebRequest('began', {
    requestId,
    url: `https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=${requestId}`,
    method: 'GET',
    timeStamp: 2000 + Number(requestId),
    tabId: 7,
    frameId: 0,
    type: 'image',
    initiator: SITE,
  });
  if (!event) throw new Error('no pixel');
  return event;
}

/** A tab in the test's hands, recorded as in the background, with the real line to open pages. */
function setUp() {
  const tab = { url: `${SITE}/a`, load: null as PageLoad | null, person: 'one', isListed: true };
  const kept = {
    views: [] as PageView[],
    pixels: [] as string[],
    of: [] as string[],
    disk: Promise.resolve(),
    writes: 0,
  };
  let moved = (_url: string) => {};
  let lose = () => {};
  let ids = 0;
  let owner: string | null = null;
  const isRecorded = async (url: string) => tab.isListed && url.startsWith(SITE);
  const tabs = recordTabs({
    record: (tabId) =>
      recordTab({
        store: {
          earlierOfTab: async () => null,
          takeOver: async () => null,
          async putVerification({ id }) {
            owner = tab.person;
            kept.of.push(`${owner} ${id}`);
          },
          async addPageView(view) {
            kept.views.push(view);
            return true;
          },
          async changeRequests(_id, { changed }) {
            kept.writes += 1;
            await kept.disk;
            for (const { url } of changed) kept.pixels.push(url.cachebuster ?? '');
            return true;
          },
        },
        isOfAnother: async () => owner !== null && owner !== tab.person,
        tabId,
        address: async () => tab.url,
        load: () => tab.load,
        isRecorded,
        openChannel: openVerificationChannel,
        onBegun: () => {},
        counter: { hear: () => {} },
        browserRun: async () => 'run',
        now: () => 5000,
        later: () => {},
        newId: () => `id${(ids += 1)}`,
      }),
    isRecorded,
    urlOf: async () => tab.url,
    async hold() {
      const gone = Promise.withResolvers<void>();
      lose = gone.resolve;
      return { release: gone.resolve, gone: gone.promise };
    },
    onMoved(_tabId, listener) {
      moved = listener;
      return () => (moved = () => {});
    },
    later: () => {},
  });
  const page = openVerificationChannel(() => {});
  return {
    tabs,
    tab,
    kept,
    page,
    goTo(url: string) {
      tab.url = url;
      tab.load = { tabId: 7, url, startedAt: 4000 };
      moved(url);
    },
    /** From memory, without a request. */
    comeBackTo(url: string) {
      tab.url = url;
      moved(url);
    },
    lose: () => lose(),
  };
}

const until = (check: () => void) => vi.waitFor(check);

describe('recordTab', () => {
  it('keeps no address of a site that is not recorded, also of one that the browser tells of', async () => {
    const { tabs, kept, goTo, comeBackTo, page, lose } = setUp();
    tabs.hear(pixel('1'));
    await until(() => expect(kept.views.map(({ url }) => url)).toEqual([`${SITE}/a`]));
    goTo(PRIVATE);
    // Begun anew there, it finds that page by itself.
    page.send({ kind: 'deleted', verificationId: 'id1' });
    await until(() => expect(kept.of).toHaveLength(2));
    comeBackTo(`${SITE}/b`);
    await until(() => expect(kept.views.at(-1)?.url).toBe(`${SITE}/b`));
    expect(kept.views.at(-1)?.startedAt, 'not as the page before was loaded').toBe(5000);
    expect(kept.views.map(({ url }) => url)).not.toContain(PRIVATE);
    lose();
    page.close();
  });

  it('loses nothing that it heard before DevTools took the tab', async () => {
    const { tabs, kept, goTo, page, lose } = setUp();
    tabs.hear(pixel('1'));
    await until(() => expect(kept.pixels).toEqual(['1']));
    const disk = Promise.withResolvers<void>();
    kept.disk = disk.promise;
    tabs.hear(pixel('2'));
    await until(() => expect(kept.writes).toBe(2));
    goTo(`${SITE}/b`);
    tabs.hear(pixel('3'));
    await tabs.changed();
    lose();
    await new Promise((resolve) => setImmediate(resolve));
    disk.resolve();
    await until(() => expect(kept.pixels).toEqual(['1', '2', '3']));
    page.close();
  });

  it('obeys no page once another records the tab, also while it still writes', async () => {
    const { tabs, kept, page, lose } = setUp();
    tabs.hear(pixel('1'));
    await until(() => expect(kept.pixels).toEqual(['1']));
    const disk = Promise.withResolvers<void>();
    kept.disk = disk.promise;
    tabs.hear(pixel('2'));
    await Promise.resolve();
    lose();
    const said = Promise.withResolvers<void>();
    const witness = openVerificationChannel(() => said.resolve());
    page.send({ kind: 'repeat', verificationId: 'id1', tabId: 7 });
    await said.promise;
    disk.resolve();
    await until(() => expect(kept.pixels).toEqual(['1', '2']));
    await tabs.changed();
    expect(kept.of).toHaveLength(1);
    witness.close();
    page.close();
  });

  it('goes on as another’s at once where somebody else signs in', async () => {
    const { tabs, tab, kept, page, lose } = setUp();
    tabs.hear(pixel('1'));
    await until(() => expect(kept.pixels).toEqual(['1']));
    tab.person = 'two';
    await tabs.changed();
    await until(() => expect(kept.of.map((one) => one.split(' ')[0])).toEqual(['one', 'two']));
    lose();
    page.close();
  });

  it('ends as its site is taken off the list', async () => {
    const { tabs, tab, kept, page } = setUp();
    tabs.hear(pixel('1'));
    await until(() => expect(kept.pixels).toEqual(['1']));
    tab.isListed = false;
    await tabs.changed();
    tabs.hear(pixel('2'));
    await tabs.changed();
    expect(kept.pixels).toEqual(['1']);
    page.close();
  });
});
