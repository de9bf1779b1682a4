import { leastOf } from '../core/base/long-lists';
import { NO_ACCOUNT } from '../core/base/account';
import type { SeenIn } from '../core/verification/passport/seen';
import { findVerifications } from './verifications';
import { z } from '../core/base/schema';
import type { Database } from './schema';

/** Requests of one tracker that are looked at, of each account: their keys alone are read. */
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
  const keys = await Promise.all(
    [account, NO_ACCOUNT].map((of) =>
      db.getAllKeysFromIndex('pixelRequests', 'by-tracker', [of, String(trackerId)], MOST_KEYS),
    ),
  );
  const byVerification = Map.groupBy(keys.flat(), (key) => key.slice(0, key.indexOf(' ')));
  const found = await findVerifications(db, account, [...byVerification.keys()]);
  const newest = found.toSorted((a, b) => b.startedAt - a.startedAt).slice(0, most);
  return Promise.all(
    newest.map(async ({ id, name, startedAt }) => {
      const own = byVerification.get(id) ?? [];
      const first = await firstOf(db, own);
      return {
        verificationId: id,
        requests: own.length,
        isMore: keys.some((one) => one.length === MOST_KEYS),
        at: first ?? startedAt,
        name: name ?? null,
      };
    }),
  );
}

/** So many of a verification are looked at for which began first: keys are in no order of time. */
const MOST_LOOKED_AT = 200;

async function firstOf(db: Database, keys: readonly string[]): Promise<number | null> {
  const rows = await Promise.all(
    keys.slice(0, MOST_LOOKED_AT).map((key) => db.get('pixelRequests', key)),
  );
  const times = rows.flatMap((row) => StartedSchema.safeParse(row).data?.startedAt ?? []);
  return times.length === 0 ? null : leastOf(times);
}
