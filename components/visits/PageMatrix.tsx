import { useEffect, useId, useRef, useState } from 'preact/hooks';

import { rowByKey } from '@/components/ui/row-keys';
import { useVirtualRows } from '@/components/ui/use-virtual-rows';
import type { MatrixRow } from '@/lib/core/verification/matrix';
import { standText, visitPagesText as text } from '@/lib/text/visits/visit-pages';

import { Cell, cellText, type Column, reasonOf } from './PageMatrixCell';

interface PageMatrixProps {
  rows: readonly MatrixRow[];
  /** The trackers of the columns that are shown, and where in each row they stand. */
  columns: readonly Column[];
  /** A cell was chosen; `null` for the page as a whole. */
  onShow: (row: MatrixRow, trackerId: number | null) => void;
}

const LAYOUT = { rowHeight: 32, headHeight: 28 };
/** The least, in pixels. */
const PAGE_WIDTH = 140;
const VISIT_WIDTH = 130;
const COLUMN_WIDTH = 120;
/** Below it there is no room for how each visit ended. */
const NARROW_BELOW = 500;

/**
 * Pages by expected trackers; only the rows in view are drawn. The grid itself has the focus and names the chosen cell,
 * since a focused row could be scrolled out of existence.
 */
export function PageMatrix({ rows, columns, onShow }: PageMatrixProps) {
  const grid = useRef<HTMLDivElement>(null);
  const id = useId();
  const [at, setAt] = useState({ row: 0, column: 0 });
  const { first, last, pageSize, scrollTo, size } = useVirtualRows(grid, {
    count: rows.length,
    layoutAt: () => LAYOUT,
  });
  const row = Math.min(at.row, rows.length - 1);
  const column = Math.min(at.column, columns.length);

  const isMoved = useRef(false);
  useEffect(() => {
    if (!isMoved.current) return;
    scrollTo(row);
    grid.current
      ?.querySelector(`[data-cell="${row} ${column}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [row, column]);

  const show = (toRow: number, toColumn: number) => {
    const found = rows[toRow];
    if (found) onShow(found, columns[toColumn - 1]?.id ?? null);
  };
  const move = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      show(row, column);
      return;
    }
    const aside = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const toRow = rowByKey(event.key, { current: row, count: rows.length, pageSize });
    if (aside === undefined && toRow === null) return;
    event.preventDefault();
    isMoved.current = true;
    setAt({
      row: toRow ?? row,
      column: Math.min(columns.length, Math.max(0, column + (aside ?? 0))),
    });
  };
  const press = (event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest('[data-cell]') : null;
    const [toRow, toColumn] = (cell?.getAttribute('data-cell') ?? '').split(' ').map(Number);
    if (toRow === undefined || toColumn === undefined) return;
    setAt({ row: toRow, column: toColumn });
    show(toRow, toColumn);
  };

  // How a visit ended stands below as well.
  const isNarrow = size.width > 0 && size.width < NARROW_BELOW;
  const visitWidth = isNarrow ? 0 : VISIT_WIDTH;
  const grids = {
    gridTemplateColumns: `minmax(${PAGE_WIDTH}px, 1fr) ${isNarrow ? '' : `minmax(${VISIT_WIDTH}px, 1fr)`} repeat(${columns.length}, ${COLUMN_WIDTH}px)`,
    minWidth: `${PAGE_WIDTH + visitWidth + columns.length * COLUMN_WIDTH}px`,
  };
  const here = rows[row];
  const isDrawn = row >= first && row < last;
  return (
    <>
      <div
        ref={grid}
        class="pb-page-matrix"
        role="grid"
        tabIndex={0}
        aria-label={text.matrix}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + (isNarrow ? 1 : 2)}
        aria-activedescendant={isDrawn ? `${id}-${row}-${column}` : undefined}
        onKeyDown={move}
        onClick={press}
      >
        <div role="row" aria-rowindex={1} class="pb-page-matrix-head" style={grids}>
          <span role="columnheader" class="page">
            {text.page}
          </span>
          {!isNarrow && <span role="columnheader">{text.visit}</span>}
          {columns.map(({ id: trackerId, name }) => (
            <span
              key={trackerId}
              role="columnheader"
              class="pb-clip"
              title={`${name} (${trackerId})`}
            >
              {name}
            </span>
          ))}
        </div>
        <div
          role="rowgroup"
          style={{ position: 'relative', height: `${rows.length * LAYOUT.rowHeight}px` }}
        >
          {rows.slice(first, last).map((one, offset) => {
            const index = first + offset;
            return (
              <div
                key={one.url}
                role="row"
                aria-rowindex={index + 2}
                class={`pb-page-matrix-row ${index === row ? 'current' : ''}`}
                style={{
                  ...grids,
                  height: `${LAYOUT.rowHeight}px`,
                  top: `${index * LAYOUT.rowHeight}px`,
                }}
              >
                <span
                  id={`${id}-${index}-0`}
                  role="rowheader"
                  data-cell={`${index} 0`}
                  class={`pb-clip page ${index === row && column === 0 ? 'chosen' : ''}`}
                  title={one.url}
                >
                  {one.url.replace(/^https:\/\//, '')}
                </span>
                {!isNarrow && (
                  <span role="gridcell" class="pb-clip visit" title={standText(one.stand, one.url)}>
                    {standText(one.stand, one.url)}
                  </span>
                )}
                {columns.map(({ id: trackerId, at: place }, aside) => {
                  const cell = one.cells[place] ?? 'not-visited';
                  return (
                    <span
                      key={trackerId}
                      id={`${id}-${index}-${aside + 1}`}
                      role="gridcell"
                      data-cell={`${index} ${aside + 1}`}
                      class={index === row && column === aside + 1 ? 'chosen' : ''}
                      title={reasonOf(cell, one)}
                    >
                      <Cell of={cell} />
                    </span>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
      {here && (
        <p class="pb-small pb-page-matrix-here">
          <strong>{here.url}</strong> {standText(here.stand, here.url)}
          {column > 0 && cellText(here, columns[column - 1])}
        </p>
      )}
    </>
  );
}
