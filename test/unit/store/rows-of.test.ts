import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { openDatabase } from '@/lib/store/database';
import { rowsOf } from '@/lib/store/rows-of';

const ACCOUNT = 'somebody';
let databases = 0;

/** A store with rows of these ids of an account, and what was read of it: at once, and one by one. */
async function storeWith(ids: readonly number[], others: readonly number[] = []) {
  const db = await openDatabase(`rows-of-${(databases += 1)}`);
  const transaction = db.transaction('trackers', 'readwrite');
  const { store } = transaction;
  for (const id of ids) await store.put({ account: ACCOUNT, id, advertiserId: 1, order: 0 });
  for (const id of others) await store.put({ account: 'another', id, advertiserId: 1, order: 0 });
  let atOnce = 0;
  let single = 0;
  const watched = {
    async getAll(range: IDBKeyRange, limit: number): Promise<unknown[]> {
      const rows = await store.getAll(range, limit);
      atOnce += rows.length;
      return rows;
    },
    get(key: [string, number]): Promise<unknown> {
      single += 1;
      return store.get(key);
    },
  };
  return { watched, read: () => ({ atOnce, single }) };
}

const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe('rows with so many ids are read', () => {
  it.each<[string, number[], number[], number[], { atOnce: number; single: number }]>([
    ['none, where none is asked for', [1, 2], [], [], { atOnce: 0, single: 0 }],
    ['none, where none is there', [], from(1, 100), [], { atOnce: 0, single: 0 }],
    ['all at once, side by side', from(1, 300), from(101, 200), [], { atOnce: 100, single: 0 }],
    ['in whatever order they are asked for', [1, 2, 3], [3, 1], [], { atOnce: 3, single: 0 }],
    ['with one other between', from(1, 9), [1, 3, 5, 7, 9], [], { atOnce: 9, single: 0 }],
    ['one by one behind many others', from(1, 999), [1, 999], [], { atOnce: 4, single: 1 }],
    ['as far as they are there', [1, 3], [1, 2, 3, 4], [], { atOnce: 2, single: 0 }],
    ['of the account alone', [1], [1, 2], [1, 2], { atOnce: 1, single: 0 }],
  ])('%s', async (_, there, asked, others, read) => {
    const store = await storeWith(there, others);
    const rows = await rowsOf(store.watched, ACCOUNT, new Set(asked));
    const known = new Set(there);
    const wanted = asked.filter((id) => known.has(id)).toSorted((a, b) => a - b);
    expect([...rows.keys()].toSorted((a, b) => a - b)).toEqual(wanted);
    for (const [id, row] of rows) expect(row).toMatchObject({ account: ACCOUNT, id });
    expect(store.read()).toEqual(read);
  });

  it('never more than two for each at once, and each by itself at most once', async () => {
    const store = await storeWith(from(1, 500));
    const asked = from(1, 50).map((step) => step * 10);
    const rows = await rowsOf(store.watched, ACCOUNT, new Set(asked));
    expect([...rows.keys()]).toEqual(asked);
    expect(store.read()).toEqual({ atOnce: 100, single: 40 });
  });
});
