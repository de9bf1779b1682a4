import { describe, expect, it } from 'vitest';

import { createKeeper, type Session } from '@/lib/app/account/keeper';
import { accountOf } from '@/lib/core/account/session';

import { infoOf } from '../../components/account/sign-in-sample';

const sessionOf = (userId: number, token = `token-${userId}`): Session => ({
  token,
  info: infoOf({ userId }),
  issuedAt: 1,
});
const [ONE, TWO] = [sessionOf(1), sessionOf(2)];
const [FIRST, SECOND] = [accountOf(ONE.info), accountOf(TWO.info)];

/** A keeper over an area in memory; `writes` are the names that each write touched. */
function held(start: Record<string, unknown> = {}) {
  const stored: Record<string, unknown> = structuredClone(start);
  const writes: (readonly string[])[] = [];
  const keeper = createKeeper(
    {
      read: async () => structuredClone(stored),
      async write(values, gone) {
        writes.push([...Object.keys(values), ...gone]);
        Object.assign(stored, structuredClone(values));
        for (const name of gone) delete stored[name];
      },
    },
    async () => null,
  );
  return { keeper, stored, writes };
}

describe('sessions', () => {
  it('come in the place of each other, unless the one before is to stay', async () => {
    const { keeper } = held();
    await keeper.write(ONE);
    await keeper.write(TWO, true);
    expect([await keeper.read(), await keeper.accounts()]).toEqual([TWO, [SECOND, FIRST]]);
    await keeper.write(sessionOf(3));
    expect(await keeper.accounts()).toEqual([accountOf(infoOf({ userId: 3 })), FIRST]);
  });

  it('are chosen, and the one before stays', async () => {
    const { keeper } = held();
    await keeper.write(ONE);
    await keeper.write(TWO, true);
    expect(await keeper.choose(FIRST)).toEqual(ONE);
    expect(await keeper.readOf(SECOND)).toEqual(TWO);
    expect(await keeper.choose('nobody')).toBeNull();
    expect([await keeper.read(), await keeper.accounts()]).toEqual([null, [SECOND, FIRST]]);
  });

  it('are replaced and ended by their account, and by no other', async () => {
    const { keeper } = held();
    await keeper.write(ONE);
    await keeper.write(TWO, true);
    await keeper.writeOf(FIRST, sessionOf(1, 'new'));
    expect((await keeper.readOf(FIRST))?.token).toBe('new');
    await keeper.writeOf('nobody', sessionOf(9));
    await keeper.writeOf(SECOND, null);
    expect([await keeper.read(), await keeper.accounts()]).toEqual([null, [FIRST]]);
  });

  it('leave nothing behind', async () => {
    const { keeper, stored } = held();
    await keeper.write(ONE);
    await keeper.used(FIRST, 5);
    await keeper.write(TWO, true);
    await keeper.writeOf(FIRST, null);
    await keeper.write(null);
    expect(stored).toEqual({});
  });

  it.each([
    ['a session without a token', { session: { info: ONE.info } }],
    ['a list of others', { sessions: [ONE] }],
    ['a session that is a text', { session: 'token' }],
  ])('are read; what is none is not there: %s', async (_, start) => {
    const { keeper } = held(start);
    expect([await keeper.read(), await keeper.accounts()]).toEqual([null, []]);
  });

  it('are changed one after the other', async () => {
    const { keeper } = held();
    await Promise.all([keeper.write(ONE), keeper.write(TWO, true), keeper.choose(FIRST)]);
    expect(await keeper.accounts()).toEqual([FIRST, SECOND]);
  });
});

describe('when a session was used', () => {
  it('is noted each half minute, and wakes nobody who looks at the session itself', async () => {
    const { keeper, writes } = held();
    await keeper.write(ONE);
    const before = writes.length;
    for (const at of [0, 10_000, 29_999, 30_000, 31_000, 90_000]) await keeper.used(FIRST, at);
    expect(writes.slice(before)).toEqual([['lastCalls'], ['lastCalls'], ['lastCalls']]);
    expect(await keeper.usedAt(FIRST)).toBe(90_000);
  });

  it('is noted anew by a clock that was set back', async () => {
    const { keeper } = held();
    await keeper.write(ONE);
    await keeper.used(FIRST, 9_000_000);
    await keeper.used(FIRST, 1_000_000);
    expect(await keeper.usedAt(FIRST)).toBe(1_000_000);
  });
});
