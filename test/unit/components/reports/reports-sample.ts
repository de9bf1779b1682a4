import { signal } from '@preact/signals';

import type {
  ComparedRow,
  CountedRow,
  FileRead,
  KeptFile,
  KeptHead,
  OpenReport,
  PlacementMatch,
  ReportActions,
  ReportHead,
  ReportRun,
} from '@/components/reports/report-actions';
import { createReportsModel, type ReportStores } from '@/components/reports/reports-model';
import type { Missing, MissingCode } from '@/lib/core/report/case-file/missing';
import type { Explanation } from '@/lib/core/report/cause';
import type { Question } from '@/lib/core/report/question';
import type { ShownSheet } from '@/lib/core/report/reconcile/kept-sheets';
import type { Agreement, ReconciledDay } from '@/lib/core/report/reconciled';
import type { Report } from '@/lib/core/report/report';
import type { Series } from '@/lib/core/report/series';
import { totalOf } from '@/lib/core/report/series-total';
import type { ThirdPartyReport } from '@/lib/core/report/third-party';

const ADVERTISER = { id: 700101, name: 'Harbour Coffee' };
const NOW = Date.UTC(2026, 10, 27, 10);

const daily = (counts: readonly (number | null)[]): Series => ({
  by: 'day',
  first: '2026-11-01',
  counts: [...counts],
});

export const question = (changes: Partial<Question> = {}): Question => ({
  advertiserId: ADVERTISER.id,
  about: { kind: 'advertiser' },
  when: { kind: 'last-month' },
  by: 'day',
  timeZone: 'UTC',
  ...changes,
});

function reportOf(changes: Partial<Report> = {}): Report {
  return {
    id: 'r1',
    question: question(),
    type: 'network_analytics',
    span: { first: '2026-11-01', last: '2026-11-14' },
    publisherId: null,
    askedAt: NOW,
    madeAt: NOW + 60_000,
    closedUntil: Date.UTC(2026, 10, 27, 6),
    rows: 42,
    unread: 0,
    counted: [],
    ...changes,
  };
}

const names = (placement: string | null = 'Home 300x250') => ({
  lineItem: 'Autumn',
  publisher: 'Tidewater News',
  placement,
  paymentRule: null,
});
const tuple = (placementId: number | null = 990) => ({
  lineItemId: 5501,
  publisherId: 880202,
  placementId,
  paymentRuleId: null,
});

const HOME = [1010, 1180, 1230, 1195, 1240, 1302, 990, 980, 1190, 1222, 1251, 640, 1280, 1010];
const HOME_THERE = [
  1030, 1200, 1252, 1210, 1266, 1330, 1010, 1001, 1215, 1240, 1290, 1310, 1300, 1040,
];

export const COUNTED: readonly CountedRow[] = [
  {
    trackerIds: [531],
    names: ['Home, autumn'],
    of: names(),
    tuple: tuple(),
    impressions: daily(HOME),
  },
  {
    trackerIds: [532, 533],
    names: ['Sport, autumn', 'Sport, autumn (copy)'],
    of: names(null),
    tuple: tuple(0),
    impressions: daily(HOME.map((count, at) => (at === 5 ? null : Math.round(count / 9)))),
  },
  {
    trackerIds: [534],
    names: ['A flight with a name that goes on and on to its very end, 728x90'],
    of: names('Sport 728x90'),
    tuple: tuple(991),
    impressions: daily(HOME.map((count) => Math.round(count / 30))),
  },
];

export function opened(
  changes: Partial<OpenReport> = {},
  report: Partial<Report> = {},
): OpenReport {
  return {
    report: reportOf(report),
    name: ADVERTISER.name,
    trackers: COUNTED,
    others: [
      { tuple: tuple(null), names: names(null), impressions: daily(HOME.map(() => 3)), cost: null },
    ],
    ...changes,
  };
}

export function runOf(changes: Partial<ReportRun> = {}): ReportRun {
  return {
    id: 'run-1',
    question: question(),
    name: ADVERTISER.name,
    step: 'reading',
    askedAt: NOW,
    rows: 128_400,
    failure: null,
    ...changes,
  };
}

export function headOf(changes: Partial<ReportHead> = {}): ReportHead {
  const { counted: _, ...head } = reportOf();
  return { ...head, total: totalOf(daily(HOME)), name: ADVERTISER.name, ...changes };
}

/** Both counts of a tracker, compared as Microsoft defines it. */
function comparedOf(
  trackerIds: readonly number[],
  named: readonly string[],
  ours: readonly (number | null)[],
  theirs: readonly (number | null)[],
  changes: Partial<ComparedRow> = {},
): ComparedRow {
  const compare = (counted: number | null, thirdParty: number | null) => ({
    counted,
    thirdParty,
    difference: counted === null || thirdParty === null ? null : thirdParty - counted,
    percent: counted === null || !thirdParty ? null : (1 - counted / thirdParty) * 100,
  });
  const days: readonly ReconciledDay[] = ours.map((counted, at) => ({
    day: `2026-11-${String(at + 1).padStart(2, '0')}`,
    ...compare(counted, theirs[at] ?? null),
  }));
  const known = days.filter(({ difference }) => difference !== null);
  const sum = (side: 'counted' | 'thirdParty') =>
    known.length === 0 ? null : known.reduce((total, day) => total + (day[side] ?? 0), 0);
  const whole = compare(sum('counted'), sum('thirdParty'));
  const worst = known.toSorted((a, b) => (b.percent ?? 0) - (a.percent ?? 0))[0] ?? null;
  return {
    trackerIds,
    names: named,
    placements: ['Home'],
    counted: daily(ours),
    thirdParty: daily(theirs),
    days,
    whole,
    worst,
    agreement: agreementOf(whole.percent, whole.thirdParty, 10),
    seen: [],
    explanation: null,
    gaps: [],
    ...changes,
  };
}

function agreementOf(percent: number | null, there: number | null, limit: number): Agreement {
  if (percent === null || there === null) return 'unknown';
  if (there < 1000) return 'few';
  return Math.abs(percent) > limit ? 'over' : 'agrees';
}

const EXPLANATION: Explanation = {
  found: 'bad-day',
  parts: [],
  outcome: 'found',
  readings: [
    { cause: 'cachebuster', standing: 'cannot-tell', sure: 0, residual: null, evidence: {} },
    {
      cause: 'tracking-protection',
      standing: 'not-ruled-out',
      sure: 0,
      residual: null,
      evidence: {},
    },
    {
      cause: 'time-zone',
      standing: 'ruled-out',
      sure: 0,
      residual: 0.98,
      evidence: { zoneHours: 2 },
    },
    {
      cause: 'bad-day',
      standing: 'explains',
      sure: 0.97,
      residual: 0.08,
      evidence: { day: '2026-11-12', counted: 489, thirdParty: 1000, usual: 0.98 },
    },
  ],
};

const twice = HOME.map((count) => (count ?? 0) * 2);

export const gap = (code: MissingCode): Missing => ({ code, trackerIds: [531], days: null });

export const COMPARED: readonly ComparedRow[] = [
  comparedOf([531], ['Home, autumn'], HOME, HOME_THERE, {
    seen: [{ day: '2026-11-12', verificationId: 'v1' }],
    gaps: [gap('not-over'), gap('no-device')],
    explanation: EXPLANATION,
  }),
  comparedOf([532, 533], ['Sport, autumn', 'Sport, autumn (copy)'], HOME, twice, {
    gaps: [gap('no-third-party-id'), gap('no-device')],
  }),
  comparedOf(
    [534],
    ['A flight with a name that goes on and on to its very end, 728x90'],
    HOME.map((count) => Math.round(count / 30)),
    HOME.map((count) => Math.round(count / 29)),
  ),
  comparedOf(
    [535],
    ['City, autumn'],
    HOME.map(() => null),
    HOME,
  ),
];

export const SPORT: PlacementMatch = {
  key: 'name Sport top',
  placement: 'Sport top',
  impressions: { sum: 2400, unknown: 1 },
  trackerIds: null,
  by: null,
  candidates: [],
  sheets: [],
};

export const MATCHES: readonly PlacementMatch[] = [
  {
    key: 'id 77101',
    placement: 'Home_300x250 (77101)',
    impressions: { sum: 16_694, unknown: 0 },
    trackerIds: [531],
    by: 'sheet',
    candidates: [],
    sheets: ['harbour-tags.xlsx'],
  },
  SPORT,
];

export const FILE: ThirdPartyReport = {
  fileName: 'autumn.csv',
  adServer: null,
  span: { first: '2026-11-01', last: '2026-11-14' },
  timeZone: null,
  placements: [],
  leftOut: [
    { row: 30, why: 'total' },
    { row: 31, why: 'no-date' },
  ],
};

export const OFFER = {
  titles: ['Date', 'Placement', 'Impressions', 'Clicks'].map((title, index) => ({ index, title })),
  columns: { date: 0, placement: 1, impressions: 2 },
  choice: null,
} as const;

const READ: FileRead = { kind: 'read', offer: OFFER, report: FILE };

/** What is kept beside the report. */
export const KEPT: KeptFile = {
  id: 'r1',
  reading: 'before',
  fileName: FILE.fileName,
  readAt: NOW,
  threshold: 15,
  dates: 'dmy',
  offer: { titles: [...OFFER.titles], columns: OFFER.columns, choice: null },
  sheets: [],
  report: FILE,
};

/** A place beside the report, as one window has it on its disk. */
export function keptInMemory(now: KeptFile | null, calls: unknown[] = []) {
  let count = 0;
  const isNow = (of: KeptHead) => now?.reading === of.reading;
  return {
    keptHead: async () => now,
    keptFile: async () => now,
    keepFile: async (read: Omit<KeptFile, 'reading' | 'readAt'>) => {
      calls.push(['keepFile', read.fileName]);
      return (now = { ...read, reading: `reading ${(count += 1)}`, readAt: NOW });
    },
    keepThreshold: async (of: KeptHead, threshold: number) => {
      if (now === null || !isNow(of)) return false;
      now = { ...now, threshold };
      return true;
    },
    removeFile: async (of: KeptHead) => {
      if (!isNow(of)) return false;
      now = null;
      return true;
    },
  };
}

export function shownSheet(changes: Partial<ShownSheet> = {}): ShownSheet {
  return {
    fileName: 'harbour-tags.xlsx',
    readAt: NOW,
    placements: 12,
    others: 0,
    leftOut: { several: 0, noTracker: 0, noPlacement: 0 },
    ...changes,
  };
}

/** Actions in memory; `calls` holds what was asked of them. */
function reportActions(changes: Partial<ReportActions> = {}) {
  const calls: unknown[] = [];
  let matches = MATCHES;
  let sheets: readonly ShownSheet[] = [];
  const actions: ReportActions = {
    today: () => '2026-11-27',
    list: async () => ({ reports: [headOf()], runs: [], unreadable: 0 }),
    read: async () => ({ report: opened() }),
    ask: async (asked) => {
      calls.push(['ask', asked]);
      return 'run-1';
    },
    cancel: async (id) => void calls.push(['cancel', id]),
    remove: async (id) => void calls.push(['remove', id]),
    timeZones: async () => ['UTC', 'America/New_York', 'Europe/Berlin'],
    search: async (kind, _, text) =>
      [{ id: 5501, name: `Autumn (${kind})` }].filter(({ name }) => name.includes(text)),
    readFile: async (_file, choice) => {
      calls.push(['readFile', choice]);
      return READ;
    },
    ...keptInMemory(null, calls),
    compare: async ({ threshold }) => {
      calls.push(['compare', threshold]);
      const rows = COMPARED.map((row) => ({
        ...row,
        agreement: agreementOf(row.whole.percent, row.whole.thirdParty, threshold),
      }));
      return { rows, matches };
    },
    takeSheet: async (file, advertiserId) => {
      calls.push(['takeSheet', file.name, advertiserId]);
      sheets = [shownSheet({ fileName: file.name }), ...sheets];
      return null;
    },
    listSheets: async () => sheets,
    removeSheet: async (advertiserId, fileName) => {
      calls.push(['removeSheet', advertiserId, fileName]);
      sheets = sheets.filter((one) => one.fileName !== fileName);
    },
    keepMatch: async (key, trackerIds) => {
      calls.push(['keepMatch', key, trackerIds]);
      matches = matches.map((one) =>
        one.key === key ? { ...one, trackerIds, by: trackerIds === null ? null : 'hand' } : one,
      );
    },
    causeText: ({ cause }) => ({
      sentence: `What is said of ${cause}.`,
      next: cause === 'bad-day' ? 'Look at the tag of that day.' : '',
    }),
    saveCase: async (row, _, how) => {
      calls.push(['saveCase', row.trackerIds, how]);
      return `case-${row.trackerIds.join('-')}.${how}`;
    },
    ...changes,
  };
  return { actions, calls };
}

/** A room over such actions. */
export function reportsRoom(
  changes: Partial<ReportActions> = {},
  stores: Partial<ReportStores> = {},
) {
  const { actions, calls } = reportActions(changes);
  const model = createReportsModel(actions, {
    phase: signal<'loading' | 'signed-out' | 'signed-in'>('signed-in'),
    advertiser: signal(ADVERTISER),
    ...stores,
  });
  return { model, actions, calls };
}

export const adServerFile = () => new File(['Date,Placement'], 'autumn.csv');
