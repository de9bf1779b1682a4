import { z } from '../core/base/schema';
import { SIGN_IN_KEY } from '../core/tracker/draft-key';
import { tellChanged } from './changes';
import { draftPlace } from './drafts';
import { toRow } from './rows';
import type { Database } from './schema';

const OwnedSchema = z.object({ account: z.string() });
const KeyedSchema = z.object({ key: z.string() });

/** The rows of one account, in a store or an index whose keys begin with it. */
export function ofAccount(account: string): IDBKeyRange {
  return IDBKeyRange.bound([account], [account, []]);
}

/** The rows of one bulk change. */
export function ofRun(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Infinity]);
}

/** Stores whose keys begin with the account, and whose rows go with it. */
const OF_ACCOUNT = [
  'trackerBlocks',
  'syncs',
  'drafts',
  'reports',
  'reportCounts',
  'comparisons',
  'comparisonFiles',
] as const;

/** Those in which they stand among rows of others. */
const AMONG_OTHERS = ['jobs', 'runs', 'runRows'] as const;

/** Forgets the cached trackers of an account, its drafts, its bulk changes, its reports with what is compared with them, and what it was saving; recordings stay. */
export async function forgetAccount(db: Database, account: string): Promise<void> {
  const transaction = db.transaction([...OF_ACCOUNT, ...AMONG_OTHERS], 'readwrite');
  for (const name of OF_ACCOUNT) {
    void transaction.objectStore(name).delete(ofAccount(account));
  }
  // It says who has signed in here.
  void transaction.objectStore('drafts').delete(draftPlace(account, SIGN_IN_KEY));
  let cursor = await transaction.objectStore('jobs').openCursor();
  while (cursor) {
    if (OwnedSchema.safeParse(cursor.value).data?.account === account) void cursor.delete();
    cursor = await cursor.continue();
  }
  const runs = transaction.objectStore('runs');
  for (const id of await runs.index('by-account').getAllKeys(account)) {
    void runs.delete(id);
    void transaction.objectStore('runRows').delete(ofRun(id));
  }
  await transaction.done;
  for (const what of ['trackers', 'drafts', 'reports'] as const)
    tellChanged(db, { what, ids: null });
}

/** Gives the drafts of one account to another one, which keeps its own where it has the same. */
export async function giveDrafts(db: Database, from: string, to: string): Promise<void> {
  if (from === to) return;
  const transaction = db.transaction('drafts', 'readwrite');
  const { store } = transaction;
  for (const row of await store.getAll(ofAccount(from))) {
    const { key } = KeyedSchema.parse(row);
    const place = draftPlace(to, key);
    if ((await store.getKey(place)) === undefined) void store.put(toRow(to, Object(row)));
    void store.delete([from, key]);
  }
  await transaction.done;
}
