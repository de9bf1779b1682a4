import { describe, expect, it } from 'vitest';

import { createPace, type PaceStore } from '@/lib/api/pace';
import {
  heldFor,
  isHopeless,
  type Kind,
  NOTHING_SENT,
  type PaceState,
  signInWaitOf,
  waitOf,
  withRefusal,
  withSignIn,
  withStart,
} from '@/lib/api/pace-state';
import { AppError } from '@/lib/core/base/errors';

const MINUTE = 60_000;
const sent = (kind: 'read' | 'write', times: number, at: number) =>
  Array.from({ length: times }).reduce<PaceState>(
    (state) => withStart(state, kind, at),
    NOTHING_SENT,
  );
const refused = (...moments: readonly number[]) =>
  moments.reduce<PaceState>((state, at) => withRefusal(state, 7000, at), NOTHING_SENT);

describe('how long a request waits for its turn', () => {
  it.each<[string, PaceState, Kind, number, number | null]>([
    ['nothing was sent', NOTHING_SENT, 'read', 0, 0],
    ['there is room', sent('read', 99, 0), 'read', 10, 0],
    ['the minute is used up', sent('read', 100, 0), 'read', 10_000, 50_000],
    ['the minute is over', sent('read', 100, 0), 'read', MINUTE, 0],
    ['a long list leaves room for others', sent('read', 85, 0), 'read', 10, 0],
    ['but has none itself', sent('read', 85, 0), 'bulk', 0, MINUTE],
    ['writes are counted apart', sent('read', 100, 0), 'write', 0, 0],
    ['sixty of them', sent('write', 60, 0), 'write', 1000, 59_000],
    ['the service wants quiet', refused(1000), 'write', 2000, 6000],
    ['the clock went back an hour', sent('read', 100, 60 * MINUTE), 'read', 0, MINUTE],
    ['and during a quiet', refused(60 * MINUTE), 'read', 0, 7000],
    ['the service wants quiet for long', withRefusal(NOTHING_SENT, 90_000, 0), 'read', 0, null],
    ['a person signs in all the same', withRefusal(NOTHING_SENT, 90_000, 0), 'sign-in', 0, 0],
    ['but not during a short quiet', refused(0), 'sign-in', 0, 7000],
    ['nor past the limit of writes', sent('write', 60, 0), 'sign-in', 0, MINUTE],
  ])('where %s', (_, state, kind, now, ms) => expect(waitOf(state, kind, now)).toBe(ms));
});

describe('how long a sign-in waits', () => {
  const signedIn = (...moments: readonly number[]) =>
    moments.reduce<PaceState>((state, at) => withSignIn(state, at), NOTHING_SENT);
  const each = (count: number) => signedIn(...Array.from({ length: count }, (_, at) => at * 1000));
  it.each<[string, PaceState, 'sign-in' | 'renewal', number, number]>([
    ['nobody has signed in', NOTHING_SENT, 'sign-in', 0, 0],
    ['nine have', each(9), 'sign-in', 10_000, 0],
    ['ten have', each(10), 'sign-in', 10_000, 290_000],
    ['the first of them was five minutes ago', each(10), 'sign-in', 300_000, 0],
    ['seven have', each(7), 'renewal', 10_000, 0],
    ['eight have: two are left to the person', each(8), 'renewal', 10_000, 290_000],
    [
      'the clock went back an hour',
      signedIn(...Array.from({ length: 10 }, () => 60 * MINUTE)),
      'sign-in',
      0,
      300_000,
    ],
  ])('where %s', (_, state, kind, now, ms) => expect(signInWaitOf(state, kind, now)).toBe(ms));
});

describe('quiet', () => {
  it.each<[string, PaceState, boolean]>([
    ['three times in a row', refused(0, 7000, 14_000), false],
    ['a fourth time', refused(0, 7000, 14_000, 21_000), true],
    ['four that were on their way together', refused(0, 1, 2, 3), false],
    ['again, after it was given up', refused(0, 7000, 14_000, 21_000, 28_000), false],
    ['for longer than a minute', withRefusal(NOTHING_SENT, 61_000, 0), true],
  ])('is asked for %s', (_, state, hopeless) => expect(isHopeless(state)).toBe(hopeless));

  it('lasts as long as the longest that was asked for', () => {
    const state = withRefusal(withRefusal(NOTHING_SENT, 30_000, 0), 1000, 10_000);
    expect(heldFor(state, 10_000)).toBe(20_000);
  });
});

describe('a pace', () => {
  const parts = (store?: PaceStore) => {
    const slept: number[] = [];
    let now = 0;
    const sleep = async (ms: number) => {
      slept.push(ms);
      now += ms;
    };
    return { slept, pace: createPace({ now: () => now, sleep, ...(store && { store }) }) };
  };
  const nothing = async () => {};

  it('of one account keeps nobody else waiting', async () => {
    const { pace, slept } = parts();
    pace('one').hold(30);
    await pace('another').run('read', nothing);
    expect(slept).toEqual([]);
    await pace('one').run('read', nothing);
    expect(slept).toEqual([30_000]);
  });

  it('is of one account, however often it is asked for', () => {
    const { pace } = parts();
    expect(pace('one')).toBe(pace('one'));
  });

  it('gives no place to whoever gave up', async () => {
    const { pace } = parts();
    const { run } = pace('one');
    const first = Array.from({ length: 6 }, () => Promise.withResolvers<void>());
    const running = first.map(({ promise }) => run('read', () => promise));
    const stop = new AbortController();
    const late = run('read', nothing, stop.signal);
    stop.abort(new AppError('cancelled'));
    await expect(late).rejects.toMatchObject({ code: 'cancelled' });
    for (const { resolve } of first) resolve();
    await Promise.all(running);
    await run('read', nothing);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no state', { reads: 'many' }],
    ['more than there can be', { ...NOTHING_SENT, reads: Array(101).fill(0) }],
  ])('begins anew where %s is kept', async (_, kept) => {
    const { pace, slept } = parts({ read: async () => kept, write: async () => {} });
    await pace('one').run('read', nothing);
    expect(slept).toEqual([]);
  });

  it('goes on though nothing can be kept', async () => {
    const fail = () => Promise.reject(new Error('full'));
    const { pace } = parts({ read: fail, write: fail });
    await pace('one').run('read', nothing);
  });
});
