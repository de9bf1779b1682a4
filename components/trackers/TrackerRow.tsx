import { Code, Copy } from 'lucide';

import { IconButton } from '@/components/ui/Button';
import { MiddleClip } from '@/components/ui/MiddleClip';
import type { Tracker, TrackerState } from '@/lib/core/tracker/tracker';
import { popupText as text } from '@/lib/text/pages/popup';
import { readOnlyText } from '@/lib/text/trackers/form-remarks';
import { modifiedText } from '@/lib/text/trackers/modified';
import { factsOf } from '@/lib/text/trackers/tracker-facts';
import { searchText } from '@/lib/text/trackers/search';

import { StateBadge } from './StateBadge';

interface TrackerRowProps {
  tracker: Tracker;
  /** Whether keys are about this row; it alone is reached by Tab. */
  isCurrent: boolean;
  /** Whether it is of another advertiser than the list. */
  isElsewhere: boolean;
  /** The state that is being saved; `null` where none is. */
  saving: TrackerState | null;
  /** Switches it on or off; `null` where the person may not. */
  onSwitch: ((tracker: Tracker) => void) | null;
  onEdit: (id: number) => void;
  onBuild: (id: number) => void;
  onCopy: (tracker: Tracker) => void;
}

/** One tracker of the list: what it is, where it belongs, and its tag one press away. */
export function TrackerRow(props: TrackerRowProps) {
  const { tracker, isCurrent, onEdit, onBuild, onCopy } = props;
  const { id, name } = tracker;
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <div class="pb-tracker" data-tracker={id}>
      <span class="pb-tracker-id">{id}</span>
      <button
        type="button"
        class="pb-tracker-name"
        tabIndex={tabIndex}
        data-row-focus
        aria-label={text.editOf(name)}
        onClick={() => onEdit(id)}
      >
        <MiddleClip text={name} />
      </button>
      <span class="pb-tracker-facts pb-muted">
        {props.isElsewhere && (
          <span class="pb-clip pb-tracker-owner">
            {searchText.ofAdvertiser(tracker.advertiserId)}
          </span>
        )}
        {factsOf(tracker).map((fact) => (
          <span key={fact.label} class="pb-clip" title={`${fact.label}: ${fact.value}`}>
            {fact.value}
          </span>
        ))}
      </span>
      <span
        class="pb-tracker-when pb-muted"
        title={text.modified(modifiedText(tracker, readOnlyText.unknown))}
      >
        {modifiedText(tracker)}
      </span>
      <StateBadge
        tracker={tracker}
        saving={props.saving}
        tabIndex={tabIndex}
        onSwitch={props.onSwitch}
      />
      <IconButton
        icon={Code}
        label={text.buildTagOf(name)}
        tabIndex={tabIndex}
        onClick={() => onBuild(id)}
      />
      <IconButton
        icon={Copy}
        label={text.copyTagOf(name)}
        tabIndex={tabIndex}
        onClick={() => onCopy(tracker)}
      />
    </div>
  );
}
