import { useMemo } from 'preact/hooks';

import { MiddleClip } from '@/components/ui/MiddleClip';
import type { TableColumns } from '@/components/ui/table/plan-columns';
import type { Grain } from '@/lib/core/report/question';
import { totalText } from '@/lib/text/reports/periods';
import { chartText } from '@/lib/text/reports/chart';
import { reportsText as text } from '@/lib/text/reports/screens';

import type { Figure } from './figures';
import { ReportGrid } from './ReportGrid';

interface FiguresTableProps {
  figures: readonly Figure[];
  by: Grain;
  zone: string;
  selectedKey: string | null;
  onSelect: (key: string) => void;
}

const COLUMNS = [
  'tracker',
  'id',
  'impressions',
  'lineItem',
  'publisher',
  'placement',
  'paymentRule',
] as const;
type FigureColumn = (typeof COLUMNS)[number];
const NUMBERS: ReadonlySet<FigureColumn> = new Set(['impressions']);
const ID_OF = {
  lineItem: 'lineItemId',
  publisher: 'publisherId',
  placement: 'placementId',
  paymentRule: 'paymentRuleId',
} as const;

const keyOf = ({ key }: Figure) => key;

function valueOf(figure: Figure, column: FigureColumn): string | number | null {
  if (column === 'tracker') return figure.name;
  if (column === 'id') return figure.trackerIds[0] ?? null;
  if (column === 'impressions') return figure.total.sum;
  return figure.of[column] ?? figure.tuple[ID_OF[column]];
}

/** What was counted of each tracker. */
export function FiguresTable({ figures, by, zone, selectedKey, onSelect }: FiguresTableProps) {
  const columns = useMemo(() => columnsOf(zone), [zone]);
  return (
    <ReportGrid
      label={text.figuresLabel}
      rows={figures}
      keyOf={keyOf}
      columns={columns}
      valueOf={valueOf}
      numbers={NUMBERS}
      selectedKey={selectedKey}
      onSelect={onSelect}
      cell={(figure, column) => {
        if (column === 'tracker') return <MiddleClip text={figure.name} />;
        if (column === 'id') return <span class="pb-mono">{figure.trackerIds.join(', ')}</span>;
        if (column === 'impressions') return totalText(figure.total, by);
        return placeText(figure, column);
      }}
    />
  );
}

/** An object of a row by its name and id; what this type of report does not tell is not said to be none. */
export function placeText({ of, tuple }: Figure, column: keyof typeof ID_OF): string {
  const id = tuple[ID_OF[column]];
  if (id === null) return text.notTold;
  if (id === 0) return text.noneOf;
  const name = of[column];
  return name === null ? String(id) : `${name} (${id})`;
}

function columnsOf(zone: string): TableColumns<FigureColumn> {
  const { figureColumns } = text;
  return {
    all: COLUMNS,
    traits: {
      tracker: { least: 96, grow: 3, rank: 1 },
      id: { least: 62, grow: 0.3, rank: 3 },
      impressions: { least: 160, grow: 1, rank: 2 },
      lineItem: { least: 110, grow: 1.4, rank: 4 },
      publisher: { least: 110, grow: 1.4, rank: 5 },
      placement: { least: 110, grow: 1.4, rank: 6 },
      paymentRule: { least: 100, grow: 1, rank: 7 },
    },
    names: { ...figureColumns, impressions: chartText.zoned(figureColumns.impressions, zone) },
    lead: 0,
  };
}
