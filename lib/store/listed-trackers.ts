import { changedTrackers } from '../core/base/change';
import { z } from '../core/base/schema';
import { type Tracker, TrackerSchema } from '../core/tracker/tracker';
import { changedElsewhere } from '../core/verification/passport/event';
import { tellChanged } from './changes';
import { readRow, toRow } from './rows';
import type { Database } from './schema';
import { meetRemoved, readKept, recentSince, type Sync, toKept } from './syncs';
import { putEvents } from './tracker-events';
import { rowsOf } from './rows-of';
import { ofAdvertiser, toTrackerRow } from './trackers';

const SingleSchema = z.object({ single: z.literal(true), lastModified: z.number() });
const StampedSchema = z.object({ lastModified: z.number() });

/**
 * Keeps trackers of an advertiser as a list tells of them that was given at this moment of the service's
 * clock. What was changed or deleted here shortly before stays so: a list may lag behind.
 */
export async function putListed(
  db: Database,
  account: string,
  advertiserId: number,
  trackers: readonly Tracker[],
  servedAt: number | null,
): Promise<void> {
  const transaction = db.transaction(['trackers', 'syncs', 'trackerEvents'], 'readwrite');
  const store = transaction.objectStore('trackers');
  const syncs = transaction.objectStore('syncs');
  const events = transaction.objectStore('trackerEvents');
  const kept = readKept(await syncs.get([account, advertiserId]), advertiserId);
  const ids = new Set(trackers.map(({ id }) => id));
  const { sync, gone } = meetRemoved(kept, ids, servedAt);
  if (kept.removed.some(({ id }) => ids.has(id))) void syncs.put(toRow(account, sync));
  const changed: number[] = [];
  const cachedRows = await rowsOf(store, account, ids);
  for (const tracker of trackers) {
    if (gone.has(tracker.id)) continue;
    const row = toTrackerRow(account, tracker);
    const cached = cachedRows.get(tracker.id);
    if (cached !== undefined) {
      const stamped = StampedSchema.safeParse(cached);
      const at = stamped.success ? stamped.data.lastModified : 0;
      if (at > tracker.lastModified && at >= recentSince(servedAt)) continue;
      if (JSON.stringify(cached) === JSON.stringify(row)) continue;
      const event = changedElsewhere(readRow(TrackerSchema, cached), tracker);
      if (event) putEvents(events, account, [event]);
    }
    void store.put(row);
    changed.push(tracker.id);
  }
  await transaction.done;
  tellChanged(db, changedTrackers(changed));
}

/** How a sync ended. */
export type Ended = Omit<Sync, 'removed'>;

/**
 * Ends a sync that read the whole list: forgets those that were not on it, and notes what it found. What
 * was saved here shortly before it began stays: a list may lag behind.
 */
export async function completeSync(
  db: Database,
  account: string,
  ended: Ended,
  listed: ReadonlySet<number>,
): Promise<void> {
  const { advertiserId, startedAt } = ended;
  const transaction = db.transaction(['trackers', 'syncs'], 'readwrite');
  const store = transaction.objectStore('trackers');
  const syncs = transaction.objectStore('syncs');
  const known = await store.index('by-advertiser').getAllKeys(ofAdvertiser(account, advertiserId));
  const forgotten: number[] = [];
  for (const key of known) {
    const [, id] = key;
    if (listed.has(id)) continue;
    const single = SingleSchema.safeParse(await store.get(key));
    const isRecent = single.success && single.data.lastModified >= recentSince(startedAt);
    if (isRecent) continue;
    void store.delete(key);
    forgotten.push(id);
  }
  const { removed } = readKept(await syncs.get([account, advertiserId]), advertiserId);
  // What the list knows to be gone needs no more remembering.
  const left = removed.filter(({ id }) => listed.has(id));
  void syncs.put(toRow(account, toKept({ ...ended, removed: left })));
  await transaction.done;
  tellChanged(db, changedTrackers(forgotten));
}

/** Ends a sync that read what was changed: forgets those that cannot be read any more. */
export async function completeChanges(
  db: Database,
  account: string,
  ended: Ended,
  unreadable: readonly number[],
): Promise<void> {
  const { advertiserId } = ended;
  const transaction = db.transaction(['trackers', 'syncs'], 'readwrite');
  const syncs = transaction.objectStore('syncs');
  for (const id of unreadable) void transaction.objectStore('trackers').delete([account, id]);
  const { removed } = readKept(await syncs.get([account, advertiserId]), advertiserId);
  void syncs.put(toRow(account, toKept({ ...ended, removed })));
  await transaction.done;
  tellChanged(db, changedTrackers(unreadable));
}
