import type { VerificationActions } from '@/components/verification/verification-actions';
import { createAskRecorder } from '@/lib/app/recording/ask-recorder';
import { deleteRecording } from '@/lib/app/recording/delete-recording';
import { lookAtPage } from '@/lib/app/recording/look-at-page';
import { expectTrackers, loadRecording } from '@/lib/app/recording/recordings';
import type { RecorderMessage } from '@/lib/core/recording/recorder-message';
import { inspectedTabId, reloadInspected } from '@/lib/platform/devtools/devtools';
import { inspectedPagePorts } from '@/lib/platform/devtools/page-ports';
import { timer } from '@/lib/platform/clock/timer';
import { MAX_LOOKED_UP } from '@/lib/messaging/trackers/contract';
import { send } from '@/lib/platform/channels/messages';
import { openVerificationChannel } from '@/lib/platform/channels/verification-channel';
import type { KnownAccount } from '@/lib/platform/storage/storage';
import { readAdServers } from '@/lib/platform/storage/profiles';
import type { Connection } from '@/lib/store/database';
import { findTrackers, hasTrackers, searchCachedTrackers } from '@/lib/store/trackers';
import * as verifications from '@/lib/store/verifications';

import { createRunActions } from './run-actions';
import { recordingFiles } from './recording-files';

const FOUND_ROWS = 30;

/** What is done with recordings, in any page: the database, DevTools, and the line to the recorder. */
export function createVerificationActions(
  database: Connection,
  account: KnownAccount,
  hear: (message: RecorderMessage) => void,
): VerificationActions {
  const channel = openVerificationChannel((message) => {
    hear(message);
    recorder.hear(message);
  });
  const tabId = inspectedTabId();
  const recorder = createAskRecorder({ tell: channel.send, timer });

  return {
    firstId: new URLSearchParams(location.search).get('verification'),
    tabId,
    lookAtPage: tabId === null ? null : () => lookAtPage(inspectedPagePorts),
    now: () => Date.now(),
    listVerifications: async () =>
      verifications.listVerifications(await database(), await account()),
    findVerifications: async (ids) =>
      verifications.findVerifications(await database(), await account(), ids),
    load: async ({ id }) => loadRecording(await database(), id),
    findTrackers: async (ids) => findTrackers(await database(), await account(), ids),
    hasTrackers: async () => hasTrackers(await database(), await account()),
    lookUpTrackers: (ids) => send('trackers.lookUp', { ids: ids.slice(0, MAX_LOOKED_UP) }),
    adServers: readAdServers,
    searchTrackers: async (text) =>
      searchCachedTrackers(await database(), await account(), text, FOUND_ROWS),
    saveExpected: async (id, ids) => expectTrackers(await database(), id, ids),
    async remove(id) {
      const db = await database();
      const deleteVerification = (of: string) => verifications.deleteVerification(db, of);
      await deleteRecording({ deleteVerification, tell: channel.send }, id);
    },
    checkAgain: recorder.checkAgain,
    reloadPage: reloadInspected,
    openWorkspace: async (address) => void (await send('workspace.open', { address })),
    ...createRunActions(database, account, { tabId, tell: channel.send, ...recorder }),
    ...recordingFiles,
  };
}
