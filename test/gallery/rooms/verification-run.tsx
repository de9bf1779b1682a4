import { PanelPage } from '@/components/pages/panel/PanelPage';
import { RecordingList } from '@/components/verification/RecordingList';
import { createRecordingsModel } from '@/components/verification/recordings-model';
import type {
  KeptRecording,
  VerificationActions,
} from '@/components/verification/verification-actions';
import {
  createVerificationModel,
  type VerificationModel,
} from '@/components/verification/verification-model';
import { SheetFileError } from '@/lib/core/table/file-problem';
import type { Verification } from '@/lib/core/verification/verification';

import { later, recordingActions, url } from '../../unit/components/verification/recording-sample';
import { pageView, request, START, verification } from '../../unit/core/verification/build';
import { Page } from '../page';
import { never, statesOf } from '../state';

const NAME = 'Harbour Coffee: autumn flight, leaderboards and skyscrapers, second week';
const NOTE =
  'The skyscraper stands twice on the article by design.\nAsked the publisher about the consent banner on Tuesday.';
const VIEWS = [0, 1, 2, 3].map((at) => pageView(`article-${at}`, START + at * 10_000));
const FIRED = [
  later(482_913, 1000),
  request(url(532, 'cachebuster=771204'), { startedAt: START + 1500 }),
  later(559_120, 11_000),
  request(url(532, 'cachebuster=[CACHEBUSTER]'), { startedAt: START + 21_000 }),
  later(913_402, 21_500),
  request(url(9, 'cachebuster=330917'), { startedAt: START + 31_000 }),
];
const page = (at: number, ...said: readonly (readonly [number, 'pass' | 'not-seen'])[]) => ({
  url: `https://news.example/article-${at}`,
  expected: said.map(([trackerId, verdict]) => ({ trackerId, verdict, findings: [] })),
  notJudged: [],
});
const BASELINE = {
  verificationId: 'before',
  startedAt: START - 86_400_000,
  acceptedAt: START - 80_000_000,
  pages: [
    page(0, [531, 'pass'], [532, 'pass']),
    page(1, [531, 'pass'], [532, 'not-seen']),
    page(2, [531, 'not-seen'], [532, 'pass']),
    page(3, [531, 'pass'], [532, 'not-seen']),
    page(7, [531, 'pass']),
  ],
};
const NAMED = verification({
  expectedIds: [531, 532],
  expectations: [{ trackerId: 532, times: 2 }],
  name: NAME,
  note: NOTE,
});

function run(
  changes: Partial<Verification> = {},
  kept: Partial<KeptRecording> = {},
  then: (model: VerificationModel) => void = () => {},
  actions: Partial<VerificationActions> = {},
) {
  const recorded = {
    verification: { ...NAMED, ...changes },
    pageViews: VIEWS,
    requests: FIRED,
    ...kept,
  };
  const model = createVerificationModel(recordingActions(recorded, actions).actions);
  const start = async () => {
    await model.start();
    then(model);
  };
  return (
    <Page start={start}>
      <PanelPage model={model} />
    </Page>
  );
}

function adding(then: (model: VerificationModel) => void, actions?: Partial<VerificationActions>) {
  const opened = (model: VerificationModel) => {
    model.add.isOpen.value = true;
    then(model);
  };
  return run({ expectedIds: [] }, {}, opened, actions);
}

function list() {
  const rows = [
    { ...NAMED, id: 'again', startedAt: START + 1, repeats: 'v1', baseline: BASELINE },
    NAMED,
    verification({ id: 'plain', startedAt: START - 1 }),
  ];
  const { actions } = recordingActions(
    { pageViews: VIEWS, requests: FIRED },
    {
      listVerifications: async () => ({ rows, unreadable: 0 }),
      load: async ({ id }) => ({
        verification: rows.find((row) => row.id === id) ?? null,
        pageViews: VIEWS,
        requests: FIRED,
        unreadable: 0,
      }),
    },
  );
  const model = createRecordingsModel(actions);
  return (
    <Page start={model.load} class="part">
      <RecordingList model={model} addressOf={(id) => `#/verifications/${id}`} />
    </Page>
  );
}

const LINE_ITEM = {
  id: 88,
  name: 'Harbour Coffee, autumn, all formats',
  trackerIds: [531, 532, 533],
  inactive: 1,
};
const MIXED =
  '531\nLeaderboard, second flight\n<img src="https://ib.adnxs.com/imptr?id=[ID]&t=2">\n532';

export const verificationRunRoom = statesOf('verification', {
  'panel-run-named': () => run(),
  'panel-run-stopped': () =>
    run({
      stoppedAt: START + 60_000,
      repeats: 'gone',
      baseline: { ...BASELINE, verificationId: 'v1' },
    }),
  'panel-run-changes': () => run({ baseline: BASELINE, repeats: 'before' }),
  'panel-run-no-change': () =>
    run(
      { baseline: { ...BASELINE, pages: [page(0, [531, 'pass'])] }, expectedIds: [531] },
      { pageViews: VIEWS.slice(0, 1), requests: FIRED.slice(0, 1) },
    ),
  'panel-run-by-page': () => run({}, {}, (model) => (model.byPage.value = true)),
  'panel-run-by-page-many': () =>
    run(
      { expectedIds: Array.from({ length: 60 }, (_, at) => 531 + at) },
      {
        pageViews: Array.from({ length: 45 }, (_, at) => pageView(`many-${at}`, START + at * 1000)),
      },
      (model) => (model.byPage.value = true),
    ),
  'panel-run-request-note': () =>
    run(
      {
        baseline: BASELINE,
        notedRequests: FIRED.slice(3, 4).map(({ key }) => ({ key, note: NOTE })),
      },
      {},
      (model) => {
        model.sinceBaseline.showsEverything.value = true;
        model.selectedKey.value = model.requests()[3]?.key ?? null;
      },
    ),
  'panel-run-add-said': () =>
    adding((model) => {
      model.add.lineItem.value = LINE_ITEM;
      model.add.text.value = MIXED;
      void model.add.addText();
    }),
  'panel-run-add-reading': () =>
    adding((model) => void model.add.addFile(new File([''], 'plan of week 48.xlsx'), 2), {
      readExpectedFile: never,
    }),
  'panel-run-add-refused': () =>
    adding((model) => void model.add.addFile(new File([''], 'plan.xls'), 0), {
      readExpectedFile: () => Promise.reject(new SheetFileError('old-format')),
    }),
  'list-named': () => list(),
});
