import { PanelPage } from '@/components/pages/panel/PanelPage';
import { RecordingList } from '@/components/verification/RecordingList';
import { createHarModel, type HarActions } from '@/components/verification/har-model';
import { HarIntake } from '@/components/verification/HarIntake';
import { createRecordingsModel } from '@/components/verification/recordings-model';
import type {
  KeptRecording,
  VerificationActions,
} from '@/components/verification/verification-actions';
import {
  createVerificationModel,
  type VerificationModel,
} from '@/components/verification/verification-model';

import type { NoPicture } from '@/lib/core/recording/picture';
import {
  LIST_COLUMNS,
  resizeColumn,
  sortBy,
  USUAL_LAYOUT,
} from '@/lib/core/verification/list-layout';
import { tableText } from '@/lib/text/table';
import { HarFileError } from '@/lib/core/recording/har-problem';

import {
  harActions,
  later,
  recordingActions,
  url,
} from '../../unit/components/verification/recording-sample';
import type { Started } from '@/lib/messaging/rehearsal/contract';

import { pageView, request, START, verification } from '../../unit/core/verification/build';
import { comment, element, pageLook, textIn } from '../../unit/core/verification/page';
import { rehearsalActions } from '../../unit/components/verification/rehearsal-sample';
import { Page } from '../page';
import { Press } from '../press';
import { never, nothing, statesOf } from '../state';

const EXPECTING = verification({ expectedIds: [531, 532] });
const FAULTY = [
  later(1),
  later(1, 6000),
  request(url(532, 'cachebuster=[CACHEBUSTER]'), {
    outcome: 'network-error',
    error: 'net::ERR_FAILED',
    status: 0,
  }),
  request(url(9, 'cachebuster=77'), {
    outcome: 'blocked-by-page',
    status: 0,
    startedAt: START + 9000,
  }),
];

const SHOWN = { ...pageView('next', START + 5000), prerenderedAt: START + 1000 };
const AHEAD = [
  request(url(531, 'cachebuster=7250113'), { startedAt: START + 1100, prerendered: 'shown' }),
  later(2, 3000),
  request(url(532, 'cachebuster=5183027'), {
    startedAt: START + 3200,
    prerendered: 'ahead',
    frameUrl: 'https://news.example/not-gone-to',
  }),
];

const TAG = url(531, 'cachebuster=42');
const FRAME =
  'https://ads.harbour-coffee.example/serve/creative/20261124/leaderboard-970x250-english-second-flight.html';
const ON_PAGE = pageLook([
  element('img', { 'data-src': url(532, 'cachebuster=7') }),
  comment(`<img src="${TAG}">`),
  element('img', { src: url(9, 'cachebuster=8') }, { frameUrl: FRAME }),
  element('img', { src: TAG, loading: 'lazy' }, { isLoaded: false, below: 4210 }),
  textIn('script', `onSeen(() => { new Image().src = '${TAG}'; });`),
]);
const NOTHING_ON_PAGE = pageLook([]);

/** A page of grey bars, as a picture of one is. */
const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAKAAAABaCAAAAAAarQKOAAAAhUlEQVR42u3aQQ3AMAwDwPIHVRBjMCTdZwAyqa2y9IzgXo4spV3J0wABAQEBAYsDx5t7S8bnAAICRoFZA/hLYA8EcDpwZ7kAAgKuAOpBQEC3OF44gICAK4B6EBDQLTaaAAHtYkBAQLsYENAu1oOAZwBrvgTkekYBBAQsWDOAgICAgIA1gQ/iCmAiDVBh1QAAAABJRU5ErkJggg==';
const TWO_PICTURES = [START, START + 61_000].map((takenAt, index) => ({
  id: String(index),
  url: 'https://news.example/a',
  takenAt,
  sha256: '0f'.repeat(32),
  image: PICTURE,
}));

const albumOf = (kept: typeof TWO_PICTURES, why: NoPicture | null) => ({
  ids: async () => kept.map(({ id }) => id),
  list: async () => kept,
  take: async () => why,
  remove: async () => {},
});

/** The panel with these screenshots, opened to be looked at; another cannot be taken for this reason. */
function withPictures(
  kept: typeof TWO_PICTURES,
  why: NoPicture | null,
  then: (model: VerificationModel) => void = () => {},
) {
  const pictures = albumOf(kept, why);
  const shown = panel({ verification: EXPECTING, requests: FAULTY }, { pictures }, false, then);
  return kept.length > 0 ? <Press at={['.pb-pictures summary']}>{shown}</Press> : shown;
}

/** The panel once somebody looked at a page on which this is found. */
function lookedAt(look: typeof ON_PAGE | null, kept: Partial<KeptRecording> = {}) {
  return panel(
    { verification: EXPECTING, ...kept },
    { lookAtPage: async () => look },
    false,
    (model) => void model.page.look(),
  );
}

/** As many as are scrolled through: good ones, and some that are not, of several trackers, frames and pages. */
const MANY = Array.from({ length: 300 }, (_, index) =>
  index % 7 === 3
    ? request(url(532, 'cachebuster=[CACHEBUSTER]'), {
        startedAt: START + 1000 + index * 40,
        frameUrl: FRAME,
      })
    : request(url(index % 5 === 0 ? 9 : 531, `cachebuster=${8_000_000 + index * 7919}`), {
        startedAt: START + 1000 + index * 40,
        duration: 12 + (index % 90),
      }),
);
const LED_TO = 'https://secure.adnxs.com/imptr?id=531&t=2&cachebuster=42';
const LED = [
  request(url(531, 'cachebuster=42'), { status: 302, redirectUrl: LED_TO }),
  request(LED_TO, {
    startedAt: START + 10_020,
    status: 302,
    redirectUrl: 'https://www.advertiser.example/landing?campaign=spring',
  }),
  request(url(532, 'cachebuster=%25%25CACHEBUSTER%25%25&ancost=2,50&gdpr=1&sandwich=ham#top'), {
    startedAt: START + 10_050,
    loader: 'script',
    frameUrl: FRAME,
  }),
];

const VIEWS = [pageView('article', START), pageView('second-article?size=300x250', START + 7000)];
const KEPT_LAYOUT = { readLayout: async () => USUAL_LAYOUT, keepLayout: async () => {} };

const LONG = 'northern-office.kettle.example, the whole campaign, Tuesday, second try.har';
const NOTHING = { entries: 0, unreadable: 0, requests: 0, pages: 0, cut: 0 };
const fromFile = (leftOut: object = {}) =>
  verification({
    id: 'file',
    tabId: null,
    startedAt: START + 60_000,
    expectedIds: [531, 532],
    file: {
      name: LONG,
      digest: 'abc',
      recordedAt: START,
      entries: 210,
      leftOut: { ...NOTHING, ...leftOut },
    },
  });

function har(recordFile: HarActions['recordFile'] | null) {
  const model = createHarModel(harActions(recordFile ? { recordFile } : {}));
  const start = async () => {
    // What goes on is shown as it is by then.
    if (recordFile) void model.take(new File(['{}'], LONG));
  };
  return (
    <Page start={start} class="part">
      <HarIntake model={model} onFile={nothing} addressOf={(id) => `#/verifications/${id}`} />
    </Page>
  );
}

function panel(
  kept: Partial<KeptRecording> = {},
  changes: Partial<VerificationActions> = {},
  selected = false,
  then: (model: VerificationModel) => void = () => {},
) {
  const { actions } = recordingActions(kept, changes);
  const model = createVerificationModel(actions);
  const start = async () => {
    await model.start();
    if (selected) model.selectedKey.value = model.requests()[2]?.key ?? null;
    then(model);
  };
  return (
    <Page start={start}>
      <PanelPage model={model} />
    </Page>
  );
}

function rehearsing(started: Started) {
  const requests = [url(531, 'cachebuster=918273645'), url(532, 'cachebuster=[CACHEBUSTER]')].map(
    (tag, index) => {
      const startedAt = START + 5000 * (index + 1);
      return request(tag, { outcome: 'rehearsed', status: 307, startedAt });
    },
  );
  return panel(
    { verification: EXPECTING, requests: started.state === 'on' ? requests : [] },
    { rehearsal: rehearsalActions(started).actions },
    false,
    (model) => void model.rehearsal.toggle(),
  );
}

function list(changes: Partial<VerificationActions> = {}) {
  const rows = [
    fromFile(),
    EXPECTING,
    verification({ id: 'odd', startedAt: START - 1 }),
    verification({ id: 'old', startedAt: START - 2 }),
  ];
  const { actions } = recordingActions(
    {},
    {
      listVerifications: async () => ({ rows, unreadable: 0 }),
      load: async ({ id }) => {
        if (id === 'odd') throw new Error('a row of a later version');
        const [pageViews, requests] =
          id === 'old' ? [[], []] : [[pageView('article', START)], FAULTY];
        const found = rows.find((row) => row.id === id) ?? null;
        return { verification: found, pageViews, requests, unreadable: 0 };
      },
      ...changes,
    },
  );
  const model = createRecordingsModel(actions);
  return (
    <Page start={model.load} class="part">
      <RecordingList model={model} addressOf={(id) => `#/verifications/${id}`} />
    </Page>
  );
}

export const verificationRoom = statesOf('verification', {
  'panel-loading': () => panel({}, { load: never }),
  'panel-no-recording': () => panel({ verification: null }),
  'panel-empty': () => panel({ verification: verification() }),
  'panel-opened-late': () => panel({ verification: verification({ openedAfterLoad: true }) }),
  'panel-first-page': () =>
    panel({ verification: { ...EXPECTING, mayMissFirstPage: true }, requests: [later(1)] }),
  'panel-fine': () => panel({ verification: EXPECTING, requests: [later(1), later(2, 6000)] }),
  'panel-faulty': () => panel({ verification: EXPECTING, requests: FAULTY }),
  'panel-prerendered': () =>
    panel(
      { verification: EXPECTING, pageViews: [pageView('article', START), SHOWN], requests: AHEAD },
      {},
      true,
    ),
  'panel-details': () => panel({ verification: EXPECTING, requests: FAULTY }, {}, true),
  'panel-many': () =>
    panel(
      { verification: EXPECTING, pageViews: VIEWS, requests: MANY },
      {},
      false,
      (model) => void model.changeLayout((before) => sortBy(before, 'findings')),
    ),
  'panel-columns': () =>
    panel({ verification: EXPECTING, pageViews: VIEWS, requests: MANY }, {}, false, (model) => {
      model.changeLayout((before) => ({
        ...resizeColumn(before, 'tracker', 140),
        columns: LIST_COLUMNS,
      }));
      model.select(model.requests()[4]?.key ?? '');
    }),
  'panel-column-menu': () => (
    <Press at={[`[aria-label="${tableText.columns}"] > button`]}>
      {panel({ verification: EXPECTING, pageViews: VIEWS, requests: MANY })}
    </Press>
  ),
  'panel-no-match': () =>
    panel(
      { verification: EXPECTING, requests: FAULTY },
      {},
      false,
      (model) => (model.search.value = 'nothing like it'),
    ),
  'panel-paused': () =>
    panel({ verification: EXPECTING, requests: FAULTY }, {}, false, (model) => {
      model.pause();
      model.take([later(7, 12_000), later(8, 13_000)]);
    }),
  'panel-decoded': () =>
    panel(
      { verification: EXPECTING, requests: LED },
      { list: { ...KEPT_LAYOUT, showInNetwork: nothing } },
      true,
    ),
  'panel-not-loaded': () =>
    panel(
      { verification: EXPECTING, requests: FAULTY },
      { hasTrackers: async () => false, findTrackers: async () => [] },
    ),
  'panel-absent': () =>
    panel({ verification: EXPECTING, requests: FAULTY }, {}, true, (model) => {
      void model.lookUp();
    }),
  'panel-proof': () =>
    panel(
      { verification: EXPECTING, requests: FAULTY },
      {},
      false,
      (model) =>
        (model.proof.value = {
          name: 'piggyback-2026-11-24T10-00-00Z.html',
          digest: '3f1c'.repeat(16),
        }),
    ),
  'panel-proof-counted': () =>
    panel(
      { verification: EXPECTING, requests: FAULTY },
      { countedFor: async () => ({ text: '{}', told: 1, all: 2 }) },
      false,
      (model) =>
        (model.proof.value = {
          name: 'piggyback-2026-11-24T10-00-00Z.html',
          digest: '3f1c'.repeat(16),
          counted: { told: 1, all: 2 },
        }),
    ),
  'panel-pictures': () => withPictures(TWO_PICTURES, null),
  'panel-no-picture': () => withPictures([], 'not-allowed', (model) => void model.pictures.press()),
  'panel-unreadable': () => panel({ verification: EXPECTING, requests: FAULTY, unreadable: 3 }),
  'panel-may-look': () =>
    panel(
      { verification: EXPECTING, requests: [later(1)] },
      { lookAtPage: async () => NOTHING_ON_PAGE },
    ),
  'panel-looking': () =>
    panel(
      { verification: EXPECTING },
      { lookAtPage: never, pictures: albumOf([], null) },
      false,
      (model) => void model.page.look(),
    ),
  'panel-on-page': () => lookedAt(ON_PAGE, { requests: [later(1, -5000)] }),
  'panel-on-page-in-part': () =>
    lookedAt(
      { ...ON_PAGE, closedFrames: 2, isCut: true, replaced: ['firstChild', 'nextSibling'] },
      { verification: { ...EXPECTING, startedAt: START + 2000, openedAfterLoad: true } },
    ),
  'panel-on-page-nothing': () => lookedAt(NOTHING_ON_PAGE),
  'panel-on-page-unreadable': () => lookedAt(null),
  'panel-failed': () => panel({}, { load: () => Promise.reject(new Error('The disk is full')) }),
  'panel-rehearsing': () => rehearsing({ state: 'on' }),
  'panel-rehearsal-needs': () =>
    rehearsing({
      state: 'refused',
      why: 'not-granted',
      missing: ['https://*/*', 'http://*/*'],
    }),
  'panel-from-file': () => panel({ verification: fromFile(), requests: FAULTY }),
  'panel-from-file-in-part': () =>
    panel({
      verification: fromFile({ entries: 1200, unreadable: 1, cut: 2 }),
      pageViews: [{ ...pageView('a', START), url: '', title: 'Harbour Coffee — a fine day' }],
      requests: FAULTY,
    }),
  har: () => har(null),
  'har-reading': () =>
    har((_file, { onProgress }) => {
      onProgress({ done: 2, total: 4 });
      return never();
    }),
  'har-keeping': () =>
    har((_file, { onRead }) => {
      onRead();
      return never();
    }),
  'har-refused': () => har(() => Promise.reject(new HarFileError('too-large'))),
  'har-without-requests': () => har(() => Promise.reject(new HarFileError('no-requests'))),
  'har-known': () => har(async () => ({ id: 'v1', isKnown: true })),
  'har-added': () => har(async () => ({ id: 'v1', isKnown: false })),
  'har-failed': () => har(() => Promise.reject(new Error('The disk is full'))),
  'list-loading': () => list({ listVerifications: never }),
  'list-empty': () => list({ listVerifications: async () => ({ rows: [], unreadable: 0 }) }),
  list: () => list(),
  'list-unreadable': () =>
    list({ listVerifications: async () => ({ rows: [EXPECTING], unreadable: 2 }) }),
  'list-failed': () =>
    list({ listVerifications: () => Promise.reject(new Error('The disk is full')) }),
});
