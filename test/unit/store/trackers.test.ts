import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';

import { plannedJob } from '@/lib/core/job/job';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { type Database, openDatabase } from '@/lib/store/database';
import { clearDraft, readDraft, writeDraft } from '@/lib/store/drafts';
import { UNKNOWN_ACCOUNT } from '@/lib/core/base/account';
import { POPUP_ROUTE_KEY, SIGN_IN_KEY } from '@/lib/core/tracker/draft-key';
import { forgetAccount, giveDrafts } from '@/lib/store/accounts';
import * as listed from '@/lib/store/listed-trackers';
import { readSync } from '@/lib/store/syncs';
import { beginJob, noteJob } from '@/lib/store/jobs';
import { toRow } from '@/lib/store/rows';
import { toBlock } from '@/lib/store/tracker-blocks';
import * as store from '@/lib/store/trackers';

import { watchPuts } from '../../support/watch-puts';
import { tracker } from './tracker-sample';

const ACCOUNT = 'somebody';
let db: Database;
let count = 0;

beforeEach(async () => {
  count += 1;
  db = await openDatabase(`test-${count}`);
});

const FORM = 'form:10:1';

/** A moment of the service, and one a minute before. */
const NOW = 100_000;
const MINUTE = 60_000;

const ENDED: listed.Ended = {
  advertiserId: 10,
  completedAt: 77,
  startedAt: NOW,
  unreadable: [5],
  withheld: 2,
};

describe('cached trackers', () => {
  it('come newest first, one advertiser at a time, and no more than asked for', async () => {
    await store.putTrackers(db, ACCOUNT, [
      tracker(1),
      tracker(3),
      tracker(2),
      tracker(9, { advertiserId: 11 }),
    ]);
    const { rows } = await store.listTrackers(db, ACCOUNT, 10);
    expect(rows.map((item) => item.id)).toEqual([3, 2, 1]);
    const some = await store.searchAdvertiserTrackers(db, ACCOUNT, 10, '', 2, 0);
    expect(some.map((item) => item.id)).toEqual([3, 2]);
    expect(await store.countTrackers(db, ACCOUNT, 10)).toBe(3);
  });

  it('a whole list takes the place of the old one and leaves other advertisers alone', async () => {
    await store.putTrackers(db, ACCOUNT, [
      tracker(1),
      tracker(2),
      tracker(9, { advertiserId: 11 }),
    ]);
    await listed.putListed(db, ACCOUNT, 10, [tracker(2, { name: 'New' }), tracker(4)], null);
    await listed.completeSync(db, ACCOUNT, ENDED, new Set([2, 4]));
    expect((await store.listTrackers(db, ACCOUNT, 10)).rows.map((item) => item.name)).toEqual([
      'Tracker 4',
      'New',
    ]);
    expect(await store.countTrackers(db, ACCOUNT, 11)).toBe(1);
    expect(await readSync(db, ACCOUNT, 10)).toEqual({ ...ENDED, removed: [] });
  });

  it.each<[string, Partial<Tracker>, Partial<Tracker>, string]>([
    ['a later version', { lastModified: NOW - 10 }, { lastModified: NOW }, 'Listed'],
    ['the same version', { lastModified: NOW }, { lastModified: NOW }, 'Listed'],
    ['an earlier one than a save of late', { lastModified: NOW }, { lastModified: 1 }, 'Saved'],
    [
      'an earlier one than a save of long ago',
      { lastModified: NOW - MINUTE - 1 },
      { lastModified: 1 },
      'Listed',
    ],
  ])('a list with %s', async (_, saved, change, name) => {
    await store.putTrackers(db, ACCOUNT, [tracker(1, { ...saved, name: 'Saved' })]);
    await listed.putListed(db, ACCOUNT, 10, [tracker(1, { ...change, name: 'Listed' })], NOW);
    expect((await store.findTrackers(db, ACCOUNT, [1])).map((item) => item.name)).toEqual([name]);
  });

  const save = (of: Tracker) => store.putTrackers(db, ACCOUNT, [of]);
  const list = (of: Tracker, at: number | null = NOW) =>
    listed.putListed(db, ACCOUNT, 10, [of], at);
  it.each<[string, (of: Tracker) => Promise<void>, number, number]>([
    ['saved of late stays', save, NOW, 1],
    ['saved long ago goes', save, NOW - MINUTE - 1, 0],
    ['listed of late goes', list, NOW, 0],
  ])('one that is on no list, and was %s', async (_, put, lastModified, count) => {
    await put(tracker(1, { lastModified }));
    await listed.completeSync(db, ACCOUNT, ENDED, new Set());
    expect(await store.countTrackers(db, ACCOUNT, 10)).toBe(count);
  });

  it('one that was saved, once it is listed, goes as others do', async () => {
    await save(tracker(1, { lastModified: NOW }));
    await list(tracker(1, { lastModified: NOW }));
    await listed.completeSync(db, ACCOUNT, ENDED, new Set());
    expect(await store.countTrackers(db, ACCOUNT, 10)).toBe(0);
  });

  // As a job that has deleted one leaves it.
  const remove = async (id: number) => {
    const job = plannedJob({
      id: 'a-deletion',
      account: ACCOUNT,
      subject: 'tracker:1',
      kind: 'tracker-delete',
      fingerprint: '',
      plan: {},
      startedAt: NOW,
    });
    await beginJob(db, job, []);
    await noteJob(db, job, { remove: [id] });
  };

  const later = {
    ...toBlock(ACCOUNT, 10, 1, [
      [1, tracker(1)],
      [2, tracker(2)],
    ]),
    v: 2,
  };
  it('what a later version wrote is not lost with one that is deleted, and goes where a whole list has none of it', async () => {
    await db.put('trackerBlocks', later);
    await remove(1);
    expect(await db.getAll('trackerBlocks')).toEqual([later]);
    await listed.completeChanges(db, ACCOUNT, ENDED, [2]);
    expect((await store.listTrackers(db, ACCOUNT, 10)).unreadable).toBe(2);
    await listed.completeSync(db, ACCOUNT, ENDED, new Set());
    expect(await store.countTrackers(db, ACCOUNT, 10)).toBe(0);
  });

  it('one that was deleted stays so, while a list lags behind', async () => {
    const count = () => store.countTrackers(db, ACCOUNT, 10);
    await save(tracker(1));
    await remove(1);
    for (const at of [NOW, NOW + MINUTE]) {
      await list(tracker(1), at);
      expect(await count()).toBe(0);
    }
    // What is listed a minute later is there: somebody was told wrongly that it was gone.
    await list(tracker(1), NOW + MINUTE + 1);
    expect(await count()).toBe(1);
  });

  it('and is forgotten altogether once a whole list does not tell of it', async () => {
    await save(tracker(1));
    await remove(1);
    await list(tracker(1));
    await listed.completeSync(db, ACCOUNT, ENDED, new Set([1]));
    expect((await readSync(db, ACCOUNT, 10)).removed).toEqual([{ id: 1, metAt: NOW }]);
    await listed.completeSync(db, ACCOUNT, ENDED, new Set());
    expect((await readSync(db, ACCOUNT, 10)).removed).toEqual([]);
  });

  it.each<[string, number, number, readonly [number[], number[]]]>([
    ['is the new one’s', 1, NOW - 1, [[], [1]]],
    ['stays where it was saved of late', NOW, 1, [[1], []]],
  ])('one that a list of another advertiser tells of %s', async (_, saved, told, expected) => {
    await store.putTrackers(db, ACCOUNT, [tracker(1, { lastModified: saved })]);
    const given = tracker(1, { advertiserId: 11, lastModified: told });
    await listed.putListed(db, ACCOUNT, 11, [given, tracker(2, { advertiserId: 11 })], NOW);
    const ids = async (advertiser: number) =>
      (await store.listTrackers(db, ACCOUNT, advertiser)).rows.map(({ id }) => id);
    expect([await ids(10), (await ids(11)).filter((id) => id === 1)]).toEqual(expected);
    expect(await store.findTrackers(db, ACCOUNT, [1])).toHaveLength(1);
  });

  it('that are as they were are not written again', async () => {
    await list(tracker(1));
    const written: unknown[] = [];
    const watched = watchPuts(db, (row) => written.push(row));
    await listed.putListed(watched, ACCOUNT, 10, [tracker(1), tracker(2)], NOW);
    expect(written).toMatchObject([{ items: [{ id: 1 }, { id: 2 }] }]);
    written.length = 0;
    await listed.putListed(watched, ACCOUNT, 10, [tracker(1), tracker(2)], NOW);
    expect(written).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['what knows less', { advertiserId: 10, completedAt: null }],
    ['what is none', { advertiserId: 10, completedAt: 'yesterday' }],
  ])('the last sync, where there is %s, brought nothing', async (_, kept) => {
    if (kept !== undefined) await db.put('syncs', toRow(ACCOUNT, Object(kept)));
    const nothing = {
      completedAt: null,
      startedAt: null,
      unreadable: [],
      withheld: 0,
      removed: [],
    };
    expect(await readSync(db, ACCOUNT, 10)).toEqual({ advertiserId: 10, ...nothing });
  });

  it('rows that cannot be read are counted, and stay', async () => {
    const broken = [5, 6].map((id) => [id, { ...tracker(id), name: id }] as const);
    await db.put('trackerBlocks', toBlock(ACCOUNT, 10, 5, broken));
    const later = toBlock(
      ACCOUNT,
      10,
      20,
      [20, 21, 22].map((id) => [id, tracker(id)] as const),
    );
    await db.put('trackerBlocks', { ...later, v: 99 });
    await store.putTrackers(db, ACCOUNT, [tracker(1), tracker(7)]);
    const { rows, unreadable } = await store.listTrackers(db, ACCOUNT, 10);
    expect([rows.map((item) => item.id), unreadable]).toEqual([[7, 1], 5]);
    expect(await store.countTrackers(db, ACCOUNT, 10)).toBe(7);
    // One that is told of again takes their place.
    await store.putTrackers(db, ACCOUNT, [tracker(5), tracker(20)]);
    const again = await store.listTrackers(db, ACCOUNT, 10);
    expect([again.rows.map((item) => item.id), again.unreadable]).toEqual([[20, 7, 5, 1], 1]);
  });

  it('are found by words, in any order', async () => {
    await store.putTrackers(db, ACCOUNT, [
      tracker(1, { name: 'Spring burst', publisher: { id: 5, name: 'Tidewater News' } }),
      tracker(2, { name: 'Autumn' }),
    ]);
    const found = await store.searchAdvertiserTrackers(db, ACCOUNT, 10, 'news spring', 5, 0);
    expect(found.map((item) => item.id)).toEqual([1]);
  });
});

describe('drafts', () => {
  it('are kept, replaced and cleared by key', async () => {
    await writeDraft(db, ACCOUNT, FORM, { name: 'a' });
    await writeDraft(db, ACCOUNT, FORM, { name: 'ab' });
    expect(await readDraft(db, ACCOUNT, FORM)).toEqual({ name: 'ab' });
    await clearDraft(db, ACCOUNT, FORM);
    expect(await readDraft(db, ACCOUNT, FORM)).toBeUndefined();
  });
  it('are of one account; what is typed to sign in is of whoever is there', async () => {
    await writeDraft(db, ACCOUNT, FORM, 1);
    await writeDraft(db, ACCOUNT, SIGN_IN_KEY, 2);
    expect(await readDraft(db, 'somebody else', FORM)).toBeUndefined();
    expect(await readDraft(db, 'somebody else', SIGN_IN_KEY)).toBe(2);
  });
  it('that are given stay behind what is there already', async () => {
    await writeDraft(db, UNKNOWN_ACCOUNT, FORM, 'older');
    await writeDraft(db, UNKNOWN_ACCOUNT, POPUP_ROUTE_KEY, 'given');
    await writeDraft(db, ACCOUNT, FORM, 'newer');
    await giveDrafts(db, UNKNOWN_ACCOUNT, ACCOUNT);
    await giveDrafts(db, ACCOUNT, ACCOUNT);
    expect(await readDraft(db, ACCOUNT, FORM)).toBe('newer');
    expect(await readDraft(db, ACCOUNT, POPUP_ROUTE_KEY)).toBe('given');
    expect(await db.count('drafts')).toBe(2);
  });
  it('and all else go when a person signs out', async () => {
    await writeDraft(db, ACCOUNT, FORM, 1);
    await store.putTrackers(db, ACCOUNT, [tracker(1)]);
    await forgetAccount(db, ACCOUNT);
    expect(await readDraft(db, ACCOUNT, FORM)).toBeUndefined();
    expect(await store.countTrackers(db, ACCOUNT, 10)).toBe(0);
  });
});
