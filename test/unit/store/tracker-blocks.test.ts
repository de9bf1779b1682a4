import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { newestFirst } from '@/lib/core/tracker/newest-first';
import { appendPiece } from '@/lib/core/tracker/patch-list';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { type Database, openDatabase } from '@/lib/store/database';
import { changeBlocks, idsIn, ownersOf, putKept, toBlock } from '@/lib/store/tracker-blocks';
import { readTrackerPieces, type TrackerPiece } from '@/lib/store/tracker-pieces';
import { countTrackers, findTrackers, listTrackers } from '@/lib/store/trackers';

import { tracker } from './tracker-sample';

const ACCOUNT = 'somebody';
const ADVERTISER = 10;
let databases = 0;
const open = () => openDatabase(`tracker-blocks-${(databases += 1)}`);

async function put(db: Database, trackers: readonly Tracker[]): Promise<void> {
  const transaction = db.transaction('trackerBlocks', 'readwrite');
  await putKept(transaction.store, ACCOUNT, trackers);
  await transaction.done;
}

async function remove(db: Database, ids: readonly number[]): Promise<void> {
  const transaction = db.transaction('trackerBlocks', 'readwrite');
  await changeBlocks(transaction.store, ACCOUNT, ADVERTISER, ids, () => null);
  await transaction.done;
}

const from = (first: number, last: number, step = 1) =>
  Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);

/** How many are in each block, in the order of their keys. */
async function sizes(db: Database): Promise<readonly number[]> {
  return (await db.getAll('trackerBlocks')).map((row) => idsIn(row).length);
}

describe('blocks', () => {
  it.each<[string, readonly (readonly number[])[], readonly number[]]>([
    ['one page is one block', [from(1, 100)], [100]],
    [
      'each page that comes behind a full one begins another',
      [from(1, 100), from(101, 199), from(200, 298)],
      [100, 99, 99],
    ],
    ['pages that come together are parted', [from(1, 450)], [90, 90, 90, 90, 90]],
    ['single ones that come behind fill the last', [from(1, 100), [101], [102], [103]], [103]],
    ['until it is full', [from(1, 150), [151]], [150, 1]],
    ['what comes between is parted evenly', [from(1, 299, 2), from(2, 120, 2)], [70, 70, 70]],
    ['what comes before has its own', [[50], [20], [10]], [1, 1, 1]],
    ['nothing is nothing', [[]], []],
  ])('%s', async (_, pages, expected) => {
    const db = await open();
    for (const ids of pages)
      await put(
        db,
        ids.map((id) => tracker(id)),
      );
    expect(await sizes(db)).toEqual(expected);
    const all = pages.flat();
    expect(await countTrackers(db, ACCOUNT, ADVERTISER)).toBe(all.length);
    const { rows } = await listTrackers(db, ACCOUNT, ADVERTISER);
    expect(rows.map(({ id }) => id)).toEqual(all.toSorted((a, b) => b - a));
  });

  it('a block whose last one goes is no more', async () => {
    const db = await open();
    await put(
      db,
      from(1, 100).map((id) => tracker(id)),
    );
    await put(db, [tracker(101)]);
    await remove(db, from(1, 101));
    expect(await db.count('trackerBlocks')).toBe(0);
  });

  it('one that has another advertiser now is not of the one before', async () => {
    const db = await open();
    await put(db, [tracker(1), tracker(2)]);
    await put(db, [tracker(2, { advertiserId: 11 })]);
    expect((await listTrackers(db, ACCOUNT, ADVERTISER)).rows).toHaveLength(1);
    expect((await listTrackers(db, ACCOUNT, 11)).rows).toHaveLength(1);
    expect(await findTrackers(db, ACCOUNT, [2])).toEqual([tracker(2, { advertiserId: 11 })]);
  });

  it('are found by ids wherever stretches begin and end, and whosever lie among them', async () => {
    const db = await open();
    const mine = [-1001, -1000, -1, 0, 999, 1000, 1001, 1999, 2000, 2_147_483_647];
    const theirs = [-999, -2, 1, 998, 1500, 1998, 2001].map((id) =>
      tracker(id, { advertiserId: 11 }),
    );
    const all = [...mine, ...from(1002, 1400)].map((id) => tracker(id)).concat(theirs);
    for (const some of [all.slice(0, 10), theirs, all.slice(10)]) await put(db, some);
    const ids = all.map(({ id }) => id);
    expect(await findTrackers(db, ACCOUNT, [5, ...ids, 1_000_000])).toEqual(all);
  });

  it('say whose a tracker is, also where that of one cannot be said', async () => {
    const db = await open();
    await put(db, [
      tracker(5),
      tracker(7, { advertiserId: 11 }),
      tracker(2005, { advertiserId: 13 }),
    ]);
    const later = toBlock(ACCOUNT, 12, 5, [[5, tracker(5, { advertiserId: 12 })]]);
    await db.put('trackerBlocks', { ...later, v: 99 });
    const { store } = db.transaction('trackerBlocks');
    expect(await ownersOf(store, ACCOUNT, 5)).toEqual([ADVERTISER, 12]);
    expect(await ownersOf(store, ACCOUNT, 7)).toEqual([11, 12]);
    expect(await ownersOf(store, ACCOUNT, 2005)).toEqual([13]);
  });

  it('are of one account', async () => {
    const db = await open();
    const theirs = toBlock('another', ADVERTISER, 1, [[1, tracker(1, { name: 'Theirs' })]]);
    await db.put('trackerBlocks', theirs);
    await put(db, [tracker(1)]);
    await remove(db, [1]);
    expect(await db.getAll('trackerBlocks')).toEqual([theirs]);
    expect(await findTrackers(db, ACCOUNT, [1])).toEqual([]);
  });

  const step = fc.record({
    isPut: fc.boolean(),
    // Long stretches, so that blocks are parted, and single ones.
    ids: fc.oneof(
      fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 6 }),
      fc
        .tuple(
          fc.integer({ min: 1, max: 300 }),
          fc.integer({ min: 1, max: 200 }),
          fc.integer({ min: 1, max: 3 }),
        )
        .map(([first, count, by]) => from(first, first + count, by)),
    ),
    moment: fc.integer({ min: 0, max: 3 }),
  });

  it('hold what a plain map would, whatever is put and taken out; and list it the same in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 8 }),
        fc.integer({ min: 1, max: 90 }),
        async (steps, size) => {
          const db = await open();
          const plain = new Map<number, Tracker>();
          for (const { isPut, ids, moment } of steps) {
            const some = ids.map((id) => tracker(id, { lastModified: ((id * 7) % 5) + moment }));
            if (isPut) await put(db, some);
            else await remove(db, ids);
            for (const one of some) {
              if (isPut) plain.set(one.id, one);
              else plain.delete(one.id);
            }
          }
          const expected = [...plain.values()].toSorted(newestFirst);
          expect((await listTrackers(db, ACCOUNT, ADVERTISER)).rows).toEqual(expected);
          expect(await countTrackers(db, ACCOUNT, ADVERTISER)).toBe(plain.size);
          expect(await findTrackers(db, ACCOUNT, from(1, 30))).toEqual(
            from(1, 30).flatMap((id) => plain.get(id) ?? []),
          );
          expect(await inPieces(db, size)).toEqual(expected);
          for (const block of await sizes(db)) {
            expect(block).toBeGreaterThan(0);
            expect(block).toBeLessThanOrEqual(150);
          }
          db.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** The list as it is shown, read in pieces of so many, with something done between two of them. */
async function inPieces(
  db: Database,
  size: number,
  between?: (step: number) => Promise<void>,
): Promise<readonly Tracker[]> {
  const order = { database: async () => db, account: ACCOUNT, advertiserId: ADVERTISER };
  let list: readonly Tracker[] = [];
  const given: Tracker[] = [];
  let next: TrackerPiece['next'] = () => readTrackerPieces(order, { first: size, next: size });
  for (let step = 1; next !== null; step += 1) {
    const piece: TrackerPiece = await next();
    if (piece.next !== null) expect(piece.rows).toHaveLength(size);
    list = appendPiece(list, ADVERTISER, piece.rows);
    given.push(...piece.rows);
    next = piece.next;
    if (next !== null && between) await between(step);
  }
  // What nobody writes to meanwhile comes in its order: nothing that is shown moves.
  if (!between) expect(given).toEqual(list);
  return list;
}

describe('a list that is read in pieces', () => {
  const ids = async (db: Database, size: number, between?: (step: number) => Promise<void>) =>
    (await inPieces(db, size, between)).map(({ id }) => id);

  it('loses none where blocks come to the front, are parted or begun between two pieces', async () => {
    const db = await open();
    await put(
      db,
      from(2, 600, 2).map((id) => tracker(id)),
    );
    const seen = await ids(db, 20, async (step) => {
      if (step === 1) await put(db, [tracker(2, { lastModified: 10_000_000 })]);
      if (step === 2)
        await put(
          db,
          from(101, 199, 2).map((id) => tracker(id)),
        );
      if (step === 3)
        await put(
          db,
          from(1001, 1200).map((id) => tracker(id)),
        );
    });
    expect(new Set(seen).size, 'each once').toBe(seen.length);
    expect(new Set(seen)).toEqual(
      new Set([...from(2, 600, 2), ...from(101, 199, 2), ...from(1001, 1200)]),
    );
  });

  it('is read on where one of its blocks is no more', async () => {
    const db = await open();
    await put(
      db,
      from(1, 300).map((id) => tracker(id)),
    );
    const seen = await ids(db, 20, async (step) => {
      if (step === 1) await remove(db, from(1, 100));
    });
    expect(seen).toEqual(from(101, 300).toReversed());
  });

  it('gives none twice that was read, and whose block was parted then', async () => {
    const db = await open();
    const older = (id: number) => tracker(id, { lastModified: 10_000 - id });
    await put(db, from(2, 300, 2).map(older));
    const seen = await ids(db, 30, async (step) => {
      if (step === 4) await put(db, [older(1)]).then(() => put(db, [older(151)]));
    });
    expect(seen.filter((id) => id % 2 === 0)).toEqual(from(2, 300, 2));
  });

  it('gives those of one moment by their ids from the first piece on, whichever block is shorter', async () => {
    const db = await open();
    const lots = [from(-149, 0), from(1, 120), from(121, 190)];
    for (const lot of lots) {
      await put(
        db,
        lot.map((id) => tracker(id, { lastModified: 7000 })),
      );
    }
    expect(await sizes(db)).toEqual([150, 120, 70]);
    const order = { database: async () => db, account: ACCOUNT, advertiserId: ADVERTISER };
    const { rows } = await readTrackerPieces(order, { first: 40, next: 1000 });
    expect(rows.map(({ id }) => id)).toEqual(from(-149, -110));
  });

  it('gives the same piece again to whoever asks again', async () => {
    const db = await open();
    await put(
      db,
      from(1, 500).map((id) => tracker(id)),
    );
    const order = { database: async () => db, account: ACCOUNT, advertiserId: ADVERTISER };
    const first = await readTrackerPieces(order, { first: 40, next: 200 });
    const [once, twice] = [await first.next?.(), await first.next?.()];
    expect(once?.rows.map(({ id }) => id)).toEqual(from(261, 460).toReversed());
    expect(twice?.rows).toEqual(once?.rows);
  });

  it('reads few blocks for the newest, however many there are', async () => {
    const db = await open();
    await put(
      db,
      from(1, 3000).map((id) => tracker(id)),
    );
    let read = 0;
    const watched = new Proxy(db, {
      get(target, name) {
        if (name === 'transaction') read += 1;
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const order = { database: async () => watched, account: ACCOUNT, advertiserId: ADVERTISER };
    const { rows } = await readTrackerPieces(order, { first: 40, next: 1000 });
    expect(rows.map(({ id }) => id)).toEqual(from(2961, 3000).toReversed());
    expect(read).toBe(1);
  });
});
