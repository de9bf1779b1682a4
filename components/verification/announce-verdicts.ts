import { effect } from '@preact/signals';

import {
  verdictAnnouncement,
  verificationText as text,
} from '@/lib/text/verification/verification';

import type { RecordingState } from './recording-state';

const SPOKEN = 3;

/**
 * Says which verdicts changed. Falling back to "not seen" is not said: each reload begins with it.
 */
export function announceVerdicts(state: RecordingState): () => void {
  let before: ReadonlyMap<number, string> | null = null;
  return effect(() => {
    const verdicts = state.verdicts.value;
    const ready = state.phase.value === 'ready';
    const known = before;
    before = ready ? new Map(verdicts.map((item) => [item.trackerId, item.verdict])) : null;
    if (!known || !ready) return;
    const changed = verdicts.filter(({ trackerId, verdict }) => {
      const earlier = known.get(trackerId);
      return earlier !== undefined && earlier !== verdict && verdict !== 'not-seen';
    });
    if (changed.length > SPOKEN) state.said.value = text.summary(verdicts);
    else if (changed.length > 0) {
      state.said.value = changed
        .map((item) => verdictAnnouncement(state.nameOf(item.trackerId), item))
        .join(' ');
    }
  });
}
