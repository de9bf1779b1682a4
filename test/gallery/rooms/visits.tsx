import { VerificationsPlace } from '@/components/pages/workspace/VerificationsPlace';
import { createHarModel } from '@/components/verification/har-model';
import { createRecordingsModel } from '@/components/verification/recordings-model';
import type { KeptRecording } from '@/components/verification/verification-actions';
import { createVisitsModel, type VisitsModel } from '@/components/visits/visits-model';
import { VisitsPlace } from '@/components/visits/VisitsPlace';
import { AppError } from '@/lib/core/base/errors';

import {
  harActions,
  recordingActions,
  url,
} from '../../unit/components/verification/recording-sample';
import { visited, visitOf, visitsActions } from '../../unit/components/visits/visits-sample';
import { request, START, verification } from '../../unit/core/verification/build';
import { Page } from '../page';
import { nothing, statesOf } from '../state';

const LIST =
  'https://www.harbour-coffee.example/autumn\nhttps://www.harbour-coffee.example/autumn/terms\nnews.example\n';

function form(
  changes: Parameters<typeof visitsActions>[0] = {},
  then: (model: VisitsModel) => unknown = (model) => model.type(LIST),
) {
  const model = createVisitsModel(visitsActions(changes).actions);
  return (
    <Page start={async () => then(model)}>
      <VisitsPlace model={model} onBegun={nothing} />
    </Page>
  );
}

const fired = (view: string, id: number, at: number, buster: string | number) =>
  request(url(id, `cachebuster=${buster}`), { startedAt: START + at, pageViewId: view });

const VIEWS = [visitOf(0), visitOf(1, { sight: 'hidden' })];
const REQUESTS = [fired('visit-0', 531, 500, 1), fired('visit-2', 532, 20_500, '[CACHEBUSTER]')];

function run(
  state: Parameters<typeof visited>[0],
  kept: Partial<KeptRecording>,
  goOn: () => Promise<void> = async () => {},
) {
  const { actions } = recordingActions({
    verification: verification({ tabId: null, expectedIds: [531, 532], visited: visited(state) }),
    requests: REQUESTS,
    ...kept,
  });
  const model = createRecordingsModel(actions);
  const visits = createVisitsModel(visitsActions({ goOn }).actions);
  const har = createHarModel(harActions());
  const start = async () => {
    await model.load();
    await model.open.choose('v1');
    if (state?.pause === 'failed') void visits.run.goOn('v1');
  };
  return (
    <Page start={start}>
      <VerificationsPlace model={model} har={har} run={visits.run} id="v1" />
    </Page>
  );
}

const ALL = [
  visitOf(0),
  visitOf(1, { sight: 'hidden' }),
  visitOf(2, { end: 'cut', sight: null }, 2),
  visitOf(2, { end: 'busy', sight: null }, 3),
  visitOf(3, { end: 'failed', detail: 'net::ERR_NAME_NOT_RESOLVED', status: 0, sight: null }, 4),
];

/** Runs over the pages of a list, before, during and after. */
export const visitsRoom = statesOf('visits', {
  'form-wrong': () =>
    form({}, (model) => {
      model.type(LIST);
      model.expect('all of them');
      model.limit('4');
    }),
  'run-going': () => run({}, { pageViews: [...VIEWS, visitOf(2, { end: null, endedAt: null })] }),
  'run-failed': () =>
    run(
      { state: 'paused', pause: 'failed', detail: 'Error: no window' },
      { pageViews: VIEWS },
      () => Promise.reject(new AppError('visits-going')),
    ),
  'run-done': () => run({ state: 'done' }, { pageViews: ALL }),
});
