import type { Said } from '@/components/ui/Notice';
import { lookAfterSave } from '@/lib/core/tracker/after-save';
import type { Meant } from '@/lib/core/tracker/kept-form';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { popupText } from '@/lib/text/pages/popup';
import { afterSaveText } from '@/lib/text/trackers/versions';

/**
 * What is said of a tracker that was saved (a new one where the form had no id), and of what came otherwise than it
 * was meant, where that is known.
 */
export function savedText(trackerId: number | null, tracker: Tracker, meant: Meant | null): Said {
  const { name, id } = tracker;
  const done = trackerId === null ? popupText.created(name, id) : popupText.saved(name);
  const odd = meant
    ? afterSaveText(lookAfterSave(meant.began?.draft ?? null, meant.draft, tracker))
    : '';
  return odd === '' ? { kind: 'pass', text: done } : { kind: 'warning', text: `${done} ${odd}` };
}

export function deletedText(tracker: Tracker | null): Said {
  return { kind: 'pass', text: popupText.deleted(tracker?.name ?? '') };
}
