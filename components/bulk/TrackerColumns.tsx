import { Undo2 } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';

import { ColumnSelect } from '@/components/sheets/ColumnSelect';
import { Button } from '@/components/ui/Button';
import { focusIn } from '@/components/ui/focus-in';
import {
  chooseTrackerColumn,
  type ColumnPlace,
  TRACKER_COLUMNS,
  type TrackerColumnChoice,
} from '@/lib/core/tracker-sheet/columns';
import type { TrackerColumnOffer } from '@/lib/core/tracker-sheet/header';
import { sheetPageText } from '@/lib/text/sheets/page';
import { bulkText as text } from '@/lib/text/trackers/bulk';
import { trackerColumnText } from '@/lib/text/trackers/tracker-sheet';

interface TrackerColumnsProps {
  /** As they were understood; none where nothing was. */
  columns: readonly ColumnPlace[];
  offer: TrackerColumnOffer;
  /** The list in which something was chosen just now, which is to have the focus. */
  touched: string | null;
  onFocused: () => void;
  onChoose: (list: string, choice: TrackerColumnChoice | null) => void;
}

/** Which columns of a sheet are which, to be chosen by hand where that was not, or wrongly, recognised. */
export function TrackerColumns({ columns, offer, touched, ...on }: TrackerColumnsProps) {
  const { onFocused, onChoose } = on;
  const box = useRef<HTMLDetailsElement>(null);
  const isUnknown = columns.length === 0;
  const [open, setOpen] = useState(touched !== null || isUnknown);
  const { titles, choice } = offer;
  // The page was another one while the sheet was read anew.
  useEffect(() => {
    if (touched === null) return;
    focusIn(box.current, `[data-list="${touched}"]`, 'summary');
    onFocused();
  }, [touched, offer]);
  const placeOf = new Map(columns);
  return (
    <details
      ref={box}
      class="pb-sheet-columns"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {text.tellColumns}{' '}
        <span class="pb-muted">
          {choice ? sheetPageText.byHand : !isUnknown && sheetPageText.asRecognised}
        </span>
      </summary>
      <div class="pb-card pb-stack">
        <div class="pb-sheet-columns-lists">
          {TRACKER_COLUMNS.map((column) => (
            <ColumnSelect
              key={column}
              name={column}
              label={trackerColumnText[column]}
              titles={titles}
              value={placeOf.get(column) ?? null}
              none={sheetPageText.noColumn}
              onChange={(at) => onChoose(column, chooseTrackerColumn(choice, column, at))}
            />
          ))}
        </div>
        <div class="pb-row">
          <p class="pb-hint pb-grow">
            {isUnknown ? text.tellColumnsHint : sheetPageText.columnsHint}
          </p>
          {choice && (
            <Button icon={Undo2} onClick={() => onChoose('id', null)}>
              {sheetPageText.recognise}
            </Button>
          )}
        </div>
      </div>
    </details>
  );
}
