import { CircleCheck, CirclePause, LoaderCircle } from 'lucide';

import { otherState } from '@/components/stores/state-switch';
import { Icon } from '@/components/ui/Icon';
import type { Tracker, TrackerState } from '@/lib/core/tracker/tracker';
import { popupText as text } from '@/lib/text/pages/popup';
import { quickStateText } from '@/lib/text/trackers/quick-state';

interface StateBadgeProps {
  tracker: Tracker;
  /** The state that is being saved; `null` where none is. */
  saving: TrackerState | null;
  tabIndex: number;
  /** `null` where the person may not switch it. */
  onSwitch: ((tracker: Tracker) => void) | null;
}

/** Whether a tracker counts, and the switch of it. What is pressed while it is being saved is saved after that. */
export function StateBadge({ tracker, saving, tabIndex, onSwitch }: StateBadgeProps) {
  const { name, state } = tracker;
  const icon = saving ? LoaderCircle : state === 'active' ? CircleCheck : CirclePause;
  const shown = saving ? quickStateText.saving : text[state];
  const content = (
    <>
      <Icon of={icon} size={12} />
      <span class="pb-tracker-word">{shown}</span>
    </>
  );
  if (!onSwitch) {
    return (
      <span class={`pb-badge ${state}`} title={text[state]}>
        {content}
      </span>
    );
  }
  const next = otherState(saving ?? state);
  return (
    <button
      type="button"
      class={`pb-badge ${saving ? '' : state}`}
      tabIndex={tabIndex}
      aria-busy={saving !== null}
      aria-label={quickStateText.switchOf(shown, name, next)}
      title={`${shown} · ${quickStateText.keyOf(next)}`}
      onClick={() => onSwitch(tracker)}
    >
      {content}
    </button>
  );
}
