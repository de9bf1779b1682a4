import { createPublicKey } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

import { z } from 'zod';

import { flag, number, type Row, text } from '../state/row.ts';
import type { Answer, JsonObject } from './envelope.ts';
import { ApiFailure, notPermitted, resourceGone, syntaxError } from './failure.ts';
import type { Session } from './sessions.ts';

/** That there may be so many of a user is assumed. */
const MOST_KEYS = 3;
const Created = z.object({
  'public-key': z.object({
    active: z.boolean(),
    name: z.string().min(1).max(100),
    user_id: z.int(),
    encoded_value: z.string().max(20_000),
  }),
});
const Changed = z.object({ 'public-key': z.object({ active: z.boolean() }) });

interface Request {
  readonly db: DatabaseSync;
  readonly session: Session;
  readonly method: string;
  readonly params: URLSearchParams;
  readonly body: string;
}

/** `/public-key`: the keys by which a user signs in (token-based API authentication, steps 3 and 7). */
export function publicKeys({ db, session, method, params, body }: Request): Answer {
  const at = { service: 'public-key', method };
  const userId = Number(params.get('user_id'));
  if (!params.has('user_id')) throw syntaxError('Invalid path /public-key - user is required', at);
  // Documented: a network administrator. Whose keys such a one may see is assumed.
  if (userId !== session.userId) throw notPermitted('Not permitted for this user', at);
  if (method === 'GET') {
    const rows = db.prepare('SELECT * FROM public_keys WHERE user_id = ?').all(userId);
    return { fields: { count: rows.length, 'public-keys': rows.map(shown) }, term: 'public-keys' };
  }
  if (method === 'POST') {
    const made = read(Created, body, at)['public-key'];
    if (made.user_id !== userId || !isRsa(made.encoded_value)) {
      throw syntaxError('encoded_value must be an RSA public key', at);
    }
    const active = db.prepare('SELECT * FROM public_keys WHERE user_id = ? AND active = 1');
    const all = active.all(userId);
    if (all.some((row) => text(row, 'name') === made.name)) {
      throw syntaxError('A key of this name is there already', at);
    }
    if (all.length >= MOST_KEYS) {
      throw new ApiFailure({ error_id: 'LIMIT', error: 'Too many public keys', ...at });
    }
    const insert = db.prepare('INSERT INTO public_keys VALUES (NULL, ?, ?, ?, ?) RETURNING *');
    return one(insert.get(userId, made.name, made.active ? 1 : 0, made.encoded_value));
  }
  const { active } = read(Changed, body, at)['public-key'];
  const sql = 'UPDATE public_keys SET active = ? WHERE id = ? AND user_id = ? RETURNING *';
  return one(db.prepare(sql).get(active ? 1 : 0, Number(params.get('key_id')), userId));
}

function one(row: Row | undefined): Answer {
  if (!row) throw resourceGone();
  return { fields: { id: number(row, 'id'), 'public-key': shown(row) }, term: 'public-key' };
}

function shown(row: Row): JsonObject {
  return {
    id: number(row, 'id'),
    user_id: number(row, 'user_id'),
    name: text(row, 'name'),
    active: flag(row, 'active'),
    encoded_value: text(row, 'encoded_value'),
  };
}

function read<T>(schema: z.ZodType<T>, body: string, at: { service: string; method: string }): T {
  try {
    return schema.parse(JSON.parse(body));
  } catch {
    throw syntaxError('public-key with its fields is required', at);
  }
}

function isRsa(pem: string): boolean {
  try {
    return createPublicKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
