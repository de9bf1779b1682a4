import { describe, expect, it } from 'vitest';

import { skewOf } from '@/lib/core/account/clock-skew';
import { endOf, isNearEnd } from '@/lib/core/account/lifetime';
import { accountOf } from '@/lib/core/account/session';
import { environmentOf, type SignIn, withoutSignIn, withSignIn } from '@/lib/core/account/sign-in';
import { MAX_SIGN_INS } from '@/lib/core/base/limits';

import { infoOf } from './build';

const HOUR = 3_600_000;
const info = (userId: number, memberName = 'Tidewater Ads') =>
  infoOf({ userId, username: `user-${userId}`, memberName });
const KEY = { id: 'a', name: 'my-key' };
const one = (userId: number, part: Partial<SignIn> = {}): SignIn => ({
  info: info(userId),
  key: null,
  ...part,
});

describe('when a token ends', () => {
  it.each<[string, number, number, number, 'idle' | 'day']>([
    ['unused since it was given', 0, 0, 2 * HOUR, 'idle'],
    ['used an hour later', 0, HOUR, 3 * HOUR, 'idle'],
    ['used all day', 0, 23 * HOUR, 24 * HOUR, 'day'],
    ['used just so late', 0, 22 * HOUR, 24 * HOUR, 'day'],
  ])('%s', (_, issuedAt, usedAt, at, why) => {
    expect(endOf({ issuedAt, usedAt })).toEqual({ at, why });
  });

  it.each([
    [2 * HOUR - 5 * 60_000, true],
    [2 * HOUR - 5 * 60_000 - 1, false],
    [9 * HOUR, true],
    [-HOUR, false],
  ])('is near at %i: %s', (now, isNear) => {
    expect(isNearEnd({ issuedAt: 0, usedAt: 0 }, now)).toBe(isNear);
  });
});

describe('the list of sign-ins', () => {
  it('has each once, as it is now, where it was', () => {
    const all = [one(1), one(2)];
    const now = withSignIn(all, { info: info(1, 'Renamed'), key: KEY });
    expect(now).toEqual([{ info: info(1, 'Renamed'), key: KEY }, one(2)]);
  });

  it('loses no key by a password that was typed, and what was refused is over', () => {
    const all = [one(1, { key: KEY, refused: 'key-refused' })];
    expect(withSignIn(all, one(1))).toEqual([one(1, { key: KEY })]);
  });

  it('is no longer than it may be', () => {
    const all = Array.from({ length: MAX_SIGN_INS }, (_, index) => one(index));
    const now = withSignIn(all, one(99));
    expect([now.length, now[0]?.info.userId, now.at(-1)?.info.userId]).toEqual([
      MAX_SIGN_INS,
      1,
      99,
    ]);
  });

  it('forgets one', () => {
    expect(withoutSignIn([one(1), one(2)], accountOf(info(1)))).toEqual([one(2)]);
  });
});

it.each([
  ['https://api.appnexus.com', null],
  ['https://api-test.appnexus.com', 'api-test.appnexus.com'],
  ['http://127.0.0.1:8080', '127.0.0.1:8080'],
])('the environment of %s is %s', (baseUrl, host) => {
  expect(environmentOf({ baseUrl })).toBe(host);
});

it.each([
  [29_000, 0],
  [-29_000, 0],
  [31_000, 31_000],
  [-HOUR, -HOUR],
])('a clock %i ms apart is told as %i', (apart, told) => {
  expect(skewOf(1_000_000 + apart, 1_000_000)).toBe(told);
});
