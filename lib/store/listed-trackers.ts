import { changedTrackers } from '../core/base/change';
import { z } from '../core/base/schema';
import type { Tracker } from '../core/tracker/tracker';
import { changedElsewhere } from '../core/verification/passport/event';
import { tellChanged } from './changes';
import { toRow } from './rows';
import type { Database } from './schema';
import { meetRemoved, readKept, recentSince, type Sync, toKept } from './syncs';
import {
  blocksOf,
  canOpen,
  changeBlocks,
  countIn,
  findElsewhere,
  idsIn,
  momentOf,
} from './tracker-blocks';
import { putEvents } from './tracker-events';
import { readKeptTracker } from './trackers';

const SingleSchema = z.object({ single: z.literal(true), lastModified: z.number() });
/** Blocks that are looked through at once. */
const BLOCKS_AT_ONCE = 20;

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
  const transaction = db.transaction(['trackerBlocks', 'syncs', 'trackerEvents'], 'readwrite');
  const blocks = transaction.objectStore('trackerBlocks');
  const syncs = transaction.objectStore('syncs');
  const events = transaction.objectStore('trackerEvents');
  const kept = readKept(await syncs.get([account, advertiserId]), advertiserId);
  const told = new Map(trackers.map((tracker) => [tracker.id, tracker]));
  const ids = new Set(told.keys());
  const { sync, gone } = meetRemoved(kept, ids, servedAt);
  if (kept.removed.some(({ id }) => ids.has(id))) void syncs.put(toRow(account, sync));
  const changed: number[] = [];
  const elsewhere = await findElsewhere(blocks, account, advertiserId, [...ids]);
  await changeBlocks(blocks, account, advertiserId, ids, (id, here) => {
    const cached = here ?? elsewhere.get(id)?.kept;
    const tracker = told.get(id);
    if (tracker === undefined || gone.has(id)) return undefined;
    if (cached !== undefined) {
      const at = momentOf(cached);
      if (at > tracker.lastModified && at >= recentSince(servedAt)) return undefined;
      if (here !== undefined && JSON.stringify(here) === JSON.stringify(tracker)) return undefined;
      const event = changedElsewhere(readKeptTracker(cached), tracker);
      if (event) putEvents(events, account, [event]);
    }
    changed.push(id);
    return tracker;
  });
  // What was given to this advertiser is the other's no more.
  for (const id of changed) {
    const before = elsewhere.get(id);
    if (before) await changeBlocks(blocks, account, before.advertiserId, [id], () => null);
  }
  await transaction.done;
  tellChanged(db, changedTrackers(changed));
}

/** How a sync ended. */
export type Ended = Omit<Sync, 'removed'>;

/**
 * Ends a sync that read the whole list: forgets those that were not on it, and notes what it found. What
 * was saved here shortly before it began stays: a list may lag behind. Gives how many there are now.
 */
export async function completeSync(
  db: Database,
  account: string,
  ended: Ended,
  listed: ReadonlySet<number>,
): Promise<number> {
  const { advertiserId, startedAt } = ended;
  const transaction = db.transaction(['trackerBlocks', 'syncs'], 'readwrite');
  const blocks = transaction.objectStore('trackerBlocks');
  const syncs = transaction.objectStore('syncs');
  const forgotten: number[] = [];
  const forget = (id: number, cached: unknown) => {
    if (listed.has(id)) return undefined;
    const single = SingleSchema.safeParse(cached);
    const isRecent = single.success && single.data.lastModified >= recentSince(startedAt);
    if (isRecent) return undefined;
    forgotten.push(id);
    return null;
  };
  const { removed } = readKept(await syncs.get([account, advertiserId]), advertiserId);
  // As many as were listed, and none of those deleted here: these are the same, and need not be looked through.
  const counted = await countIn(blocks, account, advertiserId);
  const isSame = removed.length === 0 && counted === listed.size;
  const keys = isSame ? [] : await blocks.getAllKeys(blocksOf(account, advertiserId));
  for (let at = 0; at < keys.length; at += BLOCKS_AT_ONCE) {
    const some = keys.slice(at, at + BLOCKS_AT_ONCE);
    const rows = await Promise.all(some.map((key) => blocks.get(key)));
    // All that is listed has been written: what still cannot be opened has nothing of it, and would be counted for ever.
    for (const [index, key] of some.entries()) if (!canOpen(rows[index])) void blocks.delete(key);
    const lost = rows.flatMap((row) => idsIn(row)).filter((id) => !listed.has(id));
    if (lost.length > 0) await changeBlocks(blocks, account, advertiserId, lost, forget);
  }
  // What the list knows to be gone needs no more remembering.
  const left = removed.filter(({ id }) => listed.has(id));
  void syncs.put(toRow(account, toKept({ ...ended, removed: left })));
  const count = isSame ? counted : await countIn(blocks, account, advertiserId);
  await transaction.done;
  tellChanged(db, changedTrackers(forgotten));
  return count;
}

/** Ends a sync that read what was changed: forgets those that cannot be read any more. */
export async function completeChanges(
  db: Database,
  account: string,
  ended: Ended,
  unreadable: readonly number[],
): Promise<void> {
  const { advertiserId } = ended;
  const transaction = db.transaction(['trackerBlocks', 'syncs'], 'readwrite');
  const syncs = transaction.objectStore('syncs');
  const blocks = transaction.objectStore('trackerBlocks');
  await changeBlocks(blocks, account, advertiserId, unreadable, () => null);
  const { removed } = readKept(await syncs.get([account, advertiserId]), advertiserId);
  void syncs.put(toRow(account, toKept({ ...ended, removed })));
  await transaction.done;
  tellChanged(db, changedTrackers(unreadable));
}
