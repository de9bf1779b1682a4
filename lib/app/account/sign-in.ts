import { getCurrentUser, getMember, requestToken } from '../../api/auth';
import type { ApiAccess, ApiClient } from '../../api/client';
import { AppError } from '../../core/base/errors';
import type { InTurn } from '../../core/base/in-turn';
import { PRODUCTION_API, readBaseUrl, type SessionInfo } from '../../core/account/session';
import type { Session, SessionKeeper } from './keeper';
import { paceOf } from './session';

type ClientFor = (access: ApiAccess) => ApiClient;

export interface SignInInput {
  readonly username: string;
  readonly password: string;
  readonly baseUrl: string;
  /** The person said, in this sign-in, that the password goes to this very address. */
  readonly confirmed: boolean;
}

/** Makes ready for who signs in before anybody sees their session, and says how it is kept. */
export type Welcome = (info: SessionInfo) => Promise<Partial<Kept> | void>;

interface Kept {
  /** Whether the session that was chosen before stays. */
  readonly beside: boolean;
  /** The key by which the account goes on once the token has died. */
  readonly keyId: string;
  readonly issuedAt: number;
}

/**
 * Signs in and says who it is. Any address but the service's own must be confirmed. Throws `wrong-password`,
 * `account-disabled`, `network` …
 */
export async function signIn(
  clientFor: ClientFor,
  keeper: Pick<SessionKeeper, 'problemWith' | 'write'>,
  input: SignInInput,
  welcome: Welcome,
  inTurn?: InTurn,
): Promise<SessionInfo> {
  const baseUrl = await mayGoTo(keeper, input);
  const account = paceOf(baseUrl, input.username);
  const token = await requestToken(clientFor({ baseUrl, token: null, account }), input);
  const got = { baseUrl, username: input.username, token };
  return enter(clientFor, keeper, got, welcome, inTurn);
}

/** The address as it is called, where something secret may go there: else throws why it may not. */
export async function mayGoTo(
  keeper: Pick<SessionKeeper, 'problemWith'>,
  input: Pick<SignInInput, 'baseUrl' | 'confirmed'>,
): Promise<string> {
  const baseUrl = readBaseUrl(input.baseUrl);
  if (baseUrl === null) throw new AppError('bad-address');
  const problem = await keeper.problemWith(baseUrl);
  if (problem !== null) throw new AppError(problem);
  if (baseUrl !== PRODUCTION_API && !input.confirmed) throw new AppError('address-unconfirmed');
  return baseUrl;
}

interface Got {
  readonly baseUrl: string;
  readonly username: string;
  readonly token: string;
}

/** Keeps the session of a token that was just given, once it is known whose it is. */
export async function enter(
  clientFor: ClientFor,
  keeper: Pick<SessionKeeper, 'write'>,
  got: Got,
  welcome: Welcome,
  inTurn: InTurn = (act) => act(),
): Promise<SessionInfo> {
  const info = await whoIs(clientFor, got);
  return inTurn(async () => {
    const { beside = false, ...kept } = (await welcome(info)) ?? {};
    await keeper.write({ token: got.token, info, ...kept } satisfies Session, beside);
    return info;
  });
}

/** Whose a token is. */
export async function whoIs(
  clientFor: ClientFor,
  { baseUrl, username, token }: Got,
): Promise<SessionInfo> {
  const client = clientFor({ baseUrl, token, account: paceOf(baseUrl, username) });
  const [user, member] = await Promise.all([getCurrentUser(client), getMember(client)]);
  return {
    baseUrl,
    userId: user.id,
    username: user.username,
    readOnly: user.readOnly,
    memberId: member.id,
    memberName: member.name,
    trackersEnabled: member.trackersEnabled,
  };
}
