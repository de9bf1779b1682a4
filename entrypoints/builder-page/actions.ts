import type { ReadonlySignal } from '@preact/signals';

import type { BuilderActions } from '@/components/tags/builder-actions';
import { begunWith } from '@/lib/app/builder/begun';
import { createFieldActs } from '@/lib/app/builder/field-acts';
import { type PressState, reasonToMove } from '@/lib/core/console/press-state';
import type { BuilderStart } from '@/lib/messaging/builder/contract';
import { onChangeInFrame } from '@/lib/platform/channels/notices';
import { sendFromBuilder as send } from '@/lib/platform/page/builder-messages';
import { copyText } from '@/lib/platform/page/clipboard';

/** The builder's actions: all of them messages that name this builder by its token. */
export function createBuilderActions(
  token: string,
  starting: Promise<BuilderStart>,
  press: ReadonlySignal<PressState>,
): BuilderActions {
  const newId = () => crypto.randomUUID();
  let begun: Promise<BuilderStart> | null = starting;
  return {
    async context() {
      // A second try asks anew.
      const start = begun ?? send('builder.start', { token });
      begun = null;
      return begunWith(await start);
    },
    searchTrackers: (text) => send('builder.searchTrackers', { token, text }),
    lookup: (ids) => send('builder.lookUp', { token, ids: [...ids] }),
    onTrackersChanged: (listener) =>
      onChangeInFrame((change) => {
        if (change.what === 'trackers') listener(change.ids);
      }),
    searchObjects: (kind, publisherId, text) =>
      send('builder.searchObjects', { token, kind, publisherId, text }),
    noteChosen: (kind, publisherId, id) =>
      send('builder.noteChosen', { token, kind, publisherId, id }),
    sameInReports: (ids) => send('builder.sameInReports', { token, ...ids }),
    createTracker: (changes) => send('builder.createTracker', { token, changes }),
    readDraft: () => send('builder.readDraft', { token }),
    keepDraft: (draft) => send('builder.keepDraft', { token, draft }),
    keepChoices: (choices) => send('builder.keepChoices', { token, choices }),
    noteState: (state) => send('builder.noteState', { token, state }),
    noteUse: (tracker) => send('builder.noteUse', { token, tracker, isCopied: true }),
    async noteInserted(tracker, choices) {
      const trackerId = tracker?.id;
      await send('builder.noteInserted', {
        token,
        choices,
        ...(trackerId !== undefined && { trackerId }),
      });
      if (tracker) await send('builder.noteUse', { token, tracker });
    },
    ...createFieldActs({ send, token, newId, copy: copyText }),
    moveToWindow: (state) =>
      send('builder.toWindow', { token, state, reason: reasonToMove(press.value) }),
    close: () => void send('builder.close', { token }).catch(() => {}),
  };
}
