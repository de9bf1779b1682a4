import { describe, expect, it } from 'vitest';

import { type Earlier, type RecorderParts, recordPixels } from '@/lib/app/recording/record-pixels';
import type { Observation } from '@/lib/core/recording/observation';
import { observationsOf } from '@/lib/core/recording/observation';
import type { PageView } from '@/lib/core/recording/page-views';
import type { LoadedPage } from '@/lib/core/recording/source';
import type { Verification } from '@/lib/core/verification/verification';

import { request, START, verification } from '../../core/verification/build';

const PAGE = 'https://news.example/';
const pixel = (buster: number, startedAt: number, changes: object = {}): Observation => {
  const url = `https://ib.adnxs.com/imptr?id=531&cachebuster=${buster}`;
  const [one] = observationsOf(request(url, { startedAt, ...changes }));
  if (!one) throw new Error('nothing was told');
  return { ...one, source: 'devtools-event', requestId: String(buster) };
};

/** A recorder whose disk, clock, log and page are in the test's hands. */
function setUp(changes: Partial<RecorderParts> = {}, before: Earlier | null = null) {
  const disk = { isFull: false, turn: Promise.resolve() };
  const kept = {
    verifications: new Map<string, Verification>(),
    views: [] as PageView[],
    requests: [] as [string, string][],
  };
  const tab = { url: PAGE, loadedAt: START, newest: null as LoadedPage | null };
  const timers: [number, () => void][] = [];
  let tell = (_observations: readonly Observation[]) => {};
  let navigate = (_url: string) => {};
  let now = START;
  let ids = 0;
  const write = async () => {
    await disk.turn;
    if (disk.isFull) throw new DOMException('The disk is full', 'QuotaExceededError');
  };
  const recorder = recordPixels({
    sources: [
      {
        onObserved: (listener) => void (tell = listener),
        look: async () => ({
          observations: [],
          newestPage: tab.newest,
          urls: new Set(tab.newest?.url ?? []),
        }),
      },
    ],
    page: {
      onNavigated: (listener) => void (navigate = listener),
      current: async () => ({ url: tab.url, loadedAt: tab.loadedAt }),
    },
    store: {
      earlierOfTab: async () => before,
      takeOver: async () => ({ expectedIds: [], repeats: 'x', series: 'x' }),
      async putVerification(row) {
        await write();
        kept.verifications.set(row.id, row);
      },
      async addPageView(row) {
        await write();
        kept.views.push(row);
        return true;
      },
      async changeRequests(id, { changed }) {
        await write();
        for (const { url } of changed) kept.requests.push([id, url.cachebuster ?? '']);
        return true;
      },
    },
    tabId: 7,
    browserRun: async () => 'run1',
    mayMissFirstPage: false,
    now: () => now,
    later: (ms, step) => void timers.push([ms, step]),
    newId: () => `id${(ids += 1)}`,
    notify: () => {},
    ...changes,
  });
  return {
    recorder,
    disk,
    kept,
    tab,
    timers,
    tell: (...all: Observation[]) => tell(all),
    navigate: (url: string) => navigate(url),
    set: (at: number) => (now = START + at),
    paths: () => kept.views.map(({ url }) => url.slice(PAGE.length)),
  };
}

describe('a disk that is full for a while', () => {
  it('loses no page view: what fires on it is not of the page before', async () => {
    const { recorder, disk, tab, set, navigate, tell, kept, paths } = setUp();
    await recorder.started;
    disk.isFull = true;
    set(1000);
    tab.newest = { url: `${PAGE}b`, startedAt: START + 950 };
    navigate(`${PAGE}b`);
    tell(pixel(1, START + 990));
    await recorder.kept();
    disk.isFull = false;
    tell(pixel(2, START + 1100));
    await recorder.kept();
    expect(paths()).toEqual(['', 'b']);
    expect(kept.views.at(-1)?.startedAt).toBe(START + 950);
    expect(kept.requests.map(([, buster]) => buster)).toEqual(['1', '2']);
  });

  it('brings nothing back that was cleared while it was written', async () => {
    const { recorder, disk, set, tell, kept } = setUp();
    await recorder.started;
    const turn = Promise.withResolvers<void>();
    disk.turn = turn.promise;
    disk.isFull = true;
    tell(pixel(1, START));
    const written = recorder.kept();
    await new Promise((resolve) => setImmediate(resolve));
    set(500);
    recorder.clear(START + 500);
    turn.resolve();
    await written;
    disk.isFull = false;
    tell(pixel(2, START + 600));
    await recorder.kept();
    expect(kept.requests.map(([, buster]) => buster)).toEqual(['2']);
  });

  it.each(['another person', 'another run'] as const)(
    'gives nothing of what could not be written to %s',
    async (next) => {
      const { recorder, disk, set, tell, kept } = setUp();
      await recorder.started;
      disk.isFull = true;
      tell(pixel(1, START));
      await recorder.kept();
      set(1000);
      // There is room again only as the next one begins.
      const begun = next === 'another run' ? recorder.repeat('x') : recorder.renew();
      await Promise.resolve();
      await Promise.resolve();
      disk.isFull = false;
      await begun;
      tell(pixel(2, START + 1001));
      await recorder.kept();
      const before = kept.requests.filter(([id]) => id === recorder.verificationId);
      expect(before.map(([, buster]) => buster)).toEqual(['2']);
    },
  );
});

describe('a recording that another person goes on with', () => {
  it('has nothing of how ended what began before, and says that its page was there already', async () => {
    const { recorder, tab, set, tell, kept } = setUp();
    tab.newest = { url: PAGE, startedAt: START };
    await recorder.started;
    tell(pixel(1, START, { outcome: 'pending', status: 0, duration: null }));
    await recorder.kept();
    set(1000);
    await recorder.renew();
    tell(pixel(1, START));
    await recorder.kept();
    const id = recorder.verificationId;
    expect(kept.requests.map(([of]) => of)).not.toContain(id);
    expect(kept.verifications.get(id)?.openedAfterLoad).toBe(true);
  });
});

describe('a recording that goes on', () => {
  const VIEW = { id: 'p1', verificationId: 'old', url: PAGE, startedAt: START - 5000 };
  const earlier = (): Earlier => ({
    verification: verification({
      id: 'old',
      startedAt: START - 9000,
      browserRun: 'run1',
      isHeardWithout: true,
    }),
    isOwn: true,
    pageView: VIEW,
    lastAt: START - 3000,
  });

  it.each([
    ['the future', 1e15],
    ['long ago', -1e15],
  ])('goes on with pages, though the one that is there says it was loaded in %s', async (_, at) => {
    const page = { onNavigated: () => {}, current: async () => ({ url: PAGE, loadedAt: at }) };
    const { recorder, tab, set, timers, paths, kept } = setUp({ page }, earlier());
    await recorder.started;
    set(1000);
    tab.newest = { url: `${PAGE}b`, startedAt: START + 950 };
    timers.splice(0).at(-1)?.[1]();
    await recorder.checkAgain();
    expect(paths().at(-1)).toBe('b');
    expect(kept.views.every(({ startedAt }) => startedAt <= START + 1000)).toBe(true);
  });

  it.each<[string, Partial<RecorderParts>, object, boolean, number | undefined]>([
    ['by DevTools alone', {}, {}, true, undefined],
    ['on a site that is recorded without', { isHeardWithout: async () => true }, {}, false, 0],
    ['on another site', { isHeardWithout: async () => false }, {}, true, undefined],
    [
      'in a window of which the background is told nothing',
      { isHeardWithout: async () => true },
      { verification: verification({ id: 'old', browserRun: 'run1' }) },
      true,
      undefined,
    ],
    [
      'on a page that came where nobody looked',
      { isHeardWithout: async () => true },
      { pageView: { ...VIEW, url: `${PAGE}other` } },
      true,
      undefined,
    ],
    [
      'on a page that was loaded anew where nobody looked',
      { isHeardWithout: async () => true },
      { lastAt: START - 4000 },
      true,
      undefined,
    ],
    ['in the background', { hearsAll: true }, {}, false, -3000],
  ])('%s, says when nobody listened, and what ends were not heard', async (...row) => {
    const [, parts, changes, isGap, goesOnAt] = row;
    const page = {
      onNavigated: () => {},
      current: async () => ({ url: PAGE, loadedAt: START - 3200 }),
    };
    const { recorder, kept, timers } = setUp({ page, ...parts }, { ...earlier(), ...changes });
    await recorder.started;
    for (const [ms, step] of timers.splice(0)) if (ms > 10_000) step();
    await recorder.kept();
    expect(kept.verifications.get('old')?.gaps !== undefined).toBe(isGap);
    expect(kept.verifications.get('old')?.goesOnAt).toBe(
      goesOnAt === undefined ? undefined : START + goesOnAt,
    );
  });
});
