import { firstIndex } from '../core/base/first-index';
import { mostOf } from '../core/base/long-lists';
import { newestFirst } from '../core/tracker/newest-first';
import { type Tracker, TrackerSchema } from '../core/tracker/tracker';
import type { Connection } from './database';
import type { Read } from './rows';
import type { Database } from './schema';
import { type BlockKey, blocksOf, momentOf, readBlocks } from './tracker-blocks';

/** A piece of a list; `next` reads the one after it, as often as it is asked, and is `null` at the end. */
export interface TrackerPiece extends Read<Tracker> {
  readonly next: (() => Promise<TrackerPiece>) | null;
}

interface Order {
  readonly database: Connection;
  readonly account: string;
  readonly advertiserId: number;
}

/** How far a list has been read. */
interface Place {
  /** Its blocks as they were when it was begun, that with the newest tracker first. */
  readonly keys: readonly BlockKey[];
  /** How many of these have been read. */
  readonly read: number;
  /** What was read and not yet given, newest first. */
  readonly held: readonly Tracker[];
  /** Whatever is not read yet comes behind this one. */
  readonly bound: Pick<Tracker, 'id' | 'lastModified'> | null;
}

const MOST_AT_ONCE = 10;

/**
 * An advertiser's list, newest first, piece by piece, so that no page stands still meanwhile: the first of no more than `first` trackers, the others of `next`.
 * What is written in between is told by notices; of a block that was parted meanwhile, a piece may have
 * some that were given, or that belong before them (`appendPiece`).
 */
export async function readTrackerPieces(
  order: Order,
  size: { readonly first: number; readonly next: number },
): Promise<TrackerPiece> {
  const db = await order.database();
  const keys = await keysNewestFirst(db, order);
  return readPiece(order, { keys, read: 0, held: [], bound: null }, size.first, size.next);
}

async function readPiece(
  order: Order,
  place: Place,
  size: number,
  nextSize: number,
): Promise<TrackerPiece> {
  const db = await order.database();
  let { keys, read, held, bound } = place;
  let unreadable = 0;
  for (let step = 2; read < keys.length && sureOf(held, bound) < size; step *= 2) {
    const some = keys.slice(read, read + Math.min(step, MOST_AT_ONCE));
    const found = await readKeys(db, some);
    read += some.length;
    unreadable += found.unreadable;
    const rest = sortTied(keys.slice(read), found.tied);
    keys = [...keys.slice(0, read), ...rest.keys];
    if (found.newest !== null) bound = { lastModified: found.newest, id: rest.from };
    held = join(held, found.rows);
  }
  const isRead = read === keys.length;
  const rows = held.slice(0, isRead ? size : Math.min(size, sureOf(held, bound)));
  const rest = { keys, read, held: held.slice(rows.length), bound };
  if (!isRead || rest.held.length > 0) {
    return { rows, unreadable, next: () => readPiece(order, rest, nextSize, nextSize) };
  }
  const late = await readKeys(db, await keysSince(db, order, keys));
  return { rows: join(rows, late.rows), unreadable, next: null };
}

/** All of them, each once: what was read later is what it is now. */
function join(before: readonly Tracker[], more: readonly Tracker[]): readonly Tracker[] {
  const byId = new Map([...before, ...more].map((one) => [one.id, one]));
  return [...byId.values()].toSorted(newestFirst);
}

/** How many of these come before all that is not read yet. */
function sureOf(held: readonly Tracker[], bound: Place['bound']): number {
  return bound === null ? 0 : firstIndex(held, (one) => newestFirst(one, bound) >= 0);
}

/**
 * What is in these blocks, when the newest in the last of them was changed, and which blocks have none that is newer
 * and one of the same moment: the index does not say in which order these come.
 */
async function readKeys(db: Database, keys: readonly BlockKey[]) {
  const { store } = db.transaction('trackerBlocks');
  const rows = await Promise.all(keys.map((key) => store.get(key)));
  const there = rows.filter((row) => row !== undefined);
  const found = readBlocks(TrackerSchema, there);
  const last = keys.at(-1);
  const newest = mostOf(readBlocks(TrackerSchema, rows.slice(-1)).rows.map(momentOf));
  if (!last || newest === null) return { ...found, newest: null, tied: [] };
  const [account, advertiserId] = last;
  const place = [account, advertiserId, -newest];
  const range = IDBKeyRange.bound(place, [...place, []]);
  return { ...found, newest, tied: await store.index('by-advertiser').getAllKeys(range) };
}

/** What is still to be read, those blocks first that are tied, by their ids; and the id from which on these have any. */
function sortTied(keys: readonly BlockKey[], tied: readonly BlockKey[]) {
  const froms = new Set(tied.map(([, , from]) => from));
  const isTied = ([, , from]: BlockKey) => froms.has(from);
  const first = keys.filter(isTied).toSorted(([, , a], [, , b]) => a - b);
  const others = keys.filter((key) => !isTied(key));
  return { keys: [...first, ...others], from: first[0]?.[2] ?? Infinity };
}

function keysNewestFirst(
  db: Database,
  { account, advertiserId }: Order,
): Promise<readonly BlockKey[]> {
  const range = blocksOf(account, advertiserId);
  return db.getAllKeysFromIndex('trackerBlocks', 'by-advertiser', range);
}

/** The blocks that there are now besides these. */
async function keysSince(
  db: Database,
  order: Order,
  keys: readonly BlockKey[],
): Promise<readonly BlockKey[]> {
  const known = new Set(keys.map(([, , from]) => from));
  const now = await keysNewestFirst(db, order);
  return now.filter(([, , from]) => !known.has(from));
}
