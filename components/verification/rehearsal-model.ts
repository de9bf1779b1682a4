import { computed, signal } from '@preact/signals';

import { type Lease, RENEW_MS } from '@/lib/core/rehearsal/lease';
import type { Started } from '@/lib/messaging/rehearsal/contract';
import { rehearsalText as text } from '@/lib/text/verification/rehearsal';

import type { RecordingState } from './recording-state';
import type { RehearsalActions } from './rehearsal-actions';

export type RehearsalModel = ReturnType<typeof createRehearsalModel>;
type Refused = Extract<Started, { state: 'refused' }>;

/** Whether the tab is rehearsed. The background knows it; the panel shows that, and keeps it going while it is there. */
export function createRehearsalModel(
  actions: RehearsalActions | null,
  { attempt, said }: Pick<RecordingState, 'attempt' | 'said'>,
) {
  const lease = signal<Lease | null>(null);
  const isSwitching = signal(false);
  /** Why it did not begin, until it is tried again. */
  const refused = signal<Refused | null>(null);
  let isStopped = false;
  let letGo: (() => void) | null = null;

  const isOn = computed(() => lease.value?.isOn === true && !lease.value.isLeaving);
  const isLeaving = computed(() => lease.value?.isOn === true && lease.value.isLeaving);

  actions?.watch((next) => {
    const wasThere = lease.peek()?.isOn === true;
    lease.value = next;
    if (next && isOn.peek()) keep(actions, next.run);
    else release();
    if (wasThere && next === null && !isStopped) said.value = text.ended;
  });

  function keep({ hold, every, renew }: RehearsalActions, run: string): void {
    if (letGo) return;
    const release = hold(run);
    // What is over is told by the background; one that does not answer is asked again.
    const end = every(RENEW_MS, () => void renew().catch(() => {}));
    letGo = () => {
      end();
      release();
    };
  }
  function release(): void {
    letGo?.();
    letGo = null;
  }

  const switchTo = (step: (to: RehearsalActions) => Promise<void>) =>
    attempt.run(async () => {
      if (!actions || isSwitching.value) return;
      isSwitching.value = true;
      refused.value = null;
      try {
        await step(actions);
      } finally {
        isSwitching.value = false;
      }
    });

  return {
    /** Whether there is a tab to rehearse in. */
    isOffered: actions !== null,
    isPossible: actions?.isPossible === true,
    isOn,
    isLeaving,
    isSwitching,
    refused,
    toggle: () =>
      switchTo(async ({ start, stop }) => {
        if (isOn.value) {
          isStopped = true;
          await stop();
          said.value = text.stopped;
          return;
        }
        isStopped = false;
        const started = await start();
        if (started.state === 'refused') refused.value = started;
        else said.value = text.started;
      }),
    askConsent: () => attempt.run(async () => actions?.askConsent()),
    close: () => (refused.value = null),
  };
}
