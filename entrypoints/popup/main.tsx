import { render } from 'preact';

import { PopupApp } from '@/components/shell/PopupApp';
import { createPopupModel } from '@/components/shell/popup-model';
import { POPUP_ROUTE_KEY } from '@/lib/core/tracker/plan';
import { onNotice } from '@/lib/platform/channels/notices';
import { onSessionChange } from '@/lib/platform/storage/storage';
import { openDatabase } from '@/lib/store/database';
import { readDraft, writeDraft } from '@/lib/store/drafts';

import { createTrackerActions, readSession } from '../shared/tracker-actions';
import { consoleActions } from './console-actions';

const opening = openDatabase();
const route = {
  read: async () => readDraft(await opening, POPUP_ROUTE_KEY),
  keep: (at: unknown) => void opening.then((db) => writeDraft(db, POPUP_ROUTE_KEY, at)),
};
const model = createPopupModel(createTrackerActions(opening, route, () => window.close()));

onNotice(model.hear);
onSessionChange(() => void readSession().then(model.sessionChanged));
void model.start();

const root = document.getElementById('root');
if (root) render(<PopupApp model={model} console={consoleActions} />, root);
