import { computed, type ReadonlySignal, signal } from '@preact/signals';

import type { JudgedRecording } from '@/lib/core/verification/recording';
import { heldAgainst } from '@/lib/core/verification/repeat';
import { differenceOf, runOf } from '@/lib/core/verification/since-baseline';

/** What is other in the run that is shown than in its baseline, and whether that alone is shown. */
export function createSinceBaseline(judged: ReadonlySignal<JudgedRecording | null>) {
  const showsEverything = signal(false);
  const baseline = computed(() => {
    const verification = judged.value?.verification;
    return verification ? heldAgainst(verification) : null;
  });
  /** `null` where there is no baseline, or the run is that itself. */
  const difference = computed(() =>
    baseline.value && judged.value ? differenceOf(baseline.value, runOf(judged.value)) : null,
  );
  /** The trackers that alone are shown; `null` for all. */
  const changedIds = computed(() =>
    showsEverything.value ? null : (difference.value?.trackerIds ?? null),
  );
  return { baseline, difference, changedIds, showsEverything };
}
