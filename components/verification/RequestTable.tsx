import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { focusIn } from '@/components/ui/focus-in';
import { rowByKey, rowIndexOf } from '@/components/ui/row-keys';
import { useVirtualRows } from '@/components/ui/use-virtual-rows';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import type { ListColumn, ListLayout } from '@/lib/core/verification/list-layout';
import { verificationText as text } from '@/lib/text/verification/verification';

import { RequestCells } from './RequestCells';
import { planColumns } from './requests/columns';
import { RequestHead } from './requests/RequestHead';
import { useCurrentRow } from './requests/use-current-row';
import { useRowHeight } from './requests/use-row-height';
import { useStillRows } from './requests/use-still-rows';

interface RequestTableProps {
  rows: readonly CheckedRequest[];
  /** When nobody recorded. */
  gaps: readonly { readonly to: number }[];
  layout: ListLayout;
  onLayout: (change: (before: ListLayout) => ListLayout) => void;
  /** Tells which of the columns have no room. */
  onLeft: (columns: readonly ListColumn[]) => void;
  /** What a person wrote on some of them, by their keys. */
  notes?: ReadonlyMap<string, string>;
  selectedKey: string | null;
  /** Rises each time the focus is to go to the row that is selected, or else to the current one. */
  toRow: number;
  onSelect: (key: string) => void;
  /** The current row is another. */
  onMove: (key: string) => void;
  /** Opens the details of a request and goes there. */
  onOpen: (key: string) => void;
  /** Puts the details away; says whether there were any. */
  onEscape: () => boolean;
}

/**
 * The recorded requests; only the rows in view are drawn, and the current one, which may have the focus: arrow keys,
 * Page Up and Down, Home and End go on from there.
 */
export function RequestTable(props: RequestTableProps) {
  const { rows, gaps, notes, layout, onLayout, selectedKey } = props;
  const grid = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(head);
  const { current, setCurrent, keyAt, indexOf } = useCurrentRow(rows);
  const held = useRef<{ isHeld: () => boolean }>({ isHeld: () => false });
  const inTime =
    layout.sort === null || (layout.sort.column === 'time' && !layout.sort.isDescending);
  const { first, last, size, pageSize, scrollTo } = useVirtualRows(grid, {
    count: rows.length,
    layoutAt: () => ({ rowHeight, headHeight: rowHeight }),
    keepAtEnd: inTime && !held.current.isHeld(),
  });
  const still = useStillRows({ scroller: grid, rowHeight, order: layout.sort, keyAt, indexOf });
  held.current = still;
  const plan = planColumns(layout, size.width);

  useLayoutEffect(() => props.onLeft(plan.left), [plan.left.join(' ')]);

  const [wanted, setWanted] = useState<number | null>(null);
  const goTo = (index: number) => {
    setCurrent(index);
    setWanted(index);
  };
  useLayoutEffect(() => {
    if (wanted === null) return;
    setWanted(null);
    scrollTo(wanted);
    focusIn(grid.current, `[data-index="${wanted}"]`);
  }, [wanted]);
  const toRow = useRef(props.toRow);
  useLayoutEffect(() => {
    const isAsked = toRow.current !== props.toRow;
    toRow.current = props.toRow;
    if (!isAsked) return;
    const selected = selectedKey === null ? -1 : indexOf(selectedKey);
    goTo(selected >= 0 ? selected : current);
  }, [props.toRow]);
  // Only a new choice scrolls; rows that come in later must not.
  useLayoutEffect(() => {
    const selected = selectedKey === null ? -1 : indexOf(selectedKey);
    if (selected < 0) return;
    setCurrent(selected);
    scrollTo(selected);
  }, [selectedKey]);

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[rowIndexOf(event.target) ?? -1];
    const isInRows = row !== undefined || event.target === grid.current;
    const place = { current: row ? current : -1, count: rows.length, pageSize };
    const to = isInRows ? rowByKey(event.key, place) : event.key === 'ArrowDown' ? current : null;
    if (to !== null) {
      goTo(to);
      const key = keyAt(to);
      if (isInRows && key !== null) props.onMove(key);
    } else if (row && event.key === 'Enter') props.onOpen(row.request.key);
    else if (event.key !== 'Escape' || !props.onEscape()) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const drawn = Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset);
  if (current >= 0 && current < first) drawn.unshift(current);
  if (current >= last) drawn.push(current);

  return (
    <section class="pb-verification-list">
      <div
        ref={grid}
        class="pb-grid"
        role="grid"
        tabIndex={-1}
        aria-label={text.requests}
        aria-rowcount={rows.length + 1}
        aria-colcount={plan.columns.length}
        onKeyDown={press}
        {...still.handlers}
        onClick={(event) => {
          const index = rowIndexOf(event.target);
          const key = index === null ? null : keyAt(index);
          if (key !== null) props.onSelect(key);
        }}
        onFocusCapture={(event) => {
          const index = rowIndexOf(event.target);
          if (index !== null && index !== current) setCurrent(index);
        }}
      >
        <RequestHead row={head} plan={plan} layout={layout} onLayout={onLayout} />
        <div
          role="rowgroup"
          class="pb-grid-rows"
          style={{ height: `${rows.length * rowHeight}px`, minWidth: `${plan.least}px` }}
        >
          {drawn.map((index) => {
            const row = rows[index];
            if (!row) return null;
            const before = rows[index - 1];
            const beginsView = before?.pageView?.id !== row.pageView?.id;
            const newPage = inTime && index > 0 && beginsView;
            const afterGap = inTime && isAfterGap(gaps, row, before);
            return (
              <div
                key={row.request.key}
                data-index={index}
                role="row"
                tabIndex={index === current ? 0 : -1}
                aria-rowindex={index + 2}
                aria-selected={row.request.key === selectedKey}
                title={afterGap ? text.afterGap : undefined}
                class={`pb-grid-row ${newPage ? 'new-page' : ''} ${afterGap ? 'after-gap' : ''}`}
                style={{
                  height: `${rowHeight}px`,
                  top: `${index * rowHeight}px`,
                  gridTemplateColumns: plan.template,
                }}
              >
                <RequestCells
                  row={row}
                  note={notes?.get(row.request.key)}
                  plan={plan}
                  beginsView={beginsView}
                />
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}

function isAfterGap(
  gaps: RequestTableProps['gaps'],
  { request }: CheckedRequest,
  before: CheckedRequest | undefined,
): boolean {
  const at = before?.request.startedAt ?? -Infinity;
  return gaps.some(({ to }) => request.startedAt >= to && at < to);
}
