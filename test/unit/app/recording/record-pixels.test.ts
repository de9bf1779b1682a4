import { describe, expect, it, vi } from 'vitest';

import { type Earlier, type RecorderParts, recordPixels } from '@/lib/app/recording/record-pixels';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import type { PageView } from '@/lib/core/recording/page-views';
import type { JoinChange } from '@/lib/core/recording/join-observations';
import type { RecorderMessage } from '@/lib/core/recording/recorder-message';
import type { Verification } from '@/lib/core/verification/verification';
import { createDevtoolsSource } from '@/lib/platform/devtools/devtools-source';

import { START, verification } from '../../core/verification/build';

const PAGE = 'https://news.example/';
const iso = (at: number) => new Date(at).toISOString();
const pixel = (cachebuster: number, at: number, response: object = {}) => ({
  startedDateTime: iso(at),
  time: 5,
  _resourceType: 'image',
  request: { url: `https://ib.adnxs.com/imptr?id=531&cachebuster=${cachebuster}`, method: 'GET' },
  response: { status: 200, _error: null, ...response },
});
const documentEntry = { request: { url: PAGE } };

/** A network, a store and a clock in memory, all of them in the test's hands. */
function setUp(changes: Partial<RecorderParts> = {}, before: Earlier | null = null) {
  const listeners = { request: (_entry: unknown) => {}, navigated: (_url: string) => {} };
  const har: { pages: object[]; entries: object[] } = { pages: [], entries: [] };
  const kept = {
    verifications: [] as Verification[],
    pageViews: [] as PageView[],
    batches: [] as (readonly PixelRequest[])[],
  };
  const messages: RecorderMessage[] = [];
  const timers: (() => void)[] = [];
  let now = START;
  let ids = 0;
  const recorder = recordPixels({
    sources: [
      createDevtoolsSource(
        {
          onRequestFinished: (listener) => (listeners.request = listener),
          getHar: async () => structuredClone(har),
        },
        7,
      ),
    ],
    page: {
      onNavigated: (listener) => (listeners.navigated = listener),
      current: async () => null,
    },
    store: {
      earlierOfTab: async () => before,
      takeOver: async () => null,
      putVerification: async (row) => void kept.verifications.push(row),
      addPageView: async (row) => {
        kept.pageViews.push(row);
        return true;
      },
      changeRequests: async (_id, { changed }) => {
        kept.batches.push(changed);
        return true;
      },
    },
    tabId: 7,
    browserRun: async () => 'run1',
    mayMissFirstPage: false,
    now: () => now,
    later: (_ms, step) => void timers.push(step),
    newId: () => `id${(ids += 1)}`,
    notify: (message) => void messages.push(message),
    ...changes,
  });
  const keys = () => kept.batches.flat().map((item) => item.url.cachebuster);
  const wait = (ms: number) => (now += ms);
  return { recorder, listeners, har, kept, messages, timers, keys, wait };
}

describe('recordPixels', () => {
  it('keeps of the address of a page so much as any address has, and says that there was more', async () => {
    const { recorder, listeners, kept } = setUp();
    listeners.navigated(`${PAGE}#/${'x'.repeat(2_000_000)}`);
    await recorder.checkAgain();
    const [view] = kept.pageViews;
    expect(view?.url).toHaveLength(100_001);
    expect(view?.url).toMatch(/^https:\/\/news\.example\/#\/x+…$/);
  });

  it('views a page with an address that is cut once, by the event, the log and the page itself', async () => {
    const long = `${PAGE}?${'a&'.repeat(500_000)}`;
    let hear = (_url: string) => {};
    const { recorder, har, kept, timers } = setUp({
      page: {
        onNavigated: (listener) => (hear = listener),
        current: async () => ({ url: long, loadedAt: START }),
      },
    });
    har.pages.push({ startedDateTime: iso(START), title: long });
    har.entries.push({ startedDateTime: iso(START), request: { url: long, method: 'GET' } });
    hear(long);
    hear(`${long}#part`);
    // What stands behind the cut is not looked at: a page could have all of it compared twenty times a second.
    hear(`${long}more=1`);
    await recorder.checkAgain();
    timers.splice(0).at(-1)?.();
    await recorder.checkAgain();
    expect(kept.pageViews.map(({ url }) => url.length)).toEqual([100_001]);
    expect(kept.verifications[0]?.openedAfterLoad).toBe(false);
  });

  it('keeps what finishes before the verification itself is written, and tells of it after', async () => {
    const { recorder, listeners, kept, messages, keys } = setUp();
    listeners.request(pixel(1, START + 1));
    listeners.request({ request: { url: 'https://x.example/app.js' } });
    listeners.request('nonsense');
    await recorder.checkAgain();
    expect(keys()).toEqual(['1']);
    expect(kept.verifications).toHaveLength(1);
    expect(messages.map((message) => message.kind)).toEqual([
      'started',
      'requests-changed',
      'checked',
    ]);
  });

  it('writes a burst in batches: the first at once, the rest together', async () => {
    const { recorder, listeners, kept } = setUp();
    await recorder.started;
    for (let index = 0; index < 500; index += 1) listeners.request(pixel(index, START + index));
    await recorder.checkAgain();
    expect(kept.batches.flat()).toHaveLength(500);
    expect(kept.batches.length).toBeLessThanOrEqual(2);
  });

  it('finds in the log what the event did not tell, once', async () => {
    const { recorder, listeners, har, keys } = setUp();
    listeners.request(pixel(1, START + 1));
    har.entries.push(pixel(1, START + 1), pixel(2, START + 2));
    await recorder.checkAgain();
    await recorder.checkAgain();
    expect(keys()).toEqual(['1', '2']);
  });

  describe('a page that the log tells of, and no event', () => {
    it.each<[string, number, boolean, number[]]>([
      ['is viewed', 0, false, [START + 1500]],
      ['is viewed once, where the event comes late', 0, true, [START + 1500]],
      ['is left alone where another one is there by now', 5000, false, []],
    ])('%s', async (_, later, isHeard, views) => {
      let hear = (_url: string) => {};
      let isNew = false;
      const { recorder, har, kept, timers, wait } = setUp({
        page: {
          onNavigated: (listener) => (hear = listener),
          current: async () => (isNew ? { url: PAGE, loadedAt: START + 1480 + later } : null),
        },
      });
      await recorder.started;
      isNew = true;
      har.pages.push({ startedDateTime: iso(START + 1500) });
      wait(2000);
      timers.splice(0).at(-1)?.();
      await recorder.checkAgain();
      if (isHeard) hear(PAGE);
      await recorder.checkAgain();
      expect(kept.pageViews.map(({ startedAt }) => startedAt)).toEqual(views);
      expect(kept.pageViews.every(({ url }) => url === PAGE)).toBe(true);
    });
  });

  it('views a page once of which an event tells before the log does, as a document of its own', async () => {
    let url = 'https://a.example/';
    let loadedAt = START;
    let hear = (_url: string) => {};
    const { recorder, har, kept, timers, wait } = setUp({
      page: {
        onNavigated: (listener) => (hear = listener),
        current: async () => ({ url, loadedAt }),
      },
    });
    har.pages.push({ startedDateTime: iso(START) });
    await recorder.started;
    wait(3000);
    url = 'https://a.example/next';
    loadedAt = START + 2900;
    hear(url);
    await recorder.checkAgain();
    har.pages.push({ startedDateTime: iso(loadedAt) });
    wait(300);
    timers.splice(0).at(-1)?.();
    await recorder.checkAgain();
    const last = new Map(kept.pageViews.map((view) => [view.id, view]));
    expect(
      [...last.values()].map(({ url, startedAt, isMove }) => [url, startedAt, isMove]),
    ).toEqual([
      ['https://a.example/', START, undefined],
      [url, loadedAt, undefined],
    ]);
  });

  it.each([
    ['by the log alone', false],
    ['by an event before the log', true],
  ])('views a page twice that was loaded anew within a second, told of %s', async (_, isHeard) => {
    let loadedAt = START;
    let hear = (_url: string) => {};
    const { recorder, har, kept, timers, wait } = setUp({
      page: {
        onNavigated: (listener) => (hear = listener),
        current: async () => ({ url: PAGE, loadedAt }),
      },
    });
    har.pages.push({ startedDateTime: iso(START) });
    await recorder.started;
    wait(700);
    loadedAt = START + 690;
    if (isHeard) hear(PAGE);
    await recorder.checkAgain();
    har.pages.push({ startedDateTime: iso(loadedAt) });
    wait(300);
    timers.splice(0).at(-1)?.();
    await recorder.checkAgain();
    const views = new Map(kept.pageViews.map(({ id, startedAt }) => [id, startedAt - START]));
    expect([...views.values()]).toEqual([0, 690]);
  });

  it('takes a pending request again when it has ended', async () => {
    const { recorder, har, kept } = setUp();
    har.entries.push(pixel(1, START + 1, { status: 0 }));
    await recorder.checkAgain();
    har.entries = [pixel(1, START + 1)];
    await recorder.checkAgain();
    expect(kept.batches.flat().map((item) => item.outcome)).toEqual(['pending', 'answered']);
  });

  it('asks the log again and again, whether there is a sign of activity or not', async () => {
    const { recorder, har, timers, keys, wait } = setUp();
    await recorder.started;
    for (const cachebuster of [9, 10, 11]) {
      har.entries.push(pixel(cachebuster, START + cachebuster));
      wait(200);
      timers.shift()?.();
      await vi.waitFor(() => expect(keys()).toContain(String(cachebuster)));
      await vi.waitFor(() => expect(timers).toHaveLength(1));
    }
    expect(keys()).toEqual(['9', '10', '11']);
  });

  it('starts a page view with the newest page of the log, else with the clock', async () => {
    const { recorder, listeners, har, kept, wait } = setUp();
    wait(300);
    listeners.navigated('https://a.example/');
    await recorder.checkAgain();
    har.pages.push({ startedDateTime: iso(START + 500) });
    wait(900);
    listeners.navigated('https://b.example/');
    listeners.navigated('https://b.example/#part');
    await recorder.checkAgain();
    expect(kept.pageViews.map(({ url, startedAt }) => [url, startedAt - START])).toEqual([
      ['https://a.example/', 300],
      ['https://b.example/', 500],
    ]);
  });

  it('begins a page that the log does not know when it was heard of, however late that is handled', async () => {
    const { recorder, listeners, har, kept, wait } = setUp();
    await recorder.started;
    listeners.navigated('about:blank');
    wait(800);
    await recorder.checkAgain();
    har.pages.push({ startedDateTime: iso(START + 400) });
    listeners.navigated('https://b.example/');
    await recorder.checkAgain();
    expect(kept.pageViews.map(({ startedAt }) => startedAt - START)).toEqual([0, 400]);
  });

  it('views a page that was left for another before the log was asked', async () => {
    const { recorder, listeners, har, kept, wait } = setUp();
    await recorder.started;
    wait(1000);
    listeners.navigated('https://b.example/');
    // By then the log has forgotten it.
    har.pages.push({ startedDateTime: iso(START + 1500) });
    await recorder.checkAgain();
    wait(1000);
    listeners.navigated('https://b.example/');
    await recorder.checkAgain();
    expect(kept.pageViews.map(({ startedAt }) => startedAt - START)).toEqual([500, 1500]);
  });

  it('views it, too, where the recording began with the page after it', async () => {
    let heard = (_url: string) => {};
    const { recorder, har, kept, wait } = setUp({
      page: {
        onNavigated: (listener) => (heard = listener),
        current: async () => ({ url: PAGE, loadedAt: START }),
      },
    });
    har.pages.push({ startedDateTime: iso(START + 1500) });
    wait(1000);
    heard('https://b.example/');
    wait(1000);
    heard(PAGE);
    await recorder.checkAgain();
    const starts = kept.pageViews.map(({ startedAt }) => startedAt - START);
    expect(starts.toSorted((a, b) => a - b)).toEqual([500, 1500]);
  });

  it('views no page twice that is known when the log has forgotten it', async () => {
    let heard = (_url: string) => {};
    const { recorder, har, kept, wait } = setUp({
      page: {
        onNavigated: (listener) => (heard = listener),
        current: async () => ({ url: PAGE, loadedAt: START }),
      },
    });
    har.pages.push({ startedDateTime: iso(START + 10) });
    await recorder.started;
    wait(100);
    heard(PAGE);
    har.pages.push({ startedDateTime: iso(START + 500) });
    await recorder.checkAgain();
    wait(1000);
    heard('https://b.example/');
    await recorder.checkAgain();
    expect(kept.pageViews.map(({ startedAt }) => startedAt - START)).toEqual([10, 500]);
  });

  describe('pages left within a moment, whose log says which they are', () => {
    const at = (path: string) => `https://b.example/${path}`;
    /** The log begins a page, as Chromium writes it. */
    const loads = (
      { pages, entries }: { pages: object[]; entries: object[] },
      url: string,
      begun: number,
    ) => {
      const startedDateTime = iso(begun);
      pages.push({ startedDateTime, title: url });
      entries.push({ startedDateTime, request: { url }, _resourceType: 'document' });
    };
    const views = (kept: { pageViews: readonly PageView[] }) =>
      kept.pageViews
        .toSorted((a, b) => a.startedAt - b.startedAt)
        .map(({ url, isMove }) => [url.slice(18), isMove === true]);

    it('views each where an event comes when the log has gone on, and takes none for a move', async () => {
      const { recorder, listeners, har, kept, wait } = setUp();
      await recorder.started;
      wait(1000);
      loads(har, at('2'), START + 900);
      listeners.navigated(at('1'));
      await recorder.checkAgain();
      listeners.navigated(at('2'));
      await recorder.checkAgain();
      expect(views(kept)).toEqual([
        ['1', false],
        ['2', false],
      ]);
    });

    it('views pages in their order where the log was two ahead of the events', async () => {
      let hear = (_url: string) => {};
      const { recorder, har, kept, timers, wait } = setUp({
        page: { onNavigated: (listener) => (hear = listener), current: async () => null },
      });
      await recorder.started;
      wait(1000);
      loads(har, at('2'), START + 900);
      timers.splice(0).at(-1)?.();
      await recorder.checkAgain();
      hear(at('0'));
      hear(at('1'));
      hear(at('2'));
      loads(har, at('3'), START + 1050);
      wait(100);
      await recorder.checkAgain();
      hear(at('3'));
      await recorder.checkAgain();
      expect(views(kept).map(([path]) => path)).toEqual(['0', '1', '2', '3']);
    });

    it('views a page once that the log told of, though it began before the last event was heard', async () => {
      let hear = (_url: string) => {};
      const { recorder, har, kept, timers, wait } = setUp({
        page: { onNavigated: (listener) => (hear = listener), current: async () => null },
      });
      await recorder.started;
      wait(1000);
      // The log has gone on to the second by the time the first is heard of.
      loads(har, at('2'), START + 990);
      hear(at('1'));
      await recorder.checkAgain();
      timers.splice(0).at(-1)?.();
      await recorder.checkAgain();
      wait(50);
      hear(at('2'));
      loads(har, at('3'), START + 1040);
      await recorder.checkAgain();
      hear(at('3'));
      await recorder.checkAgain();
      expect(views(kept).map(([path]) => path)).toEqual(['1', '2', '3']);
    });

    it.each<[string, number, (readonly [string, boolean])[]]>([
      [
        'a page before it',
        100,
        [
          ['1', false],
          ['2', false],
        ],
      ],
      [
        'a move of it',
        2000,
        [
          ['2', false],
          ['1', true],
        ],
      ],
    ])('views a page by the log; what is heard of next is %s', async (_case, later, expected) => {
      let hear = (_url: string) => {};
      let isNew = false;
      const { recorder, har, kept, timers, wait } = setUp({
        page: {
          onNavigated: (listener) => (hear = listener),
          current: async () => (isNew ? { url: at('2'), loadedAt: START + 900 } : null),
        },
      });
      await recorder.started;
      isNew = true;
      wait(1000);
      loads(har, at('2'), START + 900);
      timers.splice(0).at(-1)?.();
      await recorder.checkAgain();
      wait(later);
      hear(at('1'));
      await recorder.checkAgain();
      expect(views(kept)).toEqual(expected);
    });
  });

  it('begins a view where the page moved on to, as of when it was heard', async () => {
    const { recorder, listeners, har, kept, messages, wait } = setUp();
    har.pages.push({ startedDateTime: iso(START) });
    listeners.navigated('https://b.example/');
    wait(900);
    listeners.navigated('https://b.example/two');
    listeners.navigated('https://b.example/two#part');
    await recorder.checkAgain();
    expect(
      kept.pageViews.map(({ url, startedAt, isMove }) => [url, startedAt - START, isMove]),
    ).toEqual([
      ['https://b.example/', 0, undefined],
      ['https://b.example/two', 400, true],
    ]);
    expect(new Set(kept.pageViews.map(({ id }) => id)).size).toBe(2);
    expect(messages.filter(({ kind }) => kind === 'page-viewed')).toHaveLength(2);
  });

  it('begins one view where a page comes back from the cache, whatever it does then', async () => {
    const { recorder, listeners, har, kept, wait } = setUp();
    har.pages.push({ startedDateTime: iso(START) });
    listeners.navigated('https://b.example/');
    await recorder.checkAgain();
    wait(1000);
    har.pages.push({ startedDateTime: iso(START + 1000) });
    listeners.navigated('https://b.example/next');
    await recorder.checkAgain();
    wait(1000);
    har.pages.pop();
    listeners.navigated('https://b.example/');
    await recorder.checkAgain();
    listeners.navigated('https://b.example/#part');
    await recorder.checkAgain();
    expect(kept.pageViews.map(({ startedAt }) => startedAt - START)).toEqual([0, 1000, 2000]);
  });

  it('views a thousand moves of a page, and no more', async () => {
    const { recorder, listeners, har, kept } = setUp();
    har.pages.push({ startedDateTime: iso(START) });
    listeners.navigated('https://b.example/');
    for (let index = 0; index < 1010; index += 1) {
      listeners.navigated(`https://b.example/${index}`);
    }
    await recorder.checkAgain();
    expect(kept.pageViews).toHaveLength(1001);
  });

  it.each([
    ['a page loaded before', PAGE, [], true],
    ['a page whose document is in the log', `${PAGE}#part`, [documentEntry], false],
    ['an empty tab', 'about:blank', [], false],
    ['an unknown page', null, [], false],
  ])('records whether DevTools opened late: %s', async (_case, url, entries, late) => {
    const { recorder, kept } = setUp({
      page: {
        onNavigated: () => {},
        current: async () => (url === null ? null : { url, loadedAt: START }),
      },
      sources: [
        createDevtoolsSource({ onRequestFinished: () => {}, getHar: async () => ({ entries }) }, 7),
      ],
    });
    await recorder.started;
    expect(kept.verifications[0]?.openedAfterLoad).toBe(late);
    expect(kept.pageViews).toHaveLength(url?.startsWith('https') ? 1 : 0);
  });

  const HOUR = 60 * 60 * 1000;
  const VIEW = { id: 'p1', verificationId: 'old', url: `${PAGE}a?x=1`, startedAt: START - 5000 };
  /** What was recorded in the tab until three seconds ago. */
  const earlier = (changes: Partial<Earlier> = {}, run = 'run1'): Earlier => ({
    verification: verification({
      id: 'old',
      startedAt: START - 9000,
      expectedIds: [1, 2],
      browserRun: run,
    }),
    isOwn: true,
    pageView: VIEW,
    lastAt: START - 3000,
    ...changes,
  });

  it.each([
    ['the same tab', earlier(), true, [1, 2]],
    ['a tab of an earlier run of the browser', earlier({}, 'run0'), false, [1, 2]],
    ['what was nobody’s', earlier({ isOwn: false }), false, [1, 2]],
    ['yesterday', earlier({ lastAt: START - 25 * HOUR }), false, []],
    [
      'a tab with a name that came again, long ago',
      earlier({ lastAt: START - 25 * HOUR }, 'run0'),
      false,
      [],
    ],
    [
      'a recording of before runs had names',
      { ...earlier(), verification: verification() },
      false,
      [],
    ],
    ['none', null, false, []],
  ])('goes on with what was recorded before in %s: %#', async (_, before, goesOn, expectedIds) => {
    const { recorder, kept } = setUp({}, before);
    await recorder.started;
    expect(recorder.verificationId === 'old').toBe(goesOn);
    expect(kept.verifications[0]?.expectedIds).toEqual(expectedIds);
    expect(kept.verifications[0]?.gaps).toEqual(
      goesOn ? [{ from: START - 3000, to: START }] : undefined,
    );
  });

  it('marks every gap', async () => {
    const before = earlier();
    const gap = { from: START - 8000, to: START - 7000 };
    const { recorder, kept } = setUp(
      {},
      { ...before, verification: { ...before.verification, gaps: [gap] } },
    );
    await recorder.started;
    expect(kept.verifications[0]?.gaps).toEqual([gap, { from: START - 3000, to: START }]);
  });

  it.each([
    ['the page that is there', VIEW.url, -6000, []],
    ['the same, at another part', `${VIEW.url}#part`, -6000, []],
    ['a page it moved on to meanwhile', `${PAGE}b`, -6000, [[`${PAGE}b`, 0]]],
    ['a page that was loaded meanwhile', `${PAGE}b`, -2000, [[`${PAGE}b`, -2000]]],
    ['the same, loaded anew meanwhile', VIEW.url, -2000, [[VIEW.url, -2000]]],
    ['an empty tab', 'about:blank', -2000, []],
  ])('when it goes on, %s', async (_, url, loadedAt, views) => {
    const { recorder, kept } = setUp(
      {
        page: {
          onNavigated: () => {},
          current: async () => ({ url, loadedAt: START + loadedAt }),
        },
      },
      earlier(),
    );
    await recorder.started;
    expect(kept.pageViews.map((view) => [view.url, view.startedAt - START])).toEqual(views);
    expect(kept.pageViews.every(({ verificationId }) => verificationId === 'old')).toBe(true);
  });

  it('goes on with no other’s when the person is another', async () => {
    const { recorder, kept } = setUp({}, earlier());
    await recorder.renew();
    expect(kept.verifications.map(({ id }) => id)).toEqual(['old', recorder.verificationId]);
    expect(recorder.verificationId).not.toBe('old');
  });

  it('leaves out after a clearing what began before it', async () => {
    const { recorder, har, keys } = setUp();
    await recorder.started;
    recorder.clear(START + 100);
    har.entries.push(pixel(1, START + 50), pixel(2, START + 150));
    await recorder.checkAgain();
    expect(keys()).toEqual(['2']);
  });

  describe('once its own verification is deleted', () => {
    /** A store whose verifications are deleted by hand; `written` is what was kept under which. */
    const deletable = () => {
      const there = new Set<string>();
      const written: [string, readonly string[]][] = [];
      const state = { deletesEachNew: 0 };
      const all = setUp({
        store: {
          earlierOfTab: async () => null,
          takeOver: async () => null,
          putVerification: async ({ id }) => {
            if (state.deletesEachNew-- <= 0) there.add(id);
          },
          addPageView: async ({ verificationId }) => there.has(verificationId),
          changeRequests: async (id: string, { changed }: JoinChange) => {
            if (there.has(id)) written.push([id, changed.map(({ url }) => url.cachebuster ?? '')]);
            return there.has(id);
          },
        },
      });
      return { ...all, there, written, state };
    };

    it('goes on in a new one, and never under that', async () => {
      const { recorder, har, there, written } = deletable();
      har.entries.push(pixel(1, START + 1));
      await recorder.checkAgain();
      const first = recorder.verificationId;
      there.clear();
      har.entries.push(pixel(2, START + 2));
      await recorder.checkAgain();
      expect(recorder.verificationId).not.toBe(first);
      expect(written).toEqual([
        [first, ['1']],
        [recorder.verificationId, ['2']],
      ]);
    });

    it('begins the new one as it is told, before anything more is recorded', async () => {
      const { recorder, there, messages } = deletable();
      await recorder.started;
      const first = recorder.verificationId;
      there.clear();
      await recorder.deleted(first);
      expect(recorder.verificationId).not.toBe(first);
      expect([...there]).toEqual([recorder.verificationId]);
      expect(messages.filter(({ kind }) => kind === 'started')).toHaveLength(2);
    });

    it('and lets another one be deleted', async () => {
      const { recorder, there } = deletable();
      await recorder.started;
      await recorder.deleted('another');
      expect([...there]).toEqual([recorder.verificationId]);
    });

    it('loses nothing of what waits as it is told', async () => {
      const { recorder, listeners, there, written } = deletable();
      await recorder.started;
      const first = recorder.verificationId;
      there.clear();
      listeners.request(pixel(1, START + 1));
      const told = recorder.deleted(first);
      listeners.request(pixel(2, START + 2));
      await told;
      await recorder.checkAgain();
      expect(written.every(([id]) => id === recorder.verificationId)).toBe(true);
      expect(written.flatMap(([, kept]) => kept)).toEqual(['1', '2']);
    });

    it('loses nothing where the new one is deleted at once', async () => {
      const { recorder, har, there, written, state } = deletable();
      await recorder.started;
      there.clear();
      state.deletesEachNew = 2;
      har.entries.push(pixel(1, START + 1));
      await recorder.checkAgain();
      expect(written).toEqual([[recorder.verificationId, ['1']]]);
    });
  });

  it('keeps what another person does apart, from the moment they are there', async () => {
    const { recorder, har, kept } = setUp();
    har.entries.push(pixel(1, START + 1));
    await recorder.checkAgain();
    await recorder.renew();
    har.entries.push(pixel(2, START + 2));
    await recorder.checkAgain();
    expect(kept.verifications.map(({ id }) => id)).toHaveLength(2);
    expect(kept.verifications.at(-1)?.id).toBe(recorder.verificationId);
    expect(kept.batches.map((rows) => rows.length)).toEqual([1, 1]);
  });

  it('tells when it could not write, and tries again when asked', async () => {
    let full = true;
    const written: number[] = [];
    const { recorder, har, messages } = setUp({
      store: {
        earlierOfTab: async () => null,
        takeOver: async () => null,
        putVerification: async () => {},
        addPageView: async () => true,
        changeRequests: async (_id, { changed }: JoinChange) => {
          if (full) throw new Error('disk full');
          written.push(changed.length);
          return true;
        },
      },
    });
    har.entries.push(pixel(1, START + 1));
    await recorder.checkAgain();
    expect(messages).toContainEqual({
      kind: 'write-failed',
      verificationId: recorder.verificationId,
      detail: 'disk full',
    });
    full = false;
    await recorder.checkAgain();
    expect(written).toEqual([1]);
  });

  it('writes with what comes next what could not be written, though nobody asks', async () => {
    let full = true;
    const written: (readonly string[])[] = [];
    const { recorder, listeners, messages } = setUp({
      store: {
        earlierOfTab: async () => null,
        takeOver: async () => null,
        putVerification: async () => {},
        addPageView: async () => true,
        changeRequests: async (_id, { changed }: JoinChange) => {
          if (full) throw new Error('disk full');
          written.push(changed.map(({ url }) => url.cachebuster ?? ''));
          return true;
        },
      },
    });
    listeners.request(pixel(1, START + 1));
    await vi.waitFor(() => expect(messages.at(-1)?.kind).toBe('write-failed'));
    full = false;
    listeners.request(pixel(2, START + 2));
    await vi.waitFor(() => expect(messages.at(-1)?.kind).toBe('requests-changed'));
    expect(written).toEqual([['1', '2']]);
    listeners.request(pixel(3, START + 3));
    await recorder.checkAgain();
    expect(written).toEqual([['1', '2'], ['3']]);
  });
});
