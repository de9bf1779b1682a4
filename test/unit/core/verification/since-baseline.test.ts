import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isBaselineSize, MAX_BASELINE_LINES } from '@/lib/core/verification/accepted';
import type { ComparedPage, State } from '@/lib/core/verification/baseline';
import { compareRuns } from '@/lib/core/verification/baseline';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import { CHANGE_KINDS, differenceOf, runOf } from '@/lib/core/verification/since-baseline';
import { VERDICTS } from '@/lib/core/verification/verdict';

import { known, pageView, request, START, tracker, verification } from './build';

type Said = readonly [trackerId: number, verdict: (typeof VERDICTS)[number], ...codes: string[]];
const page = (url: string, ...said: readonly Said[]): ComparedPage => ({
  url,
  expected: said.map(([trackerId, verdict, ...codes]) => ({
    trackerId,
    verdict,
    findings: codes.map((code) => ({ code })),
  })),
  notJudged: [],
});
const differing = (before: readonly ComparedPage[], after: readonly ComparedPage[]) =>
  differenceOf({ pages: before }, { pages: after });

describe('what is other than in the baseline', () => {
  it.each<[string, Said | null, Said | null, string | null]>([
    ['nothing', [1, 'pass'], [1, 'pass'], null],
    ['as wrong as before', [1, 'fail', 'http-error'], [1, 'fail', 'http-error'], null],
    ['missing as before', [1, 'not-seen'], [1, 'not-seen'], null],
    ['not seen any more', [1, 'pass'], [1, 'not-seen'], 'gone'],
    ['not expected, and not seen any more', [1, 'warning', 'a'], null, 'gone'],
    ['seen now', [1, 'not-seen'], [1, 'pass'], 'appeared'],
    ['seen now, and wrong', [1, 'not-seen'], [1, 'fail', 'a'], 'appeared'],
    ['a new tracker', null, [1, 'pass'], 'new'],
    ['a new tracker that is wrong', null, [1, 'fail', 'a'], 'new'],
    ['expected anew, and missing', null, [1, 'not-seen'], 'worse'],
    ['a new error', [1, 'pass'], [1, 'fail', 'a'], 'worse'],
    ['a new warning', [1, 'pass'], [1, 'warning', 'a'], 'worse'],
    ['another error', [1, 'fail', 'a'], [1, 'fail', 'b'], 'worse'],
    ['one error less', [1, 'fail', 'a', 'b'], [1, 'fail', 'a'], 'better'],
    ['mended', [1, 'fail', 'a'], [1, 'pass'], 'better'],
    ['missing, and not expected any more', [1, 'not-seen'], null, 'dropped'],
  ])('%s', (_, before, after, kind) => {
    const { changes, trackerIds } = differing(
      [page('a', ...(before ? [before] : []))],
      [page('a', ...(after ? [after] : []))],
    );
    expect(changes.map((change) => change.kind)).toEqual(kind === null ? [] : [kind]);
    expect([...trackerIds]).toEqual(kind === null ? [] : [1]);
  });

  it('says nothing of trackers on a page that this run has not visited, but that it has not', () => {
    const { changes, notVisited } = differing(
      [page('a', [1, 'pass']), page('b', [1, 'pass'])],
      [page('a', [1, 'pass'])],
    );
    expect({ changes, notVisited }).toEqual({ changes: [], notVisited: ['b'] });
  });

  it('holds a page apart from another with the same tracker', () => {
    const { changes } = differing(
      [page('a', [1, 'pass'])],
      [page('a', [1, 'pass']), page('b', [1, 'pass'])],
    );
    expect(changes).toMatchObject([{ url: 'b', trackerId: 1, kind: 'new' }]);
  });
});

const pages = fc.uniqueArray(
  fc.record({
    url: fc.constantFrom('a', 'b', 'c', ''),
    expected: fc.uniqueArray(
      fc.record({
        trackerId: fc.nat(5),
        verdict: fc.constantFrom(...VERDICTS),
        findings: fc.array(fc.record({ code: fc.constantFrom('x', 'y', 'z') })),
      }),
      { selector: ({ trackerId }) => trackerId },
    ),
    notJudged: fc.constant<number[]>([]),
  }),
  { selector: ({ url }) => url },
);

describe('laws', () => {
  it('a run compared with itself has no change', () => {
    fc.assert(
      fc.property(pages, (some) => {
        expect(differing(some, some)).toEqual({
          changes: [],
          notVisited: [],
          trackerIds: new Set(),
        });
      }),
    );
  });

  it('every change has one kind, and two runs differ in the same places whichever is first', () => {
    fc.assert(
      fc.property(pages, pages, (one, other) => {
        const there = compareRuns({ pages: one }, { pages: other });
        const back = compareRuns({ pages: other }, { pages: one });
        const places = (changes: typeof there) =>
          changes.map(({ url, trackerId }) => `${trackerId} ${url}`).toSorted();
        expect(places(there)).toEqual(places(back));
        for (const { kind } of differing(one, other).changes) expect(CHANGE_KINDS).toContain(kind);
      }),
    );
  });

  it('nothing that is worse is called better', () => {
    const rank: Record<State, number> = {
      pass: 0,
      rehearsed: 0,
      warning: 1,
      'not-seen': 2,
      'not-known': 2,
      fail: 2,
      'not-judged': 2,
    };
    fc.assert(
      fc.property(pages, pages, (one, other) => {
        for (const { kind, before, after } of differing(one, other).changes) {
          if (kind === 'better')
            expect(rank[after ?? 'pass']).toBeLessThanOrEqual(rank[before ?? 'pass']);
        }
      }),
    );
  });
});

describe('what a baseline keeps of a run', () => {
  const url = (id: number, buster: string) =>
    `https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster=${buster}`;
  const recording = {
    verification: verification({ expectedIds: [531, 532] }),
    pageViews: [
      pageView('a', START),
      { ...pageView('again', START + 1000), url: pageView('a', 0).url },
      pageView('b', START + 2000),
    ],
    requests: [
      request(url(531, '[CACHEBUSTER]'), { startedAt: START + 1 }),
      request(url(531, '482913'), { startedAt: START + 1001 }),
      request(url(9, '991827'), { startedAt: START + 1002 }),
      request(url(9, '[CACHEBUSTER]'), { startedAt: START + 2002 }),
    ],
  };
  const all = known(...[9, 531, 532].map((id) => tracker(id)));

  it('has each page once, by its last view, with what nobody expected', () => {
    expect(runOf(judgeRecording(recording, all)).pages).toEqual([
      page('https://news.example/a', [531, 'pass'], [532, 'not-seen'], [9, 'pass']),
      page(
        'https://news.example/b',
        [531, 'not-seen'],
        [532, 'not-seen'],
        [9, 'fail', 'cachebuster-macro'],
      ),
    ]);
  });

  it('has all on one page where none is known', () => {
    expect(runOf(judgeRecording({ ...recording, pageViews: [] }, all)).pages).toMatchObject([
      { url: '', expected: [{ trackerId: 531 }, { trackerId: 532 }, { trackerId: 9 }] },
    ]);
  });

  it('has no change from the very run that was accepted', () => {
    const run = runOf(judgeRecording(recording, all));
    expect(differenceOf(run, run).changes).toEqual([]);
  });

  it('is no larger than every later run can carry', () => {
    const long = (count: number) => [
      page('a', ...Array.from({ length: count }, (_, id): Said => [id, 'pass'])),
    ];
    expect(
      [MAX_BASELINE_LINES, MAX_BASELINE_LINES + 1].map((n) => isBaselineSize(long(n))),
    ).toEqual([true, false]);
  });
});
