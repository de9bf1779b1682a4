import { z } from '../core/base/schema';
import { filterTrackers } from '../core/tracker/filter';
import { type Tracker, TrackerSchema } from '../core/tracker/tracker';
import type { Database } from './database';

const SyncSchema = z.object({
  advertiserId: z.number(),
  /** When a whole list was last read, in milliseconds since 1970; `null` while never. */
  completedAt: z.nullable(z.number()),
});
export type Sync = z.infer<typeof SyncSchema>;

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

export async function putTrackers(db: Database, trackers: readonly Tracker[]): Promise<void> {
  const transaction = db.transaction('trackers', 'readwrite');
  for (const tracker of trackers) void transaction.store.put(toRow(tracker));
  await transaction.done;
}

/** Puts the whole list of an advertiser in place of the one that was there. */
export async function replaceTrackers(
  db: Database,
  advertiserId: number,
  trackers: readonly Tracker[],
  completedAt: number,
): Promise<void> {
  const transaction = db.transaction(['trackers', 'syncs'], 'readwrite');
  const store = transaction.objectStore('trackers');
  const keep = new Set(trackers.map((tracker) => tracker.id));
  const known = await store.index('by-advertiser').getAllKeys(ofAdvertiser(advertiserId));
  for (const id of known) if (!keep.has(id)) void store.delete(id);
  for (const tracker of trackers) void store.put(toRow(tracker));
  void transaction.objectStore('syncs').put({ advertiserId, completedAt } satisfies Sync);
  await transaction.done;
}

export async function readSync(db: Database, advertiserId: number): Promise<Sync> {
  const parsed = SyncSchema.safeParse(await db.get('syncs', advertiserId));
  return parsed.success ? parsed.data : { advertiserId, completedAt: null };
}

function ofAdvertiser(advertiserId: number): IDBKeyRange {
  return IDBKeyRange.bound([advertiserId, -Infinity], [advertiserId, Infinity]);
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
