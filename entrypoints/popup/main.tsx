import { render } from 'preact';

import { PopupApp } from '@/components/shell/PopupApp';
import { createPopupModel } from '@/components/shell/popup-model';
import { createChangeTeller, onNotice } from '@/lib/platform/channels/notices';
import { onSessionChange } from '@/lib/platform/storage/storage';
import { DATABASE, openDatabase } from '@/lib/store/database';

import { createPopupActions } from './actions';

const actions = createPopupActions(openDatabase(DATABASE, createChangeTeller()));
const model = createPopupModel(actions);

onNotice(model.hear);
onSessionChange(() => void actions.readSession().then(model.sessionChanged));
void model.start();

const root = document.getElementById('root');
if (root) render(<PopupApp model={model} />, root);
