import { render } from 'preact';

import { createSheetModel } from '@/components/sheet/sheet-model';
import { SheetApp } from '@/components/sheet/SheetApp';
import { createChangeTeller, onNotice } from '@/lib/platform/channels/notices';
import { onProfilesChange } from '@/lib/platform/storage/profiles';
import { onSessionChange } from '@/lib/platform/storage/storage';
import { DATABASE, openDatabase } from '@/lib/store/database';

import { createSheetActions } from './actions';

const model = createSheetModel(createSheetActions(openDatabase(DATABASE, createChangeTeller())));

onNotice(model.hear);
onSessionChange(() => void model.start());
onProfilesChange(() => void model.start());
void model.start();

const root = document.getElementById('root');
if (root) render(<SheetApp model={model} />, root);
