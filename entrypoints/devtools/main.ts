import { recordPixels } from '@/lib/app/recording/record-pixels';
import { withRehearsals } from '@/lib/app/recording/rehearsed-source';
import { EMPTY_RECORDING_MS, KEPT_RECORDINGS } from '@/lib/core/base/limits';
import * as devtools from '@/lib/platform/devtools/devtools';
import { createChangeTeller, onNotice } from '@/lib/platform/channels/notices';
import { createDevtoolsSource } from '@/lib/platform/devtools/devtools-source';
import { openVerificationChannel } from '@/lib/platform/channels/verification-channel';
import { browserRun } from '@/lib/platform/storage/browser-run';
import { rehearsalTokens } from '@/lib/platform/storage/rehearsals';
import { watchAccount } from '@/lib/platform/storage/storage';
import { DATABASE, connect } from '@/lib/store/database';
import * as verifications from '@/lib/store/verifications';
import { verificationText } from '@/lib/text/verification';

const account = watchAccount();
/** Whose what is recorded now is. */
let owner: string | null = null;
const database = connect(DATABASE, createChangeTeller());

const tabId = devtools.inspectedTabId();
const tokens = rehearsalTokens();

const recorder = recordPixels({
  sources: [createDevtoolsSource(devtools.devtoolsNetwork, tabId)].map((source) =>
    withRehearsals(source, tokens),
  ),
  page: { onNavigated: devtools.devtoolsNetwork.onNavigated, current: devtools.inspectedPage },
  store: {
    earlierOfTab: async (tabId) =>
      verifications.earlierOfTab(await database(), await account(), tabId),
    async putVerification(row) {
      owner = await account();
      await verifications.putVerification(await database(), owner, row);
    },
    addPageView: async (row) => verifications.addPageView(await database(), row),
    changeRequests: async (id, change) =>
      verifications.changeRequests(await database(), id, change),
  },
  tabId: tabId ?? -1,
  browserRun,
  mayMissFirstPage: import.meta.env.FIREFOX,
  now: () => Date.now(),
  later: (milliseconds, step) => void setTimeout(step, milliseconds),
  newId: () => crypto.randomUUID(),
  notify: (message) => channel.send(message),
});

const channel = openVerificationChannel((message) => {
  if (message.verificationId !== recorder.verificationId) return;
  if (message.kind === 'check-again') void recorder.checkAgain();
  if (message.kind === 'cleared') recorder.clear(message.at);
  if (message.kind === 'deleted') void recorder.deleted(message.verificationId);
});

// What is recorded from now on is of who is there now.
onNotice(async (notice) => {
  if (notice.kind !== 'changed' || notice.change.what !== 'account') return;
  if (owner !== null && owner !== (await account.again())) void recorder.renew();
});

devtools.addPanel(verificationText.title, 'icon/32.png', 'devtools-panel.html');
void recorder.started.then(async () => {
  const id = recorder.verificationId;
  const emptyBefore = Date.now() - EMPTY_RECORDING_MS;
  await verifications.pruneVerifications(await database(), KEPT_RECORDINGS, emptyBefore, id);
});
