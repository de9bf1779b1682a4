import type { Box, Chart, ChartValue, NumberTick } from '@/lib/core/report/chart/chart';
import type { Line } from '@/lib/core/report/chart/line';
import { axisText, tickText } from '@/lib/text/reports/periods';

interface ChartSvgProps {
  chart: Chart;
  label: string;
  /** The period that is looked at. */
  current: ChartValue | null;
}

/** So much room has a period at least whose values have a shape of their own. */
const LEAST_MARK_STEP = 9;

/** A picture as it was laid out: lines told by dash and shape, bars by their side of the line of 0. */
export function ChartSvg({ chart, label, current }: ChartSvgProps) {
  const { width, height, lines, differences, values, step } = chart;
  const worst = values.find(({ isWorst }) => isWorst);
  const withMarks = step >= LEAST_MARK_STEP;
  return (
    <svg
      class="pb-chart-svg"
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {chart.weekends.map((box) => (
        <rect key={box.x} class="weekend" {...box} />
      ))}
      <Axis box={lines.box} ticks={lines.ticks} />
      {differences && <Axis box={differences.box} ticks={differences.ticks} />}
      {worst && <WorstMark x={worst.x} box={lines.box} to={differences?.box ?? lines.box} />}
      {differences &&
        values.map(
          ({ period, bar, difference }) =>
            bar && (
              <rect
                key={period}
                class={`bar ${(difference ?? 0) < 0 ? 'less' : 'more'}`}
                {...bar}
              />
            ),
        )}
      {differences && (
        <line
          class="zero"
          x1={differences.box.x}
          x2={differences.box.x + differences.box.width}
          y1={differences.zero}
          y2={differences.zero}
        />
      )}
      {chart.thirdParty && (
        <Drawn line={chart.thirdParty} side="third-party" withAlone={!withMarks} />
      )}
      <Drawn line={chart.counted} side="counted" withAlone={!withMarks} />
      {withMarks &&
        values.map(({ period, x, countedY, thirdPartyY }) => (
          <g key={period}>
            {thirdPartyY !== null && <Mark side="third-party" x={x} y={thirdPartyY} />}
            {countedY !== null && <Mark side="counted" x={x} y={countedY} />}
          </g>
        ))}
      {chart.dates.map((tick) => (
        <text key={tick.period} class="date" x={tick.x} y={height - 6}>
          {tickText(tick)}
        </text>
      ))}
      {current && (
        <g class="current">
          <line
            x1={current.x}
            x2={current.x}
            y1={lines.box.y}
            y2={(differences?.box ?? lines.box).y + (differences?.box ?? lines.box).height}
          />
          {current.thirdPartyY !== null && <circle cx={current.x} cy={current.thirdPartyY} r={6} />}
          {current.countedY !== null && <circle cx={current.x} cy={current.countedY} r={6} />}
        </g>
      )}
    </svg>
  );
}

function Axis({ box, ticks }: { box: Box; ticks: readonly NumberTick[] }) {
  return (
    <g class="axis">
      {ticks.map(({ y, value }) => (
        <g key={value}>
          <line x1={box.x} x2={box.x + box.width} y1={y} y2={y} />
          <text x={box.x - 6} y={y + 4}>
            {axisText(value)}
          </text>
        </g>
      ))}
    </g>
  );
}

type Side = 'counted' | 'third-party';

interface DrawnProps {
  line: Line;
  side: Side;
  /** Where every value has its mark, those alone have theirs among them. */
  withAlone: boolean;
}

function Drawn({ line, side, withAlone }: DrawnProps) {
  return (
    <>
      {line.path !== '' && <path class={`line ${side}`} d={line.path} />}
      {withAlone && line.alone.map(({ x, y }) => <Mark key={x} side={side} x={x} y={y} />)}
    </>
  );
}

/** A disc for Monetize, a lozenge for the ad server. */
export function Mark({ side, x, y }: { side: Side; x: number; y: number }) {
  return side === 'counted' ? (
    <circle class="mark counted" cx={x} cy={y} r={3} />
  ) : (
    <path class="mark third-party" d={`M${x} ${y - 4}l4 4l-4 4l-4 -4z`} />
  );
}

function WorstMark({ x, box, to }: { x: number; box: Box; to: Box }) {
  return (
    <g class="worst">
      <line x1={x} x2={x} y1={box.y} y2={to.y + to.height} />
      <path d={`M${x - 5} ${box.y - 1}h10l-5 7z`} />
    </g>
  );
}
