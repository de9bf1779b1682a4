import { z } from '../core/schema';
import { filterTrackers } from '../core/tracker/filter';
import { type Tracker, TrackerSchema } from '../core/tracker/tracker';
import type { Database } from './database';

/** The most unreadable rows of an advertiser that are remembered by their ids. */
const MOST_UNREADABLE = 10_000;

const SyncSchema = z.object({
  advertiserId: z.number(),
  /** When a whole list was last read, in milliseconds since 1970; `null` while never. */
  completedAt: z.nullable(z.number()),
  /**
   * When the last sync that completed began, by the service's clock, in milliseconds since 1970: what
   * was changed since may not be known. `null` where it is not known.
   */
  startedAt: z._default(z.nullable(z.number()), null),
  /** Ids that are listed, and whose rows cannot be read. */
  unreadable: z._default(z.array(z.number()).check(z.maxLength(MOST_UNREADABLE)), []),
  /** How many more the service counts than it lists. */
  withheld: z._default(z.number(), 0),
});
export type Sync = z.infer<typeof SyncSchema>;

const SingleSchema = z.object({ single: z.literal(true), lastModified: z.number() });
const StampedSchema = z.object({ lastModified: z.number() });

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
  for (const tracker of trackers) {
    void transaction.store.put({ ...toRow(tracker), single: true });
  }
  await transaction.done;
}

/**
 * Keeps trackers as a list tells of them. One that is cached in a newer version, changed after
 * `recentSince` by the service's clock, stays: a list may lag behind.
 */
export async function putListed(
  db: Database,
  trackers: readonly Tracker[],
  recentSince: number,
): Promise<void> {
  const transaction = db.transaction('trackers', 'readwrite');
  await Promise.all(
    trackers.map(async (tracker) => {
      const cached: unknown = await transaction.store.get(tracker.id);
      const stamped = StampedSchema.safeParse(cached);
      const at = stamped.success ? stamped.data.lastModified : 0;
      if (at > tracker.lastModified && at >= recentSince) return;
      const row = toRow(tracker);
      if (JSON.stringify(cached) !== JSON.stringify(row)) void transaction.store.put(row);
    }),
  );
  await transaction.done;
}

/**
 * Ends a sync that read the whole list: forgets those that were not on it, and notes what it found.
 * One that was itself saved or read after `recentSince` stays: a list may lag behind.
 */
export async function completeSync(
  db: Database,
  sync: Sync,
  listed: ReadonlySet<number>,
  recentSince: number,
): Promise<void> {
  const transaction = db.transaction(['trackers', 'syncs'], 'readwrite');
  const store = transaction.objectStore('trackers');
  const known = await store.index('by-advertiser').getAllKeys(ofAdvertiser(sync.advertiserId));
  for (const id of known) {
    if (listed.has(id)) continue;
    const single = SingleSchema.safeParse(await store.get(id));
    if (!single.success || single.data.lastModified < recentSince) void store.delete(id);
  }
  void transaction.objectStore('syncs').put(toKept(sync));
  await transaction.done;
}

export async function writeSync(db: Database, sync: Sync): Promise<void> {
  await db.put('syncs', toKept(sync));
}

/** Forgets trackers that are there, but not as they are cached. */
export async function forgetTrackers(db: Database, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const transaction = db.transaction('trackers', 'readwrite');
  for (const id of ids) void transaction.store.delete(id);
  await transaction.done;
}

export async function removeTracker(db: Database, id: number): Promise<void> {
  await db.delete('trackers', id);
}

export async function readSync(db: Database, advertiserId: number): Promise<Sync> {
  const parsed = SyncSchema.safeParse(await db.get('syncs', advertiserId));
  return parsed.success ? parsed.data : SyncSchema.parse({ advertiserId, completedAt: null });
}

function ofAdvertiser(advertiserId: number): IDBKeyRange {
  return IDBKeyRange.bound([advertiserId, -Infinity], [advertiserId, Infinity]);
}

// More than can be remembered by their ids are remembered by their number.
function toKept({ unreadable, withheld, ...sync }: Sync): Sync {
  const kept = unreadable.slice(0, MOST_UNREADABLE);
  return { ...sync, unreadable: kept, withheld: withheld + unreadable.length - kept.length };
}

// `order` makes the index run newest first, so that the first page is a plain bounded read.
function toRow(tracker: Tracker): Tracker & { order: number } {
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
