import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { cellByKey, type GridCell } from '@/components/ui/cell-keys';
import type { useVirtualRows } from '@/components/ui/use-virtual-rows';

interface PlaceOptions {
  readonly rows: number;
  /** The first column that can be chosen, and the last. */
  readonly first: number;
  readonly last: number;
  readonly drawn: Pick<ReturnType<typeof useVirtualRows>, 'pageSize' | 'scrollTo'>;
  readonly onShow: (cell: GridCell) => void;
}

/** Which cell of a grid is the current one, by keys and by presses; cells are found by `data-cell`. */
export function useMatrixPlace(
  grid: RefObject<HTMLElement | null>,
  { rows, first, last, drawn: { pageSize, scrollTo }, onShow }: PlaceOptions,
) {
  const [at, setAt] = useState<GridCell>({ row: 0, column: first });
  const row = Math.max(0, Math.min(at.row, rows - 1));
  const column = Math.max(first, Math.min(at.column, last));

  const isMoved = useRef(false);
  useEffect(() => {
    if (!isMoved.current) return;
    scrollTo(row);
    grid.current
      ?.querySelector(`[data-cell="${row} ${column}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [row, column]);

  const onKeyDown = (event: KeyboardEvent) => {
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
    if (isPlain && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      onShow({ row, column });
      return;
    }
    const to = cellByKey(event, { row, column }, { rows, first, last, pageSize });
    if (!to) return;
    event.preventDefault();
    isMoved.current = true;
    setAt(to);
  };
  const onClick = ({ target }: MouseEvent) => {
    const cell = target instanceof Element ? target.closest('[data-cell]') : null;
    const [toRow, toColumn] = (cell?.getAttribute('data-cell') ?? '').split(' ').map(Number);
    if (toRow === undefined || toColumn === undefined) return;
    setAt({ row: toRow, column: toColumn });
    onShow({ row: toRow, column: toColumn });
  };
  return { row, column, onKeyDown, onClick };
}
