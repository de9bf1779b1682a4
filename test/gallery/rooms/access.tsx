import { AccessPage } from '@/components/pages/access/AccessPage';
import { OptionsApp } from '@/components/pages/options/OptionsApp';
import { PanelPage } from '@/components/pages/panel/PanelPage';
import { createOptionsModel } from '@/components/options/options-model';
import { type Access, createAccessModel } from '@/components/verification/access-model';
import { createVerificationModel } from '@/components/verification/verification-model';
import type { AccessAnswer } from '@/lib/core/recording/access-answer';
import type { AccessAsked } from '@/lib/core/recording/access-asked';
import { accessWords } from '@/lib/text/pages/access-window';

import { optionsActions } from '../../unit/components/options/options-sample';
import { later, recordingActions } from '../../unit/components/verification/recording-sample';
import { verification } from '../../unit/core/verification/build';
import { Page } from '../page';
import { Press } from '../press';
import { nothing, statesOf } from '../state';

const NEWS = 'https://news.example';
const ADS = 'https://ads.harbour-coffee.example';

/** The panel of a page with a frame, of which the browser says this. */
function panel(access: Partial<Access>, isFirefox = false) {
  const requests = [
    later(1),
    { ...later(2, 6000), frameUrl: `${ADS}/serve/creative` },
    { ...later(3, 7000), outcome: 'aborted', status: 0, isTabUnsure: true } as const,
  ];
  const { actions } = recordingActions({ verification: verification(), requests });
  const model = createVerificationModel(actions);
  const asking = createAccessModel(model, {
    isFirefox,
    read: async () => ({ allowed: [], isWaiting: false, isPutOff: false, ...access }),
    ask: async () => {},
    putOff: async () => {},
  });
  const start = async () => {
    await model.start();
    asking.start();
  };
  return (
    <Page start={start}>
      <PanelPage model={model} access={asking} />
    </Page>
  );
}

/** The window that asks, as it is opened or once the browser has given an answer. */
function page(
  asked: AccessAsked | null,
  answer: AccessAnswer['answer'] | null = null,
  detail: string | null = null,
) {
  return (
    <Press at={answer ? ['.pb-button.primary'] : []}>
      <AccessPage
        words={asked && accessWords(asked, answer === null)}
        onAsk={async () => ({ answer: answer ?? 'refused', detail })}
        onClose={nothing}
      />
    </Press>
  );
}
const SITES: AccessAsked = { for: 'sites', sites: [NEWS, ADS, 'http://old.example'] };
const BY_POLICY = 'Permissions are blocked by enterprise policy.';

function options() {
  const access = { allowed: [`${NEWS}/*`, `${ADS}/*`], putOff: ['https://quiet.example'] };
  const model = createOptionsModel(optionsActions({ access }));
  return (
    <Page start={model.start}>
      <OptionsApp model={model} />
    </Page>
  );
}

export const accessRoom = statesOf('access', {
  'panel-not-seen-of-frames': () => panel({ allowed: [NEWS] }, true),
  'page-asks': () => page(SITES),
  'page-forbidden': () => page(SITES, 'forbidden', BY_POLICY),
  'page-rehearsal': () => page({ for: 'rehearsal' }),
  'page-rehearsal-refused': () => page({ for: 'rehearsal' }, 'refused'),
  'page-nothing': () => page(null),
  options,
});
