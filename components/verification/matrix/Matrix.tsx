import { useSignal } from '@preact/signals';
import { ArrowLeft, ArrowRight } from 'lucide';
import type { ComponentChildren } from 'preact';

import { IconButton } from '@/components/ui/Button';
import type { Matrix as Judged, MatrixPage } from '@/lib/core/verification/matrix';
import { MAX_COLUMNS, type MatrixPlace, tableOf } from '@/lib/core/verification/matrix-table';
import { matrixText as text } from '@/lib/text/verification/matrix';

import type { Look } from './matrix-looks';
import { MatrixGrid } from './MatrixGrid';

interface MatrixProps {
  matrix: Judged;
  /** What stands in the rows. */
  rows: Look;
  /** The pages that are shown. */
  pages?: readonly MatrixPage[];
  nameOf: (trackerId: number) => string;
  /** A cell was chosen, or a page as a whole. */
  onShow: (place: MatrixPlace) => void;
  /** What else there is to choose, and to say of the keys. */
  children?: ComponentChildren;
}

/** Each expected tracker on each page: one stop of the Tab key, within which arrows go from cell to cell. */
export function Matrix({
  matrix,
  rows,
  pages = matrix.pages,
  nameOf,
  onShow,
  children,
}: MatrixProps) {
  const from = useSignal<number | null>(null);
  const table = tableOf(matrix, { rows, pages, before: from.value });
  const { columns, before, allColumns } = table;
  const what = rows === 'pages' ? 'trackers' : 'pages';
  return (
    <>
      <div class="pb-row pb-wrap pb-matrix-tools">
        {children}
        {allColumns > MAX_COLUMNS && (
          <span class="pb-row">
            <IconButton
              icon={ArrowLeft}
              label={text.earlier(what)}
              disabled={before === 0}
              onClick={() => (from.value = Math.max(0, before - MAX_COLUMNS))}
            />
            <span class="pb-small">
              {text.columns(what, before + 1, before + columns.length, allColumns)}
            </span>
            <IconButton
              icon={ArrowRight}
              label={text.later(what)}
              disabled={before + columns.length >= allColumns}
              onClick={() => (from.value = before + MAX_COLUMNS)}
            />
          </span>
        )}
      </div>
      {table.rows.length > 0 && (
        <MatrixGrid table={table} look={rows} nameOf={nameOf} onShow={onShow} />
      )}
    </>
  );
}
