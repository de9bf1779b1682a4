import { leastOf, mostOf } from '../../base/long-lists';
import type { Compared } from '../reconciled';
import { type Axis, placeOn, roundAxis } from './axis';
import type { Box, Chart, ChartOptions, ChartValue, NumberTick } from './chart';
import { dateTicks } from './date-ticks';
import { lineThrough, type Point } from './line';
import type { Pair, Pairs } from './pairs';
import { round } from './round';
import { weekendsIn } from './weekends';

/** Of what is left between the margins. */
const LINES_SHARE = 0.66;
const GAP = 16;
const BAR_SHARE = 0.7;
const PIXELS_PER_TICK = 36;

/** Draws two lines and their difference. The picture has a least size, in which it is not illegible yet. */
export function drawChart({ by, pairs, isCompared }: Pairs, options: ChartOptions): Chart {
  const { margins, worst } = options;
  const isParted = isCompared && options.withDifference;
  const width = Math.max(options.width, margins.left + margins.right + 40);
  const height = Math.max(options.height, margins.top + margins.bottom + (isParted ? 80 : 24));
  const inner = {
    x: margins.left,
    width: width - margins.left - margins.right,
    height: height - margins.top - margins.bottom,
  };
  const upper = isParted ? Math.round((inner.height - GAP) * LINES_SHARE) : inner.height;
  const box: Box = { x: inner.x, y: margins.top, width: inner.width, height: upper };
  const lower: Box = {
    ...box,
    y: box.y + upper + GAP,
    height: Math.max(0, inner.height - GAP - upper),
  };

  const compared = pairs.map((pair) => ({ period: pair.period, ...compare(pair) }));
  const counts = compared.flatMap(({ counted, thirdParty }) => [counted ?? 0, thirdParty ?? 0]);
  const axis = axisFor(counts, box, options.most);
  const apart = axisFor(
    compared.map(({ difference }) => difference ?? 0),
    lower,
  );
  const yOf = placeOn(axis, box.y + box.height, box.y);
  const differenceY = placeOn(apart, lower.y + lower.height, lower.y);
  const step = inner.width / Math.max(1, pairs.length);

  const values = compared.map((one, at): ChartValue => {
    const x = inner.x + (at + 0.5) * step;
    return {
      ...one,
      x: round(x),
      countedY: one.counted === null ? null : round(yOf(one.counted)),
      thirdPartyY: one.thirdParty === null ? null : round(yOf(one.thirdParty)),
      bar:
        one.difference === null || !isParted
          ? null
          : barBetween(differenceY(0), differenceY(one.difference), x, step * BAR_SHARE),
      isWorst: one.period === worst,
    };
  });
  return {
    width,
    height,
    lines: { box, ticks: ticksOf(axis, yOf) },
    differences: isParted
      ? { box: lower, ticks: ticksOf(apart, differenceY), zero: round(differenceY(0)) }
      : null,
    dates: dateTicks(values, by, options.dateRoom),
    values,
    counted: lineThrough(values.map(({ x, countedY }) => pointAt(x, countedY))),
    thirdParty: isCompared
      ? lineThrough(values.map(({ x, thirdPartyY }) => pointAt(x, thirdPartyY)))
      : null,
    weekends: weekendsIn(values, inner.x, step, by === 'hour' ? step * 24 : step, {
      y: box.y,
      height: inner.height,
    }),
    step,
  };
}

/** What two counts say of each other (0037 says it of whole trackers): the share is (1 − Monetize ÷ third party) × 100. */
function compare({ counted, thirdParty }: Pair): Compared {
  const difference = counted === null || thirdParty === null ? null : thirdParty - counted;
  const percent =
    counted === null || thirdParty === null || thirdParty === 0
      ? null
      : (1 - counted / thirdParty) * 100;
  return { counted, thirdParty, difference, percent };
}

function axisFor(values: readonly number[], { height }: Box, most?: number): Axis {
  const steps = Math.max(1, Math.min(5, Math.floor(height / PIXELS_PER_TICK)));
  return roundAxis(Math.min(0, leastOf(values)), most ?? mostOf(values) ?? 0, steps);
}

const ticksOf = ({ ticks }: Axis, yOf: (value: number) => number): readonly NumberTick[] =>
  ticks.map((value) => ({ value, y: round(yOf(value)) }));

const pointAt = (x: number, y: number | null): Point | null => (y === null ? null : { x, y });

function barBetween(zero: number, end: number, x: number, width: number): Box {
  const [top, bottom] = [Math.min(zero, end), Math.max(zero, end)];
  return {
    x: round(x - width / 2),
    y: round(top),
    width: round(width),
    height: round(bottom - top),
  };
}
