import { browser } from 'wxt/browser';

import type { SignIns } from '../../app/account/sign-ins';
import { createInTurn } from '../../core/base/in-turn';
import { MAX_SIGN_INS } from '../../core/base/limits';
import { z } from '../../core/base/schema';
import { accountOf } from '../../core/account/session';
import { type SignIn, SignInSchema, type SignInState } from '../../core/account/sign-in';
import { onSessionsChange, readSessions } from './sessions';
import { readAccount } from './storage';

const KEY = 'signIns';
const ListSchema = z.array(z.unknown()).check(z.maxLength(MAX_SIGN_INS));
const inTurn = createInTurn();

/** Who has signed in here and was not forgotten; one that cannot be read is as if it were not there. */
export const signIns: SignIns = {
  async read() {
    const { [KEY]: stored } = await browser.storage.local.get(KEY);
    const rows = ListSchema.safeParse(stored).data ?? [];
    return rows.flatMap((row) => SignInSchema.safeParse(row).data ?? []);
  },
  change: (act) =>
    inTurn(async () => {
      const after = act(await signIns.read());
      if (after.length > 0) await browser.storage.local.set({ [KEY]: after });
      else await browser.storage.local.remove(KEY);
    }),
};

/** All of them as they stand now. */
export async function readSignInStates(): Promise<readonly SignInState[]> {
  const [all, held, chosen] = await Promise.all([signIns.read(), readSessions(), readAccount()]);
  return all.map((one: SignIn) => {
    const account = accountOf(one.info);
    const isChosen = account === chosen;
    const session = isChosen ? held.session : held.sessions[account];
    const usedAt = held.lastCalls[account] ?? session?.issuedAt;
    const lifetime =
      session?.issuedAt === undefined || usedAt === undefined
        ? null
        : { issuedAt: session.issuedAt, usedAt };
    return {
      ...one,
      account,
      isChosen,
      isSignedIn: session !== undefined && session !== null,
      lifetime,
    };
  });
}

/** Calls back when any of them changes; returns how to stop. */
export function onSignInsChange(listener: () => void): () => void {
  const heard = (changes: object) => {
    if (KEY in changes || 'account' in changes) listener();
  };
  browser.storage.local.onChanged.addListener(heard);
  const stop = onSessionsChange(listener);
  return () => {
    browser.storage.local.onChanged.removeListener(heard);
    stop();
  };
}
