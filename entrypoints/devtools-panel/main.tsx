import { render } from 'preact';

import { PanelPage } from '@/components/pages/PanelPage';
import { createVerificationModel } from '@/components/verification/verification-model';
import { devtoolsTheme } from '@/lib/platform/devtools/devtools';
import { openDatabase } from '@/lib/store/database';

import { createVerificationActions } from '../shared/verification-actions';

const theme = devtoolsTheme();
if (theme) document.documentElement.style.colorScheme = theme;

const model = createVerificationModel(
  createVerificationActions(openDatabase(), (message) => model.hear(message)),
);
void model.start();

const root = document.getElementById('root');
if (root) render(<PanelPage model={model} />, root);
