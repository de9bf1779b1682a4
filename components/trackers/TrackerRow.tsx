import { CircleCheck, CirclePause, Code, Copy } from 'lucide';

import { IconButton } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { MiddleClip } from '@/components/ui/MiddleClip';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { popupText as text } from '@/lib/text/pages/popup';
import { factsOf } from '@/lib/text/trackers/tracker-facts';
import { formatMoment } from '@/lib/text/ui';

interface TrackerRowProps {
  tracker: Tracker;
  /** Whether keys are about this row; it alone is reached by Tab. */
  isCurrent: boolean;
  onEdit: (id: number) => void;
  onBuild: (id: number) => void;
  onCopy: (tracker: Tracker) => void;
}

/** One tracker of the list: what it is, where it belongs, and its tag one press away. */
export function TrackerRow({ tracker, isCurrent, onEdit, onBuild, onCopy }: TrackerRowProps) {
  const { id, name, state } = tracker;
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
        {factsOf(tracker).map((fact) => (
          <span key={fact.label} class="pb-clip" title={`${fact.label}: ${fact.value}`}>
            {fact.value}
          </span>
        ))}
      </span>
      <span
        class="pb-tracker-when pb-muted"
        title={text.modified(formatMoment(tracker.lastModified))}
      >
        {formatMoment(tracker.lastModified)}
      </span>
      <span class={`pb-badge ${state}`} title={text[state]}>
        <Icon of={state === 'active' ? CircleCheck : CirclePause} size={12} />
        <span class="pb-tracker-word">{text[state]}</span>
      </span>
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

/** What stands in which column. */
export function TrackerHead() {
  return (
    <div class="pb-tracker-heading" aria-hidden="true">
      <span class="pb-column-id">{text.columns.id}</span>
      <span class="pb-column-name">{text.columns.name}</span>
      <span class="pb-column-facts">
        {text.columns.facts.map((label) => (
          <span key={label} class="pb-clip">
            {label}
          </span>
        ))}
      </span>
      <span class="pb-column-when">{text.columns.modified}</span>
      <span class="pb-column-state">{text.columns.state}</span>
    </div>
  );
}
