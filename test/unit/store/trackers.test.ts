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
    await store.replaceTrackers(db, 10, [tracker(2, { name: 'New' }), tracker(4)], 77);
    expect((await store.listTrackers(db, 10)).map((item) => item.name)).toEqual([
      'Tracker 4',
      'New',
    ]);
    expect(await store.countTrackers(db, 11)).toBe(1);
    expect(await store.readSync(db, 10)).toEqual({ advertiserId: 10, completedAt: 77 });
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
