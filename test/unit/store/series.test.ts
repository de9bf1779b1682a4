import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { EMPTY_RECORDING_MS, KEPT_NAMED } from '@/lib/core/base/limits';
import { named } from '@/lib/core/verification/described';
import { type Database, openDatabase } from '@/lib/store/database';
import { searchLineItems } from '@/lib/store/line-items';
import { acceptBaseline, takeOver } from '@/lib/store/series';
import { putTrackers } from '@/lib/store/trackers';
import {
  changeVerification,
  listVerifications,
  pruneVerifications,
  putVerification,
  readVerification,
} from '@/lib/store/verifications';

import { START, tracker, verification } from '../core/verification/build';

const ACCOUNT = 'somebody';
let db: Database;
let count = 0;
beforeEach(async () => {
  db = await openDatabase(`series-${(count += 1)}`);
});
afterEach(() => db.close());

const baseline = (verificationId: string, acceptedAt = START) => ({
  verificationId,
  startedAt: START,
  acceptedAt,
  pages: [
    {
      url: 'https://news.example/a',
      expected: [{ trackerId: 531, verdict: 'pass' as const, findings: [] }],
      notJudged: [],
    },
  ],
});
const run = (id: string, at: number, series?: string) =>
  verification({ id, startedAt: START + at, ...(series !== undefined && { series }) });
const holding = async () => {
  const { rows } = await listVerifications(db, ACCOUNT);
  return rows.flatMap((row) => (row.baseline ? `${row.id} ${row.baseline.verificationId}` : []));
};

describe('a baseline', () => {
  beforeEach(async () => {
    await putVerification(db, ACCOUNT, run('one', 0));
    await putVerification(db, ACCOUNT, run('two', 1, 'one'));
    await putVerification(db, ACCOUNT, run('three', 2, 'one'));
    await putVerification(db, ACCOUNT, run('other', 3));
    await putVerification(db, 'somebody else', run('theirs', 4, 'one'));
  });

  it('is kept with the run that was accepted and the later ones of its series', async () => {
    expect(await acceptBaseline(db, 'two', baseline('two'))).toBe(true);
    expect(await holding()).toEqual(['three two', 'two two']);
    expect((await readVerification(db, 'theirs'))?.baseline).toBeUndefined();
    expect((await readVerification(db, 'two'))?.baseline).toEqual(baseline('two'));
  });

  it('is followed by the next that is accepted', async () => {
    await acceptBaseline(db, 'one', baseline('one'));
    await acceptBaseline(db, 'three', baseline('three', START + 1));
    expect(await holding()).toEqual(['three three', 'two one', 'one one']);
    // What is done again is held against the newest, whichever run it repeats.
    expect((await takeOver(db, ACCOUNT, 'one'))?.baseline?.verificationId).toBe('three');
  });

  it('is nothing where the run is gone', async () => {
    expect(await acceptBaseline(db, 'gone', baseline('gone'))).toBe(false);
    expect(await holding()).toEqual([]);
  });
});

describe('what a run takes over', () => {
  it('is nothing of what the account does not see', async () => {
    await putVerification(db, 'somebody else', run('theirs', 0));
    expect(await takeOver(db, ACCOUNT, 'theirs')).toBeNull();
    expect(await takeOver(db, ACCOUNT, 'gone')).toBeNull();
  });

  it('is what was typed, also after the database was closed', async () => {
    await putVerification(db, ACCOUNT, run('one', 0));
    await changeVerification(db, 'one', (row) => named(row, ' 春 & <b>week 48</b> '));
    const { name } = db;
    db.close();
    db = await openDatabase(name);
    expect(await takeOver(db, ACCOUNT, 'one')).toMatchObject({
      name: '春 & <b>week 48</b>',
      repeats: 'one',
      series: 'one',
    });
  });
});

describe('what is kept for long', () => {
  it('a verification that a person has named, however little is in it and however many came since', async () => {
    const day = START + EMPTY_RECORDING_MS;
    await putVerification(db, ACCOUNT, { ...run('named', 0), name: 'Kettle' });
    await putVerification(db, ACCOUNT, { ...run('noted', 1), note: 'odd' });
    await putVerification(db, ACCOUNT, { ...run('accepted', 2), baseline: baseline('accepted') });
    for (const id of ['a', 'b', 'c']) await putVerification(db, ACCOUNT, run(id, 3));
    await pruneVerifications(db, { keep: 2, since: day, emptyBefore: day + 1 });
    const { rows } = await listVerifications(db, ACCOUNT);
    expect(rows.map(({ id }) => id)).toEqual(['accepted', 'noted', 'named']);
  });

  it('and no more of them than so many', async () => {
    for (let at = 0; at <= KEPT_NAMED; at += 1) {
      await putVerification(db, ACCOUNT, { ...run(`n${at}`, at), name: 'Kettle' });
    }
    await pruneVerifications(db, { keep: 2, since: 0, emptyBefore: 0 });
    const { rows } = await listVerifications(db, ACCOUNT);
    expect(rows.map(({ id }) => id)).toHaveLength(KEPT_NAMED);
    expect(rows.some(({ id }) => id === 'n0')).toBe(false);
  });
});

describe('the line items of the trackers that are kept', () => {
  const at = (id: number, lineItem: number | null, state: 'active' | 'inactive' = 'active') =>
    tracker(id, {
      state,
      lineItem: lineItem === null ? null : { id: lineItem, name: `Flight ${lineItem}` },
    });
  beforeEach(async () => {
    await putTrackers(db, ACCOUNT, [
      at(1, 10),
      at(2, 10, 'inactive'),
      at(3, 20),
      at(4, null),
      { ...at(5, 10), advertiserId: 9 },
    ]);
    await putTrackers(db, 'somebody else', [at(6, 10)]);
  });

  it.each<[string, (readonly [number, readonly number[], number])[]]>([
    [
      '',
      [
        [10, [1, 2, 5], 1],
        [20, [3], 0],
      ],
    ],
    ['flight 20', [[20, [3], 0]]],
    ['10', [[10, [1, 2, 5], 1]]],
    ['nothing', []],
  ])('by %j', async (words, found) => {
    const lineItems = await searchLineItems(db, ACCOUNT, words, 10);
    expect(
      lineItems.map(({ id, trackerIds, inactive }) => [id, trackerIds.toSorted(), inactive]),
    ).toEqual(found);
  });

  it('are no more than so many', async () => {
    expect(await searchLineItems(db, ACCOUNT, '', 1)).toHaveLength(1);
  });
});
