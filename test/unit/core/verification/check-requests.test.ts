import { describe, expect, it } from 'vitest';

import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { checkRequests } from '@/lib/core/verification/check-requests';
import { joinRequests } from '@/lib/core/recording/join-observations';
import { createPageViewFinder, type PageView, withMove } from '@/lib/core/recording/page-views';
import { judge } from '@/lib/core/verification/verdict';

import { known, pageView, request, START, tracker } from './build';

const url = (id: number, buster: string | number) =>
  `https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster=${buster}`;
const codes = (requests: readonly PixelRequest[], views = [pageView('a', START)]) =>
  checkRequests(requests, views, known(tracker(531), tracker(532))).map((row) =>
    row.findings.map((finding) => finding.code),
  );

describe('page views', () => {
  it('gives a request to the last page view that started at or before it', () => {
    const find = createPageViewFinder([pageView('b', 200), pageView('a', 100)]);
    expect([99, 100, 199, 200, 900].map((at) => find(at)?.id ?? null)).toEqual([
      null,
      'a',
      'a',
      'b',
      'b',
    ]);
  });
});

describe('a move within a page view', () => {
  const view = pageView('', START);

  it.each([
    ['another path', 'two', [['two', 2500]]],
    ['another part', '#two', undefined],
    ['a parameter that was taken away', '?', undefined],
    ['another site', '../other.example/', [['../other.example/', 2500]]],
  ])('%s', (_, to, moves) => {
    const moved = withMove(view, view.url + to, START + 3000) ?? view;
    expect(moved.moves).toEqual(
      moves?.map(([url, at]) => ({ url: `${view.url}${url}`, at: START + Number(at) })),
    );
  });

  it('back is a move too; none is before the one before it', () => {
    const there = withMove(view, `${view.url}two`, START + 100);
    const back = there && withMove(there, view.url, START + 200);
    expect(back?.moves?.map(({ at }) => at - START)).toEqual([0, 0]);
  });

  it('is kept a thousand times', () => {
    let moved: PageView | null = view;
    for (let index = 0; index < 1000; index += 1) {
      moved = moved && withMove(moved, `${view.url}${index}`, START + index);
    }
    expect(moved?.moves).toHaveLength(1000);
    expect(moved && withMove(moved, `${view.url}more`, START)).toBeNull();
  });

  it('is a view of its own to what fires once on each, and none to the verdicts', () => {
    const moved = { ...view, moves: [{ url: `${view.url}two`, at: START + 1000 }] };
    const requests = [1, 999, 1000, 1500].map((at, index) =>
      request(url(531, index + 1), { startedAt: START + at }),
    );
    expect(codes(requests, [moved])).toEqual([[], ['fired-again'], [], ['fired-again']]);
    const rows = checkRequests(requests, [moved], known(tracker(531)));
    expect(judge([531], rows, { pageViewId: view.id })[0]?.fired).toBe(4);
  });
});

describe('checkRequests', () => {
  it('has nothing to say of a good request', () => {
    expect(codes([request(url(531, 1))])).toEqual([[]]);
  });

  it('remarks on the second request of a tracker on a page view, not on another page view', () => {
    const requests = [
      request(url(531, 1), { startedAt: START + 1 }),
      request(url(532, 2), { startedAt: START + 2 }),
      request(url(531, 3), { startedAt: START + 3 }),
      request(url(531, 4), { startedAt: START + 1001 }),
    ];
    const views = [pageView('a', START), pageView('b', START + 1000)];
    expect(codes(requests, views)).toEqual([[], [], ['fired-again'], []]);
  });

  it('does not count what never reached the server as fired', () => {
    const blocked = { outcome: 'blocked-by-page', status: 0 } as const;
    const requests = [
      request(url(531, 1), { startedAt: START + 1, ...blocked }),
      request(url(531, 2), { startedAt: START + 2 }),
    ];
    expect(codes(requests)).toEqual([['blocked-by-page'], []]);
  });

  it('takes the hops of a redirect for one impression', () => {
    const target = 'https://fra1.example/imptr?id=531&t=2&cachebuster=1&hop=1';
    const requests = [
      request(url(531, 1), { startedAt: START + 1, status: 302, redirectUrl: target }),
      request(target, { startedAt: START + 2, status: 302, redirectUrl: '/b/imptr?id=531&t=2' }),
      request('https://fra1.example/b/imptr?id=531&t=2', { startedAt: START + 3 }),
    ];
    const rows = checkRequests(requests, [pageView('a', START)], known(tracker(531)));
    expect(rows.map((row) => row.isRedirectHop)).toEqual([false, true, true]);
    const found = rows.flatMap((row) => row.findings.map((finding) => finding.code));
    expect(found).not.toContain('fired-again');
    expect(found).not.toContain('cachebuster-repeated');
    expect(judge([531], rows, 'all')[0]?.fired).toBe(1);
  });

  it('remarks on a cachebuster used before by the same tracker, on any page view', () => {
    const views = [pageView('a', START), pageView('b', START + 1000)];
    const requests = [
      request(url(531, 7), { startedAt: START + 1 }),
      request(url(532, 7), { startedAt: START + 2 }),
      request(url(531, 7), { startedAt: START + 1001 }),
    ];
    expect(codes(requests, views)).toEqual([[], [], ['cachebuster-repeated']]);
  });

  // A nested scan would take minutes: the test's own time limit is what fails then.
  it('judges a hundred thousand requests', () => {
    const many = Array.from({ length: 100_000 }, (_, index) =>
      request(url(500 + (index % 300), index), { startedAt: START + index }),
    );
    const views = Array.from({ length: 200 }, (_, index) =>
      pageView(`p${index}`, START + index * 500),
    );
    const rows = checkRequests(joinRequests(many), views, known(tracker(531)));
    expect(rows).toHaveLength(100_000);
    expect(judge([531, 532], rows, 'all').map(({ fired }) => fired)).toEqual([334, 334]);
  });
});
