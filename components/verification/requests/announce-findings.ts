import { effect } from '@preact/signals';

import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import { isRemarked } from '@/lib/core/verification/tally';
import { findingSentence } from '@/lib/text/findings';
import { requestListText as text } from '@/lib/text/verification/requests/request-list';

import { byGravity } from '../Badges';
import type { RecordingState } from '../recording-state';

/** What comes within this time is told at once, in milliseconds. */
const GATHER_MS = 1500;
/** So far back from the end the newest request with a finding is looked for. */
const LAST = 200;

/** Tells of requests with findings that are new, several at once: a page fires many in a moment. */
export function announceFindings(state: RecordingState): () => void {
  let told: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const tell = () => {
    timer = null;
    const { rows, remarked } = state.checked.peek();
    const count = remarked - (told ?? remarked);
    told = remarked;
    const last = rows.slice(-LAST).findLast(isRemarked);
    if (count > 0 && last) state.saidOfFindings.value = text.newFindings(count, sentenceOf(last));
  };
  return effect(() => {
    const { remarked } = state.checked.value;
    const isReady = state.phase.value === 'ready' && state.live.value;
    // What was there when it was opened, and what was taken away, is no news.
    if (!isReady || told === null || remarked < told) {
      told = isReady ? remarked : null;
      return;
    }
    if (remarked > told) timer ??= setTimeout(tell, GATHER_MS);
  });
}

function sentenceOf({ findings }: CheckedRequest): string {
  const [first] = byGravity(findings);
  return first ? findingSentence(first) : '';
}
