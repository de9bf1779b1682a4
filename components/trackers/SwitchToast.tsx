import { useMemo } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import type { Said } from '@/components/ui/Notice';
import { Toast } from '@/components/ui/Toast';
import type { Tracker, TrackerState } from '@/lib/core/tracker/tracker';
import { quickStateText as text } from '@/lib/text/trackers/quick-state';

/** How trackers of the list are switched on and off. */
export interface Switching {
  /** What is being saved, by the tracker's id. */
  readonly saving: ReadonlyMap<number, TrackerState>;
  /** What was switched last, and can be switched back. */
  readonly switched: Tracker | null;
  /** `null` where the person may not. */
  readonly onSwitch: ((tracker: Tracker) => void) | null;
  readonly onUndo: () => void;
  /** It is offered no more. */
  readonly onGone: () => void;
}

/** Says what was switched, and switches it back. */
export function SwitchToast({ switched, switching }: { switched: Tracker; switching: Switching }) {
  const said = useMemo((): Said => ({ kind: 'pass', text: text.switched(switched) }), [switched]);
  return (
    <Toast
      said={said}
      onGone={switching.onGone}
      act={
        <span class="pb-toast-act">
          <Button title={text.undoKeys} onClick={switching.onUndo}>
            {text.undo}
          </Button>
        </span>
      }
    />
  );
}

/** The browser's own key of undoing; a search has its own undo. */
export function isUndoKey(event: KeyboardEvent): boolean {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  return isCommand && event.key.toLowerCase() === 'z';
}
