import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { type Checked, checkRequests, createChecking } from '@/lib/core/verification/checking';
import { joinRequests } from '@/lib/core/recording/join-observations';
import { createPageViewFinder, isOtherView, viewsIn } from '@/lib/core/recording/page-views';
import { judge } from '@/lib/core/verification/verdict';

import { known, pageView, request, START, tracker } from './build';

const url = (id: number, buster: string | number) =>
  `https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster=${buster}`;
const codes = (requests: readonly PixelRequest[], views = [pageView('a', START)]) =>
  checkRequests(requests, views, known(tracker(531), tracker(532))).rows.map((row) =>
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

describe('another view of the same document', () => {
  it.each([
    ['another path', '/two', true],
    ['another site', 'https://other.example/', true],
    ['a route behind #/', '/list#/two', true],
    ['a route behind #!', '/list#!two', true],
    ['a parameter that is new', '/list?q=1&page=2', true],
    ['a parameter of another value', '/list?q=2', true],
    ['another part', '/list?q=1#two', false],
    ['the same again', '/list?q=1', false],
    ['a parameter that is tidied away', '/list', false],
    ['nothing but a #', '/list?q=1#', false],
    ['the same in another order', '/list?q=1&q=1', false],
  ])('%s: %s is one: %s', (_, to, isOther) => {
    const from = 'https://news.example/list?q=1';
    expect(isOtherView(from, new URL(to, from).href)).toBe(isOther);
  });

  // A page may write so many; a nested scan would take minutes.
  it('is told of addresses of two hundred thousand parameters', () => {
    const parameters = Array.from({ length: 200_000 }, (_, index) => `p${index}`);
    const from = `https://news.example/list?${parameters.join('&')}`;
    const to = `https://news.example/list?${parameters.toReversed().join('&')}`;
    expect([isOtherView(from, to), isOtherView(from, `${to}&new`)]).toEqual([false, true]);
  });

  it('back to where it was is one, too', () => {
    expect(isOtherView('https://news.example/#/two', 'https://news.example/')).toBe(true);
  });

  it('is a view of its own, to what fires once on each and to the verdicts', () => {
    const old = {
      ...pageView('', START),
      moves: [{ url: 'https://news.example/two', at: START + 1000 }],
    };
    const views = viewsIn(old);
    expect(views.map(({ url, startedAt, isMove }) => [url, startedAt - START, isMove])).toEqual([
      ['https://news.example/', 0, undefined],
      ['https://news.example/two', 1000, true],
    ]);
    const requests = [1, 999, 1000, 1500, 1600].map((at, index) =>
      request(url(531, 37 * (index + 1)), { startedAt: START + at }),
    );
    expect(codes(requests, [...views])).toEqual([
      [],
      ['fired-again'],
      [],
      ['fired-again'],
      ['fired-again'],
    ]);
    const checked = checkRequests(requests, views, known(tracker(531)));
    const fired = views.map(({ id }) => judge([531], checked, { pageViewId: id })[0]?.fired);
    expect(fired).toEqual([2, 3]);
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

  const HOP = 'https://fra1.example/imptr?id=531&t=2&cachebuster=1&hop=1';
  const OTHER = 'https://ib.adnxs.com/imptr?id=532&t=2&cachebuster=9';
  const to = (redirectUrl: string) => ({ status: 302, redirectUrl });
  it.each([
    [
      'of one tracker, over two hosts',
      [
        [url(531, 1), to(HOP)],
        [HOP, {}],
      ],
      [1, 0],
      1,
    ],
    [
      'of one tracker, by a path and by a scheme left out',
      [
        [url(531, 1), to('/imptr?id=531&t=2&b=1')],
        ['https://ib.adnxs.com/imptr?id=531&t=2&b=1', to('//fra1.example/imptr?id=531&t=2')],
        ['https://fra1.example/imptr?id=531&t=2', {}],
      ],
      [1, 0, 0],
      1,
    ],
    [
      'written as no browser asks for it',
      [
        [url(531, 1), to('https://IB.adnxs.com:443/imptr?id=531&t=2&b="é 1#part')],
        ['https://ib.adnxs.com/imptr?id=531&t=2&b=%22%C3%A9%201', to('?id=531&t=2')],
        ['https://ib.adnxs.com/imptr?id=531&t=2', to('imptr?id=531')],
        ['https://ib.adnxs.com/imptr?id=531', {}],
      ],
      [1, 0, 0, 0],
      1,
    ],
    [
      'that the browser did not follow, and later the same address by itself',
      [
        [url(531, 1), { ...to(HOP), error: 'net::ERR_ABORTED' }],
        [HOP, {}],
      ],
      [1, 1],
      2,
    ],
    [
      'to another tracker: an impression of its own',
      [
        [url(531, 1), to(OTHER)],
        [OTHER, {}],
      ],
      [1, 1],
      1,
    ],
    [
      'to another tracker and back',
      [
        [url(531, 1), to(OTHER)],
        [OTHER, to(url(531, 3))],
        [url(531, 3), {}],
      ],
      [1, 1, 1],
      2,
    ],
    [
      'to what is no tracker',
      [
        [url(531, 1), to('https://a.example/x.gif')],
        [url(531, 2), {}],
      ],
      [1, 1],
      2,
    ],
    ['that nobody followed', [[url(531, 1), to(HOP)]], [1], 1],
    [
      'taken twice',
      [
        [url(531, 1), to(HOP)],
        [HOP, {}],
        [HOP, {}],
      ],
      [1, 0, 1],
      2,
    ],
  ] as const)('a redirect %s', (_, hops, counted, fired) => {
    const requests = hops.map(([raw, changes], index) =>
      request(raw, { startedAt: START + index, ...changes }),
    );
    const checked = checkRequests(requests, [pageView('a', START)], known(tracker(531)));
    expect(checked.rows.map(({ isRedirectHop }) => Number(!isRedirectHop))).toEqual(counted);
    const [first, other] = judge([531, 532], checked, 'all');
    expect(first?.fired).toBe(fired);
    expect(other?.verdict).toBe(
      requests.some(({ url: { id } }) => id === '532') ? 'warning' : 'not-seen',
    );
    const isTwice = fired > 1;
    expect(first?.findings.some(({ code }) => code === 'fired-again')).toBe(isTwice);
  });

  it.each([
    ['its page is there', [], 'pending', 0],
    ['its page was left', [pageView('b', START + 500)], 'aborted', 1],
    ['its page moved on', [{ ...pageView('b', START + 500), isMove: true }], 'pending', 0],
    ['it began with the page after', [pageView('b', START + 90)], 'pending', 0],
    [
      'its page moved on and was left',
      [{ ...pageView('b', START + 500), isMove: true }, pageView('c', START + 900)],
      'aborted',
      1,
    ],
  ])('a request without an end, when %s', (_, later, outcome, fired) => {
    const open = request(url(531, 1), { startedAt: START + 100, status: 0, outcome: 'pending' });
    const views = [pageView('a', START), ...later];
    const checked = checkRequests([open], views, known(tracker(531)));
    expect(checked.rows[0]?.request.outcome).toBe(outcome);
    expect(checked.rows[0]?.findings).toMatchObject([{ code: outcome }]);
    expect(judge([531], checked, 'all')[0]?.fired).toBe(fired);
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
    const checked = checkRequests(joinRequests(many), views, known(tracker(531)));
    expect(checked.rows).toHaveLength(100_000);
    expect(judge([531, 532], checked, 'all').map(({ fired }) => fired)).toEqual([334, 334]);
  });
});

describe('a recording that grows', () => {
  const views = [pageView('a', START), pageView('b', START + 1000)];
  const some = [
    request(url(531, 1), { startedAt: START + 100 }),
    request(url(532, 1), { startedAt: START + 200, status: 0, outcome: 'pending' }),
    request(url(531, 2), {
      startedAt: START + 300,
      status: 302,
      redirectUrl: url(531, 3),
    }),
    request(url(531, 3), { startedAt: START + 301 }),
    request(url(531, 1), { startedAt: START + 1200 }),
    request(url(533, '[CB]'), {
      startedAt: START + 1300,
      outcome: 'from-cache',
      fromCache: 'disk',
    }),
    request(url(532, 1), { startedAt: START + 1400 }),
  ];
  const trackers = [531, 532, 533].map((id) => tracker(id));
  const changed = some.map((one, at) =>
    at === 1 ? { ...one, status: 200, outcome: 'answered' as const } : one,
  );
  const without = (at: number) => some.filter((_, index) => index !== at);

  const full = { requests: some, pageViews: views, known: known(...trackers) };
  it.each([
    [
      'one after the other',
      some.map((_, index) => ({ ...full, requests: some.slice(0, index + 1) })),
    ],
    ['one that comes late', [{ ...full, requests: without(0) }, full]],
    ['a hop that comes before what led to it', [{ ...full, requests: without(2) }, full]],
    ['one that goes away', [full, { ...full, requests: without(4) }]],
    ['an answer', [full, { ...full, requests: changed }]],
    ['a page view that is heard of late', [{ ...full, pageViews: views.slice(0, 1) }, full]],
    ['a page view before all', [{ ...full, pageViews: views.slice(1) }, full]],
    ['trackers that are learnt', [{ ...full, known: known() }, full]],
    ['one tracker that is learnt', [{ ...full, known: known(...trackers.slice(1)) }, full]],
    [
      'that none are loaded',
      [full, { ...full, known: { ...full.known, trackers: { byId: new Map(), loaded: false } } }],
    ],
    ['ad servers', [full, { ...full, known: { ...full.known, servers: [] } }]],
    ['hosts', [full, { ...full, known: { ...full.known, ownHosts: ['ib.adnxs.net'] } }]],
    ['all cleared', [full, { ...full, requests: [] }]],
  ])('says the same as one that is judged at once: %s', (_, recordings) => {
    const follow = follower();
    for (const { requests, pageViews, known } of recordings) {
      expectSame(follow(requests, pageViews, known), requests, pageViews, known);
    }
  });

  it('says the same in whatever order it grows', () => {
    const step = fc.record({
      take: fc.subarray([...some.keys()]),
      views: fc.subarray(views),
      answered: fc.boolean(),
      known: fc.subarray(trackers),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (plan) => {
        const follow = follower();
        for (const { take, views: pageViews, answered, known: learnt } of plan) {
          const requests = take.flatMap((at) => (answered ? changed : some)[at] ?? []);
          const all = known(...learnt);
          expectSame(follow(requests, pageViews, all), requests, pageViews, all);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says the same in whatever order it grows, of cachebusters and frames of every kind', () => {
    const one = fc.record({
      at: fc.integer({ min: 0, max: 2000 }),
      id: fc.constantFrom(531, 532),
      buster: fc.constantFrom('', '104215', '104216', '104217', 'cb000017', 'cb000042', '7'),
      frameUrl: fc.constantFrom(null, 'https://a.example/', 'https://b.example/'),
      hop: fc.constantFrom(null, '531', '532'),
      upgradedBy: fc.constantFrom(null, 'HSTS'),
    });
    const build = ({ at, id, buster, frameUrl, hop, upgradedBy }: Generated, index: number) =>
      request(`${url(id, buster)}${index % 3 === 0 ? '' : `&b=${index}`}`, {
        key: String(index),
        startedAt: START + at + index / 100,
        frameUrl,
        ...(hop !== null && { status: 302, redirectUrl: url(Number(hop), buster) }),
        ...(upgradedBy !== null && { upgradedBy }),
      });
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 12 }),
        fc.array(fc.array(fc.nat(11)), { minLength: 1, maxLength: 5 }),
        (generated, plan) => {
          const requests = generated.map(build).toSorted((a, b) => a.startedAt - b.startedAt);
          const follow = follower();
          for (const take of plan) {
            const some = requests.filter((_, index) => take.includes(index));
            expectSame(follow(some, views, full.known), some, views, full.known);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('judges again only what is new, or stands behind it and is touched', () => {
    const follow = follower();
    const before = [...follow(without(0), views, full.known).rows];
    const after = follow(some, views, full.known).rows;
    const isSame = after.map((row) => before.includes(row));
    // The first is new; the second of its tracker on that page, and the one with its cachebuster, are touched.
    expect(isSame).toEqual([false, true, false, true, false, true, true]);
  });

  interface Generated {
    readonly at: number;
    readonly id: number;
    readonly buster: string;
    readonly frameUrl: string | null;
    readonly hop: string | null;
    readonly upgradedBy: string | null;
  }
  type Around = Parameters<typeof checkRequests>;

  /** Goes from one state of a recording to the next, telling only what is other. */
  function follower(): (...recording: Around) => Checked {
    const checking = createChecking();
    return (requests, pageViews, learnt) => {
      const before = checking.requests();
      checking.change({
        added: requests.filter((one) => !before.includes(one)),
        gone: before.filter((one) => !requests.includes(one)),
      });
      checking.view(pageViews);
      checking.know(learnt);
      return checking.checked();
    };
  }

  function expectSame(grown: Checked, ...recording: Around): void {
    const atOnce = checkRequests(...recording);
    expect(grown.rows).toEqual(atOnce.rows);
    expect([grown.seenIds(), grown.remarked]).toEqual([atOnce.seenIds(), atOnce.remarked]);
    const ids = [531, 532, 533, 9];
    for (const scope of ['all', ...recording[1].map(({ id }) => ({ pageViewId: id }))] as const) {
      expect(judge(ids, grown, scope)).toEqual(judge(ids, atOnce, scope));
    }
  }
});
