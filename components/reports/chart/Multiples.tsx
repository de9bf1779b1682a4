import { useEffect, useMemo, useState } from 'preact/hooks';

import { afterPaint } from '@/components/ui/after-paint';
import { Choice } from '@/components/ui/Choice';
import type { Chart } from '@/lib/core/report/chart/chart';
import type { MultipleScale } from '@/lib/core/report/chart/multiples';
import { multiplesOf } from '@/lib/core/report/chart/multiples';
import { type Pairs, pairUp } from '@/lib/core/report/chart/pairs';
import type { Series } from '@/lib/core/report/series';
import { chartSummary, chartText as text } from '@/lib/text/reports/chart';

import { ChartSvg } from './ChartSvg';

/** One of several small pictures. */
export interface Small {
  readonly key: string;
  readonly name: string;
  readonly total: string;
  readonly impressions: Series;
}

interface MultiplesProps {
  all: readonly Small[];
  zone: string;
  scale: MultipleScale;
  onScale: (scale: MultipleScale) => void;
  onChoose: (key: string) => void;
}

const SIZE = {
  width: 248,
  height: 96,
  margins: { left: 40, right: 22, top: 6, bottom: 20 },
  dateRoom: 56,
};
const MOST = 60;
/** So many are drawn at a time. */
const LOT = 12;
const SCALES = [
  { value: 'shared', label: text.shared },
  { value: 'own', label: text.own },
] as const;

/** Many trackers at a glance; each leads to its own picture. */
export function Multiples({ all, zone, scale, onScale, onChoose }: MultiplesProps) {
  const [drawn, setDrawn] = useState(LOT);
  useEffect(
    () =>
      drawn < Math.min(all.length, MOST) ? afterPaint(() => setDrawn(drawn + LOT)) : undefined,
    [drawn, all.length],
  );
  const shown = useMemo(
    () => all.slice(0, MOST).map((one) => ({ ...one, pairs: pairUp(one.impressions, null) })),
    [all],
  );
  const draw = useMemo(
    () =>
      multiplesOf(
        shown.map(({ pairs }) => pairs),
        scale,
        SIZE,
      ),
    [shown, scale],
  );
  return (
    <section class="pb-stack" aria-label={text.multiples}>
      <div class="pb-report-scale">
        <Choice label={text.scale} value={scale} options={SCALES} onChange={onScale} />
      </div>
      <ul class="pb-multiples">
        {shown.slice(0, drawn).map(({ key, name, total, pairs }) => (
          <li key={key}>
            <button type="button" class="pb-multiple-name" onClick={() => onChoose(key)}>
              <span class="pb-clip">{name}</span>
            </button>
            <span class="pb-small pb-muted pb-clip">
              {total} ({zone})
            </span>
            <Picture name={name} pairs={pairs} zone={zone} draw={draw} />
          </li>
        ))}
      </ul>
      {all.length > MOST && <p class="pb-muted pb-small">{text.moreMultiples(MOST, all.length)}</p>}
    </section>
  );
}

interface PictureProps extends Pick<MultiplesProps, 'zone'> {
  name: string;
  pairs: Pairs;
  draw: (pairs: Pairs) => Chart;
}

function Picture({ name, pairs, zone, draw }: PictureProps) {
  const chart = useMemo(() => draw(pairs), [draw, pairs]);
  const label = useMemo(() => `${name}. ${chartSummary(pairs, zone, null)}`, [name, pairs, zone]);
  return <ChartSvg chart={chart} label={label} current={null} />;
}
