import type { DraftKey } from '@/lib/core/tracker/draft-key';
import type { Database } from '@/lib/store/database';
import * as drafts from '@/lib/store/drafts';
import * as syncs from '@/lib/store/syncs';
import { changeBlocks, ownersOf } from '@/lib/store/tracker-blocks';
import * as trackers from '@/lib/store/trackers';

const accounts = new WeakMap<Database, () => Promise<string>>();

/** Says whose the rows are that a test reads here by the functions below. */
export function readAs(db: Database, account: () => Promise<string>): void {
  accounts.set(db, account);
}

async function accountAt(db: Database): Promise<string> {
  const account = accounts.get(db);
  if (!account) throw new Error('nobody reads here');
  return account();
}

export const findTrackers = async (db: Database, ids: readonly number[]) =>
  trackers.findTrackers(db, await accountAt(db), ids);

export const listTrackers = async (db: Database, advertiserId: number) =>
  (await trackers.listTrackers(db, await accountAt(db), advertiserId)).rows;

export const countTrackers = async (db: Database, advertiserId: number) =>
  trackers.countTrackers(db, await accountAt(db), advertiserId);

/** Takes a tracker out of the cache, as if it had never come. */
export async function dropTracker(db: Database, id: number): Promise<void> {
  const account = await accountAt(db);
  const transaction = db.transaction('trackerBlocks', 'readwrite');
  for (const advertiserId of await ownersOf(transaction.store, account, id)) {
    await changeBlocks(transaction.store, account, advertiserId, [id], () => null);
  }
  await transaction.done;
}

export const readSync = async (db: Database, advertiserId: number) =>
  syncs.readSync(db, await accountAt(db), advertiserId);

export const readDraft = async (db: Database, key: DraftKey) =>
  drafts.readDraft(db, await accountAt(db), key);

export const writeDraft = async (db: Database, key: DraftKey, value: unknown) =>
  drafts.writeDraft(db, await accountAt(db), key, value);

export const clearDraft = async (db: Database, key: DraftKey) =>
  drafts.clearDraft(db, await accountAt(db), key);
