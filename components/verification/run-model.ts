import { computed, signal } from '@preact/signals';

import * as described from '@/lib/core/verification/described';
import type { Times } from '@/lib/core/verification/expectation';
import { acceptedOf } from '@/lib/core/verification/since-baseline';
import type { Verification } from '@/lib/core/verification/verification';
import { runText as text } from '@/lib/text/verification/verification-run';

import type { RecordingState } from './recording-state';
import type { RunActions } from './run-actions';

export type RunModel = ReturnType<typeof createRunModel>;

/** What a person does with a verification as a whole: names it, notes on it, stops it, does it again, accepts it. */
export function createRunModel(
  state: RecordingState,
  actions: RunActions & { now(): number },
  { change }: { change: (make: (verification: Verification) => Verification) => Promise<void> },
) {
  /** Of which run the baseline was larger than can be kept. */
  const tooLargeId = signal<string | null>(null);
  const isTooLarge = computed(
    () => tooLargeId.value !== null && tooLargeId.value === state.verification.value?.id,
  );
  const isStopping = signal(false);

  const stop = () =>
    state.attempt.run(async () => {
      const current = state.verification.value;
      if (!current || isStopping.value) return;
      isStopping.value = true;
      try {
        const stoppedAt = await actions.stop(current.id);
        const now = state.verification.value;
        if (now?.id === current.id) state.verification.value = { ...now, stoppedAt };
        state.said.value = text.stopped;
      } finally {
        isStopping.value = false;
      }
    });

  const repeat = () => {
    const current = state.verification.value;
    if (current) actions.repeat?.(current.id);
  };

  const accept = () =>
    state.attempt.run(async () => {
      const judged = state.judged.value;
      if (!judged) return;
      const baseline = acceptedOf(judged, actions.now());
      tooLargeId.value = baseline === null ? judged.verification.id : null;
      if (baseline === null) return;
      await actions.acceptBaseline(judged.verification.id, baseline);
      const now = state.verification.value;
      if (now?.id === judged.verification.id) state.verification.value = { ...now, baseline };
      state.said.value = text.accepted;
    });

  return {
    isTooLarge,
    isStopping,
    name: (words: string) => change((one) => described.named(one, words)),
    note: (words: string) => change((one) => described.noted(one, words)),
    noteRequest: (key: string, words: string) =>
      change((one) => described.requestNoted(one, key, words)),
    expectTimes: (id: number, times: Times) => change((one) => described.expecting(one, id, times)),
    stop,
    repeat,
    accept,
  };
}
