import { computed, signal } from '@preact/signals';

import type { PageLook } from '@/lib/core/recording/page-look';
import { judgePage } from '@/lib/core/verification/unfired';
import { onPageText as text } from '@/lib/text/verification/on-page';

import type { RecordingState } from './recording-state';
import type { VerificationActions } from './verification-actions';

export type PageModel = ReturnType<typeof createPageModel>;

/** What of the page that is inspected did not fire: looked for when a person asks, until the page is left. */
export function createPageModel(
  state: RecordingState,
  actions: Pick<VerificationActions, 'lookAtPage'>,
  {
    checkAgain,
    learn,
  }: { checkAgain: () => Promise<void>; learn: (ids: readonly number[]) => Promise<void> },
) {
  /** What was read last; `unreadable` where the page could not be. */
  const last = signal<PageLook | 'unreadable' | null>(null);
  const isLooking = signal(false);

  const isOffered = computed(() => actions.lookAtPage !== null && state.live.value);
  /** Of the page that is there now; `null` where nobody looked. */
  const judged = computed(() => {
    const look = last.value;
    const verification = state.verification.value;
    if (look === null || look === 'unreadable' || !verification || !isOffered.value) return null;
    const views = state.pageViews.value;
    const isLeft = views.some(
      ({ startedAt, isMove }) => startedAt > look.readAt && isMove !== true,
    );
    return isLeft ? null : judgePage(look, state.checked.value.rows, verification, views);
  });
  const isUnreadable = computed(() => last.value === 'unreadable' && isOffered.value);

  /** Something is to be shown of it. */
  const isOpen = computed(() => judged.value !== null || isUnreadable.value);

  /** Why a tracker's tag on the page did not fire; `null` where there is none, or nobody looked. */
  const reasonOf = (id: number) =>
    judged.value?.tags.find(({ trackerId }) => trackerId === id)?.reason ?? null;

  /** The page first, then the log: what fires in between is no tag that did not. */
  const look = () =>
    state.attempt.run(async () => {
      if (!actions.lookAtPage || isLooking.value) return;
      isLooking.value = true;
      try {
        const read = await actions.lookAtPage();
        await checkAgain();
        last.value = read ?? 'unreadable';
        state.selectedKey.value = null;
        await learn((judged.value?.tags ?? []).flatMap(({ trackerId }) => trackerId ?? []));
        state.said.value = judged.value ? text.summary(judged.value) : text.unreadable;
      } finally {
        isLooking.value = false;
      }
    });

  return {
    isOffered,
    isLooking,
    judged,
    isUnreadable,
    isOpen,
    reasonOf,
    look,
    close: () => (last.value = null),
  };
}
