import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';

import { DataGrid, type GridRow } from '@/components/ui/table/DataGrid';
import type { TableColumns } from '@/components/ui/table/plan-columns';
import type { TableLayout } from '@/lib/core/base/table-layout';
import { reportsText } from '@/lib/text/reports/screens';

import { type CellValue, sortRows } from './sort-rows';

interface ReportGridProps<T, C extends string> {
  label: string;
  rows: readonly T[];
  /** One function for as long as the table is there. */
  keyOf: (row: T) => string;
  columns: TableColumns<C>;
  /** By what a column is sorted; one function for as long as the table is there. */
  valueOf: (row: T, column: C) => CellValue;
  /** Those whose numbers stand below each other. */
  numbers: ReadonlySet<C>;
  cell: (row: T, column: C, isCurrent: boolean) => ComponentChildren;
  /** The row that is shown below; without it no row is chosen. */
  selectedKey?: string | null;
  onSelect?: (key: string) => void;
}

type Own<C extends string> = Pick<TableLayout<C>, 'widths' | 'sort'>;

function noWidths<C extends string>(): Own<C>['widths'] {
  const none: Partial<Record<C, number>> = {};
  return none;
}

/** The most rows that are seen at once; the rest is scrolled. */
const MOST_ROWS = 12;

/** A table of figures: sorted by its heads, gone through by keys, as high as its rows to a bound. */
export function ReportGrid<T, C extends string>(props: ReportGridProps<T, C>) {
  const { columns, valueOf, rows, cell, numbers, onSelect } = props;
  const [own, setOwn] = useState<Own<C>>({ widths: noWidths<C>(), sort: null });
  const layout: TableLayout<C> = { ...own, columns: columns.all };
  const sorted = useMemo(() => sortRows(rows, layout.sort, valueOf), [rows, layout.sort, valueOf]);
  return (
    <div class="pb-report-grid" style={{ '--rows': Math.min(rows.length, MOST_ROWS) + 1 }}>
      <DataGrid
        label={props.label}
        rows={sorted}
        keyOf={props.keyOf}
        columns={columns}
        layout={layout}
        onLayout={(change) => {
          const { widths, sort } = change(layout);
          setOwn({ widths, sort });
        }}
        onLeft={() => {}}
        sortWhy={reportsText.sortBy}
        selectedKey={props.selectedKey ?? null}
        toRow={0}
        onSelect={(key) => onSelect?.(key)}
        onMove={() => {}}
        onOpen={(key) => onSelect?.(key)}
        onEscape={() => false}
        cells={({ row, plan, isCurrent }: GridRow<T, C>) =>
          plan.columns.map((column, place) => (
            <span
              key={column}
              role="gridcell"
              aria-colindex={place + 1}
              class={`pb-cell pb-clip ${column} ${numbers.has(column) ? 'pb-number' : ''}`}
            >
              {cell(row, column, isCurrent)}
            </span>
          ))
        }
      />
    </div>
  );
}
