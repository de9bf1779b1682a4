import { defineBackground } from 'wxt/utils/define-background';

import { type ApiAccess, createApiClient } from '@/lib/api/client';
import { createPace } from '@/lib/api/pace';
import { createBuilders } from '@/lib/app/builder/builders';
import { createHandlers } from '@/lib/app/handlers';
import { createJobs } from '@/lib/app/jobs/jobs';
import { noticeOf } from '@/lib/app/jobs/notice';
import { createSyncWork } from '@/lib/app/jobs/sync-work';
import { TRACKER_WORKS } from '@/lib/app/jobs/tracker-works';
import { type Change, changedKeys } from '@/lib/core/base/change';
import { builderPorts, onTabClosed } from '@/lib/platform/background/builder-ports';
import { recallConsole, rememberConsole } from '@/lib/platform/storage/console-memory';
import {
  addFieldButton,
  disableConsole,
  enableConsole,
  onPermissionsChange,
  registerConsoles,
} from '@/lib/platform/background/consoles';
import { closeStorage } from '@/lib/platform/storage/close-storage';
import {
  changeDismissals,
  onDismissalsChange,
  readDismissed,
  tellDismissalsChanged,
} from '@/lib/platform/storage/dismissals';
import { addBuilderDoors, onStart } from '@/lib/platform/background/doors';
import { focusFieldButton } from '@/lib/platform/background/focus-button';
import { addModelReader } from '@/lib/platform/insert/model-reader';
import { listen } from '@/lib/platform/channels/messages';
import { createNotifier, tellBuilders } from '@/lib/platform/channels/notices';
import { paceStore } from '@/lib/platform/storage/pace-store';
import { onProfilesChange, readProfiles } from '@/lib/platform/storage/profiles';
import { changeRecent, readRecent } from '@/lib/platform/storage/recent-trackers';
import {
  clearSettings,
  onSessionChange,
  onSettingsChange,
  readAccount,
  readSettings,
  sessionKeeper,
  switchAccount,
  writeSettings,
} from '@/lib/platform/storage/storage';
import { onWake, wake } from '@/lib/platform/background/wake';
import { openWorkspace } from '@/lib/platform/background/workspace';
import { DATABASE, openDatabase } from '@/lib/store/database';
import { builderText } from '@/lib/text/builder/builder';

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const timer = (ms: number, act: () => void) => {
  const id = setTimeout(act, ms);
  return () => clearTimeout(id);
};

export default defineBackground(() => {
  closeStorage();
  const notify = createNotifier();
  const tellChange = (change: Change) => {
    notify({ kind: 'changed', change });
    tellBuilders(change);
  };
  const onWait = (seconds: number) => notify({ kind: 'waiting', seconds });
  const pace = createPace({ now: Date.now, sleep, onWait, store: paceStore });
  let database: ReturnType<typeof openDatabase> | null = null;
  const builders = createBuilders(builderPorts(builderText.title));

  const shared = {
    clientFor: (access: ApiAccess) =>
      createApiClient({ fetch: (...args) => fetch(...args), timer, pace }, access),
    keeper: sessionKeeper,
    database: () => (database ??= openDatabase(DATABASE, tellChange)),
    now: Date.now,
  };
  const syncWork = createSyncWork({
    now: Date.now,
    onProgress: (progress) => notify({ kind: 'sync-progress', ...progress }),
  });
  const jobs = createJobs(
    {
      ...shared,
      sleep,
      newId: () => crypto.randomUUID(),
      wake,
      onNote: (job) => notify(noticeOf(job)),
    },
    [...TRACKER_WORKS, syncWork],
  );

  listen(
    createHandlers({
      ...shared,
      jobs,
      account: readAccount,
      settings: {
        read: readSettings,
        keepChoices: (choices) => writeSettings({ choices }),
        switchTo: switchAccount,
        clear: clearSettings,
      },
      profiles: readProfiles,
      memory: { recall: recallConsole, remember: rememberConsole },
      readRecent,
      changeRecent,
      builders,
      readDismissals: readDismissed,
      changeDismissals,
      addFieldButton,
      addModelReader,
      openWorkspace,
      enableConsole,
      disableConsole,
    }),
  );

  // What a stopped worker left: where nothing is open, the look costs one read.
  const goOn = () => void jobs.resume().catch(() => {});
  onWake(goOn);
  goOn();
  onSessionChange(() => tellChange({ what: 'account', ids: null }));
  onSettingsChange((names) => tellChange(changedKeys('settings', names)));
  onTabClosed((tabId) => void builders.tabClosed(tabId));
  onStart(() => void registerConsoles());
  onPermissionsChange(() => void registerConsoles());
  onProfilesChange(() => void registerConsoles());
  onDismissalsChange(() => void tellDismissalsChanged());
  addBuilderDoors({
    menuTitle: builderText.menuTitle,
    onOpen: async (tabId, frameId) => {
      // Pages closed to extensions (a web store, browser settings) have nowhere to say so.
      await builders.open(tabId, frameId, frameId === null ? 'focus' : 'menu').catch(() => {});
    },
    onFocusButton: (tabId) => void focusFieldButton(tabId).catch(() => {}),
  });
});
