import 'fake-indexeddb/auto';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { KEPT_RUNS } from '@/lib/core/base/limits';
import { beginRun } from '@/lib/core/tracker-sheet/begin-run';
import { orderRows } from '@/lib/core/tracker-sheet/run';
import { type Database, openDatabase } from '@/lib/store/database';
import { listRuns, putRun, readRunRows } from '@/lib/store/runs';

import { ADVERTISER, AUTUMN, check, TIDE } from '../core/tracker-sheet/build';

let db: Database;
beforeEach(async () => void (db = await openDatabase(crypto.randomUUID())));
afterEach(() => db.close());

const ROWS = orderRows(
  check([
    ['Name', 'Line item', 'Publisher'],
    ['New', AUTUMN.id, TIDE.id],
  ]).rows,
);

async function begin(account: string, at: number): Promise<void> {
  const order = { advertiser: ADVERTISER, file: '', holdAt: null, undoes: null, rows: ROWS };
  const { run, rows } = beginRun(order, { id: `${account}-${at}`, user: 'me', at }, []);
  await putRun(db, account, run, rows);
}
const idsOf = async (account: string) => (await listRuns(db, account)).rows.map(({ id }) => id);

it('of the runs of an account the newest are kept, with their rows, and none of another’s goes', async () => {
  await begin('other', 0);
  for (let at = 0; at < KEPT_RUNS + 2; at += 1) await begin('one', at);
  const ids = await idsOf('one');
  expect(ids).toHaveLength(KEPT_RUNS);
  expect([ids[0], ids.at(-1)]).toEqual([`one-${KEPT_RUNS + 1}`, 'one-2']);
  expect((await readRunRows(db, 'one-1')).rows).toEqual([]);
  expect((await readRunRows(db, 'one-2')).rows).toHaveLength(1);
  expect(await idsOf('other')).toEqual(['other-0']);
});
