import { useMemo } from 'preact/hooks';

import { Empty } from '@/components/ui/Notice';
import { type ListLayout, VirtualList } from '@/components/ui/VirtualList';
import type { CheckedSheet } from '@/lib/core/tracker-sheet/check-sheet';
import type { TrackerColumn } from '@/lib/core/tracker-sheet/columns';
import { type PlannedRow, ROW_KINDS, type RowKind } from '@/lib/core/tracker-sheet/planned-row';
import { bulkText as text } from '@/lib/text/trackers/bulk';
import { rowKindText } from '@/lib/text/trackers/tracker-sheet';

import { PlanHead, PlanRow } from './PlanRow';
import { RowFilter } from './RowFilter';

/** Which rows are shown: all, those of a kind, or those of a group of issues, by their numbers. */
export type PlanFilter = 'all' | 'mend' | RowKind | ReadonlySet<number>;

interface PlanListProps {
  checked: CheckedSheet;
  filter: PlanFilter;
  onFilter: (filter: PlanFilter) => void;
  textOf: (row: number, column: TrackerColumn) => string;
  chosen: number | null;
  onChoose: (row: number) => void;
}

const WIDE: ListLayout = { name: 'wide', rowHeight: 42, headHeight: 24 };
const NARROW: ListLayout = { name: 'narrow', rowHeight: 44, headHeight: 24 };

/** By its width in pixels: columns, or two lines a row. */
const layoutAt = (width: number) => (width >= 820 ? WIDE : NARROW);

/** The rows of a dry run, and which of them are shown. */
export function PlanList(props: PlanListProps) {
  const { checked, filter, onFilter, textOf, chosen, onChoose } = props;
  const { rows, counts } = checked;
  const shown = useMemo(() => rows.filter((row) => isShown(row, filter)), [rows, filter]);
  const kinds = ROW_KINDS.filter((kind) => counts[kind] > 0 || kind === filter);
  const toMend = counts.error + counts.conflict;
  return (
    <section class="pb-plan-rows" aria-label={text.rows}>
      <RowFilter<'all' | 'mend' | RowKind | ''>
        label={text.show}
        value={typeof filter === 'string' ? filter : ''}
        options={[
          ['all', text.showAll, rows.length],
          ...(toMend > 0 || filter === 'mend' ? [['mend', text.showMend, toMend] as const] : []),
          ...kinds.map((kind) => [kind, rowKindText[kind], counts[kind]] as const),
        ]}
        onChange={(next) => next !== '' && onFilter(next)}
      />
      {shown.length === 0 ? (
        <Empty title={text.noneOfKind} />
      ) : (
        <VirtualList
          label={text.rows}
          items={shown}
          keyOf={(row) => row.row}
          layoutAt={layoutAt}
          head={<PlanHead />}
          render={(row, isCurrent) => (
            <PlanRow
              row={row}
              textOf={(column) => textOf(row.row, column)}
              isCurrent={isCurrent}
              isChosen={row.row === chosen}
              onChoose={() => onChoose(row.row)}
            />
          )}
        />
      )}
    </section>
  );
}

function isShown({ row, kind }: PlannedRow, filter: PlanFilter): boolean {
  if (typeof filter === 'object') return filter.has(row);
  if (filter === 'mend') return kind === 'error' || kind === 'conflict';
  return filter === 'all' || kind === filter;
}
