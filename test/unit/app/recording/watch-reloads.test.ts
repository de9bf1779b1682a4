import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { View } from '@/lib/app/recording/watch-views';

import { runs } from '../../runs';
import { viewing } from './viewing';

const URL = 'https://news.example/';
const page = (startedAt: number) => ({ url: URL, startedAt });

/** When the views began. */
const startsOf = (kept: readonly View[]) =>
  [...new Map(kept.map((view) => [view.id, view])).values()].map(({ startedAt }) => startedAt);

describe('a page that loads itself anew at once', () => {
  it('is viewed twice where the first load was told of, and the log has gone on to the second', async () => {
    const { clock, views, kept } = viewing();
    clock.now = 1061;
    const first = views.hear(URL);
    clock.now = 1200;
    views.told([page(1060)]);
    await views.navigated(first, page(1180));
    await views.logged(page(1180));
    await views.navigated(views.hear(URL), page(1180));
    expect(startsOf(kept)).toEqual([1060, 1180]);
  });

  it('is viewed twice where nothing told of the first load', async () => {
    const { clock, views, kept } = viewing();
    clock.now = 1061;
    const first = views.hear(URL);
    clock.now = 1200;
    await views.navigated(first, page(1180));
    await views.logged(page(1180));
    await views.navigated(views.hear(URL), page(1180));
    expect(startsOf(kept)).toHaveLength(2);
    expect(startsOf(kept).at(-1)).toBe(1180);
  });

  it('is viewed once where event, log and telling are of one load', async () => {
    const { clock, views, kept } = viewing();
    clock.now = 1061;
    const first = views.hear(URL);
    views.told([page(1060)]);
    await views.navigated(first, null);
    await views.logged(page(1065));
    expect(startsOf(kept)).toEqual([1065]);
  });

  it('loses none of its loads, however late each is looked at', async () => {
    const load = fc.record({
      gap: fc.integer({ min: 120, max: 900 }),
      heardAfter: fc.integer({ min: 1, max: 55 }),
      lookedAfter: fc.integer({ min: 0, max: 400 }),
      isTold: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(load, { minLength: 1, maxLength: 12 }),
        fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 20 }),
        fc.integer({ min: -10, max: 0 }),
        async (loads, looks, off) => {
          const { clock, views, kept } = viewing();
          let start = 1000;
          let lookedAt = 0;
          const all = loads.map(({ gap, heardAfter, lookedAfter, isTold }) => {
            start += gap;
            const heardAt = start + heardAfter;
            lookedAt = Math.max(lookedAt, heardAt + lookedAfter);
            return { start, heardAt, lookedAt, isTold };
          });
          const newest = () => {
            const one = all.findLast((each) => each.start <= clock.now);
            return one ? page(one.start) : null;
          };
          const steps = all.flatMap((one): (readonly [number, () => unknown])[] => {
            let heard: ReturnType<typeof views.hear> | null = null;
            const look = () => {
              if (one.isTold) views.told([page(one.start + off)]);
              return heard && views.navigated(heard, newest());
            };
            return [
              [one.heardAt, () => (heard = views.hear(URL))],
              [one.lookedAt, look],
            ];
          });
          const byClock = looks.map((at) => [1000 + at, () => views.logged(newest())] as const);
          for (const [at, step] of [...steps, ...byClock].toSorted(([a], [b]) => a - b)) {
            clock.now = at;
            await step();
          }
          expect(startsOf(kept).length).toBeGreaterThanOrEqual(loads.length);
        },
      ),
      runs(500),
    );
  });
});
