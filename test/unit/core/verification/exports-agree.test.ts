import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readHarFile } from '@/lib/core/recording/har-file';
import { OutcomeSchema } from '@/lib/core/recording/pixel-request';
import type { PageView } from '@/lib/core/recording/page-views';
import { hasPage, SIGHTS, VisitSchema } from '@/lib/core/recording/visit';
import { exportCsv } from '@/lib/core/verification/export-csv';
import { exportHar } from '@/lib/core/verification/export-har';
import { exportJson } from '@/lib/core/verification/export-json';
import { exportSheets } from '@/lib/core/verification/export-sheets';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import { recordingOf } from '@/lib/core/verification/recorded-file';
import type { JudgedRecording } from '@/lib/core/verification/recording';
import { ResultsSchema } from '@/lib/core/verification/results';
import { VERDICTS } from '@/lib/core/verification/verdict';
import { type Verification, VerificationSchema } from '@/lib/core/verification/verification';
import { writeProof } from '@/lib/proof/proof-file';
import { renderResults } from '@/lib/proof/render-results';
import { exportNotes, summaryNotes } from '@/lib/text/export/export-notes';
import { exportSheetsText } from '@/lib/text/export/export-sheets';
import { findingSentence, say } from '@/lib/text/findings';

import { known, pageView, request, START, tracker, verification } from './build';

const AT = START + 60_000;
const csvOf = (judged: JudgedRecording) => exportCsv(judged, findingSentence, exportNotes(judged));
const sheetsOf = (judged: JudgedRecording) =>
  exportSheets(judged, {
    say,
    words: exportSheetsText,
    at: AT,
    notes: summaryNotes(judged),
    page: null,
  });
const sheetText = (judged: JudgedRecording) =>
  JSON.stringify(sheetsOf(judged).map(({ table }) => table.rows));
const proofOf = (judged: JudgedRecording) => renderResults(exportJson(judged, say, AT)) ?? '';

const FIRED = request('https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=482913', {
  outcome: 'rehearsed',
  status: 307,
});
const AHEAD = request('https://ib.adnxs.com/imptr?id=533&t=2&cachebuster=918273', {
  startedAt: START + 20_000,
  prerendered: 'ahead',
  frameUrl: 'https://ahead.example/',
});
const VIEWS: readonly PageView[] = [
  {
    ...pageView('a', START),
    visit: { page: 0, end: 'busy', detail: null, status: 404, sight: 'hidden', endedAt: null },
  },
  {
    ...pageView('b', START + 30_000),
    visit: {
      page: 1,
      end: 'failed',
      detail: 'net::ERR_NAME_NOT_RESOLVED',
      status: 0,
      sight: null,
      endedAt: null,
    },
  },
];
const ALL: Partial<Verification> = {
  name: 'Spring flight',
  note: 'Seen with the client',
  notedRequests: [{ key: FIRED.key, note: 'By design' }],
  expectedIds: [531, 532],
  expectations: [{ trackerId: 531, times: 3 }],
  stoppedAt: START + 50_000,
  visited: {
    pages: VIEWS.map(({ url }) => ({ url, ownIds: [] })),
    everywhereIds: [531, 532],
    limitSeconds: 30,
    state: 'done',
    pause: null,
    detail: null,
    browserRun: null,
  },
  baseline: {
    verificationId: 'before',
    startedAt: START - 2000,
    acceptedAt: START - 1000,
    pages: [
      {
        url: 'https://news.example/a',
        expected: [{ trackerId: 532, verdict: 'pass', findings: [] }],
        notJudged: [],
      },
      { url: 'https://news.example/gone', expected: [], notJudged: [] },
    ],
  },
};
const judgedWith = (changes: Partial<Verification>, scope = 'all') =>
  judgeRecording(
    { verification: verification(changes), pageViews: VIEWS, requests: [FIRED, AHEAD] },
    known(tracker(531), tracker(532), tracker(533)),
    scope,
  );
const judged = judgedWith(ALL);

describe('what a person reads of a run says all of it, in the proof, the workbook and the sheet alike', () => {
  it.each<[string, RegExp, RegExp, RegExp]>([
    ['its name', /Spring flight/, /Spring flight/, /Spring flight/],
    ['its note', /Seen with the client/, /Seen with the client/, /Seen with the client/],
    ['a note on a request', /By design/, /By design/, /By design/],
    ['how often it is expected', /, expected 3×/, /"3×"/, /,3,/],
    [
      'what was rehearsed',
      /1 request was rehearsed.*Rehearsed: not counted/s,
      /1 request was rehearsed/,
      /1 request was rehearsed/,
    ],
    ['when it was stopped', /Stopped 2026-11-24 10:00:50 UTC/, /Stopped 2026-11-24/, /,stopped,/],
    ['that nobody saw a page', /prerendered, never shown/, /Its page was not shown/, /never shown/],
    [
      'what changed since the baseline',
      /Not seen any more.*pass → not seen/s,
      /\d changes since the baseline/,
      /since baseline.*gone: pass to not-seen/,
    ],
    [
      'what of the baseline was not visited',
      /1 page of the baseline was not visited/,
      /1 page of the baseline was not visited/,
      /news\.example\/gone.*not visited/,
    ],
    [
      'how each visit ended',
      /It could not be loaded \(net::ERR_NAME_NOT_RESOLVED\)/,
      /It could not be loaded \(net::ERR_NAME_NOT_RESOLVED\)/,
      /net::ERR_NAME_NOT_RESOLVED.*failed/,
    ],
    [
      'which page was out of sight',
      /the server answered 404; out of sight for a while/,
      /out of sight for a while/,
      /busy, hidden/,
    ],
    [
      'that a page did not come',
      /This page did not come: what fires there is not known/,
      /1 page did not come/,
      /1 page did not come/,
    ],
  ])('%s', (_, proof, workbook, sheet) => {
    expect(proofOf(judged)).toMatch(proof);
    expect(sheetText(judged)).toMatch(workbook);
    expect(csvOf(judged)).toMatch(sheet);
  });

  it('and nothing of the kind where there is nothing', () => {
    const plain = judgeRecording(
      {
        verification: verification({ expectedIds: [531] }),
        pageViews: [pageView('a', START)],
        requests: [request()],
      },
      known(tracker(531)),
      'all',
    );
    const never = /ehearsed:|baseline|Stopped|did not come|never shown|Visited|,visit,/;
    for (const text of [proofOf(plain), csvOf(plain)]) expect(text).not.toMatch(never);
  });

  it('judged on a page that did not come, the proof does not say that nothing was expected', () => {
    const text = proofOf(judgedWith(ALL, 'b'));
    expect(text).not.toContain('No tracker was expected');
    expect(text).toContain('This page did not come');
  });

  it('a request of a page that nobody saw has no verdict of another page in the sheet', () => {
    const [head = '', ...lines] = csvOf(judgedWith({ ...ALL, expectedIds: [533] }, 'a')).split(
      '\r\n',
    );
    const at = head.split(',').indexOf('verdict');
    const line = lines.find((one) => one.includes('never shown'));
    expect(line?.split(',')[at]).toBe('');
  });
});

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }),
  fc.constantFrom('=1+1', '<script>', '\u202Ex', 'https://u:p@h.example/?access_token=1'),
);
const ids = fc.uniqueArray(fc.constantFrom(1, 2, 3, 531), { maxLength: 4 });
const moment = fc.integer({ min: START, max: START + 50_000 });
const optional = <T>(key: string, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [key]: one }));
const all = (...parts: readonly fc.Arbitrary<object>[]) =>
  fc.tuple(...parts).map((some) => Object.assign({}, ...some) as object);

const visits = all(
  fc.record({
    page: fc.nat(3),
    end: fc.constantFrom(...VisitSchema.shape.end.def.innerType.options, null),
    detail: fc.option(text),
    status: fc.constantFrom(0, 200, 404),
    sight: fc.constantFrom(...SIGHTS, null),
    endedAt: fc.option(moment),
  }),
);
const views = fc.array(
  all(
    fc.record({
      verificationId: fc.constant('v1'),
      url: fc.constantFrom('', 'https://one.example/', 'https://two.example/#/x'),
      startedAt: moment,
    }),
    optional('title', text),
    optional('isMove', fc.boolean()),
    optional('prerenderedAt', moment),
    optional('visit', visits),
  ),
  { maxLength: 4 },
);
const requests = fc.array(
  fc
    .tuple(
      fc.constantFrom('id=1', 'id=531&redir=x', 'id=', 'id=[ID]', 'member=1&inv_code=x'),
      all(
        fc.record({
          startedAt: moment,
          status: fc.constantFrom(0, 200, 307, 500),
          outcome: fc.constantFrom(...OutcomeSchema.options),
          duration: fc.option(fc.nat(1000)),
          error: fc.option(text),
          frameUrl: fc.constantFrom(null, 'https://one.example/', 'https://slot.example'),
        }),
        optional('prerendered', fc.constantFrom('ahead', 'shown')),
        optional('isTabUnsure', fc.boolean()),
      ),
    )
    .map(([query, changes]) =>
      request(`https://ib.adnxs.com/imptr?${query}&t=2&cachebuster=7`, changes),
    ),
  { maxLength: 6 },
);
const pagesOfBaseline = fc.array(
  fc.record({
    url: fc.constantFrom('', 'https://one.example/', 'https://three.example/'),
    expected: fc.array(
      fc.record({
        trackerId: fc.constantFrom(1, 2, 531),
        verdict: fc.constantFrom(...VERDICTS),
        findings: fc.array(fc.record({ code: fc.constantFrom('x', 'y') }), { maxLength: 2 }),
      }),
      { maxLength: 3 },
    ),
    notJudged: fc.constant([]),
  }),
  { maxLength: 3 },
);
const verifications = all(
  fc.record({
    id: fc.constant('v1'),
    tabId: fc.option(fc.nat()),
    startedAt: fc.constant(START),
    expectedIds: ids,
    openedAfterLoad: fc.boolean(),
    clearedAt: fc.option(moment),
  }),
  optional('name', text),
  optional('note', text),
  optional('expectations', fc.constant([{ trackerId: 531, times: 'at-least-once' }])),
  optional('mayMissFirstPage', fc.boolean()),
  optional('repeats', fc.constant('before')),
  optional('stoppedAt', moment),
  optional('gaps', fc.constant([{ from: START, to: START + 5 }])),
  optional('driven', fc.constant({ answeredBy: 'sink', notVisited: 2 })),
  optional(
    'baseline',
    pagesOfBaseline.map((pages) => ({
      verificationId: 'before',
      startedAt: START - 9,
      acceptedAt: START - 5,
      pages,
    })),
  ),
  optional(
    'visited',
    fc.record({
      pages: fc.constant(
        ['https://one.example/', 'https://two.example/', 'http://x.example/'].map((url, index) => ({
          url,
          ownIds: index === 1 ? [2] : [],
        })),
      ),
      everywhereIds: ids,
      limitSeconds: fc.constant(30),
      state: fc.constantFrom('going', 'paused', 'stopped', 'done'),
      pause: fc.constant(null),
      detail: fc.constant(null),
      browserRun: fc.constant(null),
    }),
  ),
  optional(
    'file',
    text.map((name) => ({
      name,
      digest: 'd',
      recordedAt: START,
      entries: 3,
      leftOut: { entries: 1, unreadable: 0, requests: 0, pages: 0, cut: 0, zoneless: 1 },
    })),
  ),
).map((row) => VerificationSchema.parse(row));

describe('of whatever was recorded', () => {
  const recordings = fc.record({
    verification: verifications,
    pageViews: views.map((some) =>
      some.map((view, index) => ({ ...view, id: `view-${index}` }) as PageView),
    ),
    requests,
    scope: fc.constantFrom('all', 'latest', 'view-0'),
  });

  it('the exported JSON can be read again with all that a proof shows, and a proof is made of it', async () => {
    await fc.assert(
      fc.asyncProperty(recordings, async ({ scope, ...recording }) => {
        const one = judgeRecording(recording, known(tracker(531)), scope);
        const json = exportJson(one, say, AT);
        const written: unknown = JSON.parse(json);
        const read = ResultsSchema.parse(written);
        // Whatever is read again is as it was written.
        expect(written).toMatchObject(read);
        expect(read.pageViews.map(({ visit }) => visit?.end)).toEqual(
          one.pageViews.map(({ visit }) => visit?.end),
        );
        expect(read.stoppedAt !== undefined).toBe(one.verification.stoppedAt !== undefined);
        const har = exportHar(one);
        const { html } = await writeProof({ results: json, har });
        expect(html).toContain('<main>');
        const again = readHarFile(JSON.parse(har));
        expect(again?.leftOut.unreadable).toBe(0);
        expect(again?.requests).toHaveLength(one.requests.length);
      }),
    );
  });

  it('every page has its verdicts in the workbook, or how its visit ended', () => {
    fc.assert(
      fc.property(recordings, ({ scope, ...recording }) => {
        const one = judgeRecording(recording, known(tracker(531)), scope);
        const perPage = sheetsOf(one)[1]?.table.rows.slice(1) ?? [];
        const named = new Set(perPage.map(([page]) => page));
        for (const [index, view] of one.pageViews.entries()) {
          const isSaid = one.verdictsOn(view).length > 0 || view.visit !== undefined;
          expect(named.has(index + 1)).toBe(isSaid);
          const isRun = one.verification.visited !== undefined;
          if (isRun && view.visit && !hasPage(view.visit)) expect(one.verdictsOn(view)).toEqual([]);
        }
      }),
    );
  });
});

describe('the HAR, read again', () => {
  it('still says that a request may be another tab’s, and proves no more of it', () => {
    const url = (buster: number) => `https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=${buster}`;
    const one = judgeRecording(
      {
        verification: verification({ expectedIds: [531] }),
        pageViews: [pageView('a', START)],
        requests: [
          request(url(482_913)),
          request(url(918_274), { startedAt: START + 11_000, isTabUnsure: true }),
        ],
      },
      known(tracker(531)),
      'all',
    );
    const har = readHarFile(JSON.parse(exportHar(one)));
    if (!har) throw new Error('it is no HAR');
    const reading = { id: 'f', name: 'f.har', digest: '', readAt: START, expectedIds: [531] };
    const again = judgeRecording(recordingOf(har, reading), known(tracker(531)), 'all');
    const codes = ({ requests: rows }: JudgedRecording) =>
      rows.map(({ findings }) => findings.map(({ code }) => code));
    expect(codes(one)).toEqual([[], ['tab-unsure']]);
    expect(codes(again)).toEqual(codes(one));
    expect(again.verdicts[0]?.verdict).toBe(one.verdicts[0]?.verdict);
  });
});
