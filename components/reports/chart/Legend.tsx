import type { ComponentChildren } from 'preact';

import { chartText as text } from '@/lib/text/reports/chart';

import { Mark } from './ChartSvg';

interface LegendProps {
  isCompared: boolean;
  withWeekends: boolean;
  withWorst: boolean;
}

/** What each line and sign stands for, drawn as in the picture. */
export function Legend({ isCompared, withWeekends, withWorst }: LegendProps) {
  return (
    <ul class="pb-chart-legend pb-small" aria-label={text.legend}>
      <li>
        <Sign>
          <path class="line counted" d="M0 6h26" />
          <Mark side="counted" x={13} y={6} />
        </Sign>
        {text.counted}
      </li>
      {isCompared && (
        <>
          <li>
            <Sign>
              <path class="line third-party" d="M0 6h26" />
              <Mark side="third-party" x={13} y={6} />
            </Sign>
            {text.thirdParty}
          </li>
          <li>
            <Sign>
              <rect class="bar more" x={6} y={1} width={5} height={5} />
              <rect class="bar less" x={14} y={6} width={5} height={5} />
              <path class="zero" d="M0 6h26" />
            </Sign>
            {text.differenceWhy}
          </li>
        </>
      )}
      {withWorst && (
        <li>
          <Sign>
            <g class="worst">
              <path d="M8 2h10l-5 7z" />
            </g>
          </Sign>
          {text.worst}
        </li>
      )}
      {withWeekends && (
        <li>
          <Sign>
            <rect class="weekend" x={0} y={0} width={26} height={12} />
          </Sign>
          {text.weekend}
        </li>
      )}
    </ul>
  );
}

function Sign({ children }: { children: ComponentChildren }) {
  return (
    <svg class="pb-chart-svg" width={26} height={12} viewBox="0 0 26 12" aria-hidden="true">
      {children}
    </svg>
  );
}
