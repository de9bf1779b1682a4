import { AppError } from '../core/base/errors';
import { z } from '../core/base/schema';
import type { ApiClient } from './client';
import { IdSchema } from './imptracker-wire';

const TokenSchema = z.object({ token: z.string().check(z.minLength(1)) });
const UserSchema = z.object({
  id: IdSchema,
  username: z.string(),
  read_only: z.optional(z.nullable(z.boolean())),
  entity_id: z.optional(z.nullable(IdSchema)),
  entity_name: z.optional(z.nullable(z.string())),
});
const MemberSchema = z.object({
  id: IdSchema,
  name: z.optional(z.nullable(z.string())),
  enable_click_and_imp_trackers: z.optional(z.nullable(z.boolean())),
});

export interface User {
  readonly id: number;
  readonly username: string;
  readonly readOnly: boolean;
}

export interface Member {
  readonly id: number;
  readonly name: string;
  /** Whether this member may have impression trackers at all; `true` where not said. */
  readonly trackersEnabled: boolean;
}

/**
 * A token for username and password. It lasts two hours after the last call and a day at most
 * (authentication service). The password is neither kept nor put into an error.
 */
export async function requestToken(
  client: ApiClient,
  credentials: { readonly username: string; readonly password: string },
): Promise<string> {
  try {
    const { username, password } = credentials;
    const body = { auth: { username, password } };
    return readToken(await client({ method: 'POST', path: '/auth', body }));
  } catch (error) {
    throw signInError(error, 'wrong-password');
  }
}

/**
 * A token for a JWT that was signed with a registered key (token-based API authentication). `silent` where
 * nobody asked for it just now. Throws `key-refused`, `too-many-sign-ins` …
 */
export async function requestTokenByKey(
  client: ApiClient,
  jwt: string,
  { silent }: { readonly silent: boolean },
): Promise<string> {
  try {
    return readToken(await client({ method: 'POST', path: '/v2/auth/jwt', text: jwt, silent }));
  } catch (error) {
    throw signInError(error, 'key-refused');
  }
}

function readToken(envelope: unknown): string {
  const parsed = TokenSchema.safeParse(envelope);
  if (!parsed.success) throw new AppError('bad-answer', { detail: 'no token in the answer' });
  return parsed.data.token;
}

/** The user whose token this is. */
export async function getCurrentUser(client: ApiClient): Promise<User> {
  const envelope = await client({ method: 'GET', path: '/user', query: { current: '' } });
  const parsed = UserSchema.safeParse(envelope.user);
  if (!parsed.success) throw new AppError('bad-answer', { detail: 'no readable user' });
  const { id, username, read_only: readOnly } = parsed.data;
  return { id, username, readOnly: readOnly ?? false };
}

/** The member of the token's user. The service answers with one object or a list of one. */
export async function getMember(client: ApiClient): Promise<Member> {
  const envelope = await client({ method: 'GET', path: '/member' });
  const row = Array.isArray(envelope.members) ? envelope.members[0] : envelope.member;
  const parsed = MemberSchema.safeParse(row);
  if (!parsed.success) throw new AppError('bad-answer', { detail: 'no readable member' });
  const { id, name, enable_click_and_imp_trackers: enabled } = parsed.data;
  return { id, name: name ?? String(id), trackersEnabled: enabled ?? true };
}

// While signing in, the general codes mean something more definite.
function signInError(error: unknown, refused: 'wrong-password' | 'key-refused'): unknown {
  if (!(error instanceof AppError)) return error;
  if (error.code === 'session-expired') return new AppError(refused);
  if (error.code === 'rate-limited') {
    const seconds = error.retryAfterSeconds;
    return new AppError(
      'too-many-sign-ins',
      seconds === null ? {} : { retryAfterSeconds: seconds },
    );
  }
  return error;
}
