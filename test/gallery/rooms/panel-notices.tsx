import { signal } from '@preact/signals';

import { PanelPage } from '@/components/pages/panel/PanelPage';
import { createAccessModel } from '@/components/verification/access-model';
import {
  createVerificationModel,
  type VerificationModel,
} from '@/components/verification/verification-model';

import { infoOf } from '../../unit/components/account/sign-in-sample';
import { later, recordingActions, url } from '../../unit/components/verification/recording-sample';
import { rehearsalActions } from '../../unit/components/verification/rehearsal-sample';
import { request, START, verification } from '../../unit/core/verification/build';
import { pageLook } from '../../unit/core/verification/page';
import { Page } from '../page';
import { never, nothing, statesOf } from '../state';

const REQUESTS = [
  ...Array.from({ length: 8 }, (_, index) => later(index + 1, 5000 + index * 700)),
  request(url(9, 'cachebuster=77'), {
    startedAt: START + 11_000,
    frameUrl: 'https://ads.example/a',
  }),
];
const NOW = verification({
  expectedIds: [531, 532],
  openedAfterLoad: true,
  mayMissFirstPage: true,
  gaps: [{ from: START + 2000, to: START + 4000 }],
  notKept: { since: START + 12_000, count: 1312 },
});
const FULL = verification({
  expectedIds: [531, 532],
  notKept: { since: START + 12_000, count: 0 },
});
const BEFORE = verification({ id: 'before', tabId: null, startedAt: START - 86_400_000 });

/** A live panel of which everything is to be said at once, or nothing. */
function panel(hasNotices: boolean, then: (model: VerificationModel) => void = nothing) {
  const { actions } = recordingActions(
    {
      verification: hasNotices ? NOW : verification({ expectedIds: [531, 532] }),
      requests: REQUESTS,
      unreadable: hasNotices ? 3 : 0,
    },
    {
      rehearsal: rehearsalActions().actions,
      lookAtPage: async () => pageLook([]),
      hasTrackers: async () => !hasNotices,
      pictures: {
        ids: async () => [],
        list: async () => [],
        take: async () => 'not-allowed',
        remove: never,
      },
      listVerifications: async () => ({
        rows: [hasNotices ? NOW : verification({ expectedIds: [531, 532] }), BEFORE],
        unreadable: 0,
      }),
    },
  );
  const model = createVerificationModel(actions);
  const access = createAccessModel(model, {
    isFirefox: false,
    read: async () => ({ allowed: [], isWaiting: false, isPutOff: !hasNotices }),
    ask: async () => {},
    putOff: async () => {},
  });
  const start = async () => {
    await model.start();
    access.start();
    then(model);
  };
  return (
    <Page start={start}>
      <PanelPage model={model} access={access} whose={signal(infoOf())} />
    </Page>
  );
}

/** It has as many requests as one keeps. */
function Full() {
  const { actions } = recordingActions({ verification: FULL, requests: REQUESTS });
  const model = createVerificationModel(actions);
  return (
    <Page start={model.start}>
      <PanelPage model={model} />
    </Page>
  );
}

function all(model: VerificationModel) {
  void model.rehearsal.toggle();
  void model.pictures.press();
  model.proof.value = { name: 'piggyback-2026-11-24T10-00-00Z.html', digest: '3f1c'.repeat(16) };
}

/** The panel with everything that its toolbar offers, with nothing and with everything to be said. */
export const panelNoticesRoom = statesOf('verification', {
  'panel-all-tools': () => panel(false),
  'panel-all-notices': () => panel(true, all),
  'panel-full': () => <Full />,
  'panel-all-notices-details': () =>
    panel(true, (model) => {
      all(model);
      model.select(model.requests()[2]?.key ?? '');
    }),
});
