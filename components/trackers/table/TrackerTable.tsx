import { Square, SquareCheck, SquareMinus } from 'lucide';
import type { Ref } from 'preact';

import { Icon } from '@/components/ui/Icon';
import { isPlainKey } from '@/components/ui/row-keys';
import { DataGrid } from '@/components/ui/table/DataGrid';
import type { RowChoice } from '@/components/ui/table/row-choice';
import type { ListHandle } from '@/components/ui/VirtualList';
import type { Tracker, TrackerState } from '@/lib/core/tracker/tracker';
import { popupText } from '@/lib/text/pages/popup';
import { trackerTableText as text } from '@/lib/text/trackers/table';

import { TRACKER_TABLE } from './columns';
import type { TrackerTableModel } from './table-model';
import { type RowActs, TrackerCells } from './TrackerCells';

interface TrackerTableProps {
  model: TrackerTableModel;
  rows: readonly Tracker[];
  /** What is being saved, by the tracker's id. */
  saving: ReadonlyMap<number, TrackerState>;
  /** The tracker that is open beside the table. */
  openId: number | null;
  acts: RowActs;
  handle: Ref<ListHandle<Tracker>>;
  onKey: (event: KeyboardEvent, tracker: Tracker) => boolean;
}

const keyOf = ({ id }: Tracker) => String(id);

/** Trackers as a table, in which many can be selected. */
export function TrackerTable(props: TrackerTableProps) {
  const { model, rows, saving, openId, acts } = props;
  const onKey = (event: KeyboardEvent, tracker: Tracker): boolean => {
    if (!isPlainKey(event) || event.key.toLowerCase() !== 'p') return props.onKey(event, tracker);
    acts.onPassport(tracker.id);
    return true;
  };
  return (
    <div class="pb-tracker-table">
      <DataGrid
        label={popupText.trackers}
        rows={rows}
        keyOf={keyOf}
        columns={TRACKER_TABLE}
        layout={model.layout.value}
        onLayout={model.changeLayout}
        onLeft={(columns) => (model.left.value = columns)}
        sortWhy={text.sortBy}
        selectedKey={openId === null ? null : String(openId)}
        toRow={0}
        onSelect={model.endRange}
        onMove={model.endRange}
        onOpen={(key) => acts.onEdit(Number(key))}
        onEscape={model.clear}
        onKey={onKey}
        handle={props.handle}
        choice={choiceOf(model, rows)}
        attributes={({ row }) => ({
          'data-tracker': row.id,
          class: row.id === openId ? 'open' : '',
          'aria-current': row.id === openId ? 'true' : undefined,
        })}
        cells={({ row, plan, isCurrent }) => (
          <TrackerCells
            tracker={row}
            plan={plan}
            isCurrent={isCurrent}
            saving={saving.get(row.id) ?? null}
            acts={acts}
          />
        )}
      />
    </div>
  );
}

function choiceOf(model: TrackerTableModel, rows: readonly Tracker[]): RowChoice {
  const { ids } = model.selection.value;
  const { count, notShown } = model.counts.value;
  const isAll = rows.length > 0 && count - notShown === rows.length;
  const sign = isAll ? SquareCheck : count > notShown ? SquareMinus : Square;
  return {
    isChosen: (key) => ids.has(Number(key)),
    onToggle: (key) => model.toggle(Number(key)),
    onExtend: model.extend,
    onAll: model.selectAll,
    head: (
      <button
        type="button"
        class="pb-choose"
        aria-pressed={isAll ? true : count > notShown ? 'mixed' : false}
        aria-label={isAll ? text.selectNone : text.selectAll(rows.length)}
        title={isAll ? text.selectNone : text.selectAll(rows.length)}
        onClick={isAll ? model.unselectShown : model.selectAll}
      >
        <Icon of={sign} size={14} />
      </button>
    ),
    // The row itself says whether it is selected, and Space selects it.
    lead: (key) => (
      <span role="gridcell" aria-colindex={1} class="pb-choose" data-choose title={text.select}>
        <Icon of={ids.has(Number(key)) ? SquareCheck : Square} size={14} />
      </span>
    ),
  };
}
