import { Facts } from '@/components/ui/Facts';
import { columnLetters } from '@/lib/core/table/cells';
import { comparingText } from '@/lib/text/reports/comparing';
import { keptFileText as text } from '@/lib/text/reports/kept-file';
import { sheetPageText } from '@/lib/text/sheets/page';

import { FILE_COLUMNS, type FileColumns, type KeptHead } from '../report-actions';

interface KeptColumnsProps {
  offer: FileColumns;
  dates: KeptHead['dates'];
}

/** As what the columns of a file were read that is not at hand any more. */
export function KeptColumns({ offer, dates }: KeptColumnsProps) {
  const { titles, columns, choice } = offer;
  const rows = FILE_COLUMNS.flatMap((column) => {
    const at = columns[column];
    if (at === undefined) return [];
    const title = titles.find(({ index }) => index === at)?.title ?? '';
    return [
      [comparingText.column[column], sheetPageText.column(columnLetters(at), title)] as const,
    ];
  });
  if (dates !== null) rows.push([text.datesName, text.dates[dates]]);
  return (
    <details class="pb-sheet-columns">
      <summary>
        {comparingText.columns}{' '}
        <span class="pb-muted">{choice ? sheetPageText.byHand : sheetPageText.asRecognised}</span>
      </summary>
      <div class="pb-card pb-stack">
        <Facts facts={rows} class="pb-report-facts pb-small" />
        <p class="pb-hint">{text.columnsKept}</p>
      </div>
    </details>
  );
}
