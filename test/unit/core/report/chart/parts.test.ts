import { describe, expect, it } from 'vitest';

import { roundAxis } from '@/lib/core/report/chart/axis';
import { dateTicks } from '@/lib/core/report/chart/date-ticks';
import { lineThrough } from '@/lib/core/report/chart/line';
import { pairUp } from '@/lib/core/report/chart/pairs';
import { laterBy, weekdayOf } from '@/lib/core/report/chart/periods';
import { byDay } from '@/lib/core/report/series-sums';
import type { Grain } from '@/lib/core/report/question';

import { days, hours } from './build';

describe('a period', () => {
  it.each<[string, number, Grain, string]>([
    ['2026-11-30', 1, 'day', '2026-12-01'],
    ['2026-12-31', 1, 'day', '2027-01-01'],
    ['2024-02-28', 1, 'day', '2024-02-29'],
    ['2026-03-01', -1, 'day', '2026-02-28'],
    ['2026-11-12 23', 1, 'hour', '2026-11-13 00'],
    // Summer time begins there in Berlin: the calendar goes on all the same.
    ['2026-03-29 01', 1, 'hour', '2026-03-29 02'],
    ['0026-11-12', 1, 'day', '0026-11-13'],
  ])('%s, %i %s later, is %s', (period, steps, by, later) => {
    expect(laterBy(period, steps, by)).toBe(later);
  });

  it('has its weekday', () => {
    expect(['2026-11-12', '2026-11-14 05', '2026-11-15'].map(weekdayOf)).toEqual([4, 6, 0]);
  });
});

describe('hours as days', () => {
  const full = (count: number) => Array.from({ length: 24 }, () => count);
  it.each<[string, ReturnType<typeof hours>, readonly (number | null)[]]>([
    ['are summed', hours([...full(2), ...full(3)]), [48, 72]],
    ['are summed where some have none', hours([...full(2).with(7, 0), ...full(3)]), [46, 72]],
    [
      'are not known where one of them is not',
      hours([...full(2), null, ...full(3).slice(1)]),
      [48, null],
    ],
    [
      'that begin in the middle of a day do not tell of it',
      hours(full(1), '2026-11-01 20'),
      [null, null],
    ],
    ['are none of none', hours([]), []],
  ])('%s', (_, series, counts) => {
    expect(byDay(series)).toEqual({ by: 'day', first: '2026-11-01', counts });
  });
});

describe('two sides', () => {
  const told = (ours: ReturnType<typeof days>, theirs: ReturnType<typeof days> | null) =>
    pairUp(ours, theirs).pairs.map(({ period, counted, thirdParty }) => [
      period.slice(8),
      counted,
      thirdParty,
    ]);

  it('stand beside each other by their dates, from the first of either to the last', () => {
    expect(told(days([1, 2], '2026-11-02'), days([8, 9], '2026-11-01'))).toEqual([
      ['01', null, 8],
      ['02', 1, 9],
      ['03', 2, null],
    ]);
    expect(told(days([1]), days([9], '2026-11-03'))).toEqual([
      ['01', 1, null],
      ['02', null, null],
      ['03', null, 9],
    ]);
  });

  it('are by day where one of them is', () => {
    const { by, pairs } = pairUp(hours(Array.from({ length: 24 }, () => 1)), days([30]));
    expect([by, pairs]).toEqual(['day', [{ period: '2026-11-01', counted: 24, thirdParty: 30 }]]);
  });

  it('may be one, or none', () => {
    expect(pairUp(days([5]), null)).toEqual({
      by: 'day',
      pairs: [{ period: '2026-11-01', counted: 5, thirdParty: null }],
      isCompared: false,
    });
    expect(pairUp(days([]), days([])).pairs).toEqual([]);
    expect(told(days([]), days([7], '2026-11-04'))).toEqual([['04', null, 7]]);
  });

  it('know no count that cannot be told from the next one', () => {
    expect(told(days([2 ** 53, 2 ** 53 - 1]), days([1e300, -1e300]))).toEqual([
      ['01', null, null],
      ['02', 2 ** 53 - 1, null],
    ]);
  });

  it('do not draw a century for one wrong date', () => {
    expect(told(days([1, 2]), days([5], '1926-11-01'))).toEqual([
      ['01', 1, null],
      ['02', 2, null],
    ]);
  });
});

describe('an axis', () => {
  it.each<[number, number, number, readonly number[]]>([
    [0, 0, 4, [0, 1]],
    [0, 1, 4, [0, 1]],
    [0, 3, 4, [0, 1, 2, 3]],
    [0, 947, 5, [0, 200, 400, 600, 800, 1000]],
    [0, 1000, 5, [0, 200, 400, 600, 800, 1000]],
    [-40, 130, 3, [-100, 0, 100, 200]],
    [-40, -10, 2, [-40, -20, 0]],
    [5, 5, 0, [0, 5]],
    [0, 9_007_199_254_740_991, 2, [0, 5e15, 1e16]],
  ])('from %i to %i in about %i steps has %j', (least, most, steps, ticks) => {
    expect(roundAxis(least, most, steps)).toEqual({
      low: ticks[0],
      high: ticks.at(-1),
      ticks,
    });
  });
});

describe('the dates below', () => {
  const at = (first: string, count: number, by: Grain, step: number) =>
    dateTicks(
      Array.from({ length: count }, (_, place) => ({
        period: laterBy(first, place, by),
        x: place * step,
      })),
      by,
      40,
    ).map(({ period, as }) => `${period} ${as}`);

  it.each<[string, readonly string[], readonly string[]]>([
    ['every day', at('2026-11-12', 2, 'day', 40), ['2026-11-12 day', '2026-11-13 day']],
    ['every other', at('2026-11-12', 3, 'day', 20), ['2026-11-12 day', '2026-11-14 day']],
    ['Mondays', at('2026-11-12', 12, 'day', 6), ['2026-11-16 day', '2026-11-23 day']],
    [
      'halves of months',
      at('2026-11-12', 40, 'day', 3),
      ['2026-11-15 day', '2026-12-01 day', '2026-12-15 day'],
    ],
    ['months', at('2026-11-12', 60, 'day', 1.4), ['2026-12-01 month', '2027-01-01 month']],
    ['years', at('2025-02-01', 600, 'day', 0.2), ['2026-01-01 year']],
    [
      'quarters of days',
      at('2026-11-12 00', 13, 'hour', 7),
      ['2026-11-12 00 hour', '2026-11-12 06 hour', '2026-11-12 12 hour'],
    ],
    [
      'days of hours',
      at('2026-11-12 00', 50, 'hour', 2),
      ['2026-11-12 00 day', '2026-11-13 00 day', '2026-11-14 00 day'],
    ],
    ['the first where nothing else has room', at('2026-11-12', 1, 'day', 0), ['2026-11-12 day']],
    ['none of none', at('2026-11-12', 0, 'day', 9), []],
  ])('are %s', (_, ticks, wanted) => {
    expect(ticks).toEqual(wanted);
  });
});

describe('a line', () => {
  const at = (...ys: (number | null)[]) => ys.map((y, x) => (y === null ? null : { x, y }));
  it.each<[string, (number | null)[], string, readonly number[]]>([
    ['goes through all', [1, 2, 3], 'M0 1L1 2L2 3', []],
    ['has gaps', [1, 2, null, 4, 5], 'M0 1L1 2M3 4L4 5', []],
    ['shows what stands alone', [1, null, 3, null, 5, 6], 'M4 5L5 6', [1, 3]],
    ['is nothing of nothing', [null, null], '', []],
    ['of one is a point', [7], '', [7]],
  ])('%s', (_, ys, path, alone) => {
    const line = lineThrough(at(...ys));
    expect([line.path, line.alone.map(({ y }) => y)]).toEqual([path, alone]);
  });
});
