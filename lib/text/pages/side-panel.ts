import type { AccessAnswer } from '../../core/recording/access-answer';

const WITHOUT = 'DevTools needs no permission: open it on this page to see its pixels.';

/** Words of the side panel. */
export const sidePanelText = {
  open: 'Pixels on this page',
  title: 'Piggyback: pixels on this page',
  loading: 'Looking at the tab…',
  closed: 'Nothing can be recorded here',
  closedNext:
    'Browsers keep extensions out of their own pages and of extension stores. Show the page with the creative in this window.',
  inPrivate: 'Nothing is recorded in private windows',
  inPrivateNext:
    'What is recorded stays on this computer. DevTools record here, too, where you open them on the page.',
  recorded: (host: string) => `Recording ${host}`,
  recordedLater: (host: string) => `Pixels on ${host} are not recorded yet`,
  turnOff: 'Stop recording here',
  notRecorded: (host: string) => `Pixels on ${host} are not recorded`,
  notRecordedWhy:
    'Without DevTools pixels are seen on sites that you allow, from then on: allow it, then load the page again. DevTools needs no permission, and tells more of each request.',
  frames: 'With frames of other sites',
  framesWhy:
    'Ads mostly stand in frames of ad servers, of which the browser tells only where all sites are allowed.',
  turnOn: (host: string) => `Record ${host}`,
  noRecording: 'Load the page again. Its pixels are listed here as they fire.',
  cannotAskNext: WITHOUT,
  /** What to do after each answer. */
  next: {
    allowed: 'Load the page again: what it sent until now is not known.',
    'allowed-later': WITHOUT,
    refused: `To record it, press the button again and allow it. ${WITHOUT}`,
    forbidden: `Ask whoever administers this browser to allow “webRequest” and this host for Piggyback. ${WITHOUT}`,
    failed: `Press the button again. ${WITHOUT}`,
  } satisfies Record<AccessAnswer['answer'], string>,
};
