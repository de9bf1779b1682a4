import { useRef, useState } from 'preact/hooks';

import { Icon } from '@/components/ui/Icon';
import type { PageView } from '@/lib/core/recording/page-views';
import type { TrackerVerdict } from '@/lib/core/verification/verdict';
import {
  formatTime,
  verdictReason,
  verdictText,
  viewName,
} from '@/lib/text/verification/verification';
import { matrixText as text } from '@/lib/text/verification/verification-run';

import { VERDICT_ICONS } from './Badges';
import type { VerificationModel } from './verification-model';

/** Cells that a person can look over, and a page can draw at once. */
const MAX_ROWS = 200;
const MAX_COLUMNS = 24;

/** Each expected tracker on each page: one stop of the Tab key, within which arrows go from cell to cell. */
export function Matrix({ model }: { model: VerificationModel }) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const judged = model.judged.value;
  if (!judged) return null;
  const views = judged.pageViews.slice(-MAX_COLUMNS);
  const first = judged.pageViews.length - views.length;
  const ids = judged.verification.expectedIds.slice(0, MAX_ROWS);
  const onViews = views.map(
    (view) => new Map(judged.verdictsOn(view).map((one) => [one.trackerId, one])),
  );
  const isCut = first > 0 || ids.length < judged.verification.expectedIds.length;
  const last = { row: ids.length - 1, column: views.length - 1 };
  const here = { row: Math.min(at.row, last.row), column: Math.min(at.column, last.column) };

  function move(event: KeyboardEvent): void {
    const to = target(event.key, here, last);
    if (!to || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setAt(to);
    table.current
      ?.querySelector<HTMLButtonElement>(`[data-cell="${to.row} ${to.column}"]`)
      ?.focus();
  }
  function show(item: TrackerVerdict, view: PageView): void {
    model.showAll();
    model.scopeChoice.value = view.id;
    model.selectedKey.value = item.decidedBy;
  }

  return (
    <div class="pb-matrix-frame">
      <table ref={table} class="pb-matrix" aria-label={text.label}>
        <thead>
          <tr>
            <th scope="col">{text.tracker}</th>
            {views.map((view, index) => (
              <th
                key={view.id}
                scope="col"
                title={`${viewName(view)}, ${formatTime(view.startedAt)}`}
              >
                <span class="pb-hidden">{text.page(first + index + 1)} </span>
                <span aria-hidden="true">{first + index + 1}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ids.map((id, row) => (
            <tr key={id}>
              <th scope="row" title={model.nameOf(id)}>
                <span class="pb-clip">{model.nameOf(id)}</span>
              </th>
              {views.map((view, column) => {
                const item = onViews[column]?.get(id);
                return (
                  <td key={view.id}>
                    {item && (
                      <Cell
                        item={item}
                        name={model.nameOf(id)}
                        page={`${text.page(first + column + 1)}, ${viewName(view)}`}
                        place={`${row} ${column}`}
                        isStop={row === here.row && column === here.column}
                        onFocus={() => setAt({ row, column })}
                        onKeyDown={move}
                        onShow={() => show(item, view)}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {isCut && <p class="pb-muted pb-small">{text.cut(ids.length, views.length)}</p>}
      <p class="pb-muted pb-small">{text.keys}</p>
    </div>
  );
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads to from a cell; `null` where it leads nowhere. */
function target(key: string, { row, column }: Place, last: Place): Place | null {
  const to = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row, column: 0 },
    End: { row, column: last.column },
  }[key];
  if (!to) return null;
  const isThere = to.row >= 0 && to.column >= 0 && to.row <= last.row && to.column <= last.column;
  return isThere ? to : null;
}

interface CellProps {
  item: TrackerVerdict;
  name: string;
  page: string;
  place: string;
  isStop: boolean;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onShow: () => void;
}

function Cell({ item, name, page, place, isStop, onFocus, onKeyDown, onShow }: CellProps) {
  const { verdict } = item;
  return (
    <button
      type="button"
      class={`pb-matrix-cell pb-badge ${verdict}`}
      data-cell={place}
      tabIndex={isStop ? 0 : -1}
      aria-label={text.cell(name, page, verdictText[verdict])}
      title={`${verdictText[verdict]}. ${verdictReason(item)}`}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onClick={onShow}
    >
      <Icon of={VERDICT_ICONS[verdict]} size={14} />
    </button>
  );
}
