import type { ApiAccess, ApiClient } from '../../api/client';
import { AppError } from '../../core/base/errors';
import { accountOf, type SessionInfo } from '../../core/account/session';
import type { Session, SessionKeeper } from './keeper';

/** A keeper that can take another token for an account, by its key. */
export interface LiveKeeper extends SessionKeeper {
  /**
   * A session in the place of one that has died: another that is there by now, or one by the account's key;
   * `null` where only a person can sign in. Throws what a sign-in throws that may come off later.
   */
  renewed(dead: Session): Promise<Session | null>;
  /** Whether a token is known to end so soon that it is better replaced before the next call. */
  isDue(session: Session): Promise<boolean>;
  /** Our clock. */
  now(): number;
}

type ClientFor = (access: ApiAccess) => ApiClient;
type Run<T> = (client: ApiClient, info: SessionInfo) => Promise<T>;

/**
 * Runs a call with the client of the session that is chosen. A token that the service no longer knows is
 * replaced where its account has a key, and the one request that met it is sent again: it was refused and
 * not done. Else it is dropped, so that every view goes to sign-in; the failure is passed on. So is a
 * session whose address is none that a token may go to: then somebody else wrote it.
 */
export async function withSession<T>(
  clientFor: ClientFor,
  keeper: LiveKeeper,
  run: Run<T>,
): Promise<T> {
  return runIn(clientFor, keeper, await keeper.read(), run);
}

/** The same for one account, whether it is chosen or not. */
export async function withSessionOf<T>(
  clientFor: ClientFor,
  keeper: LiveKeeper,
  account: string,
  run: Run<T>,
): Promise<T> {
  return runIn(clientFor, keeper, await keeper.readOf(account), run);
}

async function runIn<T>(
  clientFor: ClientFor,
  keeper: LiveKeeper,
  session: Session | null,
  run: Run<T>,
): Promise<T> {
  if (!session) throw new AppError('session-expired');
  const { info } = session;
  const account = accountOf(info);
  if ((await keeper.problemWith(info.baseUrl)) !== null) {
    await keeper.writeOf(account, null);
    throw new AppError('address-changed');
  }
  let live = session;
  const { baseUrl, username } = info;
  const send: ApiClient = (request) =>
    clientFor({ baseUrl, token: live.token, account: paceOf(baseUrl, username) })(request);
  const client: ApiClient = async (request) => {
    if (await keeper.isDue(live)) {
      // What cannot be renewed yet is still good for this call.
      live = (await keeper.renewed(live).catch(() => null)) ?? live;
    }
    const answer = await send(request).catch(async (error: unknown) => {
      if (!isExpired(error)) throw error;
      const next = await keeper.renewed(live);
      if (!next || next.token === live.token) throw error;
      live = next;
      return send(request);
    });
    // What cannot be noted takes nothing away from what came off.
    await keeper.used(account, keeper.now()).catch(() => {});
    return answer;
  };
  try {
    return await run(client, info);
  } catch (error) {
    if (isExpired(error)) {
      const now = await keeper.readOf(account);
      if (now?.token === live.token) await keeper.writeOf(account, null);
    }
    throw error;
  }
}

function isExpired(error: unknown): boolean {
  return error instanceof AppError && error.code === 'session-expired';
}

/** Whose pace: the service counts by user, who is known by name before they are signed in. */
export function paceOf(baseUrl: string, username: string): string {
  return `${baseUrl} ${username.trim().toLowerCase()}`;
}
