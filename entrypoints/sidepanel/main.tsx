import { render } from 'preact';

import { createSidePanelModel } from '@/components/pages/sidepanel/side-panel-model';
import { SidePanelPage } from '@/components/pages/sidepanel/SidePanelPage';

import { followWhose } from '../shared/whose';
import { createSidePanelActions } from './actions';

const model = createSidePanelModel(createSidePanelActions());
void model.start();

const root = document.getElementById('root');
if (root) render(<SidePanelPage model={model} whose={followWhose()} />, root);
