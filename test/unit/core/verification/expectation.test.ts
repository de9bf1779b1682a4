import { describe, expect, it } from 'vitest';

import { checkRequests, createChecking } from '@/lib/core/verification/checking';
import {
  type Expectation,
  ExpectationSchema,
  type Times,
  timesOf,
  withTimes,
} from '@/lib/core/verification/expectation';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import { verdictReason } from '@/lib/text/verification/verification';

import { known, pageView, request, START, tracker, verification } from './build';

const VIEWS = [pageView('a', START), pageView('b', START + 1000)];
let buster = 100_000;
/** One request of tracker 531 at each of these moments; from frames of their own where they say so. */
const firedAt = (...moments: readonly number[]) =>
  moments.map((at, index) =>
    request(`https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=${(buster += 7919)}`, {
      startedAt: START + at,
      frameUrl: `https://slot-${index}.example/`,
    }),
  );

function judged(times: Times, moments: readonly number[], scope = 'b') {
  const recording = {
    verification: verification({
      expectedIds: [531],
      expectations: withTimes({}, 531, times),
    }),
    pageViews: VIEWS,
    requests: firedAt(...moments),
  };
  return judgeRecording(recording, known(tracker(531)), scope);
}

describe('how often a tracker is expected on a page view', () => {
  it.each<[Times, readonly number[], string, readonly string[], string]>([
    [1, [1001], 'pass', [], 'Fired once.'],
    [
      1,
      [1001, 1002],
      'fail',
      ['fired-across-frames'],
      'Tracker 531 fired on this page view from another frame before: request number 2, from https://slot-1.example/.',
    ],
    [2, [], 'not-seen', [], 'No request with its id was recorded.'],
    [2, [1], 'not-seen', [], 'Not on this page view; 1 request on others.'],
    [2, [1001], 'fail', ['fired-fewer'], 'Tracker 531 fired 1 of 2 expected times on a page view.'],
    [2, [1001, 1002], 'pass', [], 'Fired 2 times.'],
    [
      2,
      [1001, 1002, 1003],
      'fail',
      ['fired-more'],
      'Tracker 531 fired more often on this page view than expected: request number 3 of 2.',
    ],
    ['at-least-once', [], 'not-seen', [], 'No request with its id was recorded.'],
    ['at-least-once', [1001], 'pass', [], 'Fired once.'],
    ['at-least-once', [1001, 1002, 1003, 1004], 'pass', [], 'Fired 4 times.'],
  ])('%s expected, fired at %j: %s', (times, moments, verdict, codes, reason) => {
    const [item] = judged(times, moments).verdicts;
    expect(item).toMatchObject({ verdict, times });
    expect(item?.findings.map(({ code }) => code)).toEqual(codes);
    expect(item && verdictReason(item)).toBe(reason);
  });

  it.each<[readonly number[], string]>([
    [[1, 2, 1001, 1002], 'pass'],
    [[1, 2], 'pass'],
    [[1, 2, 3, 1001], 'fail'],
    [[1, 2, 1001], 'fail'],
  ])('holds of each page view by itself, also where all are judged: %j', (moments, verdict) => {
    expect(judged(2, moments, 'all').verdicts[0]?.verdict).toBe(verdict);
  });

  it('does not count what never reached the server, and says so with what was wrong', () => {
    const [sent, blocked] = firedAt(1001, 1002);
    const requests = [sent, blocked && { ...blocked, outcome: 'blocked-by-page' as const }];
    const [item] = judgeRecording(
      {
        verification: verification({
          expectedIds: [531],
          expectations: [{ trackerId: 531, times: 2 }],
        }),
        pageViews: VIEWS,
        requests: requests.flatMap((one) => one ?? []),
      },
      known(tracker(531)),
      'b',
    ).verdicts;
    expect(item?.findings.map(({ code }) => code)).toEqual(['fired-fewer', 'blocked-by-page']);
  });

  it('is judged anew where it changes while a recording grows, as if it had been so from the start', () => {
    const requests = firedAt(1, 2, 3, 1001, 1002);
    const checking = createChecking();
    checking.view(VIEWS);
    checking.know(known(tracker(531)));
    checking.change({ added: requests, gone: [] });
    for (const times of [2, 'at-least-once', 3, 1] as const) {
      const byId = timesOf({ expectedIds: [531], expectations: [{ trackerId: 531, times }] });
      checking.expect(byId);
      const atOnce = checkRequests(requests, VIEWS, known(tracker(531)), byId);
      expect(checking.checked().rows).toEqual(atOnce.rows);
    }
  });
});

describe('what is kept of it', () => {
  it.each<[readonly Expectation[], Times, readonly Expectation[]]>([
    [[], 1, []],
    [[], 2, [{ trackerId: 531, times: 2 }]],
    [[{ trackerId: 531, times: 2 }], 1, []],
    [
      [
        { trackerId: 531, times: 2 },
        { trackerId: 9, times: 3 },
      ],
      'at-least-once',
      [
        { trackerId: 9, times: 3 },
        { trackerId: 531, times: 'at-least-once' },
      ],
    ],
  ])('%j, then %s', (expectations, times, kept) => {
    expect(withTimes({ expectations }, 531, times)).toEqual(kept);
  });

  it('counts for what is expected alone', () => {
    const expectations = [{ trackerId: 531, times: 2 } as const];
    expect(timesOf({ expectedIds: [532], expectations })).toEqual(new Map());
  });

  it.each([1, 99, 'at-least-once'])('reads %s', (times) => {
    expect(ExpectationSchema.safeParse({ trackerId: 531, times }).success).toBe(true);
  });

  it.each([0, -1, 1.5, 100, '2', 'always', null])('refuses %s', (times) => {
    expect(ExpectationSchema.safeParse({ trackerId: 531, times }).success).toBe(false);
  });
});
