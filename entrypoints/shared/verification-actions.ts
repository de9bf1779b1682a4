import type { VerificationActions } from '@/components/verification/verification-actions';
import { createAskRecorder } from '@/lib/app/recording/ask-recorder';
import { deleteRecording } from '@/lib/app/recording/delete-recording';
import { expectTrackers, loadRecording } from '@/lib/app/recording/recordings';
import type { RecorderMessage } from '@/lib/core/recording/recorder-message';
import { timer } from '@/lib/platform/clock/timer';
import { send } from '@/lib/platform/channels/messages';
import { openVerificationChannel } from '@/lib/platform/channels/verification-channel';
import type { KnownAccount } from '@/lib/platform/storage/storage';
import type { Connection } from '@/lib/store/database';
import * as verifications from '@/lib/store/verifications';

import { devtoolsPlace, type Place } from './devtools-place';
import { createKnownActions } from './known-actions';
import { createRecordingFiles } from './recording-files';
import { createRunActions } from './run-actions';

/** What is done with recordings, in any page: the database, DevTools, and the line to the recorder. */
export function createVerificationActions(
  database: Connection,
  account: KnownAccount,
  hear: (message: RecorderMessage) => void,
  place: Place = devtoolsPlace(),
): VerificationActions & { close(): void } {
  const channel = openVerificationChannel((message) => {
    hear(message);
    recorder.hear(message);
  });
  const recorder = createAskRecorder({ tell: channel.send, timer });

  return {
    firstId: new URLSearchParams(location.search).get('verification'),
    ...place,
    close: channel.close,
    now: () => Date.now(),
    listVerifications: async () =>
      verifications.listVerifications(await database(), await account()),
    findVerifications: async (ids) =>
      verifications.findVerifications(await database(), await account(), ids),
    load: async ({ id }) => loadRecording(await database(), id),
    saveExpected: async (id, ids) => expectTrackers(await database(), id, ids),
    async remove(id) {
      const db = await database();
      const deleteVerification = (of: string) => verifications.deleteVerification(db, of);
      await deleteRecording({ deleteVerification, tell: channel.send }, id);
    },
    checkAgain: recorder.checkAgain,
    openWorkspace: async (address) => void (await send('workspace.open', { address })),
    ...createKnownActions(database, account),
    ...createRunActions(database, account, {
      tabId: place.tabId,
      tell: channel.send,
      ...recorder,
    }),
    ...createRecordingFiles(database, place.tabId),
  };
}
