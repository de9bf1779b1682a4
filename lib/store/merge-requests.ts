import { changedKeys } from '../core/base/change';
import { type JoinChange, joinRequests } from '../core/recording/join-observations';
import { type PixelRequest, PixelRequestSchema } from '../core/recording/pixel-request';
import { tellChanged } from './changes';
import { ownerOf, readRow, toRow } from './rows';
import type { Database } from './schema';
import { rowKey, rowOf } from './verifications';

/**
 * Keeps requests as `changeRequests` does, beside another recorder of the same verification: of what that has kept under
 * the same key nothing is lost, whoever writes last. `false`, and nothing is written, where the verification is gone.
 */
export async function mergeRequests(
  db: Database,
  verificationId: string,
  { changed, gone }: JoinChange,
): Promise<boolean> {
  const transaction = db.transaction(['verifications', 'pixelRequests'], 'readwrite');
  const store = transaction.objectStore('pixelRequests');
  const owner: unknown = await transaction.objectStore('verifications').get(verificationId);
  if (owner !== undefined) {
    for (const key of gone) void store.delete(rowKey(verificationId, { key }));
    for (const request of changed) {
      const key = rowKey(verificationId, request);
      const before = readRow(PixelRequestSchema, await store.get(key));
      for (const one of together(before && { ...before, key: request.key }, request))
        void store.put(toRow(ownerOf(owner), rowOf(verificationId, one)));
    }
  }
  await transaction.done;
  if (owner === undefined) return false;
  tellChanged(db, changedKeys('verifications', [verificationId]));
  return true;
}

function together(before: PixelRequest | null, now: PixelRequest): readonly PixelRequest[] {
  return before === null ? [now] : joinRequests([before, now]);
}
