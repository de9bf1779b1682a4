import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { type Recorded, seenByDay, stoppedByProtection } from '@/lib/core/report/seen';
import { switchesIn } from '@/lib/core/report/switched';

import { pageView, request } from '../verification/build';

const NOON = Date.parse('2026-11-12T12:00:00Z');
const HOUR = 3_600_000;

/** One firing at a moment, `at` hours after noon. */
function fired(at: number, cachebuster: string | null, part: Partial<PixelRequest> = {}) {
  const rest = cachebuster === null ? '' : `&cachebuster=${cachebuster}`;
  const startedAt = NOON + at * HOUR;
  const url = `https://ib.adnxs.com/imptr?id=531&t=2${rest}`;
  return { ...request(url, { startedAt, ...part }), key: `${at} ${cachebuster}` };
}

const recorded = (...requests: readonly PixelRequest[]): Recorded => ({
  verificationId: 'v1',
  requests,
  pageViews: [pageView('one', NOON - HOUR), pageView('other', NOON + HOUR)],
});
const seen = (all: readonly Recorded[], zone = 'UTC') => seenByDay(all, zone, AD_SERVERS);

describe('what verifications saw of a tracker', () => {
  it('is told by day, in how many firings of how many page views', () => {
    const twice = recorded(fired(0, '1'), fired(0.1, '2'), fired(2, '3'));
    expect(seen([twice])).toEqual([
      {
        day: '2026-11-12',
        firings: 3,
        views: 2,
        cachebuster: 'changes',
        verificationIds: ['v1'],
      },
    ]);
  });

  it('is of the day of the zone that is asked for', () => {
    const late = [recorded(fired(11.5, '1'))];
    expect(seen(late).map(({ day }) => day)).toEqual(['2026-11-12']);
    expect(seen(late, 'Europe/Berlin').map(({ day }) => day)).toEqual(['2026-11-13']);
    expect(seen(late, 'Nowhere/None')).toEqual([]);
  });

  it('leaves out what never reached the service', () => {
    expect(seen([recorded(fired(0, '1', { outcome: 'blocked-by-browser' }))])).toEqual([]);
    expect(seen([recorded(fired(0, '1', { outcome: 'rehearsed' }))])).toEqual([]);
  });

  it.each([
    ['NS_ERROR_TRACKING_URI', 1],
    ['net::ERR_BLOCKED_BY_CLIENT', 0],
    ['', 0],
  ])('was stopped by a browser’s protection: %j', (error, times) => {
    const stopped = fired(1, '2', { outcome: 'blocked-by-browser', error });
    expect(stoppedByProtection([recorded(fired(0, '1'), stopped)])).toBe(times);
  });

  it('is of all verifications of a day, each page view of its own', () => {
    const other = { ...recorded(fired(0, '2')), verificationId: 'v2' };
    expect(seen([recorded(fired(0, '1')), other])).toMatchObject([
      { firings: 2, views: 2, verificationIds: ['v1', 'v2'] },
    ]);
  });

  it.each([
    ['changes', ['1', '2'], 'changes'],
    ['constant', ['7', '7'], 'constant'],
    ['missing', [null, null], 'missing'],
    ['empty', ['', ''], 'missing'],
    ['a macro that stayed', ['[CACHEBUSTER]', '8'], 'unexpanded'],
    ['one firing alone', ['7'], null],
    ['there and not there', ['7', null], null],
  ] as const)('cachebuster: %s', (_, values, told) => {
    const requests = values.map((value, at) => fired(at / 10, value));
    expect(seen([recorded(...requests)])[0]?.cachebuster).toBe(told);
  });
});

describe('when a tracker was switched', () => {
  const of = { trackerId: 531, at: NOON };
  it('is what is noted with its state', () => {
    expect(
      switchesIn([
        { kind: 'created', ...of },
        { kind: 'changed', ...of, fields: ['name'] },
        { kind: 'changed', ...of, fields: ['state'], state: 'inactive' },
        { kind: 'changed-elsewhere', ...of, at: NOON + 1, fields: ['state'], state: 'active' },
      ]),
    ).toEqual([
      { at: NOON, to: 'inactive' },
      { at: NOON + 1, to: 'active' },
    ]);
  });

  it('is not known where it was noted without: no guess is made', () => {
    expect(switchesIn([{ kind: 'changed', ...of, fields: ['state'] }])).toEqual([]);
  });
});
