import { render } from 'preact';

import { TryTag } from '@/components/trial/try-tag';
import { RulesPage } from '@/components/rules/RuleLink';
import { PopupApp } from '@/components/pages/popup/PopupApp';
import { createTrackersModel } from '@/components/pages/trackers/trackers-model';
import { POPUP_ROUTE_KEY } from '@/lib/core/tracker/draft-key';
import { readSession } from '@/lib/app/trackers/from-pages';
import { createChangeTeller, onNotice } from '@/lib/platform/channels/notices';
import { onSessionChange, sessionKeeper, watchAccount } from '@/lib/platform/storage/storage';
import { handOverTag } from '@/lib/platform/storage/handed-tag';
import { DATABASE, connect } from '@/lib/store/database';

import { createDraftActions } from '../shared/draft-actions';
import { createTrackerActions } from '../shared/tracker-actions';
import { consoleActions } from './console-actions';

const database = connect(DATABASE, createChangeTeller());
const account = watchAccount();
const drafts = createDraftActions(database, account);
const route = {
  read: () => drafts.readDraft(POPUP_ROUTE_KEY),
  keep: (at: unknown) => void drafts.writeDraft(POPUP_ROUTE_KEY, at),
};
const actions = createTrackerActions(database, account, route, () => window.close());
const model = createTrackersModel(actions);

async function tryTag(text: string, serverId: string | null): Promise<void> {
  await actions.openWorkspace(`#/tag-sheets/try/${await handOverTag(text, serverId)}`);
}

onNotice(model.hear);
onSessionChange(() => void readSession(sessionKeeper).then(model.sessionChanged));
void model.start();

const root = document.getElementById('root');
if (root) {
  render(
    <RulesPage.Provider value="workspace.html">
      <TryTag.Provider value={(text, serverId) => void tryTag(text, serverId)}>
        <PopupApp model={model} console={consoleActions} />
      </TryTag.Provider>
    </RulesPage.Provider>,
    root,
  );
}
