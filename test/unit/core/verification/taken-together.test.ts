import { describe, expect, it } from 'vitest';

import type { Outcome, PixelRequest } from '@/lib/core/recording/pixel-request';
import type { PageView } from '@/lib/core/recording/page-views';
import type { VisitEnd } from '@/lib/core/recording/visit';
import type { State } from '@/lib/core/verification/baseline';
import type { Times } from '@/lib/core/verification/expectation';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import { acceptedOf, differenceOf, runOf } from '@/lib/core/verification/since-baseline';
import type { Visited } from '@/lib/core/verification/visited';

import { known, pageView, request, START, tracker, verification } from './build';

// What a verification can be told of in one way and in another: each pair has to say the same.

let buster = 100_000;
const fired = (id: number, at: number, changes: Partial<PixelRequest> = {}) =>
  request(`https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster=${(buster += 7919)}`, {
    startedAt: START + at,
    frameUrl: `https://slot-${at}.example/`,
    ...changes,
  });
const all = known(...[11, 22, 33].map((id) => tracker(id)));

describe('how often a tracker is expected, and what does not count as fired', () => {
  const A = pageView('a', START);
  const told = (outcomes: readonly Outcome[]) =>
    outcomes.map((outcome, index) => fired(11, index + 1, { outcome }));
  const neverShown = fired(11, 50, { prerendered: 'ahead', frameUrl: 'https://other.example/' });

  it.each<[string, Times, readonly PixelRequest[], string, readonly string[]]>([
    ['rehearsed twice of two', 2, told(['rehearsed', 'rehearsed']), 'rehearsed', []],
    ['rehearsed once of two', 2, told(['rehearsed']), 'fail', ['fired-fewer']],
    ['once each of two', 2, told(['rehearsed', 'answered']), 'pass', []],
    ['rehearsed often enough', 'at-least-once', told(['rehearsed']), 'rehearsed', []],
    [
      'rehearsed too often',
      2,
      told(['rehearsed', 'rehearsed', 'rehearsed']),
      'fail',
      ['fired-more'],
    ],
    [
      'on a page that nobody saw nothing is expected',
      2,
      [...told(['answered', 'answered']), neverShown],
      'warning',
      ['never-shown'],
    ],
    ['never shown alone', 2, [neverShown], 'warning', ['never-shown']],
  ])('%s', (_, times, requests, verdict, codes) => {
    const [said] = judgeRecording(
      {
        verification: verification({
          expectedIds: [11],
          expectations: [{ trackerId: 11, times }],
        }),
        pageViews: [A],
        requests,
      },
      all,
      'all',
    ).verdicts;
    expect(said?.findings.map(({ code }) => code)).toEqual(codes);
    expect(said?.verdict).toBe(verdict);
  });

  it('a page that is known to have been shown is not said to be never shown, though its view is not known', () => {
    const early = fired(11, 1, { prerendered: 'shown' });
    const { requests, verdicts } = judgeRecording(
      {
        verification: verification({ expectedIds: [11] }),
        pageViews: [pageView('later', START + 5000)],
        requests: [early],
      },
      all,
      'all',
    );
    expect(requests[0]?.isNeverShown).toBeUndefined();
    expect(verdicts).toMatchObject([{ verdict: 'pass', fired: 1 }]);
  });
});

const PAGES = [
  { url: 'https://one.example/', ownIds: [] },
  { url: 'https://two.example/', ownIds: [22] },
];
const VISITED: Visited = {
  pages: PAGES,
  everywhereIds: [11],
  limitSeconds: 30,
  state: 'done',
  pause: null,
  detail: null,
  browserRun: null,
};
const visitOf = (page: number, end: VisitEnd | null): PageView => ({
  id: `view-${page}`,
  verificationId: 'v1',
  url: PAGES[page]?.url ?? '',
  startedAt: START + page * 1000,
  visit: { page, end, detail: null, status: 200, sight: 'visible', endedAt: null },
});
const run = (ends: readonly (VisitEnd | null)[], choice = 'all') =>
  judgeRecording(
    {
      verification: verification({ expectedIds: [11, 22], visited: VISITED }),
      pageViews: ends.map((end, page) => visitOf(page, end)),
      requests: [fired(11, 1), fired(22, 2), fired(22, 1001)].map((one) => ({
        ...one,
        pageViewId: one.startedAt < START + 1000 ? 'view-0' : 'view-1',
      })),
    },
    all,
    choice,
  );

describe('a run over pages that is judged on one of them', () => {
  it.each<[string, VisitEnd, readonly number[]]>([
    ['view-0', 'quiet', [11]],
    ['view-1', 'quiet', [22]],
    ['view-1', 'failed', []],
    ['all', 'quiet', [11, 22]],
  ])('%s (%s) has verdicts on what is expected there alone: %j', (choice, end, ids) => {
    const judged = run(['quiet', end], choice);
    expect(judged.verdicts.map(({ trackerId }) => trackerId)).toEqual(ids);
    const view = judged.pageViews.find(({ id }) => id === choice);
    if (view) expect(judged.verdicts).toEqual(judged.verdictsOn(view));
  });
});

describe('a run over pages on which a tracker is expected several times', () => {
  const twice = [{ trackerId: 22, times: 2 as const }];
  const judged = (end: VisitEnd, ...moments: readonly number[]) =>
    judgeRecording(
      {
        verification: verification({
          expectedIds: [11, 22],
          expectations: twice,
          visited: VISITED,
        }),
        pageViews: [visitOf(0, 'quiet'), visitOf(1, end)],
        requests: moments.map((at) => ({
          ...fired(22, at),
          pageViewId: at < 1000 ? 'view-0' : 'view-1',
        })),
      },
      all,
      'all',
    );
  const said = ({ verdicts }: ReturnType<typeof judged>) =>
    verdicts.find(({ trackerId }) => trackerId === 22)?.verdict;

  it.each<[string, VisitEnd, readonly number[], string]>([
    ['as often there', 'quiet', [1001, 1002], 'pass'],
    ['less often there', 'quiet', [1001], 'fail'],
    [
      'once on a page where nobody expects it, and as often there',
      'quiet',
      [1, 1001, 1002],
      'pass',
    ],
    ['less often on a page that did not come', 'cut', [1001], 'pass'],
  ])('says of all pages what it says of each: %s', (_, end, moments, verdict) => {
    const one = judged(end, ...moments);
    expect(said(one)).toBe(verdict);
    const onPages = one.pageViews.flatMap((view) => one.verdictsOn(view));
    expect(onPages.some((each) => each.verdict === 'fail')).toBe(verdict === 'fail');
  });
});

describe('a run over pages and its baseline', () => {
  const said = (ends: readonly (VisitEnd | null)[]) =>
    runOf(run(ends)).pages.map(({ url, expected }) => [
      url,
      ...expected.map(({ trackerId, verdict }) => `${trackerId} ${verdict}`),
    ]);

  it('keeps what fires on a page where it is not expected, too', () => {
    expect(said(['quiet', 'quiet'])).toEqual([
      ['https://one.example/', '11 pass', '22 pass'],
      ['https://two.example/', '22 pass'],
    ]);
  });

  it.each<VisitEnd | null>(['failed', 'cut', 'download', 'empty', 'unanswered', null])(
    'says nothing of a page that did not come (%s), but that it was not visited',
    (end) => {
      const baseline = runOf(run(['quiet', 'quiet']));
      const { changes, notVisited } = differenceOf(baseline, runOf(run(['quiet', end])));
      expect({ changes, notVisited }).toEqual({
        changes: [],
        notVisited: ['https://two.example/'],
      });
      expect(acceptedOf(run(['quiet', end]), START)?.pages).toHaveLength(1);
    },
  );
});

describe('a rehearsal and a baseline', () => {
  const page = (verdict: State | null) => [
    {
      url: 'a',
      expected:
        verdict === null || verdict === 'not-judged'
          ? []
          : [{ trackerId: 11, verdict, findings: [] }],
      notJudged: [],
    },
  ];
  it.each<[State | null, State | null, string | null]>([
    ['pass', 'rehearsed', null],
    ['rehearsed', 'pass', null],
    ['rehearsed', 'rehearsed', null],
    ['rehearsed', 'not-seen', 'gone'],
    ['not-seen', 'rehearsed', 'appeared'],
    [null, 'rehearsed', 'new'],
    ['rehearsed', 'fail', 'worse'],
    ['fail', 'rehearsed', 'better'],
    ['rehearsed', 'warning', 'worse'],
  ])('%s, then %s: %s', (before, after, kind) => {
    const { changes } = differenceOf({ pages: page(before) }, { pages: page(after) });
    expect(changes.map((change) => change.kind)).toEqual(kind === null ? [] : [kind]);
  });
});
