import type { ComponentChildren, Ref } from 'preact';
import { useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { TableLayout } from '@/lib/core/base/table-layout';

import { focusIn } from '../focus-in';
import { isPlainKey, rowByKey, rowIndexOf } from '../row-keys';
import type { ListHandle } from '../VirtualList';
import { useVirtualRows } from '../use-virtual-rows';
import { type ColumnPlan, planColumns, type TableColumns } from './plan-columns';
import { chooseByClick, chooseByKey, isControl, type RowChoice } from './row-choice';
import { TableHead } from './TableHead';
import { useCurrentRow } from './use-current-row';
import { useRowHeight } from './use-row-height';
import { useStillRows } from './use-still-rows';

/** What a row is drawn of. */
export interface GridRow<T, C extends string> {
  readonly row: T;
  /** The one above it. */
  readonly before: T | undefined;
  readonly plan: ColumnPlan<C>;
  /** Keys are about this one; it alone is reached by Tab. */
  readonly isCurrent: boolean;
}

/** How a row looks, and what tells it from others in the page. */
interface RowAttributes {
  readonly class?: string;
  readonly title?: string | undefined;
  readonly 'data-tracker'?: number;
  readonly 'aria-current'?: 'true' | undefined;
}

export interface DataGridProps<T, C extends string, L extends TableLayout<C>> {
  label: string;
  rows: readonly T[];
  /** One function for as long as the table is there. */
  keyOf: (row: T) => string;
  columns: TableColumns<C>;
  layout: L & TableLayout<C>;
  onLayout: (change: (before: L & TableLayout<C>) => L) => void;
  /** Tells which of the columns have no room. */
  onLeft: (columns: readonly C[]) => void;
  /** What a press on a head does, by the column's name. */
  sortWhy: (column: string) => string;
  /** While the end is in view it stays so, unless a person is at a row. */
  keepAtEnd?: boolean;
  /** The row whose details are open. */
  selectedKey: string | null;
  /** Rises each time the focus is to go to the row that is selected, or else to the current one. */
  toRow: number;
  onSelect: (key: string) => void;
  /** The current row is another. */
  onMove: (key: string) => void;
  /** Opens the details of a row and goes there. */
  onOpen: (key: string) => void;
  /** Says whether there was anything to leave. */
  onEscape: () => boolean;
  /** Any other key in a row; says whether it was for something. */
  onKey?: (event: KeyboardEvent, row: T) => boolean;
  /** Where rows can be chosen, many at a time. */
  choice?: RowChoice;
  handle?: Ref<ListHandle<T>>;
  attributes?: (row: GridRow<T, C>) => RowAttributes;
  cells: (row: GridRow<T, C>) => ComponentChildren;
}

/**
 * A table of any length; only the rows in view are drawn, and the current one, which may have the focus: arrow keys,
 * Page Up and Down, Home and End go on from there.
 */
export function DataGrid<T, C extends string, L extends TableLayout<C>>(
  props: DataGridProps<T, C, L>,
) {
  const { rows, columns, layout, selectedKey, choice, keepAtEnd = false } = props;
  const grid = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(head);
  const { current, setCurrent, keyAt, indexOf } = useCurrentRow(rows, props.keyOf);
  const held = useRef<{ isHeld: () => boolean }>({ isHeld: () => false });
  const { first, last, size, pageSize, scrollTo } = useVirtualRows(grid, {
    count: rows.length,
    layoutAt: () => ({ rowHeight, headHeight: rowHeight }),
    keepAtEnd: keepAtEnd && !held.current.isHeld(),
  });
  const still = useStillRows({ scroller: grid, rowHeight, order: layout.sort, keyAt, indexOf });
  held.current = still;
  const plan = planColumns(columns, layout, size.width);

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

  useImperativeHandle(props.handle ?? null, () => ({
    press(key) {
      const to = rowByKey(key, { current, count: rows.length, pageSize });
      if (to !== null) goTo(to);
      return to !== null;
    },
    current: () => rows[current] ?? null,
  }));

  const move = (event: KeyboardEvent, isInRows: boolean, isAtRow: boolean): boolean => {
    if (!isPlainKey(event)) return false;
    const place = { current: isAtRow ? current : -1, count: rows.length, pageSize };
    const to = isInRows ? rowByKey(event.key, place) : event.key === 'ArrowDown' ? current : null;
    if (to === null) return false;
    const isRange = event.shiftKey && isInRows && choice !== undefined;
    if (isRange) choice.onExtend(Math.max(0, current), to);
    goTo(to);
    const key = keyAt(to);
    if (isInRows && key !== null && !isRange) props.onMove(key);
    return true;
  };
  const press = (event: KeyboardEvent) => {
    const row = rows[rowIndexOf(event.target) ?? -1];
    const isInRows = row !== undefined || event.target === grid.current;
    const isPlain = isPlainKey(event);
    const isOpening = isPlain && event.key === 'Enter' && !isControl(event.target);
    if (row && isOpening) props.onOpen(props.keyOf(row));
    else if (
      !move(event, isInRows, row !== undefined) &&
      !(choice && isInRows && chooseByKey(event, choice, row && props.keyOf(row))) &&
      !(row && props.onKey?.(event, row)) &&
      !(isPlain && event.key === 'Escape' && props.onEscape())
    ) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const drawn = Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset);
  if (current >= 0 && current < first) drawn.unshift(current);
  if (current >= last) drawn.push(current);

  return (
    <div
      ref={grid}
      class="pb-grid"
      role="grid"
      tabIndex={-1}
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={plan.columns.length + (choice ? 1 : 0)}
      aria-multiselectable={choice ? true : undefined}
      onKeyDown={press}
      {...still.handlers}
      onMouseDown={(event) => {
        // Else the browser marks the text between two rows.
        if (choice && event.shiftKey && rowIndexOf(event.target) !== null) event.preventDefault();
      }}
      onClick={(event) => {
        const index = rowIndexOf(event.target);
        const key = index === null ? null : keyAt(index);
        if (index === null || key === null) return;
        if (choice && chooseByClick(event, choice, { key, index, current })) {
          goTo(index);
          return;
        }
        props.onSelect(key);
      }}
      onFocusCapture={(event) => {
        const index = rowIndexOf(event.target);
        if (index !== null && index !== current) setCurrent(index);
      }}
    >
      <TableHead
        row={head}
        columns={columns}
        plan={plan}
        layout={layout}
        onLayout={props.onLayout}
        sortWhy={props.sortWhy}
        lead={choice?.head}
      />
      <div
        role="rowgroup"
        class="pb-grid-rows"
        style={{ height: `${rows.length * rowHeight}px`, minWidth: `${plan.least}px` }}
      >
        {drawn.map((index) => {
          const row = rows[index];
          if (row === undefined) return null;
          const key = props.keyOf(row);
          const shown = { row, before: rows[index - 1], plan, isCurrent: index === current };
          const { class: looks, ...others } = props.attributes?.(shown) ?? {};
          return (
            <div
              key={key}
              {...others}
              data-index={index}
              role="row"
              tabIndex={index === current ? 0 : -1}
              aria-rowindex={index + 2}
              aria-selected={choice ? choice.isChosen(key) : key === selectedKey}
              class={`pb-grid-row ${looks ?? ''}`}
              style={{
                height: `${rowHeight}px`,
                top: `${index * rowHeight}px`,
                gridTemplateColumns: plan.template,
              }}
            >
              {choice?.lead(key)}
              {props.cells(shown)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
