import 'fake-indexeddb/auto';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { KEPT_EVENTS, KEPT_EVENTS_OF_ONE } from '@/lib/core/base/limits';
import type { PassportEvent } from '@/lib/core/verification/passport/event';
import { type Database, openDatabase } from '@/lib/store/database';
import { putListed } from '@/lib/store/listed-trackers';
import { seenFiring } from '@/lib/store/seen-firing';
import {
  accountsNoted,
  deleteEvents,
  noteEvents,
  readEvents,
  trimEvents,
} from '@/lib/store/tracker-events';
import { putTrackers } from '@/lib/store/trackers';
import { changeRequests, putVerification } from '@/lib/store/verifications';

import { request, START, tracker, verification } from '../core/verification/build';

const ACCOUNT = 'one';
const ID = 90_012;
let db: Database;
beforeEach(async () => void (db = await openDatabase(crypto.randomUUID())));
afterEach(() => db.close());

const created = (at: number, trackerId = ID): PassportEvent => ({ kind: 'created', trackerId, at });
const timesOf = async (account = ACCOUNT, id = ID) =>
  (await readEvents(db, account, id)).rows.map(({ at }) => at);

describe('what is noted of trackers', () => {
  it('is read of one tracker of one account, in the order of time, each once', async () => {
    await noteEvents(db, ACCOUNT, [created(2), created(1), created(3, 5)]);
    await noteEvents(db, ACCOUNT, [created(1)]);
    await noteEvents(db, 'other', [created(9)]);
    expect(await timesOf()).toEqual([1, 2]);
    expect(await timesOf('other')).toEqual([9]);
    expect(await accountsNoted(db)).toEqual([ACCOUNT, 'other']);
  });

  it('is no more than the newest of one', async () => {
    const many = Array.from({ length: KEPT_EVENTS_OF_ONE + 3 }, (_, index) => created(index));
    await noteEvents(db, ACCOUNT, many);
    const times = await timesOf();
    expect(times).toHaveLength(KEPT_EVENTS_OF_ONE);
    expect(times.at(-1)).toBe(many.length - 1);
  });

  it('is no more than the newest of all, of each account', async () => {
    await noteEvents(db, 'other', [created(0)]);
    const many = Array.from({ length: KEPT_EVENTS + 2 }, (_, at) => created(at, ID + (at % 500)));
    await noteEvents(db, ACCOUNT, many);
    expect(await db.count('trackerEvents')).toBe(KEPT_EVENTS + 1);
    expect((await timesOf(ACCOUNT, ID + 1))[0]).toBe(501);
    expect((await timesOf(ACCOUNT, ID + 2))[0]).toBe(2);
    expect(await timesOf('other')).toEqual([0]);
  });

  it('goes by its age, of this account alone, and with the recordings where a person says so', async () => {
    await noteEvents(db, ACCOUNT, [created(1), created(5)]);
    await noteEvents(db, 'other', [created(1)]);
    await trimEvents(db, ACCOUNT, 5);
    expect(await timesOf()).toEqual([5]);
    expect(await timesOf('other')).toEqual([1]);
    await deleteEvents(db, ACCOUNT);
    expect(await timesOf()).toEqual([]);
    expect(await accountsNoted(db)).toEqual(['other']);
  });

  it('counts what cannot be read, and shows the rest', async () => {
    await noteEvents(db, ACCOUNT, [created(1)]);
    await db.put('trackerEvents', { account: ACCOUNT, trackerId: ID, at: 2, kind: 'later', v: 9 });
    const { rows, unreadable } = await readEvents(db, ACCOUNT, ID);
    expect([rows.length, unreadable]).toEqual([1, 1]);
  });

  it('is a change elsewhere where a list or one reading has a later version', async () => {
    const first = tracker(ID, { advertiserId: 5, name: 'First', lastModified: START });
    await putTrackers(db, ACCOUNT, [first]);
    expect(await timesOf()).toEqual([]);
    const second = { ...first, name: 'Second', lastModified: START + 1 };
    await putListed(db, ACCOUNT, 5, [second], START + 2);
    await putTrackers(db, ACCOUNT, [{ ...second, code: 'X', lastModified: START + 3 }]);
    const { rows } = await readEvents(db, ACCOUNT, ID);
    expect(rows).toMatchObject([
      { kind: 'changed-elsewhere', at: START + 1, fields: ['name'] },
      { kind: 'changed-elsewhere', at: START + 3, fields: ['code'] },
    ]);
  });
});

describe('where a tracker was seen firing', () => {
  it('is in the account’s own recordings and nobody’s, newest first, by the id that was sent', async () => {
    for (const [id, account, startedAt, name] of [
      ['old', ACCOUNT, START, 'Old one'],
      ['new', '', START + 10, undefined],
      ['foreign', 'other', START + 20, undefined],
    ] as const) {
      const row = verification({ id, startedAt, ...(name !== undefined && { name }) });
      await putVerification(db, account, row);
      await changeRequests(db, id, {
        changed: [
          request('https://ib.adnxs.com/imptr?id=90012&t=2&cachebuster=1'),
          request('https://ib.adnxs.com/imptr?id=90012&t=2&cachebuster=2'),
          request('https://ib.adnxs.com/imptr?id=7&t=2&cachebuster=3'),
        ],
      });
    }
    const found = await seenFiring(db, ACCOUNT, ID, 20);
    expect(found.map(({ verificationId }) => verificationId)).toEqual(['new', 'old']);
    expect(found[1]).toMatchObject({ requests: 2, isMore: false, name: 'Old one' });
    expect(await seenFiring(db, ACCOUNT, ID, 1)).toHaveLength(1);
    expect(await seenFiring(db, ACCOUNT, 8, 20)).toEqual([]);
  });

  it('is in each recording, however many requests another one has', async () => {
    for (const [id, requests] of [
      ['a', 1],
      ['b', 20_050],
      ['c', 2],
      ['d', 1],
    ] as const) {
      await putVerification(db, ACCOUNT, verification({ id, startedAt: START }));
      const { store, done } = db.transaction('pixelRequests', 'readwrite');
      for (let index = 0; index < requests; index += 1) {
        const key = `${id} ${index}`;
        void store.put({ key, account: ACCOUNT, verificationId: id, url: { id: String(ID) } });
      }
      await done;
    }
    const found = await seenFiring(db, ACCOUNT, ID, 20);
    expect(found.map(({ verificationId, isMore }) => [verificationId, isMore]).toSorted()).toEqual([
      ['a', false],
      ['b', true],
      ['c', true],
      ['d', true],
    ]);
  });
});
