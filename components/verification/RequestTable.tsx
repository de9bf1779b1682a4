import { useEffect, useId, useRef } from 'preact/hooks';

import { rowByKey, rowIndexOf } from '@/components/ui/row-keys';
import { useVirtualRows } from '@/components/ui/use-virtual-rows';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import { verificationText as text } from '@/lib/text/verification';

import { RequestCells } from './RequestCells';

interface RequestTableProps {
  rows: readonly CheckedRequest[];
  /** When nobody recorded. */
  gaps: readonly { readonly to: number }[];
  /** What a person wrote on some of them, by their keys. */
  notes?: ReadonlyMap<string, string>;
  selectedKey: string | null;
  onSelect: (key: string) => void;
}

const COLUMNS = Object.entries(text.columns);
const WIDE = { rowHeight: 32, headHeight: 26, narrow: false };
/** A row stands on three lines, and nothing is headed. */
const NARROW = { rowHeight: 68, headHeight: 0, narrow: true };
const NARROW_BELOW = 680;

const layoutAt = (width: number) => (width > 0 && width < NARROW_BELOW ? NARROW : WIDE);

/**
 * The recorded requests in the order of time; only the rows in view are drawn. The grid itself has
 * the focus and names the selected row, since a focused row could be scrolled out of existence.
 */
export function RequestTable({ rows, gaps, notes, selectedKey, onSelect }: RequestTableProps) {
  const grid = useRef<HTMLDivElement>(null);
  const id = useId();
  const { first, last, layout, pageSize, scrollTo } = useVirtualRows(grid, {
    count: rows.length,
    layoutAt,
    keepAtEnd: true,
  });
  const { rowHeight, narrow } = layout;
  const selected =
    selectedKey === null ? -1 : rows.findIndex((row) => row.request.key === selectedKey);

  useEffect(() => {
    if (selected >= 0) scrollTo(selected);
    // Only a new choice scrolls; rows that come in later must not.
  }, [selectedKey]);

  const choose = (index: number) => {
    const row = rows[index];
    if (row) onSelect(row.request.key);
  };
  const move = (event: KeyboardEvent) => {
    const to = rowByKey(event.key, { current: selected, count: rows.length, pageSize });
    if (to === null) return;
    event.preventDefault();
    choose(to);
  };

  return (
    <section class={`pb-verification-list ${narrow ? 'narrow' : ''}`}>
      <div
        ref={grid}
        class="pb-grid"
        role="grid"
        tabIndex={0}
        aria-label={text.requests}
        aria-rowcount={rows.length + 1}
        aria-colcount={COLUMNS.length}
        aria-activedescendant={
          selected >= first && selected < last ? `${id}-${selected}` : undefined
        }
        onKeyDown={move}
        onClick={(event) => choose(rowIndexOf(event.target) ?? -1)}
      >
        <div role="row" aria-rowindex={1} class="pb-grid-head">
          {COLUMNS.map(([key, label]) => (
            <span key={key} role="columnheader" class={`pb-cell ${key}`}>
              {label}
            </span>
          ))}
        </div>
        <div
          role="rowgroup"
          style={{ position: 'relative', height: `${rows.length * rowHeight}px` }}
        >
          {rows.slice(first, last).map((row, offset) => {
            const index = first + offset;
            const before = rows[index - 1];
            const beginsView = before?.pageView?.id !== row.pageView?.id;
            const newPage = index > 0 && beginsView;
            const afterGap = gaps.some(
              ({ to }) =>
                row.request.startedAt >= to && (before?.request.startedAt ?? -Infinity) < to,
            );
            return (
              <div
                key={row.request.key}
                id={`${id}-${index}`}
                data-index={index}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={index === selected}
                title={afterGap ? text.afterGap : undefined}
                class={`pb-grid-row ${newPage ? 'new-page' : ''} ${afterGap ? 'after-gap' : ''}`}
                style={{ height: `${rowHeight}px`, top: `${index * rowHeight}px` }}
              >
                <RequestCells
                  row={row}
                  note={notes?.get(row.request.key)}
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
