import { render } from 'preact';

import { OptionsApp } from '@/components/pages/options/OptionsApp';
import { createOptionsModel } from '@/components/options/options-model';
import { createChangeTeller } from '@/lib/platform/channels/notices';
import { DATABASE, connect } from '@/lib/store/database';

import { createOptionsActions } from './actions';

const model = createOptionsModel(createOptionsActions(connect(DATABASE, createChangeTeller())));
void model.start();

const root = document.getElementById('root');
if (root) render(<OptionsApp model={model} />, root);
