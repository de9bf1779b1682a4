import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { View } from '@/lib/app/recording/watch-views';

import { runs } from '../../runs';
import { viewing } from './viewing';

const at = (path: string) => `https://news.example/${path}`;

const page = (path: string, startedAt: number) => ({ url: at(path), startedAt });
const pathsOf = (kept: readonly View[]) => kept.map(({ url }) => url.slice(21));

describe('pages of which the log tells before their events come', () => {
  it('are viewed once, though it has gone on to a later one by then', async () => {
    const { clock, views, kept } = viewing();
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
      await views.navigated(views.hear(at(path)), page('3', 300));
    }
    expect(pathsOf(kept)).toEqual(['1', '2', '3']);
  });

  it('are viewed again where a person goes there again', async () => {
    const { clock, views, kept } = viewing();
    clock.now = 110;
    await views.logged(page('1', 100));
    clock.now = 210;
    await views.logged(page('2', 200));
    clock.now = 320;
    await views.navigated(views.hear(at('1')), page('1', 300));
    expect(pathsOf(kept)).toEqual(['1', '2', '1']);
  });

  it('are another view where nothing was heard for long', async () => {
    const { clock, views, kept } = viewing();
    clock.now = 110;
    await views.logged(page('1', 100));
    clock.now = 210;
    await views.logged(page('2', 200));
    clock.now = 5000;
    await views.navigated(views.hear(at('1')), page('2', 200));
    expect(pathsOf(kept)).toEqual(['1', '2', '1']);
  });
});

describe('pages that follow each other while one is looked at', () => {
  it('are viewed once where the log tells of one that was heard of, and of none as its turn comes', async () => {
    const { clock, views, kept } = viewing();
    clock.now = 310;
    const [third, fourth] = [views.hear(at('3')), views.hear(at('4'))];
    await views.logged(page('4', 280));
    clock.now = 500;
    await views.navigated(third, null);
    await views.navigated(fourth, null);
    expect(kept.map(({ url, startedAt }) => [url.slice(21), startedAt < 310])).toEqual([
      ['3', true],
      ['4', true],
    ]);
    expect(kept.at(-1)?.startedAt).toBe(280);
  });

  it('begin when they were told of, though the log forgot them', async () => {
    const { clock, views, kept } = viewing();
    clock.now = 100;
    const first = views.hear(at('1'));
    clock.now = 180;
    const second = views.hear(at('2'));
    views.told([page('2', 150), page('1', 60)]);
    await views.navigated(first, null);
    await views.navigated(second, null);
    await views.logged(page('2', 150));
    expect(kept.map(({ url, startedAt }) => [url.slice(21), startedAt])).toEqual([
      ['1', 60],
      ['2', 150],
    ]);
  });

  it('are one more where a person loads one anew at once', async () => {
    const { clock, views, kept } = viewing();
    clock.now = 110;
    await views.logged(page('1', 100));
    clock.now = 130;
    const late = views.hear(at('1'));
    clock.now = 230;
    const again = views.hear(at('1'));
    await views.navigated(late, page('1', 100));
    await views.navigated(again, page('1', 200));
    expect(pathsOf(kept)).toEqual(['1', '1']);
  });
});

describe('whatever order log and events come in', () => {
  it('each page is viewed once, and in its order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            gap: fc.integer({ min: 20, max: 300 }),
            heardAfter: fc.integer({ min: 1, max: 400 }),
            lookedAfter: fc.integer({ min: 0, max: 400 }),
            isTold: fc.boolean(),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 20 }),
        fc.integer({ min: -10, max: 0 }),
        async (loads, looks, off) => {
          const { clock, views, kept } = viewing();
          let start = 1000;
          let heardAt = 0;
          let lookedAt = 0;
          const all = loads.map(({ gap, heardAfter, lookedAfter, isTold }, index) => {
            start += gap;
            heardAt = Math.max(heardAt + 1, start + heardAfter);
            lookedAt = Math.max(lookedAt, heardAt + lookedAfter);
            return { path: String(index), start, heardAt, lookedAt, isTold };
          });
          const newest = () => {
            const one = all.findLast((each) => each.start <= clock.now);
            return one ? page(one.path, one.start) : null;
          };
          const heard = new Map<number, ReturnType<typeof views.hear>>();
          const steps: (readonly [number, () => unknown])[] = [
            ...all.flatMap((one, index) => [
              [one.heardAt, () => heard.set(index, views.hear(at(one.path)))] as const,
              [one.lookedAt, () => navigated(index, one.isTold)] as const,
            ]),
            ...looks.map((when) => [1000 + when, () => views.logged(newest())] as const),
          ];
          const navigated = (index: number, isTold: boolean) => {
            const one = heard.get(index);
            if (!one) throw new Error('it was not heard of');
            if (isTold) views.told([page(String(index), (all[index]?.start ?? 0) + off)]);
            return views.navigated(one, newest());
          };
          for (const [when, step] of steps.toSorted(([a], [b]) => a - b)) {
            clock.now = when;
            await step();
          }
          const inOrder = [...new Map(kept.map((view) => [view.id, view])).values()].toSorted(
            (a, b) => a.startedAt - b.startedAt,
          );
          expect(inOrder.map(({ url }) => url.slice(21))).toEqual(all.map(({ path }) => path));
        },
      ),
      runs(500),
    );
  });
});
