import { ERROR_CODES } from '../base/errors';
import { MAX_NAME_CHARS, MAX_SIGN_INS } from '../base/limits';
import { z } from '../base/schema';
import type { Lifetime } from './lifetime';
import { accountOf, PRODUCTION_API, type SessionInfo, SessionInfoSchema } from './session';

/** A key by which somebody signs in: where it is kept, and what the service calls it. */
const KeyRefSchema = z.object({
  id: z.string().check(z.maxLength(MAX_NAME_CHARS)),
  name: z.string().check(z.maxLength(MAX_NAME_CHARS)),
});
export type KeyRef = z.infer<typeof KeyRefSchema>;

/** What may be said of a key that is kept here: all but the key. */
export interface KeyAbout {
  readonly id: string;
  /** Where it signs in, as whom, and what the service calls it. */
  readonly baseUrl: string;
  readonly username: string;
  readonly name: string;
  /** The public key that belongs to it, as text. */
  readonly publicKey: string;
  readonly bits: number;
  /** Whether the pair was made here: then there is no other copy of it. */
  readonly isMadeHere: boolean;
  /** In milliseconds since 1970. */
  readonly madeAt: number;
}

/** Somebody who has signed in here and was not forgotten. Holds neither token nor password nor key. */
export const SignInSchema = z.object({
  info: SessionInfoSchema,
  /** `null` where it takes a password. */
  key: z.nullable(KeyRefSchema),
  /** Why its key did not sign it in again when that was last tried. */
  refused: z.exactOptional(z.enum(ERROR_CODES)),
});
export type SignIn = Readonly<z.infer<typeof SignInSchema>>;

/** One of them as it stands now. */
export interface SignInState extends SignIn {
  readonly account: string;
  /** Whose data is shown. */
  readonly isChosen: boolean;
  readonly isSignedIn: boolean;
  /** `null` where it has no session just now, or one of which that is not known. */
  readonly lifetime: Lifetime | null;
}

/** All of them, the oldest first, with this one as it is now; the longest unchanged go where there are too many. */
export function withSignIn(all: readonly SignIn[], { info, key }: SignIn): readonly SignIn[] {
  const account = accountOf(info);
  const at = all.findIndex((one) => accountOf(one.info) === account);
  // A password that is typed once takes no key away.
  const now = { info, key: key ?? all[at]?.key ?? null };
  return at < 0 ? [...all, now].slice(-MAX_SIGN_INS) : all.with(at, now);
}

/** All but that of one account. */
export function withoutSignIn(all: readonly SignIn[], account: string): readonly SignIn[] {
  return all.filter(({ info }) => accountOf(info) !== account);
}

/** The host of the environment, where it is not the service's own. */
export function environmentOf({ baseUrl }: Pick<SessionInfo, 'baseUrl'>): string | null {
  return baseUrl === PRODUCTION_API ? null : baseUrl.replace(/^https?:\/\//, '');
}

/** The member whose data it is, and the environment where it is not production. */
export function memberOf(info: SessionInfo): string {
  return [info.memberName, environmentOf(info)].filter((word) => word !== null).join(' · ');
}
