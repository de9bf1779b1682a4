import { leastOf, mostOf } from '../core/base/long-lists';
import { z } from '../core/base/schema';
import { isKnownRow, type Read, toRow } from './rows';

/**
 * The trackers of an advertiser lie on disk some hundred to a row, in blocks that part its ids among them: writing
 * a row takes a browser as long whether there is one tracker in it or a hundred (decision 0012). A block has the ids from its key
 * to the next one's. It is never changed but here.
 */
export type BlockKey = [account: string, advertiserId: number, from: number];

/** A tracker as it is kept: an object with its `id`, and what else it is, as far as that can be read. */
export type Kept = object;

/** The store of blocks, within a transaction. */
export interface Blocks {
  get(key: BlockKey): Promise<unknown>;
  getAllKeys(range: IDBKeyRange): Promise<BlockKey[]>;
  openKeyCursor(
    range: IDBKeyRange,
    direction: 'prev',
  ): Promise<{ readonly primaryKey: BlockKey } | null>;
  put(row: unknown): unknown;
  delete(key: BlockKey): unknown;
  index(name: 'by-stretch'): {
    getAllKeys(key: [string, number] | IDBKeyRange, count?: number): Promise<BlockKey[]>;
  };
}

/** As many as the service gives at a time. */
const USUAL = 100;
/** A block that would have more is parted. */
const MOST = 150;

const BlockSchema = z.object({ items: z.array(z.unknown()) });
const CountSchema = z.object({ count: z.number() });

/**
 * A block is found by the stretches of so many ids in which it has any. An advertiser's ids lie close together,
 * and an entry for each of them took a browser longer to write than the block.
 */
const STRETCH = 1000;
const stretchOf = (id: number) => Math.floor(id / STRETCH);

/** What is in a block, in the order of ids; and how many are in it that nothing is known of, for it is of a later version or broken. */
function openBlock(row: unknown): { items: readonly unknown[]; unreadable: number } {
  const read = isKnownRow(row) ? BlockSchema.safeParse(row).data : undefined;
  if (read) return { items: read.items, unreadable: 0 };
  return { items: [], unreadable: CountSchema.safeParse(row).data?.count ?? 1 };
}

/** Counts what an advertiser has in its blocks, without reading them. */
export async function countIn(
  blocks: { index(name: 'by-advertiser'): Counted },
  account: string,
  advertiserId: number,
): Promise<number> {
  let count = 0;
  let cursor = await blocks.index('by-advertiser').openKeyCursor(blocksOf(account, advertiserId));
  while (cursor) {
    const [, , , some] = cursor.key;
    count += some;
    cursor = await cursor.continue();
  }
  return count;
}

interface Counted {
  openKeyCursor(range: IDBKeyRange): Promise<CountCursor | null>;
}

interface CountCursor {
  readonly key: [string, number, number, count: number];
  continue(): Promise<CountCursor | null>;
}

/** Whether it can be said what is in a block: it is neither of a later version nor broken. */
export function canOpen(row: unknown): boolean {
  return isKnownRow(row) && BlockSchema.safeParse(row).success;
}

/** The ids of what is in a block. */
export function idsIn(row: unknown): readonly number[] {
  return openBlock(row).items.flatMap((item) => idOf(item) ?? []);
}

/** What can be read of all that is in these blocks, in the order of ids within each. */
export function readBlocks<T>(schema: z.ZodMiniType<T>, rows: readonly unknown[]): Read<T> {
  const read: T[] = [];
  let unreadable = 0;
  for (const row of rows) {
    const block = openBlock(row);
    unreadable += block.unreadable;
    for (const item of block.items) {
      const one = schema.safeParse(item);
      if (one.success) read.push(one.data);
      else unreadable += 1;
    }
  }
  return { rows: read, unreadable };
}

/** The keys of an advertiser's blocks. */
export function blocksOf(account: string, advertiserId: number): IDBKeyRange {
  return IDBKeyRange.bound([account, advertiserId], [account, advertiserId, []]);
}

/** A block as it is kept: `order` and `count` are what its index goes by, newest first. */
export function toBlock(
  account: string,
  advertiserId: number,
  from: number,
  entries: readonly (readonly [id: number, kept: Kept])[],
) {
  const items = entries.map(([, kept]) => kept);
  return toRow(account, {
    advertiserId,
    from,
    order: -(mostOf(items.map(momentOf)) ?? 0),
    count: items.length,
    stretches: [...new Set(entries.map(([id]) => stretchOf(id)))].map((one) => [account, one]),
    items,
  });
}

// Read by hand: of a list of thousands, that is what most of the time would go for.
function idOf(item: unknown): number | null {
  return isKept(item) && 'id' in item && typeof item.id === 'number' ? item.id : null;
}

/** When it was last changed, in milliseconds since 1970; 0 where that is not known. */
export function momentOf(item: unknown): number {
  const isKnown = isKept(item) && 'lastModified' in item && typeof item.lastModified === 'number';
  return isKnown ? Number(item.lastModified) : 0;
}

function isKept(item: unknown): item is Kept {
  return typeof item === 'object' && item !== null;
}

/**
 * What is to become of a tracker, given what is kept of it, if anything is: another one, `null` for none, and
 * `undefined` for what it is.
 */
export type Change = (id: number, kept: unknown) => Kept | null | undefined;

/** Changes trackers of an advertiser, each of these ids once; a block in which nothing was changed is not written. */
export async function changeBlocks(
  blocks: Blocks,
  account: string,
  advertiserId: number,
  ids: Iterable<number>,
  change: Change,
): Promise<void> {
  const sorted = [...new Set(ids)].toSorted((a, b) => a - b);
  const keys = await keysAround(blocks, account, advertiserId, sorted);
  const parts = partBy(sorted, keys);
  const rows = await readParts(blocks, parts);
  for (const [at, { key, ids: own }] of parts.entries()) {
    const items = byId(rows[at]);
    const last = mostOf(items.keys()) ?? -Infinity;
    let isChanged = false;
    let isAppended = true;
    for (const id of own) {
      const next = change(id, items.get(id));
      // What is not there is not taken out: a block that cannot be opened stays until something is put in its place.
      if (next === undefined || (next === null && !items.has(id))) continue;
      isChanged = true;
      isAppended &&= next !== null && id > last;
      if (next === null) items.delete(id);
      else items.set(id, next);
    }
    if (!isChanged) continue;
    const [first] = own;
    const from = key?.[2] ?? first;
    if (from === undefined) continue;
    const all = [...items].toSorted(([a], [b]) => a - b);
    // What comes behind a block that is full begins another; that one is not written for it.
    const begun = isAppended && all.length > MOST ? all.findIndex(([id]) => id > last) : 0;
    if (all.length === 0 && key) void blocks.delete(key);
    for (const [start, some] of partsOf(all, begun)) {
      const rowFrom = start === 0 ? from : some[0]?.[0];
      if (rowFrom === undefined) continue;
      void blocks.put(toBlock(account, advertiserId, rowFrom, some));
    }
  }
}

/** The items from a place on in rows of the usual size, each with the place where it begins. */
function partsOf<T>(
  all: readonly T[],
  begun: number,
): readonly (readonly [number, readonly T[]])[] {
  const left = all.length - begun;
  if (left === 0) return [];
  const size = left <= MOST ? left : Math.ceil(left / Math.ceil(left / USUAL));
  const starts = Array.from({ length: Math.ceil(left / size) }, (_, at) => begun + at * size);
  return starts.map((start) => [start, all.slice(start, start + size)] as const);
}

/** The keys of the blocks in which these ids can be: that in which the first is, and those up to the last. */
async function keysAround(
  blocks: Blocks,
  account: string,
  advertiserId: number,
  sorted: readonly number[],
): Promise<readonly BlockKey[]> {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const before = IDBKeyRange.bound([account, advertiserId], [account, advertiserId, first]);
  const cursor = await blocks.openKeyCursor(before, 'prev');
  const start = cursor?.primaryKey ?? [account, advertiserId, first];
  return blocks.getAllKeys(IDBKeyRange.bound(start, [account, advertiserId, last]));
}

/** Some ids, and the block that they belong into; `null` where they come before all blocks. */
interface Part {
  readonly key: BlockKey | null;
  readonly ids: number[];
}

function partBy(sorted: readonly number[], keys: readonly BlockKey[]): readonly Part[] {
  const parts: Part[] = [];
  let next = 0;
  for (const id of sorted) {
    while ((keys[next]?.[2] ?? Infinity) <= id) next += 1;
    const key = keys[next - 1] ?? null;
    const part = parts.at(-1);
    if (part && part.key === key) part.ids.push(id);
    else parts.push({ key, ids: [id] });
  }
  return parts;
}

async function readParts(blocks: Blocks, parts: readonly Part[]): Promise<readonly unknown[]> {
  return Promise.all(parts.map(({ key }) => (key ? blocks.get(key) : undefined)));
}

/** The trackers of a block by their ids. One that cannot be read at all is written anew: the service tells of it again. */
function byId(row: unknown): Map<number, Kept> {
  const found = new Map<number, Kept>();
  for (const item of openBlock(row).items) {
    const id = idOf(item);
    if (id !== null && isKept(item)) found.set(id, item);
  }
  return found;
}

/** What is kept of these trackers, whosever they are; what is not there is left out. */
export async function findKept(
  blocks: Pick<Blocks, 'get' | 'index'>,
  account: string,
  ids: readonly number[],
): Promise<ReadonlyMap<number, unknown>> {
  const all = await keptAt(blocks, await keysAt(blocks, account, ids), ids);
  return new Map(all.map(({ id, kept }) => [id, kept]));
}

/** What these blocks have of these trackers, and with which advertiser. */
async function keptAt(
  blocks: Pick<Blocks, 'get'>,
  keys: readonly BlockKey[],
  ids: readonly number[],
) {
  const asked = new Set(ids);
  const rows = await Promise.all(keys.map((key) => blocks.get(key)));
  return keys.flatMap(([, advertiserId], at) =>
    openBlock(rows[at]).items.flatMap((kept) => {
      const id = idOf(kept);
      return id !== null && asked.has(id) ? [{ id, advertiserId, kept }] : [];
    }),
  );
}

/** So many blocks of ids that lie side by side are looked at, before each id is asked for by itself. */
const MOST_LOOKED_AT = 2000;

/** What is kept of these trackers with other advertisers than this one, by id, and with which. */
export async function findElsewhere(
  blocks: Pick<Blocks, 'get' | 'index'>,
  account: string,
  advertiserId: number,
  ids: readonly number[],
): Promise<ReadonlyMap<number, { readonly advertiserId: number; readonly kept: unknown }>> {
  const isOther = ([, owner]: BlockKey) => owner !== advertiserId;
  const [first, last] = [leastOf(ids), mostOf(ids)];
  if (last === null) return new Map();
  const range = IDBKeyRange.bound([account, stretchOf(first)], [account, stretchOf(last)]);
  const near = await blocks.index('by-stretch').getAllKeys(range, MOST_LOOKED_AT);
  if (near.length < MOST_LOOKED_AT && !near.some(isOther)) return new Map();
  const others = (await keysAt(blocks, account, ids)).filter(isOther);
  return new Map((await keptAt(blocks, others, ids)).map((one) => [one.id, one]));
}

/** With which advertisers a tracker is; also those of which that cannot be said, for a block cannot be opened. */
export async function ownersOf(
  blocks: Pick<Blocks, 'get' | 'index'>,
  account: string,
  id: number,
): Promise<readonly number[]> {
  const keys = await keysAt(blocks, account, [id]);
  const rows = await Promise.all(keys.map((key) => blocks.get(key)));
  return keys.flatMap(([, owner], at) =>
    !canOpen(rows[at]) || idsIn(rows[at]).includes(id) ? [owner] : [],
  );
}

/** The keys of the blocks into which these ids belong, each once: of all that may have them, no other has. */
async function keysAt(
  blocks: Pick<Blocks, 'index'>,
  account: string,
  ids: readonly number[],
): Promise<readonly BlockKey[]> {
  const index = blocks.index('by-stretch');
  const sorted = [...new Set(ids)].toSorted((a, b) => a - b);
  const all = await Promise.all(
    [...Map.groupBy(sorted, stretchOf)].map(async ([stretch, own]) => {
      const near = await index.getAllKeys([account, stretch]);
      const ofOwners = [...Map.groupBy(near, ([, owner]) => owner).values()];
      const parts = ofOwners.flatMap((keys) => partBy(own, keys));
      return parts.map(({ key }) => key).filter((key) => key !== null);
    }),
  );
  return [...new Map(all.flat().map((key) => [key.join(), key])).values()];
}

/** Keeps these in place of what was kept of them, whosever they were then. */
export async function putKept(
  blocks: Blocks,
  account: string,
  trackers: readonly (Kept & { readonly id: number; readonly advertiserId: number })[],
): Promise<void> {
  const byAdvertiser = Map.groupBy(trackers, ({ advertiserId }) => advertiserId);
  const ids = trackers.map(({ id }) => id);
  const before = new Set((await keysAt(blocks, account, ids)).map(([, owner]) => owner));
  for (const owner of new Set([...before, ...byAdvertiser.keys()])) {
    const own = new Map(byAdvertiser.get(owner)?.map((one) => [one.id, one]));
    await changeBlocks(blocks, account, owner, ids, (id, kept) => {
      const one = own.get(id);
      if (one) return one;
      return kept === undefined ? undefined : null;
    });
  }
}
