import { accountOf } from '../../core/account/session';
import { isNearEnd } from '../../core/account/lifetime';
import { AppError, type ErrorCode, toFailure } from '../../core/base/errors';
import { stored } from '../../core/base/stored';
import type { KeyStore } from '../../store/keys';
import type { Session, SessionKeeper } from './keeper';
import { type KeySignInDeps, tokenByKey } from './key-sign-in';
import type { LiveKeeper } from './session';
import { whoIs } from './sign-in';

export interface RenewalDeps extends KeySignInDeps {
  readonly keys: KeyStore;
  /** Told why an account's key signs it in no more. */
  readonly onRefused: (account: string, code: ErrorCode) => Promise<void>;
}

/** Failures after which the same key may well be taken: the session waits for the next call. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'network',
  'service-down',
  'rate-limited',
  'too-many-sign-ins',
  'bad-answer',
  'cancelled',
  // A disk that is full, or cannot be read just now, says nothing of the key.
  'storage-failed',
  'database-failed',
]);

/**
 * A keeper that signs an account in again by its key. Many calls that meet a dead token wait for one
 * sign-in. A key that is refused ends the session: nothing asks again before a person does.
 */
export function withRenewal(keeper: SessionKeeper, deps: RenewalDeps): LiveKeeper {
  const flights = new Map<string, Promise<Session | null>>();
  /** Tokens for which there will be no other. */
  const last = new Set<string>();

  async function renew(account: string, dead: Session): Promise<Session | null> {
    if (dead.keyId === undefined || last.has(dead.token)) return null;
    const there = await keeper.readOf(account);
    // Somebody has signed in again meanwhile, or out.
    if (there?.token !== dead.token) return there;
    try {
      if ((await keeper.problemWith(dead.info.baseUrl)) !== null) return null;
      const next = await byKey(deps, dead, dead.keyId);
      const now = await keeper.readOf(account);
      if (now?.token !== dead.token) return now;
      await stored(keeper.writeOf(account, next));
      // What cannot be noted takes nothing away from what came off.
      await keeper.used(account, deps.now()).catch(() => {});
      return next;
    } catch (error) {
      const { code } = toFailure(error);
      if (PASSING.has(code)) throw error;
      last.add(dead.token);
      await deps.onRefused(account, code).catch(() => {});
      return null;
    }
  }

  return {
    ...keeper,
    now: deps.now,
    renewed(dead) {
      const account = accountOf(dead.info);
      const flight =
        flights.get(account) ?? renew(account, dead).finally(() => flights.delete(account));
      flights.set(account, flight);
      return flight;
    },
    async isDue({ info, token, issuedAt, keyId }) {
      if (keyId === undefined || issuedAt === undefined || last.has(token)) return false;
      const usedAt = (await keeper.usedAt(accountOf(info))) ?? issuedAt;
      return isNearEnd({ issuedAt, usedAt }, deps.now());
    },
  };
}

/** Another session of the same account, by its key. */
async function byKey(deps: RenewalDeps, { info }: Session, keyId: string): Promise<Session> {
  const row = await stored(deps.keys.read(keyId));
  if (row?.baseUrl !== info.baseUrl) throw new AppError('key-missing');
  const token = await tokenByKey(deps, row, true);
  const now = await whoIs(deps.clientFor, { ...row, token });
  // Whose data is shown must not change unseen.
  if (accountOf(now) !== accountOf(info)) throw new AppError('account-other');
  return { token, info: now, keyId, issuedAt: deps.now() };
}
