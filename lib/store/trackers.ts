import { changedTrackers } from '../core/base/change';
import { z } from '../core/base/schema';
import { filterTrackers } from '../core/tracker/filter';
import type { ListPosition } from '../core/tracker/list-position';
import { type Tracker, TrackerSchema } from '../core/tracker/tracker';
import { changedElsewhere } from '../core/verification/passport/event';
import { tellChanged } from './changes';
import { ofAccount } from './accounts';
import { type Read, readRow, readRows, toRow } from './rows';
import type { Database } from './schema';
import { putEvents } from './tracker-events';
import { readKept, withRemoved } from './syncs';

/** Newest first; with a `limit`, no more than so many. */
export async function listTrackers(
  db: Database,
  account: string,
  advertiserId: number,
  limit?: number,
): Promise<Read<Tracker>> {
  return readRows(TrackerSchema, await getRows(db, ofAdvertiser(account, advertiserId), limit));
}

/** A piece of a list, newest first; `next` is `null` at the end. */
export interface TrackerPiece extends Read<Tracker> {
  readonly next: ListPosition | null;
}

/**
 * A long list is read piece by piece, so that no page stands still meanwhile: `size` rows from a position,
 * which the piece before gives. What is written in between is told by notices, not found here.
 */
export async function readTrackerPiece(
  db: Database,
  account: string,
  advertiserId: number,
  size: number,
  from: ListPosition | null,
): Promise<TrackerPiece> {
  const passed = new Set(from?.passed);
  const range = ofAdvertiser(account, advertiserId, from ? -from.lastModified : -Infinity);
  const limit = size + passed.size;
  const met = await getRows(db, range, limit);
  const rows = passed.size === 0 ? met : met.filter((row) => !passed.has(placeOf(row).id));
  return { ...readRows(TrackerSchema, rows), next: met.length < limit ? null : positionAfter(met) };
}

function getRows(db: Database, range: IDBKeyRange, limit?: number): Promise<readonly unknown[]> {
  return db.getAllFromIndex('trackers', 'by-advertiser', range, limit);
}

// What the index goes by is there, whatever else of a row can be read.
const PlaceSchema = z.object({ id: z.number(), order: z.number() });
const placeOf = (row: unknown) => PlaceSchema.parse(row);

function positionAfter(rows: readonly unknown[]): ListPosition | null {
  const passed: number[] = [];
  let order: number | null = null;
  for (const row of rows.toReversed()) {
    const place = placeOf(row);
    order ??= place.order;
    if (place.order !== order) break;
    passed.push(place.id);
  }
  return order === null ? null : { lastModified: -order, passed };
}

export function countTrackers(
  db: Database,
  account: string,
  advertiserId: number,
): Promise<number> {
  return db.countFromIndex('trackers', 'by-advertiser', ofAdvertiser(account, advertiserId));
}

/** Whether any tracker of the account is cached. */
export async function hasTrackers(db: Database, account: string): Promise<boolean> {
  return (await db.getKey('trackers', ofAccount(account))) !== undefined;
}

/** The cached trackers with these ids; ids that are not cached are left out. */
export async function findTrackers(
  db: Database,
  account: string,
  ids: readonly number[],
): Promise<readonly Tracker[]> {
  const transaction = db.transaction('trackers');
  const rows = await Promise.all(ids.map((id) => transaction.store.get([account, id])));
  return readRows(TrackerSchema, rows).rows;
}

/** All cached trackers of an account, each advertiser's newest first. */
export async function listAllTrackers(db: Database, account: string): Promise<readonly Tracker[]> {
  const all = await db.getAllFromIndex('trackers', 'by-advertiser', ofAccount(account));
  return readRows(TrackerSchema, all).rows;
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
  const isAny = text.trim() === '';
  const { rows } = await listTrackers(db, account, advertiserId, isAny ? limit : undefined);
  return isAny ? rows : filterTrackers(rows, { search: text, state: 'all' }, now).slice(0, limit);
}

/**
 * Keeps trackers that were saved or read one by one: what a list tells of them for a while may be older.
 */
export async function putTrackers(
  db: Database,
  account: string,
  trackers: readonly Tracker[],
): Promise<void> {
  const transaction = db.transaction(['trackers', 'trackerEvents'], 'readwrite');
  const store = transaction.objectStore('trackers');
  const events = transaction.objectStore('trackerEvents');
  await Promise.all(
    trackers.map(async (tracker) => {
      const before = readRow(TrackerSchema, await store.get([account, tracker.id]));
      void store.put(toSingleRow(account, tracker));
      const event = changedElsewhere(before, tracker);
      if (event) putEvents(events, account, [event]);
    }),
  );
  await transaction.done;
  const ids = trackers.map(({ id }) => id);
  tellChanged(db, changedTrackers(ids));
}

/** What a store gives and takes within a transaction. */
interface Rows {
  get(key: [string, number]): Promise<unknown>;
  put(row: unknown): unknown;
  delete(key: [string, number]): unknown;
}

/** Forgets a tracker that was deleted, and that a list which lags behind may still tell of. */
export async function forgetDeleted(
  trackers: Omit<Rows, 'put'>,
  syncs: Omit<Rows, 'delete'>,
  account: string,
  id: number,
): Promise<void> {
  const known = readRow(TrackerSchema, await trackers.get([account, id]));
  void trackers.delete([account, id]);
  if (known === null) return;
  const { advertiserId } = known;
  const sync = readKept(await syncs.get([account, advertiserId]), advertiserId);
  void syncs.put(toRow(account, withRemoved(sync, id)));
}

/** The rows of one advertiser in the index, newest first, from a place in their order on. */
export function ofAdvertiser(account: string, advertiserId: number, from = -Infinity): IDBKeyRange {
  return IDBKeyRange.bound([account, advertiserId, from], [account, advertiserId, Infinity]);
}

/** One that was saved or read by itself, as it is stored. */
export function toSingleRow(account: string, tracker: Tracker) {
  return { ...toTrackerRow(account, tracker), single: true };
}

/** A tracker as it is stored: `order` makes the index run newest first, so that the first page is a bounded read. */
export function toTrackerRow(account: string, tracker: Tracker) {
  return toRow(account, { ...tracker, order: -tracker.lastModified });
}
