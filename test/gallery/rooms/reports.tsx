import { signal } from '@preact/signals';

import { ReportsPlace } from '@/components/pages/workspace/ReportsPlace';
import { ReportChart } from '@/components/reports/chart/ReportChart';
import { PlacementMatches } from '@/components/reports/compare/PlacementMatches';
import type { CountedRow, FileRead, ReportActions } from '@/components/reports/report-actions';
import { AppError } from '@/lib/core/base/errors';
import { pairUp } from '@/lib/core/report/chart/pairs';
import type { Series } from '@/lib/core/report/series';
import { SheetFileError } from '@/lib/core/table/file-problem';

import {
  adServerFile,
  COUNTED,
  headOf,
  COMPARED,
  FILE,
  KEPT,
  keptInMemory,
  MATCHES,
  OFFER,
  opened,
  question,
  reportsRoom,
  runOf,
  shownSheet,
  SPORT,
} from '../../unit/components/reports/reports-sample';
import { Page } from '../page';
import { Press } from '../press';
import { never, statesOf } from '../state';

type Room = ReturnType<typeof reportsRoom>;

function list(room: Room = reportsRoom(), then: (room: Room) => unknown = () => {}) {
  const start = async () => {
    await room.model.load();
    await then(room);
  };
  return (
    <Page start={start} class="pb-workspace-main">
      <ReportsPlace model={room.model} id={null} />
    </Page>
  );
}

function one(room: Room = reportsRoom(), then: (room: Room) => unknown = () => {}) {
  const start = async () => {
    await room.model.open.choose('r1');
    await then(room);
  };
  return (
    <Page start={start} class="pb-workspace-main">
      <ReportsPlace model={room.model} id="r1" />
    </Page>
  );
}

const run = (changes: Parameters<typeof runOf>[0]) =>
  one(reportsRoom({ read: async () => ({ run: runOf(changes) }) }));

function compare(changes: Parameters<typeof reportsRoom>[0] = {}, chosen: string | null = null) {
  return one(reportsRoom(changes), ({ model: { open } }) => {
    open.view.value = 'compare';
    open.comparing.selected.value = null;
    return open.comparing.take(adServerFile()).then(() => {
      open.comparing.selected.value = chosen;
    });
  });
}

/** A report with a file beside it that was kept before. */
function kept(
  changes: Parameters<typeof reportsRoom>[0],
  then: (room: Room) => unknown = () => {},
) {
  return one(reportsRoom({ ...keptInMemory(KEPT), ...changes }), (room) => {
    room.model.open.view.value = 'compare';
    return then(room);
  });
}

const READ_UTC: FileRead = {
  kind: 'read',
  offer: OFFER,
  report: { ...FILE, timeZone: 'UTC', leftOut: [] },
};

function compareWithSheet(takeSheet: ReportActions['takeSheet']) {
  return one(reportsRoom({ takeSheet }), async ({ model: { open } }) => {
    open.view.value = 'compare';
    await open.comparing.take(adServerFile());
    void open.comparing.sheets.take(new File([''], 'autumn-tags.xlsx'));
  });
}

const long = (count: number, by: 'day' | 'hour', of: (at: number) => number | null): Series => ({
  by,
  first: by === 'day' ? '2025-10-01' : '2026-11-01 00',
  counts: Array.from({ length: count }, (_, at) => of(at)),
});
const wave = (at: number) => Math.round(50_000 + 30_000 * Math.sin(at / 20) + (at % 7) * 900);

const part = (ours: Series, theirs: Series | null, worst: string | null = null) => (
  <main class="pb-app part pb-reports">
    <ReportChart label="Home, autumn" pairs={pairUp(ours, theirs)} zone="UTC" worst={worst} />
  </main>
);

const many = Array.from({ length: 24 }, (_, round) =>
  COUNTED.map((row, at) => ({ ...row, trackerIds: [600 + round * 3 + at] })),
).flat();

/** Reports: asked for, coming, read, and laid beside an ad server's. */
/** As long as no name should be, without a place to break it. */
const LONG = 'Autumn_300x250_'.repeat(20);

const longNamed = (row: CountedRow): CountedRow => ({
  ...row,
  names: row.names.map(() => LONG),
  of: { lineItem: LONG, publisher: LONG, placement: LONG, paymentRule: LONG },
});

export const reportsRooms = statesOf('reports', {
  'list-loading': () => list(reportsRoom({ list: never })),
  'list-empty': () =>
    list(reportsRoom({ list: async () => ({ reports: [], runs: [], unreadable: 0 }) })),
  'list-signed-out': () => list(reportsRoom({}, { phase: signal('signed-out') })),
  'list-some': () =>
    list(
      reportsRoom({
        list: async () => ({
          reports: [
            headOf(),
            headOf({
              id: 'r2',
              question: question({ about: { kind: 'line-item', id: 5501 }, by: 'hour' }),
              name: 'A line item with a name that goes on and on to its very end',
              total: { sum: 9_007_199, unknown: 3 },
            }),
          ],
          runs: [
            runOf(),
            runOf({ id: 'run-2', step: 'waiting' }),
            runOf({ id: 'run-3', step: 'failed' }),
          ],
          unreadable: 1,
        }),
      }),
      ({ model }) => {
        model.subject.value = {
          tracker: { id: 531, name: 'Home, autumn' },
          lineItem: { id: 5501, name: 'Autumn' },
          publisher: { id: 880202, name: 'Tidewater News' },
        };
      },
    ),
  'list-no-plan': () =>
    list(reportsRoom(), ({ model }) => void (model.noPlan.value = { kind: 'tracker-bare' })),
  'form-wrong': () => (
    <Press
      at={[
        'summary',
        '.pb-report-form fieldset:nth-of-type(1) label:nth-of-type(2) input',
        '.pb-report-form fieldset:nth-of-type(2) label:nth-of-type(3) input',
        '.pb-report-form [type=submit]',
      ]}
    >
      {list()}
    </Press>
  ),
  'run-waiting': () => run({ step: 'waiting', rows: 0 }),
  'run-reading': () => run({}),
  'run-failed': () =>
    run({
      step: 'failed',
      failure: { code: 'rate-limited', detail: null, retryAfterSeconds: 40 },
    }),
  'report-loading': () => one(reportsRoom({ read: never })),
  'report-empty': () =>
    one(reportsRoom({ read: async () => ({ report: opened({ trackers: [], others: [] }) }) })),
  'report-figures': () => one(),
  'report-one-of-these': () =>
    one(
      reportsRoom({
        read: async () => ({
          report: opened({}, { closedUntil: null, madeAt: null, unread: 3 }),
        }),
      }),
      ({ model }) => void (model.open.selected.value = '532 533'),
    ),
  'report-long-names': () =>
    one(
      reportsRoom({
        read: async () => {
          const { trackers, ...report } = opened();
          return { report: { ...report, trackers: trackers.map(longNamed) } };
        },
      }),
      ({ model }) => void (model.open.selected.value = '532 533'),
    ),
  'report-as-table': () => <Press at={['.pb-chart .pb-button']}>{one()}</Press>,
  'report-pictures': () =>
    one(
      reportsRoom({ read: async () => ({ report: opened({ trackers: many }) }) }),
      ({ model }) => void (model.open.view.value = 'pictures'),
    ),
  'compare-nothing': () =>
    one(reportsRoom(), ({ model }) => void (model.open.view.value = 'compare')),
  'compare-reading': () =>
    compare({
      readFile: (_file, _choice, onProgress) => {
        onProgress({ done: 300_000, total: 1_000_000 });
        return never();
      },
    }),
  'compare-refused': () =>
    compare({ readFile: () => Promise.reject(new SheetFileError('old-format')) }),
  'compare-no-report': () =>
    compare({
      readFile: async () => ({ kind: 'refused', offer: OFFER, problem: 'no-days' }),
    }),
  'compare-columns': () =>
    compare({
      readFile: async () => ({ kind: 'columns', offer: { ...OFFER, columns: { date: 0 } } }),
    }),
  'compare-dates': () =>
    compare({
      readFile: async () => ({
        kind: 'dates',
        offer: OFFER,
        samples: ['03/04/2026', '05/04/2026'],
      }),
    }),
  'compare-nothing-matched': () =>
    compare({
      compare: async () => ({
        rows: [],
        matches: MATCHES.map((match) => ({ ...match, trackerIds: null, by: null })),
      }),
    }),
  'compare-table': () => compare(),
  'compare-kept': () => kept({}),
  'compare-kept-columns': () => <Press at={['.pb-sheet-columns summary']}>{kept({})}</Press>,
  'compare-placements': () => (
    <Press at={['.pb-report-unmatched']}>{compare({ readFile: async () => READ_UTC })}</Press>
  ),
  'compare-remove': () => <Press at={['.pb-report-file > button']}>{compare()}</Press>,
  'compare-not-kept': () =>
    compare({ keepFile: () => Promise.reject(new AppError('storage-failed')) }),
  'compare-too-large': () =>
    kept({ keepFile: async () => 'too-large' }, ({ model }) =>
      model.open.comparing.take(adServerFile()),
    ),
  'compare-other-window': () => {
    const room = reportsRoom({ keptHead: async () => ({ ...KEPT, fileName: 'october.csv' }) });
    return one(room, ({ model: { open } }) => {
      open.view.value = 'compare';
      return open.comparing.take(adServerFile());
    });
  },
  'compare-unreadable': () => kept({ keptFile: async () => 'unreadable' }),
  'compare-refused-kept': () =>
    kept({ readFile: () => Promise.reject(new SheetFileError('old-format')) }, ({ model }) =>
      model.open.comparing.take(adServerFile()),
    ),
  'compare-chosen': () => compare({}, '531'),
  'compare-chosen-days': () => (
    <Press at={['.pb-compared .pb-chart .pb-button']}>{compare({}, '531')}</Press>
  ),
  'compare-sheets': () => (
    <Press at={['.pb-report-sheets summary']}>
      {compare({
        listSheets: async () => [
          shownSheet(),
          shownSheet({
            fileName: 'other-part-of-the-campaign_v2.csv',
            placements: 3400,
            others: 12,
            leftOut: { several: 2, noTracker: 5, noPlacement: 1 },
          }),
        ],
        compare: async () => ({
          rows: COMPARED,
          matches: [...MATCHES, { ...SPORT, key: 'Two', placement: 'Two', candidates: [[534]] }],
        }),
      })}
    </Press>
  ),
  'compare-several': () => (
    <main class="pb-app part pb-reports">
      <PlacementMatches
        matches={[
          ...MATCHES,
          { ...SPORT, key: 'Two', placement: 'Two', candidates: [[534], [999]] },
          ...MATCHES.slice(0, 1).map((one) => ({ ...one, key: 'Long', sheets: [LONG] })),
        ]}
        rows={COUNTED}
        onMatch={() => {}}
      />
    </main>
  ),
  'compare-sheet-refused': () => (
    <Press at={['.pb-report-sheets summary']}>{compareWithSheet(async () => 'report')}</Press>
  ),
  'compare-sheet-reading': () => (
    <Press at={['.pb-report-sheets summary']}>
      {compareWithSheet((_file, _of, onProgress) => {
        onProgress({ done: 300_000, total: 1_000_000 });
        return never();
      })}
    </Press>
  ),
  'compare-a-sheet': () =>
    compare({
      readFile: async () => ({
        kind: 'columns',
        offer: {
          ...OFFER,
          titles: ['Placement ID/name', 'Tracker ID'].map((title, index) => ({ index, title })),
          columns: { placement: 0 },
        },
      }),
    }),
  'compare-long-names': () =>
    compare(
      {
        readFile: async () => ({
          kind: 'read',
          offer: { ...OFFER, alsoImpressions: [{ title: LONG, index: 5, example: '' }] },
          report: { ...FILE, timeZone: LONG.slice(0, 100), leftOutMore: 4000 },
          sheets: [{ name: LONG, use: 'overlap' }],
        }),
        compare: async () => ({
          rows: COMPARED.map((row) => ({ ...row, names: row.names.map(() => LONG) })),
          matches: MATCHES.map((match) => ({
            ...match,
            placement: LONG,
            sheets: match.sheets.map(() => LONG),
          })),
        }),
      },
      '532 533',
    ),
  'compare-unexplained': () => compare({}, '532 533'),
  'chart-one-day': () =>
    part(
      long(1, 'day', () => 1200),
      long(1, 'day', () => 1320),
    ),
  'chart-unknown': () =>
    part(
      long(14, 'day', () => null),
      null,
    ),
  'chart-gaps': () =>
    part(
      long(21, 'day', (at) => (at % 5 === 3 ? null : wave(at))),
      long(21, 'day', (at) => (at % 7 === 1 ? null : wave(at) - 2000 + at * 300)),
      '2025-10-10',
    ),
  'chart-400-days': () =>
    part(
      long(400, 'day', wave),
      long(400, 'day', (at) => Math.round(wave(at) * 1.04)),
    ),
  'chart-hours': () => part(long(24 * 14, 'hour', wave), null),
  'chart-huge': () =>
    part(
      long(10, 'day', (at) => 2 ** 52 + at * 1e14),
      long(10, 'day', (at) => 2 ** 52 - at * 1e14),
    ),
});
