import { Empty } from '@/components/ui/Notice';
import type { SheetCell } from '@/lib/core/table/cells';
import { SHEET_COLUMNS, TAG_FORMS } from '@/lib/core/tag-sheet/columns';
import { rowCells } from '@/lib/core/tag-sheet/placement-row';
import { countRows, rowAt, type SheetOrder } from '@/lib/core/tag-sheet/sheet-table';
import { sheetWords } from '@/lib/text/sheets/sheet';
import { sheetPageText as text } from '@/lib/text/sheets/page';

const SHOWN_ROWS = 20;
const LONG: readonly string[] = [...TAG_FORMS, 'pasteInto', 'notes'];

// Whatever scrolls has to be reachable by keyboard (WCAG 2.1.1), interactive or not.
const REACHABLE = { tabIndex: 0 };

/** The first rows as they will stand in the sheet. */
export function SheetPreview({ order }: { order: SheetOrder }) {
  const count = countRows(order);
  if (count === 0) {
    return (
      <div class="pb-card">
        <Empty title={text.nothingChosen}>
          <span>{text.nothingChosenNext}</span>
        </Empty>
      </div>
    );
  }
  const shown = Math.min(count, SHOWN_ROWS);
  return (
    <div class="pb-card pb-stack">
      <div class="pb-row pb-spread">
        <h2>{text.preview}</h2>
        <span class="pb-muted pb-small">{text.firstRows(shown, count)}</span>
      </div>
      <div class="pb-preview-scroll" role="region" aria-label={text.preview} {...REACHABLE}>
        <table class="pb-sheet-table">
          <thead>
            <tr>
              {SHEET_COLUMNS.map(({ key, title }) => (
                <th key={key} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: shown }, (_, index) => (
              <PreviewRow key={index} order={order} index={index} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function PreviewRow({ order, index }: { order: SheetOrder; index: number }) {
  const row = rowAt(order, index);
  if (!row) return null;
  const cells = rowCells(row, order.advertiser, order.choices, sheetWords);
  return (
    <tr>
      {SHEET_COLUMNS.map(({ key }) => (
        <td key={key} class={LONG.includes(key) ? `long ${key}` : ''}>
          <div>{shownText(cells[key])}</div>
        </td>
      ))}
    </tr>
  );
}

function shownText(cell: SheetCell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.day : String(cell);
}
