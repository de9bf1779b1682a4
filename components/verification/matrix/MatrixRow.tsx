import type { MatrixPlace } from '@/lib/core/verification/matrix-table';
import {
  cellName,
  cellReason,
  cellWord,
  headName,
  headTitle,
} from '@/lib/text/verification/matrix';
import { standText } from '@/lib/text/visits/visit-pages';

import { MatrixSign } from './MatrixSign';

interface MatrixRowProps {
  of: MatrixPlace;
  /** One for each column that is shown. */
  cells: readonly MatrixPlace[];
  index: number;
  /** Of the grid, by which the chosen cell is named. */
  id: string;
  /** The column of the chosen cell, 0 for the head; `null` where it is in another row. */
  chosen: number | null;
  /** There is no room for words in the cells. */
  isSmall: boolean;
  withVisit: boolean;
  style: Readonly<Record<string, string>>;
  nameOf: (trackerId: number) => string;
}

/** A page with what is said of each tracker on it, or a tracker with what is said on each page. */
export function MatrixRow(props: MatrixRowProps) {
  const { of, cells, index, id, chosen, isSmall, withVisit, style, nameOf } = props;
  const stand = of.page?.listed && standText(of.page.listed.stand, of.page.listed.url);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      class={`pb-matrix-row ${chosen === null ? '' : 'current'}`}
      style={style}
    >
      <span
        id={`${id}-${index}-0`}
        role="rowheader"
        // Of a tracker there is no one request to lead to.
        data-cell={of.page ? `${index} 0` : undefined}
        class={`pb-clip head ${chosen === 0 ? 'chosen' : ''}`}
        title={headTitle(of, nameOf)}
      >
        {headName(of, nameOf)}
      </span>
      {withVisit && (
        <span role="gridcell" class="pb-clip visit" title={stand ?? undefined}>
          {stand}
        </span>
      )}
      {cells.map((place, aside) => {
        const { page, cell } = place;
        const why = page && cell !== null ? cellReason(cell, page) : '';
        return (
          <span
            key={page?.number ?? aside}
            id={`${id}-${index}-${aside + 1}`}
            role="gridcell"
            data-cell={`${index} ${aside + 1}`}
            class={chosen === aside + 1 ? 'chosen' : ''}
            title={isSmall && cell !== null ? `${cellWord(cell)}. ${why}` : why}
            aria-label={isSmall ? cellName(place, nameOf) : undefined}
          >
            {cell !== null && <MatrixSign of={cell} isSmall={isSmall} />}
          </span>
        );
      })}
    </div>
  );
}
