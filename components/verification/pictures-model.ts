import { effect, signal } from '@preact/signals';

import type { NoPicture, Picture } from '@/lib/core/recording/picture';
import { picturesOf, type ProofPictures, viewOf } from '@/lib/core/verification/pictures';
import type { JudgedRecording } from '@/lib/core/verification/recording';
import { picturesText as text } from '@/lib/text/verification/pictures';

import type { RecordingState } from './recording-state';
import type { PictureActions } from './verification-actions';

export type PicturesModel = ReturnType<typeof createPicturesModel>;

/** The screenshots of the recording that is shown. */
export function createPicturesModel(state: RecordingState, actions: PictureActions) {
  const kept = signal<readonly Picture[]>([]);
  const isTaking = signal(false);
  /** Why there is none of the page; until one is taken, or it is put away. */
  const why = signal<NoPicture | null>(null);
  const { take } = actions;
  const isOffered = () => take !== null && state.live.value;

  /** Somebody deleted one: none is taken unasked. */
  let isDeclined = false;
  let shownId: string | null = null;
  // Which there are is asked at every change of the recording, which are many; the pictures only where that is other.
  const refresh = (id: string | null) =>
    state.attempt.run(
      async () => {
        const ids = id === null ? [] : await actions.ids(id);
        if (id !== shownId) return;
        const isSame =
          ids.length === kept.peek().length &&
          kept.peek().every((picture) => ids.includes(picture.id));
        if (isSame) return;
        const all = id === null ? [] : await actions.list(id);
        if (id === shownId) kept.value = all;
      },
      () => id === shownId,
    );
  effect(() => {
    const id = state.verification.value?.id ?? null;
    if (id !== shownId) {
      shownId = id;
      isDeclined = false;
      kept.value = [];
      why.value = null;
    }
    void refresh(id);
  });

  /** Takes one of the page that is there now, and keeps it; gives why there is none. */
  async function takeOne(id: string): Promise<NoPicture | null> {
    if (take === null) return 'not-open';
    isTaking.value = true;
    try {
      const reason = await take(id);
      why.value = reason;
      await refresh(id);
      return reason;
    } finally {
      isTaking.value = false;
    }
  }

  const press = () =>
    state.attempt.run(async () => {
      const id = state.verification.value?.id;
      if (id === undefined || isTaking.value) return;
      isDeclined = false;
      const reason = await takeOne(id);
      if (reason === null) state.said.value = text.taken;
    });

  const remove = (picture: Picture) =>
    state.attempt.run(async () => {
      const id = state.verification.value?.id;
      if (id === undefined) return;
      isDeclined = true;
      await actions.remove(id, picture.id);
      await refresh(id);
      state.said.value = text.removed;
    });

  /** Those of a recording for its proof, of the page that is there now, too, if the browser gives one. */
  async function forProof(recording: JudgedRecording): Promise<ProofPictures> {
    const { verification, pageViews } = recording;
    const { id, file } = verification;
    const last = pageViews.at(-1);
    const before = await actions.list(id);
    const isThere = before.some(
      ({ url, takenAt }) => last !== undefined && viewOf(pageViews, url, takenAt)?.id === last.id,
    );
    if (isThere) return picturesOf(before, [], pageViews);
    if (isOffered() && shownId === id) {
      const reason = isDeclined ? 'deleted' : await takeOne(id);
      return picturesOf(await actions.list(id), reason === null ? [] : [reason], pageViews);
    }
    const reason = file ? 'from-file' : take === null ? 'not-open' : 'other-recording';
    return picturesOf(before, before.length > 0 ? [] : [reason], pageViews);
  }

  return { kept, isTaking, why, isOffered, press, remove, forProof };
}
