import type { BackgroundParts } from '../../app/background';
import { holdRecorderLock, recordedTabs } from '../channels/recorder-lock';
import { openVerificationChannel } from '../channels/verification-channel';
import { timer } from '../clock/timer';
import { addModelReader } from '../insert/model-reader';
import { browserRun } from '../storage/browser-run';
import { recallConsole, rememberConsole } from '../storage/console-memory';
import { changeDismissals, readDismissed } from '../storage/dismissals';
import { readKeeping } from '../storage/keeping';
import { paceStore } from '../storage/pace-store';
import { readOwnPixelHosts } from '../storage/pixel-hosts';
import { readProfiles } from '../storage/profiles';
import { changeRecent, readRecent } from '../storage/recent-trackers';
import {
  clearSettings,
  forgetSettings,
  readAccount,
  readSettings,
  sessionKeeper,
  switchAccount,
  writeSettings,
} from '../storage/storage';
import { signIns } from '../storage/sign-ins';
import { changePutOff, readPutOff } from '../storage/put-off';
import { isWaiting } from '../storage/web-request-wait';
import { allowedSites, openAccessWindow } from './access';
import { builderPorts } from './builder-ports';
import { captureTab } from './capture-tab';
import { addFieldButton, disableConsole, enableConsole } from './consoles';
import { rehearsalPorts } from './rehearsal';
import { visitBrowser } from './visit-browser';
import { wake, wakeAt } from './wake';
import { openWorkspace } from './workspace';

/** All that the browser gives the background. `title` names the builder's frame. */
export function browserPlugs(
  title: string,
): Omit<BackgroundParts, 'connect' | 'notify' | 'showCount'> {
  return {
    fetch: (...args) => fetch(...args),
    now: Date.now,
    timer,
    newId: () => crypto.randomUUID(),
    visitBrowser,
    holdTab: holdRecorderLock,
    browserRun,
    tellRecording: openVerificationChannel(() => {}).send,
    wake,
    wakeAt,
    paceStore,
    keeper: sessionKeeper,
    account: readAccount,
    settings: {
      read: readSettings,
      keepChoices: (choices) => writeSettings({ choices }),
      switchTo: switchAccount,
      clear: clearSettings,
      forget: forgetSettings,
    },
    signIns,
    profiles: readProfiles,
    ownHosts: readOwnPixelHosts,
    memory: { recall: recallConsole, remember: rememberConsole },
    readRecent,
    changeRecent,
    builderPorts: builderPorts(title),
    readDismissals: readDismissed,
    changeDismissals,
    addFieldButton,
    addModelReader,
    openWorkspace,
    captureTab,
    rehearsalPorts,
    keeping: readKeeping,
    recordedTabs,
    enableConsole,
    disableConsole,
    access: {
      allowed: allowedSites,
      ask: (sites) => openAccessWindow({ for: 'sites', sites }),
      isWaiting,
      isPutOff: async (site) => (await readPutOff()).includes(site),
      putOff: (site) => changePutOff(site, true),
    },
  };
}
