import { useMemo } from 'preact/hooks';

import { MiddleClip } from '@/components/ui/MiddleClip';
import { Empty } from '@/components/ui/Notice';
import type { TableColumns } from '@/components/ui/table/plan-columns';
import { explanationShort } from '@/lib/text/reports/causes';
import { chartText, thirdPartyTitle } from '@/lib/text/reports/chart';
import { comparingText as text } from '@/lib/text/reports/comparing';
import { countText, differenceText, percentText, periodText } from '@/lib/text/reports/periods';

import { keyOfTrackers, trackersName } from '../figures';
import type { ComparedRow, Comparison } from '../report-actions';
import { ReportGrid } from '../ReportGrid';
import { AgreementMark } from './AgreementMark';
import { ComparedDetails } from './ComparedDetails';
import type { ComparingModel } from './comparing-model';

interface ComparedTableProps {
  model: ComparingModel;
  comparison: Comparison;
  zone: string;
}

const COLUMNS = [
  'tracker',
  'agreement',
  'counted',
  'thirdParty',
  'difference',
  'percent',
  'worst',
  'why',
] as const;
type ComparedColumn = (typeof COLUMNS)[number];
const NUMBERS: ReadonlySet<ComparedColumn> = new Set([
  'counted',
  'thirdParty',
  'difference',
  'percent',
]);
/** What needs a person first. */
const RANK = { over: 0, unknown: 1, few: 2, agrees: 3 };

const keyOf = ({ trackerIds }: ComparedRow) => keyOfTrackers(trackerIds);

function valueOf(row: ComparedRow, column: ComparedColumn): string | number | null {
  if (column === 'tracker') return trackersName(row.names);
  if (column === 'agreement') return RANK[row.agreement];
  if (column === 'worst') return row.worst?.percent ?? null;
  return column === 'why' ? explanationShort(row.explanation) : row.whole[column];
}

/** What needs a person first, and of these what differs most; in this order until a column is chosen. */
function byNeed(a: ComparedRow, b: ComparedRow): number {
  const apart = (row: ComparedRow) => Math.abs(row.whole.percent ?? 0);
  return RANK[a.agreement] - RANK[b.agreement] || apart(b) - apart(a);
}

/** Both counts of each tracker, and below them one tracker day by day. */
export function ComparedTable({ model, comparison: { rows }, zone }: ComparedTableProps) {
  const otherZone = model.zone.value;
  const columns = useMemo(() => columnsOf(zone, otherZone), [zone, otherZone]);
  const sorted = useMemo(() => rows.toSorted(byNeed), [rows]);
  const { selected } = model;
  const chosen = rows.find((row) => keyOf(row) === selected.value) ?? null;
  if (rows.length === 0) {
    return (
      <Empty title={text.noRows}>
        <span>{text.noRowsNext}</span>
      </Empty>
    );
  }
  return (
    <div class="pb-stack">
      <ReportGrid
        label={text.table}
        rows={sorted}
        keyOf={keyOf}
        columns={columns}
        valueOf={valueOf}
        numbers={NUMBERS}
        selectedKey={selected.value}
        onSelect={(key) => (selected.value = key)}
        cell={cellOf}
      />
      {chosen ? (
        <ComparedDetails key={keyOf(chosen)} model={model} row={chosen} zone={zone} />
      ) : (
        <p class="pb-muted">{text.chooseRow}</p>
      )}
    </div>
  );
}

function cellOf(row: ComparedRow, column: ComparedColumn) {
  const { whole, worst } = row;
  if (column === 'tracker') return <MiddleClip text={trackersName(row.names)} />;
  if (column === 'agreement') return <AgreementMark agreement={row.agreement} />;
  if (column === 'difference') return differenceText(whole.difference);
  if (column === 'percent') return percentText(whole.percent);
  if (column === 'why') return explanationShort(row.explanation);
  if (column !== 'worst') return countText(whole[column]);
  return worst ? `${percentText(worst.percent)} on ${periodText(worst.day)}` : text.noWorst;
}

function columnsOf(zone: string, otherZone: string | null): TableColumns<ComparedColumn> {
  const { rowColumns } = text;
  return {
    all: COLUMNS,
    traits: {
      tracker: { least: 120, grow: 3, rank: 1 },
      agreement: { least: 138, grow: 0, rank: 2 },
      counted: { least: 104, grow: 1, rank: 6 },
      thirdParty: { least: 96, grow: 1, rank: 7 },
      difference: { least: 74, grow: 1, rank: 8 },
      percent: { least: 66, grow: 0.6, rank: 3 },
      worst: { least: 150, grow: 1, rank: 4 },
      why: { least: 128, grow: 1, rank: 5 },
    },
    names: {
      ...rowColumns,
      counted: chartText.zoned(rowColumns.counted, zone),
      thirdParty: thirdPartyTitle(zone, otherZone),
    },
    lead: 0,
  };
}
