import { render } from 'preact';

import { PanelPage } from '@/components/pages/panel/PanelPage';
import { createAccessModel } from '@/components/verification/access-model';
import { createVerificationModel } from '@/components/verification/verification-model';
import { createChangeTeller, onNotice } from '@/lib/platform/channels/notices';
import { inspectedTabId, watchTheme } from '@/lib/platform/devtools/devtools';
import { refuseFilesBeside } from '@/lib/platform/page/refuse-files-beside';
import { watchAccount } from '@/lib/platform/storage/storage';
import { DATABASE, connect } from '@/lib/store/database';

import { followWhose } from '../shared/whose';
import { createRehearsalActions } from '../shared/rehearsal-actions';
import { accessActions } from './access-actions';
import { createVerificationActions } from '../shared/verification-actions';

watchTheme((theme) => (document.documentElement.style.colorScheme = theme));

const model = createVerificationModel({
  ...createVerificationActions(connect(DATABASE, createChangeTeller()), watchAccount(), (message) =>
    model.hear(message),
  ),
  rehearsal: createRehearsalActions(inspectedTabId()),
});
onNotice(model.hearNotice);
void model.start();
const access = createAccessModel(model, accessActions);
onNotice(access.hearNotice);
access.start();

refuseFilesBeside();
const root = document.getElementById('root');
if (root) render(<PanelPage model={model} access={access} whose={followWhose()} />, root);
