import type { ReadonlySignal } from '@preact/signals';

import type { BuilderActions, BuilderContext } from '@/components/tags/builder-actions';
import { deliver } from '@/components/tags/delivery';
import { AppError } from '@/lib/core/base/errors';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { mergeProfiles } from '@/lib/core/ad-server/profiles';
import { fieldTakes } from '@/lib/core/console/field-kind';
import type { ActOutcome } from '@/lib/core/console/field-transfer';
import type { PressState } from '@/lib/core/console/press-state';
import type { PutWhere } from '@/lib/core/console/put-where';
import type { BuilderStart } from '@/lib/messaging/builder/contract';
import { onChangeInFrame } from '@/lib/platform/channels/notices';
import { copyText } from '@/lib/platform/page/clipboard';
import { sendFromBuilder as send } from '@/lib/platform/page/builder-messages';

/** The builder's actions: all of them messages that name this builder by its token. */
export function createBuilderActions(
  token: string,
  starting: Promise<BuilderStart>,
  press: ReadonlySignal<PressState>,
): BuilderActions {
  // Where the answer is lost, the field's frame is asked what came of it; else none of it is repeated.
  const act = async (run: (id: string) => Promise<{ outcome: ActOutcome }>) => {
    const id = crypto.randomUUID();
    try {
      return (await run(id)).outcome;
    } catch (error) {
      if (error instanceof AppError && error.code === 'builder-moved') throw error;
      return (await send('builder.outcome', { token, id })).outcome;
    }
  };
  const put = (text: string, where: PutWhere) =>
    deliver(
      () => act((id) => send('builder.put', { token, id, text, where })),
      () => copyText(text),
    );
  let begun: Promise<BuilderStart> | null = starting;
  return {
    async context() {
      // A second try asks anew.
      const start = begun ?? send('builder.start', { token });
      begun = null;
      return contextOf(await start);
    },
    searchTrackers: (text) => send('builder.searchTrackers', { token, text }),
    lookup: (ids) => send('builder.lookUp', { token, ids: [...ids] }),
    onTrackersChanged: (listener) =>
      onChangeInFrame((change) => {
        if (change.what === 'trackers') listener(change.ids);
      }),
    searchObjects: (kind, publisherId, text) =>
      send('builder.searchObjects', { token, kind, publisherId, text }),
    createTracker: (changes) => send('builder.createTracker', { token, changes }),
    readDraft: () => send('builder.readDraft', { token }),
    keepDraft: (draft) => send('builder.keepDraft', { token, draft }),
    keepChoices: (choices) => send('builder.keepChoices', { token, choices }),
    noteState: (state) => send('builder.noteState', { token, state }),
    noteUse: (tracker) => send('builder.noteUse', { token, tracker }),
    async noteInserted(tracker, choices) {
      await send('builder.noteInserted', { token, choices });
      if (tracker) await send('builder.noteUse', { token, tracker });
    },
    async readField() {
      const reading = await send('builder.readField', { token });
      return reading.outcome === 'read'
        ? { kind: 'text', text: reading.text }
        : { kind: reading.outcome };
    },
    insert: (tag) => put(tag, 'cursor'),
    replace: (text) => put(text, 'all'),
    async undo() {
      const outcome = await act((id) => send('builder.undo', { token, id }));
      return outcome === 'gone' ? 'field-gone' : outcome === 'undone' ? 'undone' : 'refused';
    },
    copy: async (tag) => ((await copyText(tag)) ? 'done' : 'copy-failed'),
    moveToWindow(state) {
      const { value } = press;
      const isPage = value.kind === 'window' && value.why === 'page';
      const reason = isPage ? 'kept-unseen' : 'cannot-tell';
      return send('builder.toWindow', { token, state, reason });
    },
    close: () => void send('builder.close', { token }).catch(() => {}),
  };
}

/** What the builder's view knows, of what the background has said. */
export function contextOf(start: BuilderStart): BuilderContext {
  const { profiles, field, state, isResumed } = start;
  const servers = mergeProfiles(AD_SERVERS, profiles.managed, profiles.own);
  const consoleServer = adServerById(start.adServerId, servers);
  return {
    signedIn: start.signedIn,
    canWrite: start.canWrite,
    advertiserName: start.advertiserName,
    servers,
    consoleServer,
    inserted: start.inserted,
    choices: start.choices,
    recent: start.recent,
    field: field && {
      name: field.labels[0] ?? field.names[0] ?? '',
      takes: fieldTakes(field, consoleServer),
      clues: field,
    },
    resumed: isResumed ? state : null,
    carried: state?.tracker ?? null,
    window: start.window,
  };
}
