import { PopupApp } from '@/components/pages/popup/PopupApp';
import { createTrackersModel } from '@/components/pages/trackers/trackers-model';
import { placeAt } from '@/components/pages/workspace/address';
import { createWorkspaceModel } from '@/components/pages/workspace/workspace-model';
import { WorkspaceApp } from '@/components/pages/workspace/WorkspaceApp';
import { createSheetModel } from '@/components/sheets/sheet-model';
import type { TrackerActions, TrackerStart } from '@/components/trackers/tracker-actions';
import { createVisitsModel } from '@/components/visits/visits-model';
import { createHarModel } from '@/components/verification/har-model';
import { createRecordingsModel } from '@/components/verification/recordings-model';
import { AppError } from '@/lib/core/base/errors';
import { emptyDraft } from '@/lib/core/tracker/draft';

import { sheetActions, sheetStores } from '../../unit/components/sheets/sheet-sample';
import {
  consoleActions,
  pieceOf,
  popupActions,
  tracker,
} from '../../unit/components/trackers/build';
import { harActions, recordingActions } from '../../unit/components/verification/recording-sample';
import { visitsActions } from '../../unit/components/visits/visits-sample';
import { Page } from '../page';
import { Press } from '../press';
import { never, statesOf } from '../state';

const LONG = 'Harbour Coffee, a flight with a name that goes on and on to its very end';
const ROWS = Array.from({ length: 40 }, (_, index) => tracker(index + 1, `${LONG}, ${index + 1}`));
const OPTIONS = Array.from({ length: 8 }, (_, index) => ({ id: 700_101 + index, name: LONG }));
const ADVERTISER = '[role=combobox]';
const DELETE = '.pb-actions .danger';
const SIGN_OUT = '[aria-label="Sign out"]';

interface Opening {
  readonly start?: Partial<TrackerStart>;
  /** What the service allows the person and the member. */
  readonly may?: { readonly readOnly?: boolean; readonly trackersEnabled?: boolean };
  readonly actions?: Partial<TrackerActions>;
  readonly press?: readonly string[];
}

function trackersModel({ start = {}, may = {}, actions = {} }: Opening) {
  const base = popupActions({
    searchObjects: async () => OPTIONS,
    findTracker: async (id) => tracker(id, LONG),
    ...actions,
  });
  return createTrackersModel({
    ...base,
    start: async () => {
      const started = await base.start();
      const list = pieceOf(ROWS, 0, ROWS.length);
      const session = started.session && { ...started.session, ...may };
      return { ...started, route: { view: 'list' }, list, session, ...start };
    },
  });
}

const CONSOLE = consoleActions({
  consoleOffer: async () => ({ host: 'console.northern-office.kettle.example', enabled: false }),
});

function popup(opening: Opening = {}) {
  const model = trackersModel(opening);
  return (
    <Press at={opening.press ?? []}>
      <Page start={model.start} bare>
        <PopupApp model={model} console={CONSOLE} />
      </Page>
    </Press>
  );
}

function workspace(address: string, opening: Opening = {}) {
  const trackers = trackersModel(opening);
  const sheets = createSheetModel(sheetActions(), sheetStores());
  const recordings = createRecordingsModel(recordingActions({}, {}).actions);
  const har = createHarModel(harActions());
  const visits = createVisitsModel(visitsActions().actions);
  const model = createWorkspaceModel({ trackers, sheets, recordings, har, visits });
  const start = async () => {
    await trackers.start();
    model.enter(address);
  };
  // At once, as its entrypoint does, so that no other place is seen first.
  model.place.value = placeAt(address);
  return (
    <Press at={opening.press ?? []}>
      <Page start={start} bare>
        <WorkspaceApp model={model} />
      </Page>
    </Press>
  );
}

const form = (trackerId: number | null) => ({ route: { view: 'form', trackerId } });
const TAG = { route: { view: 'tag', trackerId: 2 } };
const signedOut = { start: { session: null } };
const kept = {
  readDraft: async () => ({ draft: { ...emptyDraft(), name: 'Half-typed' } }),
  saving: () => Promise.reject(new AppError('save-doubtful')),
};

/** Whole pages as a person meets them, and what they ask. */
export const pages = statesOf('pages', {
  'popup-list': () => popup(),
  'popup-no-advertiser': () => popup({ start: { advertiser: null } }),
  'popup-choosing-advertiser': () => popup({ press: [ADVERTISER] }),
  'popup-not-enabled': () => popup({ may: { trackersEnabled: false, readOnly: true } }),
  'popup-unread': () => popup({ actions: { sync: async () => ({ unread: 2 }) } }),
  'popup-not-started': () =>
    popup({ actions: { start: () => Promise.reject(new AppError('database-newer')) } }),
  'popup-sign-out': () => popup({ actions: { countRecorded: async () => 87 }, press: [SIGN_OUT] }),
  'popup-sign-out-unsaved': () =>
    popup({ actions: { countForms: async () => 1 }, press: [SIGN_OUT] }),
  'popup-help': () => popup({ ...signedOut, press: ['.pb-signin-help summary'] }),
  'popup-environment': () => popup({ ...signedOut, press: ['summary'] }),
  'popup-form-loading': () => popup({ start: form(1), actions: { findTracker: never } }),
  'popup-form': () => popup({ start: form(1) }),
  'popup-form-new': () => popup({ start: form(null), press: ['[type=submit]'] }),
  'popup-form-kept': () => popup({ start: form(1), actions: kept }),
  'popup-form-picking': () => popup({ start: form(1), press: [ADVERTISER] }),
  'popup-form-delete': () => popup({ start: form(1), press: [DELETE] }),
  'popup-tag': () => popup({ start: TAG, press: ['summary'] }),
  'workspace-signed-out': () => workspace('#/trackers', signedOut),
  'workspace-list': () => workspace('#/trackers'),
  'workspace-sign-out': () =>
    workspace('#/trackers', { actions: { countRecorded: async () => 87 }, press: [SIGN_OUT] }),
  'workspace-form': () => workspace('#/trackers/1'),
  'workspace-form-delete': () => workspace('#/trackers/1', { press: [DELETE] }),
  'workspace-tag': () => workspace('#/trackers/2/tag'),
  'workspace-sheets': () => workspace('#/tag-sheets'),
  'workspace-verifications': () => workspace('#/verifications'),
  'workspace-recording': () => workspace('#/verifications/v1'),
  'workspace-rules': () => workspace('#/rules'),
  'workspace-nowhere': () => workspace('#/nowhere'),
});
