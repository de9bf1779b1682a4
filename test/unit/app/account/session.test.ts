import { describe, expect, it, vi } from 'vitest';

import type { ApiAccess } from '@/lib/api/client';
import type { Session, SessionKeeper } from '@/lib/app/account/keeper';
import { type LiveKeeper, withSession } from '@/lib/app/account/session';
import { signIn } from '@/lib/app/account/sign-in';
import { AppError } from '@/lib/core/base/errors';

import { infoOf } from '../../core/account/build';

const INFO = infoOf();

function keeperOf(
  session: Session | null,
  problem: Awaited<ReturnType<SessionKeeper['problemWith']>> = null,
) {
  const read = vi.fn(async () => session);
  const write = vi.fn<(session: Session | null) => Promise<void>>(async () => {});
  return {
    read,
    readOf: read,
    write,
    writeOf: (_: string, next: Session | null) => write(next),
    problemWith: vi.fn(async () => problem),
    choose: read,
    accounts: async () => [],
    used: async () => {},
    usedAt: async () => null,
    renewed: async () => null,
    isDue: async () => false,
    now: () => 0,
  } satisfies LiveKeeper;
}

/** A client that answers what sign-in asks for, and notes to whom it spoke. */
function clients() {
  const asked: ApiAccess[] = [];
  const clientFor = (access: ApiAccess) => async () => {
    asked.push(access);
    return {
      token: 'token-1',
      user: { id: 1, username: 'trafficker' },
      member: { id: 2, name: 'Tidewater Ads' },
    };
  };
  return { asked, clientFor };
}

const nobodyWaits = async () => {};
const typed = (baseUrl: string, confirmed: boolean) => ({
  username: 'trafficker',
  password: 'secret',
  baseUrl,
  confirmed,
});

describe('signing in', () => {
  it.each([
    ['https://api.appnexus.com', false],
    ['https://api-test.appnexus.com', true],
  ])('at %s, confirmed: %s', async (baseUrl, confirmed) => {
    const { asked, clientFor } = clients();
    const keeper = keeperOf(null);
    expect((await signIn(clientFor, keeper, typed(baseUrl, confirmed), nobodyWaits)).baseUrl).toBe(
      baseUrl,
    );
    expect(asked.map((access) => access.baseUrl)).toEqual([baseUrl, baseUrl, baseUrl]);
    expect(keeper.write).toHaveBeenCalledOnce();
  });

  it.each([
    ['https://api-test.appnexus.com', false, null, 'address-unconfirmed'],
    ['https://app.kevel.co', true, 'address-of-console', 'address-of-console'],
    ['https://proxy.example', true, 'access-refused', 'access-refused'],
    ['http://proxy.example', true, null, 'bad-address'],
  ] as const)('sends nothing to %s (confirmed: %s)', async (baseUrl, confirmed, problem, code) => {
    const { asked, clientFor } = clients();
    const keeper = keeperOf(null, problem);
    await expect(
      signIn(clientFor, keeper, typed(baseUrl, confirmed), nobodyWaits),
    ).rejects.toMatchObject({
      code,
    });
    expect(asked).toEqual([]);
    expect(keeper.write).not.toHaveBeenCalled();
  });
});

describe('a session', () => {
  it('is used at its address', async () => {
    const { asked, clientFor } = clients();
    const keeper = keeperOf({ token: 'token-1', info: INFO });
    await withSession(clientFor, keeper, (client) => client({ method: 'GET', path: '/user' }));
    expect(keeper.problemWith).toHaveBeenCalledWith(INFO.baseUrl);
    const account = `${INFO.baseUrl} ${INFO.username}`;
    expect(asked).toEqual([{ baseUrl: INFO.baseUrl, token: 'token-1', account }]);
  });

  it.each(['address-of-console', 'access-refused', 'bad-address'] as const)(
    'ends, its token unsent, where its address is none to send it to: %s',
    async (problem) => {
      const { asked, clientFor } = clients();
      const info = { ...INFO, baseUrl: 'https://elsewhere.example' };
      const keeper = keeperOf({ token: 'token-1', info }, problem);
      const run = vi.fn();
      await expect(withSession(clientFor, keeper, run)).rejects.toMatchObject({
        code: 'address-changed',
      });
      expect(run).not.toHaveBeenCalled();
      expect(asked).toEqual([]);
      expect(keeper.write).toHaveBeenCalledWith(null);
    },
  );

  it.each([
    ['is still the one that was used', 'token-1', [[null]]],
    ['is a newer one by now', 'token-2', []],
    ['is there no more', null, []],
  ])('drops a token that the service knows no more, where it %s', async (_, token, written) => {
    const { clientFor } = clients();
    const keeper = keeperOf({ token: 'token-1', info: INFO });
    const run = async () => {
      keeper.read.mockResolvedValue(token === null ? null : { token, info: INFO });
      throw new AppError('session-expired');
    };
    await expect(withSession(clientFor, keeper, run)).rejects.toMatchObject({
      code: 'session-expired',
    });
    expect(keeper.write.mock.calls).toEqual(written);
  });
});
