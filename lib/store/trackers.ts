import { changedTrackers } from '../core/base/change';
import { filterTrackers } from '../core/tracker/filter';
import { newestFirst } from '../core/tracker/newest-first';
import { type Tracker, TrackerSchema } from '../core/tracker/tracker';
import { changedElsewhere } from '../core/verification/passport/event';
import { tellChanged } from './changes';
import { ofAccount } from './accounts';
import { type Read, toRow } from './rows';
import type { Database } from './schema';
import {
  type Blocks,
  blocksOf,
  changeBlocks,
  countIn,
  findKept,
  ownersOf,
  putKept,
  readBlocks,
} from './tracker-blocks';
import { putEvents } from './tracker-events';
import { readTrackerPieces } from './tracker-pieces';
import { readKept, withRemoved } from './syncs';

/** An advertiser's trackers, newest first. */
export async function listTrackers(
  db: Database,
  account: string,
  advertiserId: number,
): Promise<Read<Tracker>> {
  const blocks = await db.getAll('trackerBlocks', blocksOf(account, advertiserId));
  const { rows, unreadable } = readBlocks(TrackerSchema, blocks);
  return { rows: rows.toSorted(newestFirst), unreadable };
}

export async function countTrackers(
  db: Database,
  account: string,
  advertiserId: number,
): Promise<number> {
  return countIn(db.transaction('trackerBlocks').store, account, advertiserId);
}

/** Whether any tracker of the account is cached. */
export async function hasTrackers(db: Database, account: string): Promise<boolean> {
  return (await db.getKey('trackerBlocks', ofAccount(account))) !== undefined;
}

/** The cached trackers with these ids; ids that are not cached are left out. */
export async function findTrackers(
  db: Database,
  account: string,
  ids: readonly number[],
): Promise<readonly Tracker[]> {
  const { store } = db.transaction('trackerBlocks');
  const kept = await findKept(store, account, ids);
  return ids.flatMap((id) => TrackerSchema.safeParse(kept.get(id)).data ?? []);
}

/** All cached trackers of an account, newest first. */
export async function listAllTrackers(db: Database, account: string): Promise<readonly Tracker[]> {
  const all = await db.getAll('trackerBlocks', ofAccount(account));
  return readBlocks(TrackerSchema, all).rows.toSorted(newestFirst);
}

/** Cached trackers of any advertiser that a search finds (`parseSearch`), newest first. */
export async function searchCachedTrackers(
  db: Database,
  account: string,
  text: string,
  limit: number,
  now: number,
): Promise<readonly Tracker[]> {
  const rows = await listAllTrackers(db, account);
  const found = filterTrackers(rows, { search: text, state: 'all' }, now);
  return found.slice(0, limit);
}

/** The same within one advertiser. */
export async function searchAdvertiserTrackers(
  db: Database,
  account: string,
  advertiserId: number,
  text: string,
  limit: number,
  now: number,
): Promise<readonly Tracker[]> {
  if (text.trim() === '') {
    const order = { database: async () => db, account, advertiserId };
    const { rows } = await readTrackerPieces(order, { first: limit, next: limit });
    return rows.slice(0, limit);
  }
  const { rows } = await listTrackers(db, account, advertiserId);
  return filterTrackers(rows, { search: text, state: 'all' }, now).slice(0, limit);
}

/**
 * Keeps trackers that were saved or read one by one: what a list tells of them for a while may be older.
 */
export async function putTrackers(
  db: Database,
  account: string,
  trackers: readonly Tracker[],
): Promise<void> {
  const transaction = db.transaction(['trackerBlocks', 'trackerEvents'], 'readwrite');
  const blocks = transaction.objectStore('trackerBlocks');
  const ids = trackers.map(({ id }) => id);
  const before = await findKept(blocks, account, ids);
  const events = trackers.flatMap(
    (tracker) => changedElsewhere(readKeptTracker(before.get(tracker.id)), tracker) ?? [],
  );
  await putKept(blocks, account, trackers.map(toSingle));
  putEvents(transaction.objectStore('trackerEvents'), account, events);
  await transaction.done;
  tellChanged(db, changedTrackers(ids));
}

/** A tracker as a block has it; `null` where it is none that can be read. */
export function readKeptTracker(kept: unknown): Tracker | null {
  return kept === undefined ? null : (TrackerSchema.safeParse(kept).data ?? null);
}

/** What a store gives and takes within a transaction. */
interface Rows {
  get(key: [string, number]): Promise<unknown>;
  put(row: unknown): unknown;
}

/** Forgets a tracker that was deleted, and that a list which lags behind may still tell of. */
export async function forgetDeleted(
  blocks: Blocks,
  syncs: Rows,
  account: string,
  id: number,
): Promise<void> {
  for (const advertiserId of await ownersOf(blocks, account, id)) {
    await changeBlocks(blocks, account, advertiserId, [id], () => null);
    const sync = readKept(await syncs.get([account, advertiserId]), advertiserId);
    void syncs.put(toRow(account, withRemoved(sync, id)));
  }
}

/** One that was saved or read by itself, as it is kept. */
export function toSingle(tracker: Tracker) {
  return { ...tracker, single: true };
}
