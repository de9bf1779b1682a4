import { ArrowDown, ArrowUp } from 'lucide';
import type { ComponentChildren, RefObject } from 'preact';
import { useState } from 'preact/hooks';

import { focusIn } from '../focus-in';
import { Icon } from '../Icon';
import { Separator } from '../Separator';
import {
  LEAST_WIDTH,
  MOST_WIDTH,
  resizeColumn,
  sortBy,
  type TableLayout,
} from '@/lib/core/base/table-layout';
import { tableText as text } from '@/lib/text/table';

import type { ColumnPlan, TableColumns } from './plan-columns';

export interface TableHeadProps<C extends string, L extends TableLayout<C>> {
  columns: TableColumns<C>;
  plan: ColumnPlan<C>;
  layout: L & TableLayout<C>;
  onLayout: (change: (before: L & TableLayout<C>) => L) => void;
  /** What a press on a head does, by the column's name. */
  sortWhy: (column: string) => string;
  /** What stands above what comes before the columns. */
  lead?: ComponentChildren;
  /** The row that is measured for how high rows are. */
  row: RefObject<HTMLDivElement | null>;
}

const SORTED = { true: 'descending', false: 'ascending' } as const;
const NEXT: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * The heads of the columns. One of them is in the order of Tab, with the bar that makes it wider; the arrow keys lead to
 * the others.
 */
export function TableHead<C extends string, L extends TableLayout<C>>(props: TableHeadProps<C, L>) {
  const { plan, layout, onLayout, row, lead } = props;
  const { names, traits } = props.columns;
  const { columns, template } = plan;
  const [wanted, setWanted] = useState<C | null>(null);
  const current = columns.find((name) => name === wanted) ?? columns[0];
  const go = (event: KeyboardEvent, from: number) => {
    const step = NEXT[event.key];
    const to = step === undefined ? undefined : columns[from + step];
    if (to === undefined) return;
    event.preventDefault();
    setWanted(to);
    focusIn(row.current, `[data-column="${to}"] button`);
  };
  return (
    <div
      ref={row}
      role="row"
      aria-rowindex={1}
      class="pb-grid-head"
      style={{ gridTemplateColumns: template, minWidth: `${plan.least}px` }}
    >
      {lead !== undefined && (
        <span role="columnheader" aria-colindex={1} class="pb-cell pb-grid-lead">
          {lead}
        </span>
      )}
      {columns.map((name, index) => {
        const sort = layout.sort?.column === name ? layout.sort : null;
        const isCurrent = name === current;
        const ownWidth = () =>
          row.current?.querySelector(`[data-column="${name}"]`)?.getBoundingClientRect().width;
        const width = layout.widths[name] ?? traits[name].least;
        return (
          <span
            key={name}
            role="columnheader"
            aria-colindex={index + (lead === undefined ? 1 : 2)}
            aria-sort={sort ? SORTED[`${sort.isDescending}`] : 'none'}
            data-column={name}
            class={`pb-cell ${name}`}
            onFocusCapture={() => setWanted(name)}
          >
            <button
              type="button"
              class="pb-head-button"
              tabIndex={isCurrent ? 0 : -1}
              title={props.sortWhy(names[name])}
              onClick={() => onLayout((before) => sortBy(before, name))}
              onKeyDown={(event) => go(event, index)}
            >
              <span class="pb-clip">{names[name]}</span>
              {sort && <Icon of={sort.isDescending ? ArrowDown : ArrowUp} size={12} />}
            </button>
            <Separator
              label={text.widthOf(names[name])}
              title={text.widthWhy}
              orientation="vertical"
              class="pb-head-bar"
              tabIndex={isCurrent ? 0 : -1}
              value={width}
              min={LEAST_WIDTH}
              max={MOST_WIDTH}
              step={8}
              perPixel={() => 1}
              {...(layout.widths[name] === undefined && { measure: ownWidth })}
              onMove={(to) => onLayout((before) => resizeColumn(before, name, to))}
              onReset={() => onLayout((before) => resizeColumn(before, name, null))}
            />
          </span>
        );
      })}
    </div>
  );
}
