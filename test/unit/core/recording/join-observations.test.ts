import { describe, expect, it } from 'vitest';

import {
  createJoining,
  joinObservations,
  joinRequests,
} from '@/lib/core/recording/join-observations';
import { type Observation, observationsOf } from '@/lib/core/recording/observation';
import { PixelRequestSchema } from '@/lib/core/recording/pixel-request';

import { request, START } from '../verification/build';
import { pixel, seen, toldBy } from './build';

const long = pixel(1, `&redir=https://shop.example/${'x'.repeat(600)}`);
const hop = 'https://fra1.example/imptr?id=531&t=2&cachebuster=1&hop=1';
const pending = { outcome: 'pending', status: 0, duration: null } as const;
const half = { viaServiceWorker: true };
const worker = { loader: 'fetch', frameUrl: null } as const;
const id = (requestId: string) => ({ requestId });
/** Requests of different URLs, all told by a remote browser whose clock is ahead by this much. */
const series = (count: number, ahead: (at: number) => number) =>
  Array.from({ length: count }, (_, index) => index * 3000).flatMap((at) => [
    seen('har-log', at, { raw: pixel(at) }),
    seen('remote', at + ahead(at), { raw: pixel(at), requestId: `r${at}` }),
  ]);

describe('observations, joined', () => {
  it.each<[string, readonly Observation[], readonly string[]]>([
    ['none', [], []],
    ['one', [seen('devtools-event', 0)], ['devtools-event 0']],
    [
      'in event and log',
      [seen('devtools-event', 0), seen('har-log', 0)],
      ['har-log 0 + devtools-event 0'],
    ],
    [
      'event and log a millisecond apart are two',
      [seen('devtools-event', 0), seen('har-log', 1)],
      ['devtools-event 0', 'har-log 1'],
    ],
    ['the log read twice', [seen('har-log', 0), seen('har-log', 0)], ['har-log 0']],
    [
      'in order of time, whatever came first',
      [seen('har-log', 9), seen('har-log', 5, { raw: pixel(2) })],
      ['har-log 5', 'har-log 9'],
    ],
    [
      'by another method',
      [seen('har-log', 0), seen('devtools-event', 0, { method: 'POST' })],
      ['har-log 0', 'devtools-event 0'],
    ],
    [
      'another URL',
      [seen('har-log', 0), seen('webRequest', 0, { raw: pixel(2) })],
      ['webRequest 0', 'har-log 0'],
    ],
    [
      'another tab',
      [seen('har-log', 0, { tabId: 1 }), seen('webRequest', 0, { tabId: 2 })],
      ['har-log 0', 'webRequest 0'],
    ],
    [
      'a tab that only one source knows',
      [seen('har-log', 0, { tabId: 1 }), seen('webRequest', 0)],
      ['har-log 0 + webRequest 0'],
    ],
    [
      'what stands behind # is never sent',
      [seen('har-log', 0, { raw: `${pixel(1)}#top` }), seen('webRequest', 0)],
      ['har-log 0 + webRequest 0'],
    ],

    [
      'a clock that looks a little later',
      [seen('har-log', 0), seen('webRequest', 500)],
      ['har-log 0 + webRequest 500'],
    ],
    [
      'a little earlier',
      [seen('har-log', 500), seen('webRequest', 0)],
      ['har-log 500 + webRequest 0'],
    ],
    [
      'much later is another request',
      [seen('har-log', 0), seen('webRequest', 501)],
      ['har-log 0', 'webRequest 501'],
    ],
    [
      'three sources',
      [seen('webRequest', 4), seen('devtools-event', 0), seen('har-log', 0)],
      ['har-log 0 + devtools-event 0 + webRequest 4'],
    ],

    [
      'twice on purpose, at one moment',
      [seen('har-log', 0, id('1')), seen('har-log', 0, id('2'))],
      ['har-log 0', 'har-log 0'],
    ],
    [
      'twice on purpose, each told by two',
      [
        seen('har-log', 0),
        seen('har-log', 200),
        seen('webRequest', 10, id('a')),
        seen('webRequest', 210, id('b')),
      ],
      ['har-log 0 + webRequest 10', 'har-log 200 + webRequest 210'],
    ],
    [
      'twice on purpose, one source missed the first',
      [seen('har-log', 0), seen('har-log', 200), seen('webRequest', 205, id('b'))],
      ['har-log 0', 'har-log 200 + webRequest 205'],
    ],
    [
      'twice on purpose, the other missed it',
      [seen('har-log', 200), seen('webRequest', 0, id('a')), seen('webRequest', 205, id('b'))],
      ['webRequest 0', 'har-log 200 + webRequest 205'],
    ],
    [
      'as many as can be are one',
      [
        seen('har-log', 0),
        seen('har-log', 300),
        seen('webRequest', 290, id('a')),
        seen('webRequest', 790, id('b')),
      ],
      ['har-log 0 + webRequest 290', 'har-log 300 + webRequest 790'],
    ],
    [
      'at one moment by a picture and a script',
      [
        seen('har-log', 0, { requestId: '1', loader: 'script' }),
        seen('har-log', 0, id('2')),
        seen('devtools-event', 0),
      ],
      ['har-log 0', 'har-log 0 + devtools-event 0'],
    ],
    [
      'a picture in one source, a script in the other',
      [seen('har-log', 0), seen('webRequest', 0, { loader: 'script' })],
      ['har-log 0', 'webRequest 0'],
    ],
    [
      'a source that cannot tell a picture from a script',
      [seen('har-log', 0), seen('webRequest', 0, { loader: null })],
      ['har-log 0 + webRequest 0'],
    ],
    [
      'in two frames',
      [
        seen('har-log', 0, { requestId: '1', frameUrl: 'https://a.example/f' }),
        seen('har-log', 0, { requestId: '2', frameUrl: 'https://b.example/f' }),
        seen('webRequest', 2, { requestId: 'b', frameUrl: 'https://b.example/f' }),
        seen('webRequest', 3, { requestId: 'a', frameUrl: 'https://a.example/f' }),
      ],
      ['har-log 0 + webRequest 3', 'har-log 0 + webRequest 2'],
    ],

    [
      'the hops of a redirect are requests of their own',
      [
        seen('har-log', 0, { status: 302, redirectUrl: hop }),
        seen('har-log', 5, { raw: hop }),
        seen('webRequest', 1, { requestId: '9/0', status: 302 }),
        seen('webRequest', 6, { requestId: '9/1', raw: hop }),
      ],
      ['har-log 0 + webRequest 1', 'har-log 5 + webRequest 6'],
    ],
    [
      'a URL that one source cut off',
      [
        seen('har-log', 0, { raw: long }),
        seen('webRequest', 2, { raw: long.slice(0, 560), urlIsCut: true }),
      ],
      ['har-log 0 + webRequest 2'],
    ],
    [
      'a short URL is not the beginning of a long one',
      [seen('har-log', 0, { raw: long }), seen('webRequest', 2, { raw: long.slice(0, 560) })],
      ['har-log 0', 'webRequest 2'],
    ],
    [
      'without an end in one source',
      [seen('har-log', 0, pending), seen('devtools-event', 0)],
      ['har-log 0 + devtools-event 0'],
    ],

    [
      'the halves at both sides of a service worker',
      [seen('har-log', 0, half), seen('har-log', 36, worker)],
      ['har-log 0 + har-log 36'],
    ],
    [
      'told by two sources',
      [
        seen('har-log', 0, half),
        seen('devtools-event', 0, half),
        seen('har-log', 36, worker),
        seen('devtools-event', 36, worker),
      ],
      ['har-log 0 + devtools-event 0 + har-log 36 + devtools-event 36'],
    ],
    [
      'a half each',
      [
        seen('har-log', 0, half),
        seen('har-log', 100, half),
        seen('har-log', 20, worker),
        seen('har-log', 120, worker),
        seen('har-log', 200, worker),
      ],
      ['har-log 0 + har-log 20', 'har-log 100 + har-log 120', 'har-log 200'],
    ],
    [
      'the longest a worker takes',
      [seen('har-log', 0, half), seen('har-log', 1000, worker)],
      ['har-log 0 + har-log 1000'],
    ],
    [
      'a little longer is another',
      [seen('har-log', 0, half), seen('har-log', 1001, worker)],
      ['har-log 0', 'har-log 1001'],
    ],
    [
      'before the page asked, as clocks go',
      [seen('har-log', 1000, half), seen('har-log', 0, worker)],
      ['har-log 1000 + har-log 0'],
    ],
    [
      'long before is another',
      [seen('har-log', 1001, half), seen('har-log', 0, worker)],
      ['har-log 0', 'har-log 1001'],
    ],
    [
      'of another pixel',
      [seen('har-log', 0, half), seen('har-log', 2, { ...worker, raw: pixel(2) })],
      ['har-log 0', 'har-log 2'],
    ],
    [
      'what no worker fetched',
      [seen('har-log', 0, half), seen('har-log', 5)],
      ['har-log 0', 'har-log 5'],
    ],
    [
      'a cache of the worker answered: its own fetch is another',
      [
        seen('har-log', 0, { ...half, outcome: 'from-cache', fromCache: 'service-worker' }),
        seen('har-log', 5, worker),
      ],
      ['har-log 0', 'har-log 5'],
    ],

    [
      'a HAR whose times are whole seconds',
      [seen('har-log', 900), seen('har-file', 0, { precision: 1000 })],
      ['har-log 900 + har-file 0'],
    ],
    [
      'twice within a second, in whole seconds',
      [
        seen('har-log', 100),
        seen('har-log', 900),
        seen('har-file', 0, { ...id('1'), precision: 1000 }),
        seen('har-file', 0, { ...id('2'), precision: 1000 }),
      ],
      ['har-log 100 + har-file 0', 'har-log 900 + har-file 0'],
    ],
    [
      'a driven browser and what arrived at a stand-in, late',
      [seen('remote', 0), seen('sink', 20_000, { precision: 60_000, frameUrl: null })],
      ['remote 0 + sink 20000'],
    ],
    [
      'what arrived, and the browser kept to itself',
      [seen('remote', 0), seen('sink', 5, { raw: pixel(2), precision: 60_000 })],
      ['remote 0', 'sink 5'],
    ],
    [
      'a clock ahead by a minute, by two only',
      series(2, () => 60_000),
      ['har-log 0', 'har-log 3000', 'remote 60000', 'remote 63000'],
    ],
    [
      'a clock ahead by a minute',
      series(3, () => 60_000),
      [0, 3000, 6000].map((at) => `har-log ${at} + remote ${at + 60_000}`),
    ],
    [
      'a clock behind by an hour',
      series(3, () => -3_600_000),
      [0, 3000, 6000].map((at) => `har-log ${at} + remote ${at - 3_600_000}`),
    ],
    [
      'three that are alike by chance: their clocks do not agree',
      series(3, (at) => 60_000 + at * 10),
      [0, 3000, 6000].flatMap((at) => [`har-log ${at}`, `remote ${60_000 + at * 11}`]),
    ],
    [
      'a clock that drifts',
      series(20, (at) => 60_000 + at / 20),
      Array.from({ length: 20 }, (_, i) => i * 3000).map(
        (at) => `har-log ${at} + remote ${at + 60_000 + at / 20}`,
      ),
    ],
  ])('%s', (_, observations, wanted) => {
    expect(toldBy(joinObservations(observations)).toSorted()).toEqual(wanted.toSorted());
  });

  it('two frames at one moment: each with what was told of its own', () => {
    const of = (name: string) => ({ frameUrl: `https://${name}.example/f` });
    const joined = joinObservations([
      seen('har-log', 0, { requestId: '1', ...of('a') }),
      seen('har-log', 0, { requestId: '2', ...of('b') }),
      seen('webRequest', 2, { requestId: '8', ...of('b') }),
      seen('webRequest', 3, { requestId: '9', ...of('a') }),
    ]);
    const frames = joined.map((one) => new Set(observationsOf(one).map((told) => told.frameUrl)));
    expect(frames.map(({ size }) => size)).toEqual([1, 1]);
  });

  it('in the order of their start', () => {
    const starts = [5, 1, 3].map((at) => seen('har-log', at, { raw: pixel(at) }));
    expect(joinObservations(starts).map(({ startedAt }) => startedAt - START)).toEqual([1, 3, 5]);
  });

  it('keeps that the browser itself made https of it, whoever told', () => {
    const raw = pixel(1).replace('https', 'http');
    const [joined, ...others] = joinObservations([
      seen('devtools-event', 0, { raw, status: 307, upgradedBy: 'HSTS' }),
      seen('webRequest', 3, { raw, status: 307 }),
    ]);
    expect(others).toEqual([]);
    expect(joined?.upgradedBy).toBe('HSTS');
    expect(PixelRequestSchema.parse(joined)).toEqual(joined);
    expect(joined && joinObservations(observationsOf(joined))).toEqual([joined]);
  });

  it('keeps of each what it alone knew', () => {
    const [joined] = joinObservations([
      seen('devtools-event', 0, { ...pending, frameUrl: 'https://news.example/' }),
      seen('har-log', 0, { ...pending, frameUrl: null, loader: 'other' }),
      seen('webRequest', 3, {
        outcome: 'blocked-by-browser',
        status: 0,
        error: 'NS_ERROR_TRACKING_URI',
      }),
    ]);
    expect(joined).toMatchObject({
      startedAt: START,
      outcome: 'blocked-by-browser',
      error: 'NS_ERROR_TRACKING_URI',
      loader: 'image',
      frameUrl: 'https://news.example/article',
    });
  });

  it.each([
    ['pending', 'unknown'],
    ['unknown', 'aborted'],
    ['aborted', 'answered'],
    ['network-error', 'blocked-by-browser'],
    ['answered', 'withheld'],
    ['answered', 'from-cache'],
  ] as const)('who says %s knows less than who says %s', (less, more) => {
    const told = [
      seen('har-log', 0, { outcome: less }),
      seen('devtools-event', 0, { outcome: more }),
    ];
    for (const observations of [told, told.toReversed()]) {
      expect(joinObservations(observations).map(({ outcome }) => outcome)).toEqual([more]);
    }
    const twice = [seen('har-log', 0, { outcome: more }), seen('har-log', 0, { outcome: less })];
    expect(joinObservations(twice).map(({ outcome }) => outcome)).toEqual([more]);
  });

  it('knows the whole URL where one source cut it off, and what the other told', () => {
    const cut = { raw: long.slice(0, 560), urlIsCut: true };
    const [joined] = joinObservations([
      seen('har-log', 0, cut),
      seen('webRequest', 2, { raw: long }),
    ]);
    expect(joined?.url.raw).toBe(long);
    expect(joined && observationsOf(joined).map(({ url }) => url.raw.length)).toEqual([
      560,
      long.length,
    ]);
  });

  it('gives back what it was joined from, and what its own schema reads', () => {
    const told = [seen('har-log', 0, pending), seen('webRequest', 3, { tabId: 7, precision: 1 })];
    const [joined] = joinObservations(told);
    expect(joined && observationsOf(joined)).toEqual(told);
    expect(PixelRequestSchema.parse(joined)).toEqual(joined);
  });
});

describe('step by step', () => {
  it('tells only what changed, and what turned out to be part of another', () => {
    const joining = createJoining();
    const [first] = joining.observe([
      seen('har-log', 36, worker),
      seen('har-log', 0, { raw: pixel(2) }),
    ]).changed;
    expect(joining.observe([seen('har-log', 36, worker)])).toEqual({ changed: [], gone: [] });
    const { changed, gone } = joining.observe([seen('har-log', 0, half)]);
    expect(toldBy(changed)).toEqual(['har-log 0 + har-log 36']);
    expect(gone).toEqual([first?.key]);
    expect(joining.requests()).toHaveLength(2);
  });

  it('leaves the others as they are, to the object', () => {
    const joining = createJoining();
    joining.observe([seen('har-log', 0), seen('har-log', 5)]);
    const [first, second] = joining.requests();
    joining.observe([seen('devtools-event', 5)]);
    expect(joining.requests()[0]).toBe(first);
    expect(joining.requests()[1]).not.toBe(second);
    expect(joining.requests()[1]?.key).toBe(second?.key);
  });

  it('forgets what began before a moment', () => {
    const joining = createJoining();
    joining.observe([
      seen('har-log', 0),
      seen('har-log', 5),
      seen('har-log', 3, { raw: pixel(2) }),
    ]);
    joining.forget(START + 5);
    expect(toldBy(joining.requests())).toEqual(['har-log 5']);
  });
});

describe('a recording from before there was more than one source', () => {
  const row = (at: number, changes = {}) =>
    request(pixel(1), { startedAt: START + at, ...changes });

  it('opens as it is', () => {
    expect(joinRequests([row(5), row(0)])).toMatchObject([row(0), row(5)]);
    const other = request(pixel(2), { startedAt: START });
    expect(joinRequests([other])).toEqual([other]);
  });

  it.each(['devtools-event', 'har-log'] as const)(
    'is one with what the %s tells again',
    (source) => {
      const joining = createJoining();
      joining.take([row(0, { outcome: 'pending' }), row(5)]);
      joining.observe([seen(source, 0), seen(source, 5)]);
      expect(joining.requests().map(({ key, outcome }) => [key, outcome])).toEqual([
        [row(0).key, 'answered'],
        [row(5).key, 'answered'],
      ]);
    },
  );

  it('shows the halves at both sides of a service worker as one', () => {
    const rows = [row(0, half), row(36, worker), row(9000)];
    expect(joinRequests(rows).map(({ startedAt }) => startedAt - START)).toEqual([0, 9000]);
  });
});
