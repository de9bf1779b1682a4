import { leastOf } from '../core/base/long-lists';
import { NO_ACCOUNT } from '../core/base/account';
import type { SeenIn } from '../core/verification/passport/seen';
import { findVerifications } from './verifications';
import { z } from '../core/base/schema';
import type { Database } from './schema';

/** Requests of one tracker that are counted, of each account: their keys alone are read. */
const MOST_KEYS = 20_000;

const StartedSchema = z.object({ startedAt: z.number() });

/**
 * The verifications that recorded a tracker and that the account sees, its own and nobody's, newest first, no more
 * than `most`. Found by an index of ids as they were sent, so that no recording is read whole.
 */
export async function seenFiring(
  db: Database,
  account: string,
  trackerId: number,
  most: number,
): Promise<readonly SeenIn[]> {
  const lists = await Promise.all([account, NO_ACCOUNT].map((of) => keysOf(db, of, trackerId)));
  const byVerification = Map.groupBy(
    lists.flatMap(({ keys }) => keys),
    verificationOf,
  );
  const inPart = new Set(lists.flatMap((list) => list.inPart));
  const found = await findVerifications(db, account, [...byVerification.keys()]);
  const newest = found.toSorted((a, b) => b.startedAt - a.startedAt).slice(0, most);
  return Promise.all(
    newest.map(async ({ id, name, startedAt }) => {
      const own = byVerification.get(id) ?? [];
      const first = await firstOf(db, own);
      return {
        verificationId: id,
        requests: own.length,
        isMore: inPart.has(id),
        at: first ?? startedAt,
        name: name ?? null,
      };
    }),
  );
}

/**
 * The keys of a tracker's requests. Where there are too many to count, of each further verification its first alone;
 * `inPart` are the verifications that may have more of them.
 */
async function keysOf(db: Database, account: string, trackerId: number) {
  const of: [string, string] = [account, String(trackerId)];
  const keys = await db.getAllKeysFromIndex('pixelRequests', 'by-tracker', of, MOST_KEYS);
  const last = keys.at(-1);
  if (last === undefined || keys.length < MOST_KEYS) return { keys, inPart: [] };
  const inPart = [verificationOf(last)];
  const first = await db.transaction('pixelRequests').store.index('by-tracker').openKeyCursor(of);
  let cursor = await first?.continuePrimaryKey(of, pastAllOf(last));
  while (cursor) {
    keys.push(cursor.primaryKey);
    inPart.push(verificationOf(cursor.primaryKey));
    cursor = await cursor.continuePrimaryKey(of, pastAllOf(cursor.primaryKey));
  }
  return { keys, inPart };
}

const verificationOf = (key: string) => key.slice(0, key.indexOf(' '));
/** Right after all keys of the same verification: `!` comes after the blank in them. */
const pastAllOf = (key: string) => `${verificationOf(key)}!`;

/** So many of a verification are looked at for which began first: keys are in no order of time. */
const MOST_LOOKED_AT = 200;

async function firstOf(db: Database, keys: readonly string[]): Promise<number | null> {
  const rows = await Promise.all(
    keys.slice(0, MOST_LOOKED_AT).map((key) => db.get('pixelRequests', key)),
  );
  const times = rows.flatMap((row) => StartedSchema.safeParse(row).data?.startedAt ?? []);
  return times.length === 0 ? null : leastOf(times);
}
