import { useMemo } from 'preact/hooks';

import { Choice } from '@/components/ui/Choice';
import type { MultipleScale } from '@/lib/core/report/chart/multiples';
import { drawMultiples } from '@/lib/core/report/chart/multiples';
import type { Pairs } from '@/lib/core/report/chart/pairs';
import { chartSummary, chartText as text } from '@/lib/text/reports/chart';

import { ChartSvg } from './ChartSvg';

/** One of several small pictures. */
export interface Small {
  readonly key: string;
  readonly name: string;
  readonly total: string;
  readonly pairs: Pairs;
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
const SCALES = [
  { value: 'shared', label: text.shared },
  { value: 'own', label: text.own },
] as const;

/** Many trackers at a glance; each leads to its own picture. */
export function Multiples({ all, zone, scale, onScale, onChoose }: MultiplesProps) {
  const shown = useMemo(() => all.slice(0, MOST), [all]);
  const charts = useMemo(
    () =>
      drawMultiples(
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
        {shown.map(({ key, name, total, pairs }, at) => {
          const chart = charts[at];
          return (
            <li key={key}>
              <button type="button" class="pb-multiple-name" onClick={() => onChoose(key)}>
                <span class="pb-clip">{name}</span>
              </button>
              <span class="pb-small pb-muted pb-clip">
                {total} ({zone})
              </span>
              {chart && (
                <ChartSvg
                  chart={chart}
                  label={`${name}. ${chartSummary(pairs, zone, null)}`}
                  current={null}
                />
              )}
            </li>
          );
        })}
      </ul>
      {all.length > MOST && <p class="pb-muted pb-small">{text.moreMultiples(MOST, all.length)}</p>}
    </section>
  );
}
