import { createOptionsModel } from '@/components/options/options-model';
import type { OptionsActions, OptionsData } from '@/components/options/options-actions';
import { OptionsApp } from '@/components/pages/options/OptionsApp';
import { draftOfRow } from '@/lib/core/ad-server/profile-draft';
import type { ProfileRow } from '@/lib/core/ad-server/profiles';
import { NO_DISMISSALS } from '@/lib/core/console/dismissals';

import { optionsActions } from '../../unit/components/options/options-sample';
import { Page } from '../page';
import { never, statesOf } from '../state';

const OWN: ProfileRow = {
  id: 'own-kettle',
  name: 'Kettle Ads, the one of the northern office',
  hosts: ['https://console.kettle.example/*'],
  cachebuster: '{{ts}}',
  accepts: ['img', 'url'],
};
const FIELD = { host: 'console.kettle.example', key: 'pixel', label: 'Third-party pixel' };

function options(data: Partial<OptionsData> = {}, change: Partial<OptionsActions> = {}) {
  const model = createOptionsModel({ ...optionsActions(data), ...change });
  return (
    <Page start={model.start}>
      <OptionsApp model={model} />
    </Page>
  );
}

export const optionsRoom = statesOf('options', {
  loading: () => options({}, { load: never }),
  empty: () => options(),
  'own-and-managed': () =>
    options({
      pixelHosts: { managed: ['px.agency.example'], own: ['px.example.com', 'i.example.org'] },
      profiles: { own: [OWN], managed: [{ ...OWN, id: 'managed', name: 'Managed Ads' }] },
    }),
  'consoles-on': () =>
    options({
      consoles: { states: { 'https://admanager.google.com/*': 'on' }, isApiGranted: false },
    }),
  dismissed: () =>
    options({
      dismissals: { ...NO_DISMISSALS, hosts: ['console.quiet.example'], fields: [FIELD] },
    }),
  'describing-one': () => options({}, { readDraft: async () => draftOfRow(OWN) }),
  failed: () => options({}, { load: () => Promise.reject(new Error('The disk is full')) }),
});
