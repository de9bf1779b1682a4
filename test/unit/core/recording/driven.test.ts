import { describe, expect, it } from 'vitest';

import { type Driven, isDriven, observeDriven } from '@/lib/core/recording/driven';
import { joinObservations } from '@/lib/core/recording/join-observations';
import { type Arrival, hasArrived, isTold, observeArrival } from '@/lib/core/recording/sink';

import { START } from '../verification/build';
import { pixel } from './build';

const told = (changes: Partial<Driven> = {}): Driven => ({
  requestId: '1.1',
  url: pixel(1),
  method: 'GET',
  startedAt: START,
  endedAt: START + 20,
  type: 'image',
  frameUrl: 'https://news.example/article',
  status: 200,
  error: null,
  fromCache: false,
  viaServiceWorker: false,
  workerSource: null,
  location: null,
  upgradedBy: null,
  isChromium: true,
  ...changes,
});

const arrival = (changes: Partial<Arrival> = {}): Arrival => ({
  requestId: '1',
  at: START + 800,
  url: pixel(1),
  method: 'GET',
  status: 200,
  location: null,
  destination: 'image',
  referer: 'https://news.example/',
  ...changes,
});

const joined = (driven: readonly Driven[], arrivals: readonly Arrival[]) =>
  joinObservations([
    ...observeDriven(driven),
    ...arrivals.flatMap((one) => observeArrival(one) ?? []),
  ]);

describe('what a driven browser tells', () => {
  it('is an observation like any other', () => {
    expect(observeDriven([told()])).toEqual([
      expect.objectContaining({
        source: 'remote',
        requestId: '1.1',
        startedAt: START,
        duration: 20,
        status: 200,
        outcome: 'answered',
        loader: 'image',
        frameUrl: 'https://news.example/article',
        error: null,
      }),
    ]);
  });

  it.each<[string, Partial<Driven>, string]>([
    ['answered', {}, 'answered'],
    ['the page was left first', { status: 0, endedAt: null }, 'aborted'],
    ['given up by Chromium', { status: 0, error: 'net::ERR_ABORTED' }, 'aborted'],
    [
      'given up by Firefox',
      { status: 0, error: 'NS_BINDING_ABORTED', isChromium: false },
      'aborted',
    ],
    ['no such host', { status: 0, error: 'net::ERR_NAME_NOT_RESOLVED' }, 'network-error'],
    ['the page forbids it, and Chromium says no more', { status: 0, error: '' }, 'blocked-by-page'],
    [
      'mixed content',
      { status: 0, error: '', url: pixel(1).replace('https', 'http') },
      'blocked-by-browser',
    ],
    ['Firefox says no reason', { status: 0, error: '', isChromium: false }, 'unknown'],
    ['a blocker', { status: 0, error: 'net::ERR_BLOCKED_BY_CLIENT' }, 'blocked-by-extension'],
    ['a cache', { fromCache: true }, 'from-cache'],
    ['a service worker, from wherever it had it', { viaServiceWorker: true }, 'unknown'],
    ['through a worker', { viaServiceWorker: true, workerSource: 'network' }, 'answered'],
    [
      'a worker, of its own cache',
      { viaServiceWorker: true, workerSource: 'cache-storage' },
      'from-cache',
    ],
    ['kept from the page', { error: 'net::ERR_BLOCKED_BY_ORB' }, 'withheld'],
    ['a redirect', { status: 302, location: 'https://shop.example/x' }, 'answered'],
  ])('ends as it did: %s', (_, changes, outcome) => {
    expect(observeDriven([told(changes)])).toMatchObject([{ outcome }]);
  });

  it('a detour that failed is the end of the pixel before it', () => {
    const url = 'https://ib.adnxs.com/bounce?%2Fimptr';
    const all = [
      told({ status: 307, location: url }),
      told({ requestId: '1.2', url, status: 0, error: 'net::ERR_CONNECTION_RESET' }),
    ];
    expect(observeDriven(all)).toMatchObject([
      { outcome: 'bounce-failed', error: 'net::ERR_CONNECTION_RESET' },
    ]);
  });

  it.each([
    [pixel(1), true],
    ['https://ib.adnxs.com/bounce?%2Fimptr', true],
    ['https://ib.adnxs.com/getuid?x', false],
    ['https://news.example/article', false],
    ['data:image/gif;base64,R0', false],
  ])('of all requests those of pixels are kept: %s', (url, isKept) => {
    expect(isDriven(url)).toBe(isKept);
  });

  it('an address without an end is cut, and that is known', () => {
    const [one] = observeDriven([told({ url: pixel(1, `&redir=https://${'a'.repeat(200_000)}`) })]);
    expect(one?.urlIsCut).toBe(true);
    expect(one?.url.raw).toHaveLength(100_000);
  });
});

describe('what arrived at the stand-in, joined with what the browser told', () => {
  it.each<[string, readonly Driven[], readonly Arrival[], readonly string[]]>([
    ['one request', [told()], [arrival()], ['answered, told, arrived']],
    ['on a busy machine', [told()], [arrival({ at: START + 20_000 })], ['answered, told, arrived']],
    ['fired and not told', [], [arrival()], ['answered, arrived']],
    [
      'a beacon',
      [told({ type: 'ping' })],
      [arrival({ destination: 'empty' })],
      ['answered, told, arrived'],
    ],
    ['without the header', [told()], [arrival({ destination: null })], ['answered, told, arrived']],
    ['blocked', [told({ status: 0, error: '' })], [], ['blocked-by-page, told']],
    [
      'given up, but it had arrived',
      [told({ status: 0, error: 'net::ERR_ABORTED' })],
      [arrival()],
      ['answered, told, arrived'],
    ],
    [
      'fired twice',
      [told(), told({ requestId: '1.2', startedAt: START + 5 })],
      [arrival(), arrival({ requestId: '2', at: START + 805 })],
      ['answered, told, arrived', 'answered, told, arrived'],
    ],
    [
      'fired again by what tells nothing',
      [told()],
      [arrival(), arrival({ requestId: '2', at: START + 900 })],
      ['answered, told, arrived', 'answered, arrived'],
    ],
    [
      'through a service worker, which asks as fetch does',
      [told({ viaServiceWorker: true })],
      [arrival({ destination: 'empty' })],
      ['answered, told, arrived'],
    ],
    [
      'another address',
      [told()],
      [arrival({ url: pixel(2) })],
      ['answered, told', 'answered, arrived'],
    ],
    ['no pixel', [], [arrival({ url: 'https://ib.adnxs.com/getuid' })], []],
  ])('%s', (_, driven, arrivals, requests) => {
    expect(
      joined(driven, arrivals).map((one) =>
        [one.outcome, isTold(one) && 'told', hasArrived(one) && 'arrived']
          .filter(Boolean)
          .join(', '),
      ),
    ).toEqual(requests);
  });
});
