import type { VerificationActions } from '@/components/verification/verification-actions';
import { clearRecording } from '@/lib/app/recording/clear-recording';
import type { RecorderMessage } from '@/lib/core/recording/recorder-message';
import { exportFileName } from '@/lib/core/verification/file-name';
import { inspectedTabId, reloadInspected } from '@/lib/platform/devtools/devtools';
import { send } from '@/lib/platform/channels/messages';
import { openVerificationChannel } from '@/lib/platform/channels/verification-channel';
import type { KnownAccount } from '@/lib/platform/storage/storage';
import { saveText } from '@/lib/platform/page/save-file';
import { readAdServers } from '@/lib/platform/storage/profiles';
import type { Database } from '@/lib/store/database';
import { findTrackers, hasTrackers, searchCachedTrackers } from '@/lib/store/trackers';
import * as verifications from '@/lib/store/verifications';

const FOUND_ROWS = 30;
/** A recorder that has not answered by then is gone; what is kept is shown as it is. */
const ANSWER_MS = 5000;

/** What is done with recordings, in any page: the database, DevTools, and the line to the recorder. */
export function createVerificationActions(
  opening: Promise<Database>,
  account: KnownAccount,
  hear: (message: RecorderMessage) => void,
): VerificationActions {
  const answers = new Map<string, () => void>();
  const channel = openVerificationChannel((message) => {
    hear(message);
    if (message.kind === 'checked') answers.get(message.verificationId)?.();
  });

  return {
    firstId: new URLSearchParams(location.search).get('verification'),
    tabId: inspectedTabId(),
    now: () => Date.now(),
    listVerifications: async () => verifications.listVerifications(await opening, await account()),
    findVerifications: async (ids) =>
      verifications.findVerifications(await opening, await account(), ids),
    async load({ id }) {
      const db = await opening;
      const [verification, pageViews, requests] = await Promise.all([
        verifications.readVerification(db, id),
        verifications.loadPageViews(db, id),
        verifications.loadRequests(db, id),
      ]);
      return {
        verification,
        pageViews: pageViews.rows,
        requests: requests.rows,
        unreadable: pageViews.unreadable + requests.unreadable,
      };
    },
    findTrackers: async (ids) => findTrackers(await opening, await account(), ids),
    hasTrackers: async () => hasTrackers(await opening, await account()),
    adServers: readAdServers,
    searchTrackers: async (text) =>
      searchCachedTrackers(await opening, await account(), text, FOUND_ROWS),
    async saveExpected(id, ids) {
      await verifications.changeVerification(await opening, id, (verification) => ({
        ...verification,
        expectedIds: [...ids],
      }));
    },
    async clear(id) {
      const db = await opening;
      await clearRecording(
        {
          now: Date.now,
          tell: channel.send,
          clearRequests: (id, at) => verifications.clearRequests(db, id, at),
        },
        id,
      );
    },
    checkAgain: (id) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ANSWER_MS);
        answers.set(id, () => {
          clearTimeout(timer);
          resolve();
        });
        channel.send({ kind: 'check-again', verificationId: id });
      }),
    reloadPage: reloadInspected,
    openWorkspace: async (address) => void (await send('workspace.open', { address })),
    saveFile(kind, text, startedAt) {
      const name = exportFileName(startedAt, kind);
      saveText(name, text, kind);
      return name;
    },
  };
}
