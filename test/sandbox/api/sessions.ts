import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

import { flag, number, type Row, text, textOrNull } from '../state/row.ts';
import type { Clock } from '../time.ts';

const IDLE_MS = 2 * 3600 * 1000;
const HARD_MS = 24 * 3600 * 1000;

/** Someone with a token that is still good, or was killed by a fault. */
export interface Session {
  readonly token: string;
  readonly userId: number;
  readonly memberId: number;
  readonly readOnly: boolean;
  /** How a killed token is answered; null while it lives. */
  readonly killed: string | null;
}

/** The tokens given out. */
export interface Sessions {
  /** `form` is how it begins: `authn` where a key signed in (documented). */
  issue(userId: number, form?: 'hbapi' | 'authn'): string;
  /** The session of a token; null when there is none or its time is over. Counts as a use. */
  find(token: string): Session | null;
  kill(token: string, variant: string): void;
}

/**
 * Sessions in the database. A token lasts two hours from its last use and a day at most
 * (authentication service; whether the two hours are really idle time, the page says both ways).
 */
export function createSessions(db: DatabaseSync, now: Clock): Sessions {
  const insert = db.prepare('INSERT INTO sessions VALUES (?, ?, ?, ?, NULL)');
  const select = db.prepare(
    `SELECT s.*, u.member_id, u.read_only FROM sessions s JOIN users u ON u.id = s.user_id
     WHERE s.token = ?`,
  );
  const touch = db.prepare('UPDATE sessions SET used_at = ? WHERE token = ?');
  const kill = db.prepare('UPDATE sessions SET killed = ? WHERE token = ?');
  return {
    issue(userId, form = 'hbapi') {
      // Recorded form: hbapi:<user id>:<hex>:<data centre>.
      const token = `${form}:${userId}:${randomBytes(7).toString('hex').slice(1)}:nym2`;
      insert.run(token, userId, now().getTime(), now().getTime());
      return token;
    },
    find(token) {
      const row = select.get(token);
      if (!row || isOver(row, now().getTime())) return null;
      touch.run(now().getTime(), token);
      return {
        token,
        userId: number(row, 'user_id'),
        memberId: number(row, 'member_id'),
        readOnly: flag(row, 'read_only'),
        killed: textOrNull(row, 'killed'),
      };
    },
    kill(token, variant) {
      kill.run(variant, token);
    },
  };
}

function isOver(row: Row, now: number): boolean {
  return now - number(row, 'used_at') >= IDLE_MS || now - number(row, 'issued_at') >= HARD_MS;
}

/** The user with this name and password, or null. */
export function findUser(db: DatabaseSync, username: string, password: string): Row | null {
  const user = db.prepare('SELECT * FROM users WHERE username = ?').get(username);
  return user && text(user, 'password') === password ? user : null;
}
