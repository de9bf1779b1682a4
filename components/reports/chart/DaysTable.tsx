import { useMemo } from 'preact/hooks';

import type { TableColumns } from '@/components/ui/table/plan-columns';
import type { ChartValue } from '@/lib/core/report/chart/chart';
import type { Grain } from '@/lib/core/report/question';
import type { Period } from '@/lib/core/report/series';
import { chartText as text } from '@/lib/text/reports/chart';
import { comparingText } from '@/lib/text/reports/comparing';
import { countText, differenceText, percentText, weekdayText } from '@/lib/text/reports/periods';

import { ReportGrid } from '../ReportGrid';

interface DaysTableProps {
  label: string;
  values: readonly ChartValue[];
  by: Grain;
  isCompared: boolean;
  zone: string;
  /** How the ad server’s side is headed. */
  thirdParty: string;
  seen?: ReadonlyMap<Period, string>;
}

const COMPARED = ['period', 'counted', 'thirdParty', 'difference', 'percent', 'seen'] as const;
type DayColumn = (typeof COMPARED)[number];
const ALONE: readonly DayColumn[] = ['period', 'counted'];
const NUMBERS: ReadonlySet<DayColumn> = new Set(['counted', 'thirdParty', 'difference', 'percent']);

const keyOf = ({ period }: ChartValue) => period;

/** Each period of a picture as a row. */
export function DaysTable(props: DaysTableProps) {
  const { label, values, by, isCompared, zone, thirdParty, seen } = props;
  const columns = useMemo(
    () =>
      columnsOf(
        by,
        { zone, thirdParty },
        !isCompared ? ALONE : seen ? COMPARED : COMPARED.slice(0, -1),
      ),
    [by, zone, thirdParty, isCompared, seen],
  );
  const valueOf = useMemo(
    () => (row: ChartValue, column: DayColumn) =>
      column === 'seen' ? (seen?.has(row.period) ? 1 : null) : row[column],
    [seen],
  );
  return (
    <ReportGrid
      label={label}
      rows={values}
      keyOf={keyOf}
      columns={columns}
      valueOf={valueOf}
      numbers={NUMBERS}
      cell={(row, column, isCurrent) => {
        if (column === 'period') {
          return row.isWorst ? (
            <span title={text.worst}>
              <strong class="pb-worst" aria-hidden="true">
                ▼
              </strong>{' '}
              {weekdayText(row.period)}
              <span class="pb-hidden">, {text.worst}</span>
            </span>
          ) : (
            weekdayText(row.period)
          );
        }
        if (column === 'difference') return differenceText(row.difference);
        if (column === 'percent') return percentText(row.percent);
        if (column !== 'seen') return countText(row[column]);
        const id = seen?.get(row.period);
        if (id === undefined) return '';
        return (
          <a
            href={`#/verifications/${id}`}
            tabIndex={isCurrent ? 0 : -1}
            aria-label={comparingText.seenOn(row.period)}
          >
            {text.columns.seen}
          </a>
        );
      }}
    />
  );
}

function columnsOf(
  by: Grain,
  { zone, thirdParty }: { readonly zone: string; readonly thirdParty: string },
  all: readonly DayColumn[],
): TableColumns<DayColumn> {
  const { columns } = text;
  return {
    all,
    traits: {
      period: { least: 130, grow: 2, rank: 1 },
      counted: { least: 80, grow: 1, rank: 2 },
      thirdParty: { least: 80, grow: 1, rank: 3 },
      difference: { least: 74, grow: 1, rank: 5 },
      percent: { least: 66, grow: 1, rank: 4 },
      seen: { least: 84, grow: 1, rank: 6 },
    },
    names: { ...columns, thirdParty, period: text.zoned(columns.period[by], zone) },
    lead: 0,
  };
}
