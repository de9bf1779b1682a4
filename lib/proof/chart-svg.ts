import type { Box, Chart, NumberTick } from '../core/report/chart/chart';
import type { Line } from '../core/report/chart/line';
import { axisText, tickText } from '../text/reports/periods';
import { escapeHtml } from './escape';

/** So much room has a period at least whose values have a shape of their own. */
const LEAST_MARK_STEP = 9;

type Side = 'monetize' | 'ad-server';

/** A picture as it was laid out, still: lines told by dash and shape, bars by their side of the line of 0. */
export function chartSvg(chart: Chart, label: string): string {
  const { width, height, lines, differences, values, step } = chart;
  const withMarks = step >= LEAST_MARK_STEP;
  const bars = values.flatMap(({ bar, difference }) =>
    bar === null ? [] : [rect(`bar ${(difference ?? 0) < 0 ? 'less' : 'more'}`, bar)],
  );
  const marks = values.flatMap(({ x, countedY, thirdPartyY }) => [
    ...(thirdPartyY === null ? [] : [mark('ad-server', x, thirdPartyY)]),
    ...(countedY === null ? [] : [mark('monetize', x, countedY)]),
  ]);
  return [
    `<svg role="img" aria-label="${escapeHtml(label)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    ...chart.weekends.map((box) => rect('weekend', box)),
    axis(lines.box, lines.ticks),
    ...(differences ? [axis(differences.box, differences.ticks)] : []),
    ...bars,
    ...(differences ? [straight('zero', differences.box, differences.zero)] : []),
    ...(chart.thirdParty ? [drawn(chart.thirdParty, 'ad-server', !withMarks)] : []),
    drawn(chart.counted, 'monetize', !withMarks),
    ...(withMarks ? marks : []),
    ...chart.dates.map(
      (tick) =>
        `<text class="date" x="${tick.x}" y="${height - 6}">${escapeHtml(tickText(tick))}</text>`,
    ),
    '</svg>',
  ].join('');
}

function axis(box: Box, ticks: readonly NumberTick[]): string {
  return ticks
    .map(
      ({ y, value }) =>
        `${straight('grid', box, y)}<text class="number" x="${box.x - 6}" y="${y + 4}">${escapeHtml(axisText(value))}</text>`,
    )
    .join('');
}

function straight(kind: string, { x, width }: Box, y: number): string {
  return `<line class="${kind}" x1="${x}" x2="${x + width}" y1="${y}" y2="${y}"/>`;
}

function rect(kind: string, { x, y, width, height }: Box): string {
  return `<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}"/>`;
}

function drawn(line: Line, side: Side, withAlone: boolean): string {
  const path = line.path === '' ? '' : `<path class="line ${side}" d="${line.path}"/>`;
  return path + (withAlone ? line.alone.map(({ x, y }) => mark(side, x, y)).join('') : '');
}

/** A disc for Monetize, a lozenge for the ad server. */
function mark(side: Side, x: number, y: number): string {
  return side === 'monetize'
    ? `<circle class="mark ${side}" cx="${x}" cy="${y}" r="3"/>`
    : `<path class="mark ${side}" d="M${x} ${y - 4}l4 4l-4 4l-4 -4z"/>`;
}
