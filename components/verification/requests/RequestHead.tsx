import { ArrowDown, ArrowUp } from 'lucide';
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';

import { focusIn } from '@/components/ui/focus-in';
import { Icon } from '@/components/ui/Icon';
import { Separator } from '@/components/ui/Separator';
import {
  LEAST_WIDTH,
  type ListColumn,
  type ListLayout,
  MOST_WIDTH,
  resizeColumn,
  sortBy,
} from '@/lib/core/verification/list-layout';
import { columnText, requestListText as text } from '@/lib/text/verification/requests/request-list';

import { type ColumnPlan, leastWidth } from './columns';

export interface RequestHeadProps {
  plan: ColumnPlan;
  layout: ListLayout;
  onLayout: (change: (before: ListLayout) => ListLayout) => void;
  /** The row that is measured for how high rows are. */
  row: RefObject<HTMLDivElement | null>;
}

const SORTED = { true: 'descending', false: 'ascending' } as const;
const NEXT: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * The heads of the columns. One of them is in the order of Tab, with the bar that makes it wider; the arrow keys lead to
 * the others.
 */
export function RequestHead({ plan, layout, onLayout, row }: RequestHeadProps) {
  const { columns, template } = plan;
  const [wanted, setWanted] = useState<ListColumn | null>(null);
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
      {columns.map((name, index) => {
        const sort = layout.sort?.column === name ? layout.sort : null;
        const isCurrent = name === current;
        const ownWidth = () =>
          row.current?.querySelector(`[data-column="${name}"]`)?.getBoundingClientRect().width;
        const width = layout.widths[name] ?? leastWidth(name);
        return (
          <span
            key={name}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={sort ? SORTED[`${sort.isDescending}`] : 'none'}
            data-column={name}
            class={`pb-cell ${name}`}
            onFocusCapture={() => setWanted(name)}
          >
            <button
              type="button"
              class="pb-head-button"
              tabIndex={isCurrent ? 0 : -1}
              title={text.sortBy(columnText[name])}
              onClick={() => onLayout((before) => sortBy(before, name))}
              onKeyDown={(event) => go(event, index)}
            >
              <span class="pb-clip">{columnText[name]}</span>
              {sort && <Icon of={sort.isDescending ? ArrowDown : ArrowUp} size={12} />}
            </button>
            <Separator
              label={text.widthOf(columnText[name])}
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
