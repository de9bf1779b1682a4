import { useId, useRef } from 'preact/hooks';

import type { GridCell } from '@/components/ui/cell-keys';
import { useVirtualRows } from '@/components/ui/use-virtual-rows';
import type { MatrixPlace, MatrixTable } from '@/lib/core/verification/matrix-table';
import { headName, headTitle, matrixText as text, placeText } from '@/lib/text/verification/matrix';

import { type Look, LOOKS, NARROW_BELOW, tracksOf } from './matrix-looks';
import { MatrixRow } from './MatrixRow';
import { useMatrixPlace } from './use-matrix-place';

interface MatrixGridProps {
  table: MatrixTable;
  look: Look;
  nameOf: (trackerId: number) => string;
  onShow: (place: MatrixPlace) => void;
}

/**
 * A table of trackers and pages; only the rows in view are drawn. The grid itself has the focus and names the chosen
 * cell, since a focused row could be scrolled out of existence.
 */
export function MatrixGrid({ table, look, nameOf, onShow }: MatrixGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const id = useId();
  const { rows, columns } = table;
  const { sizes, isPageShown } = LOOKS[look];
  const drawn = useVirtualRows(grid, { count: rows.length, layoutAt: () => sizes });
  const placeAt = ({ row, column }: GridCell) => {
    const ofRow = rows[row];
    const ofColumn = columns[column - 1];
    return ofRow && ofColumn ? table.at(ofRow, ofColumn) : ofRow;
  };
  const { row, column, onKeyDown, onClick } = useMatrixPlace(grid, {
    rows: rows.length,
    first: isPageShown ? 0 : 1,
    last: columns.length,
    drawn,
    onShow: (cell) => {
      const place = placeAt(cell);
      if (place) onShow(place);
    },
  });
  const { first, last, size } = drawn;
  // How a visit ended stands below as well.
  const isNarrow = size.width > 0 && size.width < NARROW_BELOW;
  const withVisit = isPageShown && !isNarrow;
  const tracks = tracksOf(look, columns.length, withVisit);
  const here = placeAt({ row, column });
  const said = here && placeText(here, nameOf);
  return (
    <>
      <div
        ref={grid}
        class={`pb-matrix ${look}`}
        role="grid"
        tabIndex={0}
        aria-label={text.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + (withVisit ? 2 : 1)}
        aria-activedescendant={row >= first && row < last ? `${id}-${row}-${column}` : undefined}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <div
          role="row"
          aria-rowindex={1}
          class="pb-matrix-head"
          style={{ ...tracks, height: `${sizes.headHeight}px` }}
        >
          <span role="columnheader" class="head">
            {isPageShown ? text.page : text.tracker}
          </span>
          {withVisit && <span role="columnheader">{text.visit}</span>}
          {columns.map((of) => (
            <span
              key={keyOf(of)}
              role="columnheader"
              class="pb-clip"
              title={headTitle(of, nameOf)}
              aria-label={of.page ? text.numbered(of.page.number) : undefined}
            >
              {of.page ? of.page.number : headName(of, nameOf)}
            </span>
          ))}
        </div>
        <div
          role="rowgroup"
          style={{ position: 'relative', height: `${rows.length * sizes.rowHeight}px` }}
        >
          {rows.slice(first, last).map((of, offset) => (
            <MatrixRow
              key={keyOf(of)}
              of={of}
              cells={columns.map((aside) => table.at(of, aside))}
              index={first + offset}
              id={id}
              chosen={first + offset === row ? column : null}
              isSmall={!isPageShown}
              withVisit={withVisit}
              style={{
                ...tracks,
                height: `${sizes.rowHeight}px`,
                top: `${(first + offset) * sizes.rowHeight}px`,
              }}
              nameOf={nameOf}
            />
          ))}
        </div>
      </div>
      {said && (
        <p class="pb-small pb-matrix-here">
          <strong>{said.page}</strong> {said.said}
        </p>
      )}
    </>
  );
}

const keyOf = ({ page, tracker }: MatrixPlace) => page?.number ?? tracker?.id;
