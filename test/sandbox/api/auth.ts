import type { DatabaseSync } from 'node:sqlite';

import { z } from 'zod';

import { flag, number, text } from '../state/row.ts';
import { ApiFailure, notPermitted, syntaxError } from './failure.ts';
import type { Meter } from './limits.ts';
import { findUser, type Sessions } from './sessions.ts';

const AT = { service: 'auth', method: 'POST' } as const;
const Body = z.object({ auth: z.object({ username: z.string(), password: z.string() }) });

/** POST /auth: a new token for a username and password, or the reason why not. */
export function signIn(
  deps: { db: DatabaseSync; sessions: Sessions; meter: Meter },
  bodyText: string,
): string {
  const { username, password } = readBody(bodyText);
  const user = findUser(deps.db, username, password);
  // Documented word for word (API semantics).
  if (!user) throw new ApiFailure({ error_id: 'NOAUTH', error: 'No match found for user/pass' });
  if (text(user, 'state') !== 'active') {
    throw new ApiFailure({ error_id: 'NOAUTH_DISABLED', error: 'User account is deactivated' });
  }
  // Documented is only that `api_login` decides; how its absence is reported is assumed.
  if (!flag(user, 'api_login')) {
    throw notPermitted('User does not have permission to log in to the API', AT);
  }
  const userId = number(user, 'id');
  deps.meter.checkSignIn(userId);
  deps.meter.countSignIn(userId);
  return deps.sessions.issue(userId);
}

// The type of the body is not looked at: the documentation's own curl sends JSON as a form.
function readBody(bodyText: string): { username: string; password: string } {
  try {
    return Body.parse(JSON.parse(bodyText)).auth;
  } catch {
    throw syntaxError('auth with username and password is required', AT);
  }
}
