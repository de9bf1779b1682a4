import { getCurrentUser, getMember, requestToken } from '../../api/auth';
import type { ApiAccess, ApiClient } from '../../api/client';
import { AppError } from '../../core/base/errors';
import type { AddressProblem } from '../../core/account/api-address';
import { PRODUCTION_API, readBaseUrl, type SessionInfo } from '../../core/account/session';

export interface Session {
  readonly token: string;
  readonly info: SessionInfo;
}

export interface SignInInput {
  readonly username: string;
  readonly password: string;
  readonly baseUrl: string;
  /** The person said, in this sign-in, that the password goes to this very address. */
  readonly confirmed: boolean;
}

/** Where the session lives: memory of the browser, never the disk. */
export interface SessionKeeper {
  read(): Promise<Session | null>;
  write(session: Session | null): Promise<void>;
  /** Why no password and no token may go to this address; `null` where they may. */
  problemWith(baseUrl: string): Promise<AddressProblem | 'access-refused' | null>;
}

/**
 * Signs in and says who it is; `welcome` makes ready for them before anybody sees their session. Any address but the service's own must be confirmed. Throws `wrong-password`,
 * `account-disabled`, `network` …
 */
export async function signIn(
  clientFor: (access: ApiAccess) => ApiClient,
  keeper: SessionKeeper,
  input: SignInInput,
  welcome: (info: SessionInfo) => Promise<void>,
): Promise<SessionInfo> {
  const baseUrl = readBaseUrl(input.baseUrl);
  if (baseUrl === null) throw new AppError('bad-address');
  const problem = await keeper.problemWith(baseUrl);
  if (problem !== null) throw new AppError(problem);
  if (baseUrl !== PRODUCTION_API && !input.confirmed) throw new AppError('address-unconfirmed');
  const account = paceOf(baseUrl, input.username);
  const token = await requestToken(clientFor({ baseUrl, token: null, account }), input);
  const client = clientFor({ baseUrl, token, account });
  const [user, member] = await Promise.all([getCurrentUser(client), getMember(client)]);
  const info: SessionInfo = {
    baseUrl,
    userId: user.id,
    username: user.username,
    readOnly: user.readOnly,
    memberId: member.id,
    memberName: member.name,
    trackersEnabled: member.trackersEnabled,
  };
  await welcome(info);
  await keeper.write({ token, info });
  return info;
}

/**
 * Runs a call with the session's client. A token that the service no longer knows is dropped, so
 * that every view goes to sign-in; the failure is passed on. So is a session whose address is none
 * that a token may go to: then somebody else wrote it.
 */
export async function withSession<T>(
  clientFor: (access: ApiAccess) => ApiClient,
  keeper: SessionKeeper,
  run: (client: ApiClient, info: SessionInfo) => Promise<T>,
): Promise<T> {
  const session = await keeper.read();
  if (!session) throw new AppError('session-expired');
  if ((await keeper.problemWith(session.info.baseUrl)) !== null) {
    await keeper.write(null);
    throw new AppError('address-changed');
  }
  try {
    const { token, info } = session;
    const { baseUrl, username } = info;
    const account = paceOf(baseUrl, username);
    return await run(clientFor({ baseUrl, token, account }), info);
  } catch (error) {
    if (error instanceof AppError && error.code === 'session-expired') {
      const now = await keeper.read();
      if (now?.token === session.token) await keeper.write(null);
    }
    throw error;
  }
}

// Whose pace: the service counts by user, who is known by name before they are signed in.
function paceOf(baseUrl: string, username: string): string {
  return `${baseUrl} ${username.trim().toLowerCase()}`;
}
