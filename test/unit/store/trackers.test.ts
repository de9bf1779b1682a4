import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';

import type { Tracker } from '@/lib/core/tracker/tracker';
import { type Database, openDatabase } from '@/lib/store/database';
import { clearDraft, forgetEverything, readDraft, writeDraft } from '@/lib/store/drafts';
import * as store from '@/lib/store/trackers';

let db: Database;
let count = 0;

beforeEach(async () => {
  count += 1;
  db = await openDatabase(`test-${count}`);
});

function tracker(id: number, change: Partial<Tracker> = {}): Tracker {
  return {
    id,
    memberId: 1,
    advertiserId: 10,
    name: `Tracker ${id}`,
    code: null,
    state: 'active',
    lineItem: null,
    publisher: null,
    placement: null,
    paymentRule: null,
    lastModified: id * 1000,
    ...change,
  };
}

const SYNC: store.Sync = {
  advertiserId: 10,
  completedAt: 77,
  startedAt: 66,
  unreadable: [5],
  withheld: 2,
};

describe('cached trackers', () => {
  it('come newest first, one advertiser at a time, and no more than asked for', async () => {
    await store.putTrackers(db, [
      tracker(1),
      tracker(3),
      tracker(2),
      tracker(9, { advertiserId: 11 }),
    ]);
    const ids = async (limit?: number) =>
      (await store.listTrackers(db, 10, limit)).map((item) => item.id);
    expect(await ids()).toEqual([3, 2, 1]);
    expect(await ids(2)).toEqual([3, 2]);
    expect(await store.countTrackers(db, 10)).toBe(3);
  });

  it('a whole list takes the place of the old one and leaves other advertisers alone', async () => {
    await store.putTrackers(db, [tracker(1), tracker(2), tracker(9, { advertiserId: 11 })]);
    await store.putListed(db, [tracker(2, { name: 'New' }), tracker(4)], Infinity);
    await store.completeSync(db, SYNC, new Set([2, 4]), Infinity);
    expect((await store.listTrackers(db, 10)).map((item) => item.name)).toEqual([
      'Tracker 4',
      'New',
    ]);
    expect(await store.countTrackers(db, 11)).toBe(1);
    expect(await store.readSync(db, 10)).toEqual(SYNC);
  });

  const RECENT = 5000;
  it.each<[string, Partial<Tracker>, Partial<Tracker>, string]>([
    ['a later version', { lastModified: 6000 }, { lastModified: 7000 }, 'Listed'],
    ['the same version', { lastModified: 6000 }, { lastModified: 6000 }, 'Listed'],
    ['an earlier one than a recent save', { lastModified: 6000 }, { lastModified: 1000 }, 'Saved'],
    [
      'an earlier one than a save of long ago',
      { lastModified: 4000 },
      { lastModified: 1000 },
      'Listed',
    ],
  ])('a list with %s', async (_, saved, listed, name) => {
    await store.putTrackers(db, [tracker(1, { ...saved, name: 'Saved' })]);
    await store.putListed(db, [tracker(1, { ...listed, name: 'Listed' })], RECENT);
    expect((await store.findTrackers(db, [1])).map((item) => item.name)).toEqual([name]);
  });

  it.each<[string, (of: Tracker) => Promise<void>, number, number]>([
    ['saved of late stays', (of) => store.putTrackers(db, [of]), 6000, 1],
    ['saved long ago goes', (of) => store.putTrackers(db, [of]), 4000, 0],
    ['listed of late goes', (of) => store.putListed(db, [of], 0), 6000, 0],
  ])('one that is on no list, and was %s', async (_, put, lastModified, count) => {
    await put(tracker(1, { lastModified }));
    await store.completeSync(db, SYNC, new Set(), RECENT);
    expect(await store.countTrackers(db, 10)).toBe(count);
  });

  it('once it is listed, goes as others do', async () => {
    await store.putTrackers(db, [tracker(1, { lastModified: 6000 })]);
    await store.putListed(db, [tracker(1, { lastModified: 6000 })], RECENT);
    await store.completeSync(db, SYNC, new Set(), RECENT);
    expect(await store.countTrackers(db, 10)).toBe(0);
  });

  it('that are as they were are not written again', async () => {
    await store.putListed(db, [tracker(1)], 0);
    const written: unknown[] = [];
    const watched = new Proxy(db, {
      get: (target, name) => {
        if (name !== 'transaction') return Reflect.get(target, name);
        const transaction = target.transaction('trackers', 'readwrite');
        const { store: rows } = transaction;
        const put = rows.put.bind(rows);
        rows.put = (...row) => {
          written.push(row[0]);
          return put(...row);
        };
        return () => transaction;
      },
    });
    await store.putListed(watched, [tracker(1), tracker(2)], 0);
    expect(written).toMatchObject([{ id: 2 }]);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['what an earlier version kept', { advertiserId: 10, completedAt: null }],
    ['what is none', { advertiserId: 10, completedAt: 'yesterday' }],
  ])('the last sync, where there is %s, brought nothing', async (_, kept) => {
    if (kept !== undefined) await db.put('syncs', kept);
    const nothing = { completedAt: null, startedAt: null, unreadable: [], withheld: 0 };
    expect(await store.readSync(db, 10)).toEqual({ advertiserId: 10, ...nothing });
  });

  it('rows that cannot be read are passed over', async () => {
    await db.put('trackers', { id: 5, advertiserId: 10, order: 0, name: 42 });
    await store.putTrackers(db, [tracker(1)]);
    expect((await store.listTrackers(db, 10)).map((item) => item.id)).toEqual([1]);
  });

  it('are found by words, in any order', async () => {
    await store.putTrackers(db, [
      tracker(1, { name: 'Spring burst', publisher: { id: 5, name: 'Tidewater News' } }),
      tracker(2, { name: 'Autumn' }),
    ]);
    const found = await store.searchAdvertiserTrackers(db, 10, 'news spring', 5);
    expect(found.map((item) => item.id)).toEqual([1]);
  });
});

describe('drafts', () => {
  it('are kept, replaced and cleared by key', async () => {
    await writeDraft(db, 'form:1', { name: 'a' });
    await writeDraft(db, 'form:1', { name: 'ab' });
    expect(await readDraft(db, 'form:1')).toEqual({ name: 'ab' });
    await clearDraft(db, 'form:1');
    expect(await readDraft(db, 'form:1')).toBeUndefined();
  });
  it('and all else go when a person signs out', async () => {
    await writeDraft(db, 'form:1', 1);
    await store.putTrackers(db, [tracker(1)]);
    await forgetEverything(db);
    expect(await readDraft(db, 'form:1')).toBeUndefined();
    expect(await store.countTrackers(db, 10)).toBe(0);
  });
});
