import { NO_ACCOUNT } from '@/lib/core/base/account';
import { after } from '@/lib/core/job/events';
import { type Job, type JobStart, plannedJob } from '@/lib/core/job/job';
import { plannedLongJob } from '@/lib/core/job/long';
import { beginRun } from '@/lib/core/tracker-sheet/begin-run';
import type { OrderRow } from '@/lib/core/tracker-sheet/run';
import { emptyDraft } from '@/lib/core/tracker/draft';
import {
  builderDraftKey,
  formDraftKey,
  OWN_AD_SERVER_KEY,
  POPUP_ROUTE_KEY,
  SIGN_IN_KEY,
  tagSheetDraftKey,
} from '@/lib/core/tracker/draft-key';
import type { KeptFile } from '@/lib/core/report/kept-file';
import type { Report } from '@/lib/core/report/report';
import { putKeptFile } from '@/lib/store/comparisons';
import type { Database } from '@/lib/store/database';
import { valueOf, writeDraft } from '@/lib/store/drafts';
import { beginJob } from '@/lib/store/jobs';
import { completeSync, putListed } from '@/lib/store/listed-trackers';
import { putReport } from '@/lib/store/reports';
import { noteRun, putRun } from '@/lib/store/runs';
import { noteEvents } from '@/lib/store/tracker-events';
import { putTrackers } from '@/lib/store/trackers';
import { addPageView, changeRequests, putVerification } from '@/lib/store/verifications';

import {
  pageView,
  request,
  START,
  tracker,
  verification,
} from '../../../unit/core/verification/build';

/** Whose the rows of the fixtures are, since rows say so. */
export const PERSON = 'https://api.appnexus.com 4321 901';

/** Whose trackers the fixtures have. */
export const ADVERTISER = 700_101;

/** Writes rows of every store, as the code of today writes them. */
export async function fill(db: Database): Promise<void> {
  const listed = [90_012, 90_013].map((id) => tracker(id, { advertiserId: ADVERTISER }));
  await putListed(db, PERSON, ADVERTISER, listed, START);
  await putTrackers(db, PERSON, [tracker(120_001, { advertiserId: ADVERTISER, code: 'A-1' })]);
  const ended = { advertiserId: ADVERTISER, completedAt: START, startedAt: START };
  await completeSync(
    db,
    PERSON,
    { ...ended, unreadable: [7], withheld: 1 },
    new Set([90_012, 90_013]),
  );

  const of = { trackerId: 90_012, at: START };
  await noteEvents(db, PERSON, [
    { kind: 'created', ...of },
    { kind: 'changed', ...of, fields: ['name', 'placement'] },
    { kind: 'changed-elsewhere', ...of, fields: ['state'] },
    { kind: 'copied', ...of, adServerId: null, type: null, console: null },
    { kind: 'inserted', ...of, adServerId: 'cm360', type: 'image', console: 'console.example' },
    { kind: 'deleted', trackerId: 90_013, at: START },
  ]);

  await putReport(db, PERSON, keptReport());
  await putKeptFile(db, PERSON, keptFile());

  const draft = { ...emptyDraft(), name: 'Typed and not saved' };
  await writeDraft(db, PERSON, formDraftKey(ADVERTISER, null), { draft });
  await writeDraft(db, PERSON, formDraftKey(ADVERTISER, 90_012), { draft });
  await writeDraft(db, PERSON, builderDraftKey(ADVERTISER), draft);
  await writeDraft(db, PERSON, tagSheetDraftKey(ADVERTISER), { view: 'check', choices: {} });
  await writeDraft(db, PERSON, POPUP_ROUTE_KEY, { view: 'list' });
  await writeDraft(db, PERSON, SIGN_IN_KEY, { username: 'trafficker', baseUrl: '' });
  await writeDraft(db, PERSON, OWN_AD_SERVER_KEY, { name: 'House server' });

  await beginJob(db, unsureJob(), []);
  const { run, rows } = beginRun(
    {
      advertiser: { id: ADVERTISER, name: 'Harbour Coffee' },
      file: 'plan.xlsx',
      holdAt: 1,
      undoes: null,
      rows: [
        row({ kind: 'unchanged', name: 'As it is', trackerId: 90_012 }),
        row({ kind: 'create', fields: [{ field: 'name', from: null, to: 'New one' }] }),
        row({ kind: 'change', trackerId: 90_013, issues: ['same-in-reports'] }),
      ],
    },
    { id: 'a-run', user: 'trafficker', at: START },
    listed,
  );
  await putRun(db, PERSON, run, rows);
  const job = plannedLongJob(runJob(), run.total, run.holdAt);
  await beginJob(db, job, []);
  const sent = after(job, { kind: 'sent', step: 0 }, START);
  const done = after(sent, { kind: 'answered', step: 0, result: null }, START);
  const end = { kind: 'created', id: 120_002, failure: null } as const;
  const [first] = rows;
  if (first) await noteRun(db, done, run.id, { row: first, end, tracker: null });
  for (const [id, account] of [
    ['of-a-person', PERSON],
    ['of-nobody', NO_ACCOUNT],
  ] as const) {
    await putVerification(db, account, verification({ id, expectedIds: [90_012] }));
    await addPageView(db, { ...pageView(`page-${id}`, START), verificationId: id });
    await changeRequests(db, id, {
      changed: [
        request(),
        request('https://ib.adnxs.com/imptr?id=90012&t=2&cachebuster=[CB]', { outcome: 'aborted' }),
      ],
    });
  }
}

function keptFile(): KeptFile {
  return {
    id: 'a-report',
    reading: 'a-reading',
    fileName: 'autumn.csv',
    readAt: START,
    threshold: 15,
    dates: 'dmy',
    offer: {
      titles: ['Date', 'Placement', 'Impressions'].map((title, index) => ({ index, title })),
      columns: { date: 0, placement: 1, impressions: 2 },
      choice: null,
      alsoImpressions: [],
    },
    sheets: [{ name: 'Days', use: 'read' }],
    report: {
      fileName: 'autumn.csv',
      adServer: 'cm360',
      span: { first: '2026-10-01', last: '2026-10-02' },
      timeZone: null,
      placements: [
        {
          placement: 'Home 300x250',
          placementId: '77101',
          impressions: { by: 'day', first: '2026-10-01', counts: [1210, null] },
          segments: [
            {
              device: 'Phone',
              system: null,
              impressions: { by: 'day', first: '2026-10-01', counts: [1210] },
            },
          ],
        },
      ],
      leftOut: [{ row: 9, why: 'total' }],
      leftOutMore: 3,
    },
  };
}

function keptReport(): Report {
  return {
    id: 'a-report',
    question: {
      advertiserId: ADVERTISER,
      about: { kind: 'line-item', id: 640_303 },
      when: { kind: 'last-month' },
      by: 'day',
      timeZone: 'America/New_York',
    },
    type: 'network_analytics',
    span: { first: '2026-10-01', last: '2026-10-02' },
    publisherId: null,
    askedAt: START,
    madeAt: START,
    closedUntil: null,
    rows: 2,
    unread: 1,
    counted: [
      {
        tuple: { lineItemId: 640_303, publisherId: 880_202, placementId: 0, paymentRuleId: null },
        names: { lineItem: 'Autumn', publisher: 'News', placement: null, paymentRule: null },
        impressions: { by: 'day', first: '2026-10-01', counts: [1200, null] },
        cost: 1.5,
      },
    ],
  };
}

function row(part: Partial<OrderRow>): OrderRow {
  return {
    row: 2,
    kind: 'change',
    name: 'A row',
    trackerId: null,
    fields: [],
    issues: [],
    ...part,
  };
}

function runJob(): JobStart {
  return {
    id: 'b8b1c6a8-0000-4000-8000-000000000002',
    account: PERSON,
    subject: 'tracker-run',
    kind: 'tracker-run',
    fingerprint: 'a-run',
    plan: { runId: 'a-run', total: 2, holdAt: 1 },
    startedAt: START,
  };
}

function unsureJob(): Job {
  const job = plannedJob({
    id: 'b8b1c6a8-0000-4000-8000-000000000001',
    account: PERSON,
    subject: formDraftKey(ADVERTISER, null),
    kind: 'tracker-create',
    fingerprint: '[]',
    plan: {
      advertiserId: ADVERTISER,
      changes: { name: 'Lost' },
      since: null,
      twins: [],
      drafts: [],
    },
    startedAt: START,
  });
  return { ...job, state: 'paused', steps: [{ state: 'unsure', at: START }] };
}

/** What is typed and not saved that an account finds, and nobody's. */
export async function draftsIn(db: Database, account: string): Promise<Map<unknown, unknown>> {
  const rows = await db.getAll('drafts');
  const found = rows.filter((row) =>
    [account, NO_ACCOUNT].includes(Reflect.get(Object(row), 'account')),
  );
  return new Map(found.map((row) => [Reflect.get(Object(row), 'key'), valueOf(row)]));
}
