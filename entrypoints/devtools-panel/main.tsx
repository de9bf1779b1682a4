import { render } from 'preact';

import { createVerificationModel } from '@/components/verification/verification-model';
import { VerificationView } from '@/components/verification/VerificationView';
import { onNotice } from '@/lib/platform/channels/notices';
import { devtoolsTheme } from '@/lib/platform/devtools/devtools';

import { createPanelActions } from './actions';

const theme = devtoolsTheme();
if (theme) document.documentElement.style.colorScheme = theme;

const model = createVerificationModel(createPanelActions((message) => model.hear(message)));
onNotice(model.hearNotice);
void model.start();

const root = document.getElementById('root');
if (root) render(<VerificationView model={model} />, root);
