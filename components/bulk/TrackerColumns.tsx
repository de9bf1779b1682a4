import { ColumnLists } from '@/components/sheets/ColumnLists';
import { ColumnSelect } from '@/components/sheets/ColumnSelect';
import { chooseColumn } from '@/lib/core/table/chosen-columns';
import {
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
export function TrackerColumns({ columns, offer, onChoose, ...of }: TrackerColumnsProps) {
  const isUnknown = columns.length === 0;
  const placeOf = new Map(columns);
  return (
    <ColumnLists
      {...of}
      title={text.tellColumns}
      hint={isUnknown ? text.tellColumnsHint : sheetPageText.columnsHint}
      offer={offer}
      isUnknown={isUnknown}
      onRecognise={() => onChoose('id', null)}
    >
      {TRACKER_COLUMNS.map((column) => (
        <ColumnSelect
          key={column}
          name={column}
          label={trackerColumnText[column]}
          titles={offer.titles}
          value={placeOf.get(column) ?? null}
          none={sheetPageText.noColumn}
          onChange={(at) => onChoose(column, chooseColumn(offer.choice, column, at))}
        />
      ))}
    </ColumnLists>
  );
}
