import { describe, expect, it } from 'vitest';

import type { CurrentPage } from '@/lib/app/recording/current-page';
import { type View, watchViews } from '@/lib/app/recording/watch-views';

const FIRST = 'https://news.example/one';
const NEXT = 'https://news.example/two';

/** Views of a tab whose page is told by a test, with a clock that stands still until it is set. */
function viewing() {
  const kept: View[] = [];
  const tab: { at: number; page: CurrentPage } = { at: 0, page: { url: FIRST, loadedAt: 0 } };
  const views = watchViews({
    current: async () => tab.page,
    keep: async (view) => void kept.push(view),
    now: () => tab.at,
    newId: () => String(kept.length),
  });
  return { kept, tab, views };
}

describe('a page that the browser loaded ahead', () => {
  it('is viewed from when it was shown, and says since when it was there', async () => {
    const { kept, tab, views } = viewing();
    tab.at = 300;
    await views.navigated(views.hear(FIRST), { startedAt: 10, url: FIRST });
    tab.at = 5200;
    tab.page = { url: NEXT, loadedAt: 1002, shownAfter: 4100 };
    await views.navigated(views.hear(NEXT), { startedAt: 1000, url: NEXT, isAhead: true });
    expect(kept).toEqual([
      { id: '0', url: FIRST, startedAt: 10 },
      { id: '1', url: NEXT, startedAt: 5102, prerenderedAt: 1000 },
    ]);
  });

  it('comes after what the page before it went on to meanwhile', async () => {
    const { kept, tab, views } = viewing();
    tab.at = 300;
    await views.navigated(views.hear(FIRST), { startedAt: 10, url: FIRST });
    tab.at = 3000;
    await views.navigated(views.hear(`${FIRST}/more`), { startedAt: 10, url: FIRST });
    tab.at = 5200;
    tab.page = { url: NEXT, loadedAt: 1002, shownAfter: 4100 };
    await views.navigated(views.hear(NEXT), { startedAt: 1000, url: NEXT, isAhead: true });
    await views.logged({ startedAt: 1000, url: NEXT, isAhead: true });
    expect(kept.map(({ url, startedAt }) => [url, startedAt])).toEqual([
      [FIRST, 10],
      [`${FIRST}/more`, 2500],
      [NEXT, 5102],
    ]);
  });

  it.each([
    ['in the future', 1e15, 5200],
    ['before it was loaded', -1e15, 1000],
  ])(
    'that says that it was shown %s has the page after it behind it all the same',
    async (_, shownAfter, at) => {
      const { kept, tab, views } = viewing();
      tab.at = 5200;
      tab.page = { url: FIRST, loadedAt: 1000, shownAfter };
      await views.navigated(views.hear(FIRST), { startedAt: 1000, url: FIRST, isAhead: true });
      tab.at = 9000;
      tab.page = { url: NEXT, loadedAt: 8000 };
      await views.navigated(views.hear(NEXT), { startedAt: 8000, url: NEXT });
      expect(kept.map(({ url, startedAt }) => [url, startedAt])).toEqual([
        [FIRST, at],
        [NEXT, 8000],
      ]);
    },
  );

  it('is found where nothing was heard of it', async () => {
    const { kept, tab, views } = viewing();
    tab.at = 300;
    await views.navigated(views.hear(FIRST), { startedAt: 10, url: FIRST });
    tab.at = 5200;
    tab.page = { url: NEXT, loadedAt: 1002, shownAfter: 4100 };
    await views.logged({ startedAt: 1000, url: NEXT, isAhead: true });
    expect(kept.at(-1)).toMatchObject({ url: NEXT, startedAt: 5102, prerenderedAt: 1000 });
  });

  it.each([
    ['that was loaded as any other', { url: NEXT, loadedAt: 4000 }],
    ['of a browser that says 0', { url: NEXT, loadedAt: 4000, shownAfter: 0 }],
    ['of a browser that does not say', { url: NEXT, loadedAt: 4000, shownAfter: null }],
    ['that came back later, shown long ago', { url: NEXT, loadedAt: 1002, shownAfter: 900 }],
  ])('a page %s is viewed from when it began', async (_, page) => {
    const { kept, tab, views } = viewing();
    tab.at = 300;
    await views.navigated(views.hear(FIRST), { startedAt: 10, url: FIRST });
    tab.at = 4200;
    tab.page = page;
    await views.navigated(views.hear(NEXT), { startedAt: 4000, url: NEXT });
    expect(kept.at(-1)).toEqual({ id: '1', url: NEXT, startedAt: 4000 });
  });
});
