import { obeyPages } from '@/lib/app/recording/obey-pages';
import { recordPixels } from '@/lib/app/recording/record-pixels';
import { withRehearsals } from '@/lib/app/recording/rehearsed-source';
import { createRelayedSource } from '@/lib/app/recording/relayed-source';
import * as devtools from '@/lib/platform/devtools/devtools';
import { createChangeTeller, onNotice } from '@/lib/platform/channels/notices';
import { createDevtoolsSource } from '@/lib/platform/devtools/devtools-source';
import { send } from '@/lib/platform/channels/messages';
import { takeRecorderLock } from '@/lib/platform/channels/recorder-lock';
import { openVerificationChannel } from '@/lib/platform/channels/verification-channel';
import { onWebRequest } from '@/lib/platform/channels/web-request-channel';
import { browserRun } from '@/lib/platform/storage/browser-run';
import { isRecorded } from '@/lib/platform/storage/recorded-sites';
import { rehearsalTokens } from '@/lib/platform/storage/rehearsals';
import { watchAccount } from '@/lib/platform/storage/storage';
import { DATABASE, connect } from '@/lib/store/database';
import { verificationText } from '@/lib/text/verification/verification';

import { keepNewest } from '../shared/keep-newest';
import { pageCounter } from '../shared/page-counter';
import { createRecorderStore } from '../shared/recorder-store';

const account = watchAccount();
const database = connect(DATABASE, createChangeTeller());

const { store, room, isOfAnother } = createRecorderStore(database, account);
const tabId = devtools.inspectedTabId();
const page = { onNavigated: devtools.devtoolsNetwork.onNavigated, current: devtools.inspectedPage };
const tokens = rehearsalTokens();

if (tabId !== null) takeRecorderLock(tabId);

const recorder = recordPixels({
  sources: [
    createDevtoolsSource(devtools.devtoolsNetwork, tabId),
    createRelayedSource({ tabId: tabId ?? -1, onEvent: onWebRequest, page }),
  ].map((source) => withRehearsals(source, tokens)),
  page,
  store,
  room,
  tabId: tabId ?? -1,
  browserRun,
  isHeardWithout: isRecorded,
  mayMissFirstPage: import.meta.env.FIREFOX,
  now: () => Date.now(),
  later: (milliseconds, step) => void setTimeout(step, milliseconds),
  newId: () => crypto.randomUUID(),
  notify(message) {
    channel.send(message);
    counter.hear(message);
  },
});

const counter = pageCounter(database, account, (count) => {
  void send('toolbar.count', { tabId: tabId ?? -1, ...count }).catch(() => {});
});

const channel = openVerificationChannel((message) => {
  if (obeyPages(recorder, tabId, message)) counter.hear(message);
});

// What is recorded from now on is of who is there now.
onNotice(async (notice) => {
  if (notice.kind !== 'changed' || notice.change.what !== 'account') return;
  if (await isOfAnother()) void recorder.renew();
});

devtools.addPanel(verificationText.title, 'icon/32.png', 'devtools-panel.html');
void recorder.started.then(() => keepNewest(database, recorder.verificationId));
