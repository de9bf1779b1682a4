import { render } from 'preact';

import { createBulkModel } from '@/components/bulk/bulk-model';
import { addressOf, placeAt } from '@/components/pages/workspace/address';
import { WorkspaceApp } from '@/components/pages/workspace/WorkspaceApp';
import { createWorkspaceModel } from '@/components/pages/workspace/workspace-model';
import { createTrackersModel } from '@/components/pages/trackers/trackers-model';
import { createSheetModel } from '@/components/sheets/sheet-model';
import { createTrialModel } from '@/components/trial/trial-model';
import type { Route } from '@/components/trackers/tracker-route';
import { createVisitsModel } from '@/components/visits/visits-model';
import { readSession } from '@/lib/app/trackers/from-pages';
import { createChangeTeller, onNotice } from '@/lib/platform/channels/notices';
import { refuseFilesBeside } from '@/lib/platform/page/refuse-files-beside';
import { onPixelHostsChange, readOwnPixelHosts } from '@/lib/platform/storage/pixel-hosts';
import { onProfilesChange, readAdServers } from '@/lib/platform/storage/profiles';
import { onSessionChange, sessionKeeper, watchAccount } from '@/lib/platform/storage/storage';
import { DATABASE, connect } from '@/lib/store/database';

import { createDraftActions } from '../shared/draft-actions';
import { createTrackerActions } from '../shared/tracker-actions';
import { createBulkActions } from './bulk-actions';
import { createRecordingRooms } from './recording-rooms';
import { createSheetActions } from './sheet-actions';
import { createTrackerRooms } from './tracker-rooms';
import { createTrialActions } from './trial-actions';
import { createVisitsActions } from './visits-actions';

const database = connect(DATABASE, createChangeTeller());
const account = watchAccount();
// The address keeps where the person is.
const route = {
  read: async () => {
    const place = placeAt(location.hash);
    return place.name === 'trackers' ? place.route : null;
  },
  keep: (at: Route) => {
    location.hash = addressOf({ name: 'trackers', route: at });
  },
};
const actions = createTrackerActions(database, account, route);
const trackers = createTrackersModel(actions);
const bulk = createBulkModel(createBulkActions(database, account, actions), trackers);
const drafts = createDraftActions(database, account);
const sheets = createSheetModel(createSheetActions(drafts), trackers);
const trial = createTrialModel(createTrialActions(actions.findTrackers), trackers);
const visits = createVisitsModel(createVisitsActions(drafts));
const many = createTrackerRooms(database, account, trackers, sheets);
const recorded = createRecordingRooms(database, account, many.reports);
const rooms = { trackers, ...many, bulk, sheets, ...recorded, trial, visits };
const model = createWorkspaceModel(rooms);

const enter = () => model.enter(location.hash);
refuseFilesBeside();
addEventListener('hashchange', enter);
onNotice(model.hear);
onSessionChange(() => void readSession(sessionKeeper).then(trackers.sessionChanged));
onProfilesChange(() => void readAdServers().then((all) => (trackers.servers.value = all)));
onPixelHostsChange(() => void readOwnPixelHosts().then((all) => (trackers.ownHosts.value = all)));
enter();
void trackers.start();

const root = document.getElementById('root');
if (root) render(<WorkspaceApp model={model} />, root);
