import { requestTokenByKey } from '../../api/auth';
import type { ApiAccess, ApiClient } from '../../api/client';
import { AppError } from '../../core/base/errors';
import type { KeyRow } from '../../store/keys';
import { signJwt } from './jwt';
import { paceOf } from './session';

export interface KeySignInDeps {
  readonly clientFor: (access: ApiAccess) => ApiClient;
  readonly now: () => number;
  /** How far the clock of the service at an address is ahead of ours, in milliseconds, as far as is known. */
  readonly skew: (baseUrl: string) => number;
}

/**
 * A token by a key. It is signed by the service's clock where that is known to be another than ours; where
 * only the refusal itself told so, once more. Throws `key-refused`, `too-many-sign-ins`, `network` …
 */
export async function tokenByKey(
  { clientFor, now, skew }: KeySignInDeps,
  { baseUrl, username, name, key }: KeyRow,
  silent: boolean,
): Promise<string> {
  const client = clientFor({ baseUrl, token: null, account: paceOf(baseUrl, username) });
  const ask = async (ahead: number) => {
    const jwt = await signJwt(key, { username, keyName: name, issuedAt: now() + ahead });
    return requestTokenByKey(client, jwt, { silent });
  };
  const known = skew(baseUrl);
  try {
    return await ask(known).catch((error: unknown) => {
      const told = skew(baseUrl);
      if (!isRefused(error) || told === known) throw error;
      return ask(told);
    });
  } catch (error) {
    const off = skew(baseUrl);
    throw isRefused(error) && off !== 0
      ? new AppError('key-refused', { detail: clockWords(off) })
      : error;
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof AppError && error.code === 'key-refused';
}

function clockWords(skew: number): string {
  const seconds = Math.round(Math.abs(skew) / 1000);
  const minutes = Math.round(seconds / 60);
  const by = minutes < 2 ? `${seconds} seconds` : `${minutes} minutes`;
  return `This computer’s clock is off by ${by}: it is ${skew > 0 ? 'behind' : 'ahead of'} the service’s.`;
}
