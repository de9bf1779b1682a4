import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it } from 'vitest';

import { openDatabase } from '@/lib/store/database';
import { countTrackers, findTrackers, listTrackers } from '@/lib/store/trackers';

import { takeDown } from '../../support/database-fixture';

const ROW = {
  memberId: 1,
  code: null,
  state: 'active',
  lineItem: null,
  publisher: null,
  placement: null,
  paymentRule: null,
  v: 1,
};

/** A row of a tracker as version 6 has it. */
const rowOf = (account: string, advertiserId: number, id: number) => ({
  ...ROW,
  account,
  advertiserId,
  id,
  name: `Tracker ${id}`,
  lastModified: (id % 7) * 1000,
  order: -(id % 7) * 1000,
});

/** A database of version 6, with the rows of its trackers; without the store of them where there are none. */
async function asOf6(name: string, rows: readonly object[] | null): Promise<void> {
  const db = await openDB(name, 6, {
    upgrade(upgraded) {
      for (const plain of ['syncs', 'drafts', 'jobs']) {
        upgraded.createObjectStore(plain, { keyPath: 'id' });
      }
      if (rows) upgraded.createObjectStore('trackers', { keyPath: ['account', 'id'] });
    },
  });
  if (rows) {
    const transaction = db.transaction('trackers', 'readwrite');
    for (const row of rows) void transaction.store.put(row);
    await transaction.done;
  }
  db.close();
}

it('trackers of two accounts and two advertisers each are packed apart, whatever is unreadable among them', async () => {
  const ids = Array.from({ length: 250 }, (_, index) => index * 3 - 5);
  const good = ['one', 'two'].flatMap((account) =>
    ids.map((id) => rowOf(account, Math.abs(id) % 2 === 0 ? 10 : 11, id)),
  );
  const broken = [
    { account: 'one', id: 2, v: 1 },
    { ...rowOf('one', 10, 3), v: 2 },
    { ...rowOf('two', 10, 3), state: 'paused' },
  ];
  await asOf6('packed', [...good, ...broken]);
  const db = await openDatabase('packed');
  for (const account of ['one', 'two']) {
    for (const advertiserId of [10, 11]) {
      const { rows } = await listTrackers(db, account, advertiserId);
      const mine = good.filter(
        (row) => row.account === account && row.advertiserId === advertiserId,
      );
      expect(rows).toHaveLength(125);
      expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(mine.map(({ id }) => id)));
      expect(
        await findTrackers(
          db,
          account,
          rows.map(({ id }) => id),
        ),
      ).toEqual(rows);
    }
  }
  // One of another state can be read by no version; it is counted, so that a sync reads the list anew.
  expect((await listTrackers(db, 'two', 10)).unreadable).toBe(1);
  expect(await countTrackers(db, 'two', 10)).toBe(126);
  db.close();
});

it('an upgrade that fails leaves the database as it was', async () => {
  await asOf6('not-packed', null);
  const before = await takeDown('not-packed');
  await expect(openDatabase('not-packed')).rejects.toMatchObject({ code: 'database-failed' });
  expect(await takeDown('not-packed')).toEqual(before);
});
