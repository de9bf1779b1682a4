import { describe, expect, it } from 'vitest';

import { checkRequests } from '@/lib/core/verification/checking';
import { judge } from '@/lib/core/verification/verdict';
import { verdictReason } from '@/lib/text/verification/verification';

import { known, pageView, request, START, tracker } from './build';

const views = [pageView('a', START), pageView('b', START + 1000)];
const base = 'https://ib.adnxs.com/imptr?t=2';
const rows = checkRequests(
  [
    request(`${base}&id=1&cachebuster=[CACHEBUSTER]`, { startedAt: START + 1 }),
    request(`${base}&id=1&cachebuster=11`, { startedAt: START + 1001 }),
    request(`${base}&id=2`, { startedAt: START + 1002 }),
    request(`${base}&id=3&cachebuster=31`, { startedAt: START + 1003 }),
    request(`${base}&id=3&cachebuster=32`, { startedAt: START + 1004 }),
    request(`${base}&id=3&cachebuster=33`, { startedAt: START + 1005 }),
    request(`${base}&id=4&cachebuster=41`, { startedAt: START + 1 }),
  ],
  views,
  known(...[1, 2, 3, 4].map((id) => tracker(id))),
);

describe('judge', () => {
  it.each([
    [1, 'pass', [], 'Fired once.'],
    [
      2,
      'warning',
      ['cachebuster-missing'],
      'There is no cachebuster: browsers answer repeats from their cache, and those are not counted.',
    ],
    [3, 'fail', ['fired-again'], 'Tracker 3 fired again on this page view: request number 3.'],
    [4, 'not-seen', [], 'Not on this page view; 1 request on others.'],
    [5, 'not-seen', [], 'No request with its id was recorded.'],
  ])('judges tracker %i on the latest page: %s', (id, verdict, codes, reason) => {
    const [item] = judge([id], rows, { pageViewId: 'b' });
    expect(item).toMatchObject({ trackerId: id, verdict });
    expect(item?.findings.map((finding) => finding.code)).toEqual(codes);
    expect(item && verdictReason(item)).toBe(reason);
  });

  it('judges all page views together when asked', () => {
    expect(judge([1, 4], rows, 'all').map((item) => item.verdict)).toEqual(['fail', 'pass']);
  });

  it.each([
    ['answered', 1],
    ['withheld', 1],
    ['aborted', 1],
    ['from-cache', 0],
    ['blocked-by-page', 0],
    ['network-error', 0],
    ['pending', 0],
    ['bounce-failed', 0],
    ['blocked-by-extension', 0],
    ['blocked-by-browser', 0],
  ] as const)('counts as fired what may have reached the server: %s', (outcome, fired) => {
    const one = request(`${base}&id=1&cachebuster=1`, { outcome, startedAt: START + 1001 });
    const [item] = judge([1], checkRequests([one], views, known(tracker(1))), 'all');
    expect(item?.fired).toBe(fired);
  });

  it.each([
    ['the first that has its gravest remark', [1, 2, 2], 1],
    ['where all was well, the last', [1], 0],
  ])('names the request that decided: %s', (_, busters, at) => {
    const own = busters.map((buster, index) =>
      request(`${base}&id=1&cachebuster=${buster}`, { startedAt: START + index }),
    );
    const checked = checkRequests(own, [], known(tracker(1)));
    const decided = judge([1, 9], checked, 'all').map(({ decidedBy }) => decidedBy);
    expect(decided).toEqual([own[at]?.key, null]);
  });
});
