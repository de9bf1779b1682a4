import { describe, expect, it } from 'vitest';

import { type View, watchViews } from '@/lib/app/recording/watch-views';

const at = (path: string) => `https://news.example/${path}`;

/** Views of a tab, with a clock that stands still until it is set. */
function viewing() {
  const kept: View[] = [];
  const clock = { now: 0 };
  const views = watchViews({
    current: async () => null,
    keep: async (view) => void kept.push(view),
    now: () => clock.now,
    newId: () => String(kept.length),
  });
  const page = (path: string, startedAt: number) => ({ url: at(path), startedAt });
  return { kept, clock, views, page, paths: () => kept.map(({ url }) => url.slice(21)) };
}

describe('pages of which the log tells before their events come', () => {
  it('are viewed once, though it has gone on to a later one by then', async () => {
    const { clock, views, page, paths } = viewing();
    for (const [path, startedAt] of [
      ['1', 100],
      ['2', 200],
      ['3', 300],
    ] as const) {
      clock.now = startedAt + 10;
      await views.logged(page(path, startedAt));
    }
    clock.now = 350;
    for (const path of ['1', '2', '3']) {
      await views.navigated(at(path), views.hear(), page('3', 300));
    }
    expect(paths()).toEqual(['1', '2', '3']);
  });

  it('are viewed again where a person goes there again', async () => {
    const { clock, views, page, paths } = viewing();
    clock.now = 110;
    await views.logged(page('1', 100));
    clock.now = 210;
    await views.logged(page('2', 200));
    clock.now = 320;
    await views.navigated(at('1'), views.hear(), page('1', 300));
    expect(paths()).toEqual(['1', '2', '1']);
  });

  it('are another view where nothing was heard for long', async () => {
    const { clock, views, page, paths } = viewing();
    clock.now = 110;
    await views.logged(page('1', 100));
    clock.now = 210;
    await views.logged(page('2', 200));
    clock.now = 5000;
    await views.navigated(at('1'), views.hear(), page('2', 200));
    expect(paths()).toEqual(['1', '2', '1']);
  });
});
