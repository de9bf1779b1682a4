import { BookUser, Code, Copy } from 'lucide';
import type { ComponentChild } from 'preact';

import { StateBadge } from '@/components/trackers/StateBadge';
import { IconButton } from '@/components/ui/Button';
import { MiddleClip } from '@/components/ui/MiddleClip';
import type { ColumnPlan } from '@/components/ui/table/plan-columns';
import { refOf } from '@/lib/core/tracker/search/fields';
import type { TrackerTableColumn } from '@/lib/core/tracker/sort-trackers';
import type { Tracker, TrackerState } from '@/lib/core/tracker/tracker';
import { popupText } from '@/lib/text/pages/popup';
import { modifiedText } from '@/lib/text/trackers/modified';
import { trackerTableText as text } from '@/lib/text/trackers/table';

/** What can be done with one tracker of the table. */
export interface RowActs {
  readonly onEdit: (id: number) => void;
  readonly onBuild: (id: number) => void;
  readonly onPassport: (id: number) => void;
  readonly onCopy: (tracker: Tracker) => void;
  /** `null` where the person may not. */
  readonly onSwitch: ((tracker: Tracker) => void) | null;
}

interface TrackerCellsProps {
  tracker: Tracker;
  plan: ColumnPlan<TrackerTableColumn>;
  /** Whether keys are about this row; its buttons alone are reached by Tab. */
  isCurrent: boolean;
  /** The state that is being saved; `null` where none is. */
  saving: TrackerState | null;
  acts: RowActs;
}

const MONO: ReadonlySet<TrackerTableColumn> = new Set(['id', 'code', 'advertiser']);

/** The cells of one tracker: those of the columns for which there is room. */
export function TrackerCells({ plan, ...props }: TrackerCellsProps) {
  return (
    <>
      {plan.columns.map((column, place) => (
        <span
          key={column}
          role="gridcell"
          aria-colindex={place + 2}
          title={titleOf(props.tracker, column)}
          class={`pb-cell ${column} ${column === 'name' ? '' : 'pb-clip'} ${MONO.has(column) ? 'pb-mono' : ''}`}
        >
          {contentOf(column, props)}
        </span>
      ))}
    </>
  );
}

function contentOf(
  column: TrackerTableColumn,
  props: Omit<TrackerCellsProps, 'plan'>,
): ComponentChild {
  const { tracker, acts, isCurrent } = props;
  const tabIndex = isCurrent ? 0 : -1;
  if (column === 'name') return <Name tracker={tracker} acts={acts} tabIndex={tabIndex} />;
  if (column === 'state') {
    const { saving } = props;
    return (
      <StateBadge tracker={tracker} saving={saving} tabIndex={tabIndex} onSwitch={acts.onSwitch} />
    );
  }
  return wordsOf(tracker, column);
}

function Name({ tracker, acts, tabIndex }: { tracker: Tracker; acts: RowActs; tabIndex: number }) {
  const { id, name } = tracker;
  return (
    <>
      <button
        type="button"
        class="pb-tracker-name"
        tabIndex={tabIndex}
        aria-label={popupText.editOf(name)}
        onClick={(event) => {
          // With these a click chooses rows, wherever it is.
          if (!event.shiftKey && !event.ctrlKey && !event.metaKey) acts.onEdit(id);
        }}
      >
        <MiddleClip text={name} />
      </button>
      <span class="pb-row-acts">
        <IconButton
          icon={Code}
          label={popupText.buildTagOf(name)}
          tabIndex={tabIndex}
          onClick={() => acts.onBuild(id)}
        />
        <IconButton
          icon={Copy}
          label={popupText.copyTagOf(name)}
          tabIndex={tabIndex}
          onClick={() => acts.onCopy(tracker)}
        />
        <IconButton
          icon={BookUser}
          label={text.passportOf(name)}
          tabIndex={tabIndex}
          onClick={() => acts.onPassport(id)}
        />
      </span>
    </>
  );
}

function titleOf(tracker: Tracker, column: TrackerTableColumn): string | undefined {
  return column === 'name' || column === 'state' ? undefined : wordsOf(tracker, column);
}

/** What a column says of a tracker, in words; what a tracker has none of is said as in the list. */
function wordsOf(tracker: Tracker, column: TrackerTableColumn): string {
  switch (column) {
    case 'id':
      return String(tracker.id);
    case 'name':
      return tracker.name;
    case 'code':
      return tracker.code ?? '';
    case 'state':
      return popupText[tracker.state];
    case 'advertiser':
      return String(tracker.advertiserId);
    case 'modified':
      return modifiedText(tracker);
    default:
      return refOf(tracker, column)?.name ?? NONE[column];
  }
}

const NONE = {
  publisher: popupText.noPublisher,
  placement: popupText.noPlacement,
  'line-item': popupText.noLineItem,
  'payment-rule': '',
};
