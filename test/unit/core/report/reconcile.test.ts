import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CountedTracker } from '@/lib/core/report/counted-tracker';
import type { PlacementMatch } from '@/lib/core/report/reconcile/match';
import {
  agreementOf,
  compare,
  FEWEST_IMPRESSIONS,
  reconcile,
  THRESHOLDS,
} from '@/lib/core/report/reconcile/reconcile';
import type { Series } from '@/lib/core/report/series';
import { byDay } from '@/lib/core/report/series-sums';
import { agreementText } from '@/lib/text/reports/comparing';
import { percentText } from '@/lib/text/reports/periods';

import { runs } from '../../runs';
import { daily, placement, sum } from './build';

const BOUNDS = { threshold: THRESHOLDS.usual, fewest: FEWEST_IMPRESSIONS };
const TUPLE = { lineItemId: 1, publisherId: 2, placementId: 0, paymentRuleId: null };
const counted = (trackerIds: readonly number[], impressions: Series): CountedTracker => ({
  trackerIds,
  tuple: TUPLE,
  impressions,
});
const matched = (
  trackerId: number,
  impressions: Series,
  name = `P${trackerId}`,
): PlacementMatch => ({
  kind: 'matched',
  at: placement(name, impressions),
  trackerId,
  by: 'name',
});

describe('two counts', () => {
  it.each([
    [900, 1000, 100, 10, 'agrees'],
    [899, 1000, 101, 10.1, 'over'],
    [850, 1000, 150, 15, 'over'],
    [1100, 1000, -100, -10, 'agrees'],
    [1101, 1000, -101, -10.1, 'over'],
    [0, 1000, 1000, 100, 'over'],
    [1, 999, 998, 99.8999, 'few'],
    [5, 0, -5, null, 'few'],
    [null, 1000, null, null, 'agrees'],
    [1000, null, null, null, 'unknown'],
  ] as const)('%s and %s', (one, other, difference, percent, agreement) => {
    const both = compare(one, other);
    expect(both.difference).toBe(difference);
    if (percent === null) expect(both.percent).toBeNull();
    else expect(both.percent).toBeCloseTo(percent, 3);
    if (one !== null) expect(agreementOf(both, BOUNDS)).toBe(agreement);
  });

  it('agree up to 15 % on mobile', () => {
    const mobile = { ...BOUNDS, threshold: THRESHOLDS.mobile };
    expect([850, 849].map((one) => agreementOf(compare(one, 1000), mobile))).toEqual([
      'agrees',
      'over',
    ]);
  });

  it('are said with what is not known', () => {
    expect([-12.34, -0.01, 10.01, null].map(percentText)).toEqual([
      '−12.3 %',
      '0.0 %',
      '10.01 %',
      'not known',
    ]);
    expect(agreementText[agreementOf(compare(1, null), BOUNDS)]).toBe('Not known');
  });
});

describe('a tracker', () => {
  const run = (one: CountedTracker[], ...matches: PlacementMatch[]) =>
    reconcile(one, matches, BOUNDS);

  it('is compared day by day, as a whole, and by its worst day', () => {
    const [only] = run(
      [counted([1], daily('2026-11-01', [1000, 2000, 500, 100]))],
      matched(1, daily('2026-11-02', [2000, 1000, 900, 50])),
    );
    expect(only?.days.map(({ day, percent }) => [day, percent])).toEqual([
      ['2026-11-01', null],
      ['2026-11-02', 0],
      ['2026-11-03', 50],
      ['2026-11-04', expect.closeTo(88.89, 1)],
      ['2026-11-05', null],
    ]);
    expect(only?.whole).toMatchObject({ counted: 2600, thirdParty: 3900 });
    expect(only?.worst?.day).toBe('2026-11-03');
    expect(only?.agreement).toBe('over');
  });

  it('has a worst day, be it without a difference, and none among few', () => {
    const worst = (count: number) =>
      run([counted([1], daily('2026-11-01', [count]))], matched(1, daily('2026-11-01', [count])))[0]
        ?.worst;
    expect(worst(1000)?.percent).toBe(0);
    expect(worst(999)).toBeNull();
  });

  it('takes a day that is not known for no zero', () => {
    const [only] = run(
      [counted([1], daily('2026-11-01', [1000, null]))],
      matched(1, daily('2026-11-01', [1000, 1000])),
    );
    expect(only?.whole).toMatchObject({ counted: 1000, thirdParty: 1000, percent: 0 });
  });

  it('of several has the placements of all of them', () => {
    const [only, ...more] = run(
      [counted([1, 2], daily('2026-11-01', [3000]))],
      matched(1, daily('2026-11-01', [1000])),
      matched(2, daily('2026-11-01', [2000])),
      matched(2, daily('2026-11-01', [100]), 'Other'),
    );
    expect(more).toEqual([]);
    expect(only).toMatchObject({ placements: ['P1', 'P2', 'Other'], whole: { thirdParty: 3100 } });
  });

  it.each([
    ['the ad server alone', [], [matched(9, daily('2026-11-01', [5000]))], [9]],
    ['Monetize alone', [counted([1], daily('2026-11-01', [5000]))], [], [1]],
    [
      'neither at the same time',
      [counted([1], daily('2026-11-01', [5000]))],
      [matched(1, daily('2026-12-01', [5000]))],
      [1],
    ],
  ])('is not judged where it is counted by %s', (_, one, matches, ids) => {
    const [only] = run(one, ...matches);
    expect(only).toMatchObject({ trackerIds: ids, agreement: 'unknown', whole: { percent: null } });
  });

  it('has a day between two spans, which is not known', () => {
    const [only] = run(
      [counted([1], daily('2026-11-01', [1]))],
      matched(1, daily('2026-11-03', [1])),
    );
    expect(only?.days.map(({ difference }) => difference)).toEqual([null, null, null]);
  });

  it('leaves out what has no tracker', () => {
    const at = placement('Somewhere', daily('2026-11-01', [7]));
    expect(
      run(
        [],
        { kind: 'nothing', at },
        { kind: 'set-aside', at },
        { kind: 'several', at, candidates: [1, 2] },
      ),
    ).toEqual([]);
  });
});

describe('hours', () => {
  const hours = (first: string, counts: readonly (number | null)[]): Series => ({
    by: 'hour',
    first,
    counts: [...counts],
  });
  const full = (count: number) => Array.from({ length: 24 }, () => count);
  it.each([
    ['two days', hours('2026-11-01 00', [...full(1), ...full(2)]), daily('2026-11-01', [24, 48])],
    [
      'a rest of a day before',
      hours('2026-11-01 23', [9, ...full(1)]),
      daily('2026-11-01', [null, 24]),
    ],
    [
      'a rest of a day behind',
      hours('2026-11-01 00', [...full(1), 9]),
      daily('2026-11-01', [24, null]),
    ],
    [
      'an hour that is not known',
      hours('2026-11-01 00', [null, ...full(1).slice(1)]),
      daily('2026-11-01', [null]),
    ],
    ['days are days', daily('2026-11-01', [5]), daily('2026-11-01', [5])],
  ])('to days: %s', (_, series, days) => expect(byDay(series)).toEqual(days));
});

describe('whatever was counted', () => {
  const series = fc
    .tuple(
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.option(fc.nat(5000), { freq: 5 }), { minLength: 1, maxLength: 12 }),
    )
    .map(([first, counts]) => daily(`2026-11-${String(first).padStart(2, '0')}`, counts));
  const complete = fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.array(fc.nat(5000), { minLength: 1, maxLength: 12 }))
    .map(([first, counts]) => daily(`2026-11-${String(first).padStart(2, '0')}`, counts));
  const sides = fc.tuple(
    fc.array(series, { maxLength: 4 }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), series), { maxLength: 8 }),
  );

  it('the days that both know add up to the whole', () => {
    fc.assert(
      fc.property(sides, ([ours, theirs]) => {
        const found = reconcile(
          ours.map((one, at) => counted([at + 1], one)),
          theirs.map(([id, one]) => matched(id, one)),
          BOUNDS,
        );
        for (const { days, whole } of found) {
          const both = days.filter(({ difference }) => difference !== null);
          expect(whole.counted ?? 0).toBe(sum(both.map((day) => day.counted)));
          expect(whole.thirdParty ?? 0).toBe(sum(both.map((day) => day.thirdParty)));
          expect(whole.difference ?? 0).toBe(sum(both.map((day) => day.difference)));
        }
      }),
      runs(500),
    );
  });

  it('each count is in one tracker alone, in any order', () => {
    const entry = fc.tuple(fc.integer({ min: 1, max: 6 }), complete);
    fc.assert(
      fc.property(
        fc.array(complete, { maxLength: 3 }),
        fc.array(entry, { maxLength: 5 }),
        (ours, theirs) => {
          // Two trackers in each group, and one of two groups.
          const groups = ours.map((one, at) => counted([at + 1, at + 2], one));
          const matches = theirs.map(([id, one], at) => matched(id, one, `P${at}`));
          const found = reconcile(groups, matches, BOUNDS);
          const names = found.flatMap(({ placements }) => placements);
          expect(names.toSorted()).toEqual(theirs.map((_, at) => `P${at}`).toSorted());
          const lost = found.flatMap(({ placements, thirdParty }) =>
            placements.length === 1 ? [[placements[0], sum(thirdParty.counts)]] : [],
          );
          for (const [name, whole] of lost) {
            const [, one] = theirs[Number(String(name).slice(1))] ?? [];
            expect(whole).toBe(sum(one?.counts ?? []));
          }
          const turned = reconcile(groups, matches.toReversed(), BOUNDS);
          const facts = (all: typeof found) =>
            new Map(
              all.map(({ trackerIds, whole, agreement }) => [
                trackerIds.join(),
                { whole, agreement },
              ]),
            );
          expect(facts(turned)).toEqual(facts(found));
        },
      ),
      runs(500),
    );
  });
});
