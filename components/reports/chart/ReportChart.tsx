import { useId, useMemo, useRef, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { isPlainKey } from '@/components/ui/row-keys';
import { drawChart } from '@/lib/core/report/chart/draw-chart';
import type { Pairs } from '@/lib/core/report/chart/pairs';
import type { Period } from '@/lib/core/report/series';
import {
  chartSummary,
  chartText as text,
  thirdPartyTitle,
  valueText,
} from '@/lib/text/reports/chart';

import { ChartSvg } from './ChartSvg';
import { DaysTable } from './DaysTable';
import { Legend } from './Legend';
import { placeByKey } from './place-by-key';
import { useWidth } from './use-width';

interface ReportChartProps {
  /** What it is of. */
  label: string;
  pairs: Pairs;
  zone: string;
  worst: Period | null;
  /** The zone of the ad server’s days; `null` where nobody knows. */
  otherZone?: string | null;
  /** In which verifications it was seen, by day. */
  seen?: ReadonlyMap<Period, string>;
}

const MARGINS = { left: 48, right: 24, top: 12, bottom: 22 };
const USUAL_WIDTH = 640;
const HEIGHT = { alone: 190, compared: 270 };
const DATE_ROOM = 50;

/**
 * Both counts as lines and their difference below. One stop of the Tab key, within which the arrow keys go from day to
 * day (WAI-ARIA slider); a line says what is known of it. The same stands in a table.
 */
export function ReportChart(props: ReportChartProps) {
  const { label, pairs, zone, worst, seen, otherZone = zone } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, USUAL_WIDTH);
  const tableId = useId();
  const [chosen, setChosen] = useState<Period | null>(worst);
  const [over, setOver] = useState<number | null>(null);
  const [isTable, setTable] = useState(false);
  const chart = useMemo(
    () =>
      drawChart(pairs, {
        width,
        height: pairs.isCompared ? HEIGHT.compared : HEIGHT.alone,
        margins: MARGINS,
        dateRoom: DATE_ROOM,
        worst,
        withDifference: true,
      }),
    [pairs, width, worst],
  );
  const { values } = chart;
  const found = values.findIndex(({ period }) => period === chosen);
  const at = over ?? (found < 0 ? values.length - 1 : found);
  const current = values[at] ?? null;
  if (current === null) return <p class="pb-muted">{text.nothing}</p>;
  const said = valueText(current, pairs, zone, otherZone);
  const isKnown = values.some(({ counted, thirdParty }) => counted !== null || thirdParty !== null);
  const choose = (place: number) => setChosen(values[place]?.period ?? null);
  const placeOf = (event: PointerEvent) => {
    const left = box.current?.getBoundingClientRect().left ?? 0;
    const place = Math.floor((event.clientX - left - chart.lines.box.x) / chart.step);
    return Math.max(0, Math.min(values.length - 1, place));
  };
  return (
    <figure class="pb-chart" aria-label={label}>
      <div class="pb-row pb-wrap pb-spread">
        <Legend
          isCompared={pairs.isCompared}
          withWeekends={chart.weekends.length > 0}
          withWorst={values.some(({ isWorst }) => isWorst)}
        />
        <Button aria-expanded={isTable} aria-controls={tableId} onClick={() => setTable(!isTable)}>
          {text.asTable}
        </Button>
      </div>
      {!isKnown && <p class="pb-muted">{text.allUnknown}</p>}
      <div ref={box} class="pb-chart-box">
        <ChartSvg chart={chart} label={chartSummary(pairs, zone, worst)} current={current} />
        <div
          class="pb-chart-keys"
          role="slider"
          tabIndex={0}
          title={text.keys}
          aria-label={text.days(label)}
          aria-valuemin={1}
          aria-valuemax={values.length}
          aria-valuenow={at + 1}
          aria-valuetext={said}
          onKeyDown={(event) => {
            const to = isPlainKey(event)
              ? placeByKey(event.key, at, values.length, pairs.by)
              : null;
            if (to === null) return;
            event.preventDefault();
            setOver(null);
            choose(to);
          }}
          onPointerMove={(event) => setOver(placeOf(event))}
          onPointerLeave={() => setOver(null)}
          onClick={() => choose(at)}
        />
      </div>
      <p class="pb-chart-said pb-small">{said}</p>
      <div id={tableId} hidden={!isTable}>
        {isTable && (
          <DaysTable
            label={text.table(label)}
            values={values}
            by={pairs.by}
            isCompared={pairs.isCompared}
            zone={zone}
            thirdParty={thirdPartyTitle(zone, otherZone)}
            {...(seen && { seen })}
          />
        )}
      </div>
    </figure>
  );
}
