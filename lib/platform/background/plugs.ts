import type { BackgroundParts } from '../../app/background';
import { openVerificationChannel } from '../channels/verification-channel';
import { timer } from '../clock/timer';
import { addModelReader } from '../insert/model-reader';
import { browserRun } from '../storage/browser-run';
import { recallConsole, rememberConsole } from '../storage/console-memory';
import { changeDismissals, readDismissed } from '../storage/dismissals';
import { paceStore } from '../storage/pace-store';
import { readProfiles } from '../storage/profiles';
import { changeRecent, readRecent } from '../storage/recent-trackers';
import {
  clearSettings,
  readAccount,
  readSettings,
  sessionKeeper,
  switchAccount,
  writeSettings,
} from '../storage/storage';
import { builderPorts } from './builder-ports';
import { addFieldButton, disableConsole, enableConsole } from './consoles';
import { visitBrowser } from './visit-browser';
import { wake, wakeAt } from './wake';
import { openWorkspace } from './workspace';

/** All that the browser gives the background. `title` names the builder's frame. */
export function browserPlugs(title: string): Omit<BackgroundParts, 'connect' | 'notify'> {
  return {
    fetch: (...args) => fetch(...args),
    now: Date.now,
    timer,
    newId: () => crypto.randomUUID(),
    visitBrowser,
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
    },
    profiles: readProfiles,
    memory: { recall: recallConsole, remember: rememberConsole },
    readRecent,
    changeRecent,
    builderPorts: builderPorts(title),
    readDismissals: readDismissed,
    changeDismissals,
    addFieldButton,
    addModelReader,
    openWorkspace,
    enableConsole,
    disableConsole,
  };
}
