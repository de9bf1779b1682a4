import { createVerify } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

import { z } from 'zod';

import type { Clock } from '../time.ts';
import { flag, number, type Row, text } from '../state/row.ts';
import { ApiFailure, notPermitted, syntaxError } from './failure.ts';
import type { Meter } from './limits.ts';
import type { Sessions } from './sessions.ts';

const AT = { service: 'jwt', method: 'POST' } as const;
const Head = z.object({ alg: z.string(), typ: z.literal('JWT'), kid: z.string().min(1) });
const Claims = z.object({ sub: z.string(), iat: z.int(), exp: z.int().optional() });
/** Documented is only that `iat` is there; that a clock may be off by so much is assumed. */
const SLACK_SECONDS = 300;

interface Deps {
  readonly db: DatabaseSync;
  readonly now: Clock;
  readonly sessions: Sessions;
  readonly meter: Meter;
}

/** POST /v2/auth/jwt: a token for a JWT signed with a registered key (token-based API authentication). */
export function signInByJwt(deps: Deps, body: string, type: string): string {
  if (!type.startsWith('text/plain')) throw syntaxError('Content-Type must be text/plain', AT);
  const { head, claims, signed, signature } = readJwt(body);
  // Only the documented algorithm: none and HMAC are how such services have been deceived.
  if (head.alg !== 'RS256') throw refused('Unsupported algorithm');
  const user = deps.db.prepare('SELECT * FROM users WHERE username = ?').get(claims.sub);
  const key = user && activeKey(deps.db, number(user, 'id'), head.kid);
  if (!user || !key) throw refused('Unknown key');
  const verify = createVerify('RSA-SHA256').update(signed);
  if (!verify.verify(text(key, 'encoded_value'), signature)) throw refused('Invalid signature');
  const seconds = deps.now().getTime() / 1000;
  const isPast = claims.exp !== undefined && claims.exp <= seconds;
  if (isPast || Math.abs(claims.iat - seconds) > SLACK_SECONDS) throw refused('Token has expired');
  if (text(user, 'state') !== 'active') {
    throw new ApiFailure({ error_id: 'NOAUTH_DISABLED', error: 'User account is deactivated' });
  }
  if (!flag(user, 'api_login')) {
    throw notPermitted('User does not have permission to log in to the API', AT);
  }
  const userId = number(user, 'id');
  deps.meter.checkSignIn(userId);
  deps.meter.countSignIn(userId);
  return deps.sessions.issue(userId, 'authn');
}

function readJwt(body: string) {
  const [head = '', claims = '', signature = '', ...rest] = body.split('.');
  try {
    if (rest.length > 0) throw new Error('more than three parts');
    return {
      head: Head.parse(JSON.parse(Buffer.from(head, 'base64url').toString())),
      claims: Claims.parse(JSON.parse(Buffer.from(claims, 'base64url').toString())),
      signed: `${head}.${claims}`,
      signature: Buffer.from(signature, 'base64url'),
    };
  } catch {
    throw syntaxError('A JWT is required', AT);
  }
}

function activeKey(db: DatabaseSync, userId: number, name: string): Row | undefined {
  const sql = 'SELECT * FROM public_keys WHERE user_id = ? AND name = ? AND active = 1';
  return db.prepare(sql).get(userId, name);
}

// That a JWT that is not good is answered like a wrong password is assumed.
function refused(error: string): ApiFailure {
  return new ApiFailure({ error_id: 'NOAUTH', error });
}
