import { changedTrackers } from '../core/base/change';
import { filterTrackers } from '../core/tracker/filter';
import { type Tracker, TrackerSchema } from '../core/tracker/tracker';
import { tellChanged } from './changes';
import type { Database } from './database';
import { readKept, withRemoved } from './syncs';

/** Newest first; by `limit` the first rows of a long list can be painted before the rest is read. */
export async function listTrackers(
  db: Database,
  advertiserId: number,
  limit?: number,
): Promise<readonly Tracker[]> {
  const rows = await db.getAllFromIndex(
    'trackers',
    'by-advertiser',
    ofAdvertiser(advertiserId),
    limit,
  );
  return readAll(rows);
}

export function countTrackers(db: Database, advertiserId: number): Promise<number> {
  return db.countFromIndex('trackers', 'by-advertiser', ofAdvertiser(advertiserId));
}

/** The cached trackers with these ids; ids that are not cached are left out. */
export async function findTrackers(
  db: Database,
  ids: readonly number[],
): Promise<readonly Tracker[]> {
  const transaction = db.transaction('trackers');
  const rows = await Promise.all(ids.map((id) => transaction.store.get(id)));
  return readAll(rows);
}

/** Cached trackers of any advertiser that hold every word of the text, newest first. */
export async function searchCachedTrackers(
  db: Database,
  text: string,
  limit: number,
): Promise<readonly Tracker[]> {
  const rows = await db.getAllFromIndex('trackers', 'by-advertiser');
  const found = filterTrackers(readAll(rows), new Map(), { search: text, state: 'all' });
  return found.slice(0, limit);
}

/** The same within one advertiser. */
export async function searchAdvertiserTrackers(
  db: Database,
  advertiserId: number,
  text: string,
  limit: number,
): Promise<readonly Tracker[]> {
  if (text.trim() === '') return listTrackers(db, advertiserId, limit);
  const trackers = await listTrackers(db, advertiserId);
  return filterTrackers(trackers, new Map(), { search: text, state: 'all' }).slice(0, limit);
}

/**
 * Keeps trackers that were saved or read one by one: what a list tells of them for a while may be older.
 */
export async function putTrackers(db: Database, trackers: readonly Tracker[]): Promise<void> {
  const transaction = db.transaction('trackers', 'readwrite');
  for (const tracker of trackers) void transaction.store.put(toSingleRow(tracker));
  await transaction.done;
  const ids = trackers.map(({ id }) => id);
  tellChanged(db, changedTrackers(ids));
}

/** What a store gives and takes within a transaction. */
interface Rows {
  get(key: number): Promise<unknown>;
  put(row: unknown): unknown;
  delete(key: number): unknown;
}

/** Forgets a tracker that was deleted, and that a list which lags behind may still tell of. */
export async function forgetDeleted(
  trackers: Omit<Rows, 'put'>,
  syncs: Omit<Rows, 'delete'>,
  id: number,
): Promise<void> {
  const parsed = TrackerSchema.safeParse(await trackers.get(id));
  void trackers.delete(id);
  if (!parsed.success) return;
  const { advertiserId } = parsed.data;
  const sync = readKept(await syncs.get(advertiserId), advertiserId);
  void syncs.put(withRemoved(sync, id));
}

/** The rows of one advertiser in the index, newest first. */
export function ofAdvertiser(advertiserId: number): IDBKeyRange {
  return IDBKeyRange.bound([advertiserId, -Infinity], [advertiserId, Infinity]);
}

/** One that was saved or read by itself, as it is stored. */
export function toSingleRow(tracker: Tracker) {
  return { ...toRow(tracker), single: true };
}

/** A tracker as it is stored: `order` makes the index run newest first, so that the first page is a bounded read. */
export function toRow(tracker: Tracker): Tracker & { order: number } {
  return { ...tracker, order: -tracker.lastModified };
}

function readAll(rows: readonly unknown[]): readonly Tracker[] {
  const trackers: Tracker[] = [];
  for (const row of rows) {
    const parsed = TrackerSchema.safeParse(row);
    if (parsed.success) trackers.push(parsed.data);
  }
  return trackers;
}
