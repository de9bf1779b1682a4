import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Box, Chart, ChartOptions } from '@/lib/core/report/chart/chart';
import { drawChart } from '@/lib/core/report/chart/draw-chart';
import { multiplesOf } from '@/lib/core/report/chart/multiples';
import { pairUp } from '@/lib/core/report/chart/pairs';
import type { Series } from '@/lib/core/report/series';

import { days, hours, options } from './build';

const draw = (ours: Series, theirs: Series | null, changes: Partial<ChartOptions> = {}) =>
  drawChart(pairUp(ours, theirs), options(changes));

describe('a picture', () => {
  it('has each value where it belongs, and no place for what is not known', () => {
    const { values } = draw(days([0, 50, null, 100]), null);
    expect(values.map(({ x, countedY }) => [x, countedY])).toEqual([
      [12.5, 100],
      [37.5, 50],
      [62.5, null],
      [87.5, 0],
    ]);
    expect(values.every(({ thirdPartyY, bar }) => thirdPartyY === null && bar === null)).toBe(true);
  });

  it('has the difference below, with its share as Microsoft defines it', () => {
    const { values, differences } = draw(days([90, 110, 5]), days([100, 100, 0]));
    expect(
      values.map(({ difference, percent }) => [difference, percent && Math.round(percent)]),
    ).toEqual([
      [10, 10],
      [-10, -10],
      [-5, null],
    ]);
    const zero = differences?.zero ?? NaN;
    expect(values[0]?.bar?.y).toBeLessThan(zero);
    expect(values[1]?.bar?.y).toBe(zero);
  });

  it('draws no difference where one side is not known, nor where it is not asked for', () => {
    expect(draw(days([1, null]), days([null, 3])).values.map(({ bar }) => bar)).toEqual([
      null,
      null,
    ]);
    const small = draw(days([1]), days([3]), { withDifference: false });
    expect([small.differences, small.values[0]?.bar, small.values[0]?.difference]).toEqual([
      null,
      null,
      2,
    ]);
  });

  it('marks the worst day, and Saturdays with the Sundays beside them', () => {
    const { values, weekends } = draw(days([1, 2, 3, 4, 5, 6, 7, 8]), null, {
      worst: '2026-11-03',
      width: 80,
    });
    expect(values.map(({ isWorst }) => isWorst).indexOf(true)).toBe(2);
    expect(weekends.map(({ x, width }) => [x, width])).toEqual([
      [0, 10],
      [60, 20],
    ]);
  });

  it('marks no weekend that nobody could see', () => {
    expect(draw(days(Array.from({ length: 400 }, () => 1)), null, { width: 600 }).weekends).toEqual(
      [],
    );
    expect(
      draw(hours(Array.from({ length: 48 }, () => 1)), null, { width: 96 }).weekends,
    ).toHaveLength(1);
  });

  it.each<[string, Series, Series | null]>([
    ['of nothing', days([]), null],
    ['of one day', days([7]), days([8])],
    ['of zeros', days([0, 0, 0]), days([0, 0, 0])],
    ['of what nobody knows', days([null, null]), days([null, null])],
    ['of 400 days', days(Array.from({ length: 400 }, (_, at) => at % 9)), days([1])],
    ['of 2,400 hours', hours(Array.from({ length: 2400 }, (_, at) => at)), null],
    ['of huge counts', days([2 ** 53 - 1, 0]), days([0, 2 ** 53 - 1])],
    ['of less than nothing', days([-5, 3]), days([2, -9])],
  ])('%s is drawn within its frame', (_, ours, theirs) => {
    holds(draw(ours, theirs, FRAMED), FRAMED);
  });
});

const FRAMED = options({
  width: 640,
  height: 240,
  margins: { left: 52, right: 12, top: 8, bottom: 20 },
});

const count = fc.oneof(
  fc.constant(null),
  fc.nat({ max: 5000 }),
  fc.constantFrom(0, 2 ** 53 - 1, 1e300, -3),
);
const series = fc.oneof(
  fc.record({
    by: fc.constant('day' as const),
    first: fc.constantFrom('2026-11-01', '2026-10-20', '2024-02-27'),
    counts: fc.array(count, { maxLength: 60 }),
  }),
  fc.record({
    by: fc.constant('hour' as const),
    first: fc.constantFrom('2026-11-01 00', '2026-11-02 17'),
    counts: fc.array(count, { maxLength: 60 }),
  }),
);

describe('any picture', () => {
  it('lies within its frame, in the order of time, with no number that is none', () => {
    fc.assert(
      fc.property(
        series,
        fc.option(series),
        fc.integer({ min: 0, max: 1300 }),
        fc.integer({ min: 0, max: 400 }),
        fc.boolean(),
        (ours, theirs, width, height, withDifference) => {
          const frame = { ...FRAMED, width, height, withDifference };
          holds(drawChart(pairUp(ours, theirs), frame), frame);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('has the same values whatever its size', () => {
    fc.assert(
      fc.property(
        series,
        fc.option(series),
        fc.integer({ min: 0, max: 1300 }),
        (ours, theirs, width) => {
          const told = (chart: Chart) =>
            chart.values.map(({ period, counted, thirdParty, difference, percent }) => ({
              period,
              counted,
              thirdParty,
              difference,
              percent,
            }));
          const pairs = pairUp(ours, theirs);
          expect(told(drawChart(pairs, { ...FRAMED, width }))).toEqual(
            told(drawChart(pairs, FRAMED)),
          );
        },
      ),
    );
  });
});

describe('small pictures', () => {
  const all = [pairUp(days([10, 20]), null), pairUp(days([1, 2]), null)];
  it('share an axis, or have each their own', () => {
    const tops = (scale: 'shared' | 'own') =>
      all.map(multiplesOf(all, scale, options())).map(({ lines }) => lines.ticks.at(-1)?.value);
    expect([tops('shared'), tops('own')]).toEqual([
      [20, 20],
      [20, 2],
    ]);
  });
});

/** What is true of every picture. */
function holds(chart: Chart, { margins }: ChartOptions): void {
  const numbers = JSON.stringify(chart).match(/null|NaN|Infinity/g) ?? [];
  expect(numbers.filter((one) => one !== 'null')).toEqual([]);
  const all = [chart.lines.box, ...(chart.differences ? [chart.differences.box] : [])];
  const [left, right] = [margins.left, chart.width - margins.right];
  const isIn = (box: Box, within: Box) =>
    box.x >= within.x - 0.01 &&
    box.y >= within.y - 0.01 &&
    box.x + box.width <= within.x + within.width + 0.01 &&
    box.y + box.height <= within.y + within.height + 0.01;
  const whole = { x: 0, y: 0, width: chart.width, height: chart.height };
  expect(all.every((box) => isIn(box, whole))).toBe(true);
  const { box } = chart.lines;
  let before = -Infinity;
  for (const { x, countedY, thirdPartyY, bar } of chart.values) {
    expect(x).toBeGreaterThanOrEqual(before);
    before = x;
    expect(x).toBeGreaterThanOrEqual(left);
    expect(x).toBeLessThanOrEqual(right);
    for (const y of [countedY, thirdPartyY]) {
      if (y !== null) expect(isIn({ x, y, width: 0, height: 0 }, box)).toBe(true);
    }
    if (bar && chart.differences) expect(isIn(bar, chart.differences.box)).toBe(true);
  }
  for (const ticks of [chart.lines.ticks, chart.differences?.ticks ?? []]) {
    expect(ticks.every(({ y }) => Number.isFinite(y) && y >= 0 && y <= chart.height)).toBe(true);
    expect(ticks.map(({ value }) => value).toSorted((a, b) => a - b)).toEqual(
      ticks.map(({ value }) => value),
    );
  }
  expect(chart.dates.length > 0).toBe(chart.values.length > 0);
  expect(chart.weekends.every((weekend) => isIn(weekend, whole))).toBe(true);
}
