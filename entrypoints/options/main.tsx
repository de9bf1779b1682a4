import { render } from 'preact';

import { OptionsApp } from '@/components/options/OptionsApp';
import { createOptionsModel } from '@/components/options/options-model';
import { openDatabase } from '@/lib/store/database';

import { createOptionsActions } from './actions';

const model = createOptionsModel(createOptionsActions(openDatabase()));
void model.start();

const root = document.getElementById('root');
if (root) render(<OptionsApp model={model} />, root);
