import { NO_ACCOUNT } from '../core/base/account';
import { z } from '../core/base/schema';
import { type PixelRequest, PixelRequestSchema } from '../core/recording/pixel-request';
import { readRows } from './rows';
import type { Database } from './schema';

/** Requests of one tracker that are read, of each account. */
const MOST_REQUESTS = 2000;

const RowSchema = z.extend(PixelRequestSchema, { verificationId: z.string() });

/**
 * What was recorded of a tracker within some moments (milliseconds since 1970, the end exclusive), by verification: of the
 * account's own recordings and nobody's. Of very many requests those are read that the index has first.
 */
export async function recordedOf(
  db: Database,
  account: string,
  trackerId: number,
  [from, until]: readonly [from: number, until: number],
): Promise<ReadonlyMap<string, readonly PixelRequest[]>> {
  const rows = await Promise.all(
    [account, NO_ACCOUNT].map((of) =>
      db.getAllFromIndex('pixelRequests', 'by-tracker', [of, String(trackerId)], MOST_REQUESTS),
    ),
  );
  const read = readRows(RowSchema, rows.flat()).rows;
  const within = read.filter(({ startedAt }) => startedAt >= from && startedAt < until);
  return Map.groupBy(within, ({ verificationId }) => verificationId);
}
