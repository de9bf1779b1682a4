import { render } from 'preact';

import { PanelPage } from '@/components/pages/panel/PanelPage';
import { createVerificationModel } from '@/components/verification/verification-model';
import { createChangeTeller, onNotice } from '@/lib/platform/channels/notices';
import { devtoolsTheme, inspectedTabId } from '@/lib/platform/devtools/devtools';
import { watchAccount } from '@/lib/platform/storage/storage';
import { DATABASE, connect } from '@/lib/store/database';

import { createRehearsalActions } from '../shared/rehearsal-actions';
import { createVerificationActions } from '../shared/verification-actions';

const theme = devtoolsTheme();
if (theme) document.documentElement.style.colorScheme = theme;

const model = createVerificationModel({
  ...createVerificationActions(connect(DATABASE, createChangeTeller()), watchAccount(), (message) =>
    model.hear(message),
  ),
  rehearsal: createRehearsalActions(inspectedTabId()),
});
onNotice(model.hearNotice);
void model.start();

const root = document.getElementById('root');
if (root) render(<PanelPage model={model} />, root);
