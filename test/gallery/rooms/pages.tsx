import { signal } from '@preact/signals';

import { createBulkModel } from '@/components/bulk/bulk-model';
import { PopupApp } from '@/components/pages/popup/PopupApp';
import { createTrackersModel } from '@/components/pages/trackers/trackers-model';
import { placeAt } from '@/components/pages/workspace/address';
import { createTrackerActs } from '@/components/pages/workspace/tracker-acts';
import { createWorkspaceModel } from '@/components/pages/workspace/workspace-model';
import { WorkspaceApp } from '@/components/pages/workspace/WorkspaceApp';
import type { SidePanelActions } from '@/components/pages/sidepanel/side-panel-actions';
import { createSidePanelModel } from '@/components/pages/sidepanel/side-panel-model';
import { SidePanelPage } from '@/components/pages/sidepanel/SidePanelPage';
import type { ReportActions } from '@/components/reports/report-actions';
import type { TableActions } from '@/components/trackers/acts/acts-model';
import type { PassportActions } from '@/components/trackers/passport/passport-actions';
import { createTrialModel } from '@/components/trial/trial-model';
import { TryTag } from '@/components/trial/try-tag';
import { createSheetModel } from '@/components/sheets/sheet-model';
import type { TrackerActions, TrackerStart } from '@/components/trackers/tracker-actions';
import { createVisitsModel } from '@/components/visits/visits-model';
import { createHarModel } from '@/components/verification/har-model';
import { createVerificationModel } from '@/components/verification/verification-model';
import { createRecordingsModel } from '@/components/verification/recordings-model';
import { AppError } from '@/lib/core/base/errors';
import { draftOf, emptyDraft } from '@/lib/core/tracker/draft';

import { infoOf } from '../../unit/components/account/sign-in-sample';
import { bulkWorld } from '../../unit/components/bulk/bulk-sample';
import { sheetActions, sheetStores } from '../../unit/components/sheets/sheet-sample';
import {
  consoleActions,
  pieceOf,
  popupActions,
  tracker,
} from '../../unit/components/trackers/build';
import { ENDED, FULL, LEAVING, WAITS } from '../../unit/components/trackers/many-sample';
import { passportActions, tableActions } from '../../unit/components/trackers/table-sample';
import { trialActions } from '../../unit/components/trial/trial-sample';
import { harActions, recordingActions } from '../../unit/components/verification/recording-sample';
import { KEPT, keptInMemory, reportsRoom } from '../../unit/components/reports/reports-sample';
import { visitsActions } from '../../unit/components/visits/visits-sample';
import { Page } from '../page';
import { Press } from '../press';
import { never, nothing, statesOf } from '../state';

const LONG = 'Harbour Coffee, a flight with a name that goes on and on to its very end';
const ROWS = Array.from({ length: 40 }, (_, index) => tracker(index + 1, `${LONG}, ${index + 1}`));
const OPTIONS = Array.from({ length: 8 }, (_, index) => ({ id: 700_101 + index, name: LONG }));
const ADVERTISER = '[role=combobox]';
const DELETE = '.pb-actions .danger';
const ALL_ROWS = '.pb-grid-lead button';
const ROW_SIGN = '.pb-grid-row .pb-choose';
/** A button of what can be done with many, by its place; the first clears. */
const act = (place: number) => `.pb-selection button:nth-of-type(${place})`;
const DO_SWITCH = '.pb-act-buttons .primary';
const COMPARE_TAB = '.pb-report-view [role=tab]:nth-child(3)';
const SIGN_OUT = '[aria-label="Sign out"]';

interface Opening {
  readonly start?: Partial<TrackerStart>;
  /** What the service allows the person and the member. */
  readonly may?: { readonly readOnly?: boolean; readonly trackersEnabled?: boolean };
  readonly actions?: Partial<TrackerActions>;
  readonly table?: Partial<TableActions>;
  readonly passport?: Partial<PassportActions>;
  readonly press?: readonly string[];
  readonly withReports?: Partial<ReportActions>;
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
        <TryTag.Provider value={nothing}>
          <PopupApp model={model} console={CONSOLE} />
        </TryTag.Provider>
      </Page>
    </Press>
  );
}

function workspace(address: string, opening: Opening = {}) {
  const trackers = trackersModel(opening);
  const bulk = createBulkModel(bulkWorld().actions, trackers);
  const sheets = createSheetModel(sheetActions(), sheetStores());
  const acts = createTrackerActs(trackers, sheets, tableActions(opening.table));
  const passport = passportActions(opening.passport);
  const recordings = createRecordingsModel(recordingActions({}, {}).actions);
  const har = createHarModel(harActions());
  const trial = createTrialModel(trialActions(), trackers);
  const visits = createVisitsModel(visitsActions().actions);
  const model = createWorkspaceModel({
    trackers,
    acts,
    passport,
    bulk,
    sheets,
    recordings,
    har,
    trial,
    visits,
    ...(opening.withReports && { reports: reportsRoom(opening.withReports).model }),
  });
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

/** The side panel beside a tab, on a site that is recorded or not. */
function sidePanel(
  change: Partial<SidePanelActions> = {},
  isRecorded: 'yes' | 'no' | 'later' = 'yes',
) {
  const opened = createVerificationModel(recordingActions({}, {}).actions);
  const model = createSidePanelModel({
    tab: async () => ({ id: 7, site: 'https://news.example' }),
    onChange: () => {},
    isRecorded: async () => isRecorded,
    isBeingRecorded: async () => false,
    turnOn: async () => ({ answer: 'refused', detail: null }),
    turnOff: async () => {},
    openTab: () => ({ model: opened, close: () => {} }),
    ...change,
  });
  const start = async () => {
    await opened.start();
    await model.start();
  };
  return (
    <Page start={start} bare>
      <SidePanelPage model={model} whose={signal(infoOf())} />
    </Page>
  );
}

const form = (trackerId: number | null) => ({ route: { view: 'form', trackerId } });
const TAG = { route: { view: 'tag', trackerId: 2 } };
const BEGAN = draftOf(tracker(1, LONG));
const HOME = { id: 15_150_404, name: 'Home 300x250', code: 'HP-300', state: 'inactive' as const };
/** Somebody else has changed what is being edited here. */
const CONFLICT = {
  readDraft: async () => ({
    draft: { ...BEGAN, name: 'Mine', code: 'HC-1', placement: HOME },
    began: { lastModified: 0, draft: BEGAN },
    conflict: {
      theirs: {
        lastModified: 1_795_000_000_000,
        draft: {
          ...BEGAN,
          name: 'A name of theirs, which goes on and on',
          state: 'inactive',
          publisher: { id: 880_203, name: 'Calder Valley Weather' },
        },
      },
      decisions: {},
    },
  }),
};
/** What is chosen is inactive, of another publisher, and there twice already. */
const REMARKED = {
  readDraft: async () => ({
    draft: {
      ...BEGAN,
      lineItem: { id: 640_303, name: LONG, code: 'SPRING-BURST-2026', state: 'active' },
      placement: { ...HOME, owner: { id: 880_203, name: 'Calder Valley Weather' } },
    },
    copyOf: 1,
  }),
  sameInReports: async () => ({ named: [{ id: 7, name: LONG }], count: 4, isWhole: false }),
};
const halfTyped = async (key: string) =>
  key.endsWith(':new') ? { draft: { ...emptyDraft(), name: 'Half-typed' } } : undefined;
const signedOut = { start: { session: null } };
const kept = {
  readDraft: async () => ({ draft: { ...emptyDraft(), name: 'Half-typed' } }),
  saving: () => Promise.reject(new AppError('save-doubtful')),
};

/** Whole pages as a person meets them. */
export const pages = statesOf('pages', {
  'workspace-sign-ins': () => workspace('#/sign-ins'),
  'popup-list': () => popup(),
  'popup-no-advertiser': () => popup({ start: { advertiser: null } }),
  'popup-choosing-advertiser': () => popup({ press: [ADVERTISER] }),
  'popup-not-enabled': () => popup({ may: { trackersEnabled: false, readOnly: true } }),
  'popup-unread': () => popup({ actions: { sync: async () => ({ unread: 2 }) } }),
  'popup-not-started': () =>
    popup({ actions: { start: () => Promise.reject(new AppError('database-newer')) } }),
  'popup-sign-out': () => popup({ actions: { countRecorded: async () => 87 }, press: [SIGN_OUT] }),
  'popup-sign-out-all': () => popup({ actions: LEAVING, press: [SIGN_OUT] }),
  'popup-sign-out-unsaved': () =>
    popup({ actions: { countForms: async () => 1 }, press: [SIGN_OUT] }),
  'popup-help': () => popup({ ...signedOut, press: ['.pb-signin-help summary'] }),
  'popup-environment': () => popup({ ...signedOut, press: ['summary'] }),
  'popup-form-loading': () => popup({ start: form(1), actions: { findTracker: never } }),
  'popup-form': () => popup({ start: form(1) }),
  'popup-form-new': () => popup({ start: form(null), press: ['[type=submit]'] }),
  'popup-form-kept': () => popup({ start: form(1), actions: kept }),
  'popup-form-picking': () => popup({ start: form(1), press: [ADVERTISER] }),
  'popup-form-conflict': () => popup({ start: form(1), actions: CONFLICT }),
  'popup-form-remarks': () => popup({ start: form(null), actions: REMARKED }),
  'popup-form-not-enabled': () => popup({ start: form(null), may: { trackersEnabled: false } }),
  'popup-form-refused': () =>
    popup({ start: form(1), actions: { refusedBefore: async () => 'No right to update.' } }),
  'popup-form-duplicate': () =>
    popup({
      start: form(1),
      actions: { readDraft: halfTyped },
      press: ['header .quiet:not(.icon)'],
    }),
  'popup-form-delete': () => popup({ start: form(1), press: [DELETE] }),
  'popup-tag': () => popup({ start: TAG, press: ['summary'] }),
  'workspace-signed-out': () => workspace('#/trackers', signedOut),
  'workspace-list': () => workspace('#/trackers'),
  'workspace-selected': () => workspace('#/trackers', { press: [ROW_SIGN] }),
  'workspace-columns': () => workspace('#/trackers', { press: ['.pb-column-menu > button'] }),
  'workspace-deactivate': () => workspace('#/trackers', { press: [ALL_ROWS, act(3)] }),
  'workspace-switch-waits': () =>
    workspace('#/trackers', { table: WAITS, press: [ALL_ROWS, act(3), DO_SWITCH] }),
  'workspace-switch-ended': () =>
    workspace('#/trackers', { table: ENDED, press: [ALL_ROWS, act(3), DO_SWITCH] }),
  'workspace-copy-tags': () => workspace('#/trackers', { press: [ALL_ROWS, act(4)] }),
  'workspace-tag-sheet': () => workspace('#/trackers', { press: [ALL_ROWS, act(5)] }),
  'workspace-verify': () => workspace('#/trackers', { press: [ALL_ROWS, act(6)] }),
  'workspace-export': () => workspace('#/trackers', { press: [ALL_ROWS, act(7)] }),
  'workspace-passport': () => workspace('#/trackers/2/passport'),
  'workspace-passport-full': () => workspace('#/trackers/2/passport', { passport: FULL }),
  'workspace-sign-out': () =>
    workspace('#/trackers', { actions: { countRecorded: async () => 87 }, press: [SIGN_OUT] }),
  'workspace-reports': () => workspace('#/reports', { withReports: {} }),
  'workspace-compared': () =>
    workspace('#/reports/r1', { withReports: keptInMemory(KEPT), press: [COMPARE_TAB] }),
  'workspace-without-reports': () => workspace('#/reports'),
  'workspace-form': () => workspace('#/trackers/1'),
  'workspace-form-conflict': () => workspace('#/trackers/1', { actions: CONFLICT }),
  'workspace-form-delete': () => workspace('#/trackers/1', { press: [DELETE] }),
  'workspace-tag': () => workspace('#/trackers/2/tag'),
  'workspace-sheets': () => workspace('#/tag-sheets'),
  'workspace-verifications': () => workspace('#/verifications'),
  'workspace-recording': () => workspace('#/verifications/v1'),
  'workspace-rules': () => workspace('#/rules'),
  'workspace-try': () => workspace('#/tag-sheets/try'),
  'workspace-nowhere': () => workspace('#/nowhere'),
  'side-panel-loading': () => sidePanel({ tab: never }),
  'side-panel-not-recorded': () => sidePanel({}, 'no'),
  'side-panel-recorded': () => sidePanel(),
  'side-panel-waiting': () => sidePanel({}, 'later'),
  'side-panel-refused': () => (
    <Press at={['.pb-sidepanel-ask .primary']}>{sidePanel({}, 'no')}</Press>
  ),
  'side-panel-without-https': () =>
    sidePanel({ tab: async () => ({ id: 7, site: 'http://staging.example' }) }, 'no'),
  'side-panel-beside-devtools': () => sidePanel({ isBeingRecorded: async () => true }, 'no'),
  'side-panel-private': () =>
    sidePanel({ tab: async () => ({ id: 7, site: 'https://news.example', isPrivate: true }) }),
  'side-panel-closed': () => sidePanel({ tab: async () => ({ id: 7, site: null }) }),
  'side-panel-failed': () =>
    sidePanel({ tab: () => Promise.reject(new AppError('storage-failed')) }),
});
