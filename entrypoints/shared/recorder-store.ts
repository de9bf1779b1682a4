import type { RecorderParts } from '@/lib/app/recording/record-pixels';
import { readKeeping } from '@/lib/platform/storage/keeping';
import type { KnownAccount } from '@/lib/platform/storage/storage';
import type { Connection } from '@/lib/store/database';
import type { mergeRequests } from '@/lib/store/merge-requests';
import { takeOver } from '@/lib/store/series';
import * as verifications from '@/lib/store/verifications';

/**
 * Where a recorder keeps what it records: with the account that is there when a recording begins. `change` keeps requests;
 * who may be there beside another has its own.
 */
export function createRecorderStore(
  database: Connection,
  account: KnownAccount,
  change: typeof mergeRequests = verifications.changeRequests,
) {
  /** Whose what is recorded now is. */
  let owner: string | null = null;
  const store: RecorderParts['store'] = {
    earlierOfTab: async (tabId) =>
      verifications.earlierOfTab(await database(), await account(), tabId),
    takeOver: async (id) => takeOver(await database(), await account(), id),
    async putVerification(row) {
      owner = await account();
      await verifications.beginVerification(await database(), owner, row);
    },
    addPageView: async (row) => verifications.addPageView(await database(), row),
    changeRequests: async (id, changed) => change(await database(), id, changed),
  };
  const room: RecorderParts['room'] = {
    most: async () => (await readKeeping()).requests,
    kept: async (id) => verifications.countRequests(await database(), id),
    tell: async (id, notKept) => verifications.tellNotKept(await database(), id, notKept),
  };
  return {
    store,
    room,
    /** Whether somebody else is there by now; asks anew who it is. */
    isOfAnother: async () => owner !== null && owner !== (await account.again()),
  };
}
