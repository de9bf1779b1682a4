import 'fake-indexeddb/auto';

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { NO_ACCOUNT, UNKNOWN_ACCOUNT } from '@/lib/core/base/account';
import { z } from '@/lib/core/base/schema';
import { giveDrafts } from '@/lib/store/accounts';
import { readKeptFile } from '@/lib/store/comparisons';
import { openDatabase } from '@/lib/store/database';
import { listJobs } from '@/lib/store/jobs';
import { listReports, readReport } from '@/lib/store/reports';
import { listRuns, readRunRows } from '@/lib/store/runs';
import { countTrackers, findTrackers, listTrackers } from '@/lib/store/trackers';
import { listVerifications, loadPageViews, loadRequests } from '@/lib/store/verifications';

import { type DatabaseFixture, putUp, takeDown } from '../../support/database-fixture';
import { ADVERTISER, draftsIn, fill, PERSON } from './support/filled-database';

const FOLDER = path.resolve(import.meta.dirname, '../../fixtures/databases');
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

const PathSchema = z.union([z.string(), z.array(z.string())]);
const FixtureSchema = z.object({
  version: z.number(),
  stores: z.record(
    z.string(),
    z.object({
      keyPath: PathSchema,
      indexes: z.record(z.string(), PathSchema),
      ofEach: z.exactOptional(z.array(z.string())),
      rows: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
});

function fixture(name: string): DatabaseFixture {
  const text = readFileSync(path.join(FOLDER, name), 'utf8');
  return FixtureSchema.parse(JSON.parse(text));
}

const rowsOf = (taken: DatabaseFixture, store: string) => taken.stores[store]?.rows ?? [];

/** Trackers of a fixture: rows of their own before version 7, and parts of blocks since. */
const trackersIn = (taken: DatabaseFixture) =>
  rowsOf(taken, 'trackers').length +
  rowsOf(taken, 'trackerBlocks').reduce((sum, row) => sum + Number(Reflect.get(row, 'count')), 0);

describe.each(names)('the database as it was in %s', (name) => {
  const taken = fixture(name);
  /** Recordings of then are everybody's; whoever was signed in finds the drafts. */
  const account = taken.version < 3 ? UNKNOWN_ACCOUNT : PERSON;

  it('opens with every row readable, of an account and of a version', async () => {
    await putUp(name, taken);
    const db = await openDatabase(name);
    for (const store of db.objectStoreNames) {
      for (const row of await db.getAll(store)) {
        expect(row, store).toMatchObject({ account: expect.any(String), v: expect.any(Number) });
      }
    }
    const recordings = await listVerifications(db, account);
    expect(recordings.unreadable).toBe(0);
    expect(recordings.rows).toHaveLength(rowsOf(taken, 'verifications').length);
    const counts = { pageViews: 0, pixelRequests: 0 };
    for (const { id } of recordings.rows) {
      const [views, requests] = [await loadPageViews(db, id), await loadRequests(db, id)];
      expect([views.unreadable, requests.unreadable]).toEqual([0, 0]);
      counts.pageViews += views.rows.length;
      counts.pixelRequests += requests.rows.length;
    }
    expect(counts).toEqual({
      pageViews: rowsOf(taken, 'pageViews').length,
      pixelRequests: rowsOf(taken, 'pixelRequests').length,
    });
    expect(await listJobs(db)).toHaveLength(rowsOf(taken, 'jobs').length);
    const runs = await listRuns(db, account);
    expect([runs.rows.length, runs.unreadable]).toEqual([rowsOf(taken, 'runs').length, 0]);
    for (const { id, rows } of runs.rows) {
      expect(await readRunRows(db, id)).toMatchObject({ rows: { length: rows }, unreadable: 0 });
    }
    const reports = await listReports(db, account);
    expect([reports.rows.length, reports.unreadable]).toEqual([rowsOf(taken, 'reports').length, 0]);
    for (const { id, tuples } of reports.rows) {
      expect((await readReport(db, account, id))?.counted).toHaveLength(tuples);
    }
    for (const row of rowsOf(taken, 'comparisons')) {
      const id = String(Reflect.get(row, 'id'));
      expect(await readKeptFile(db, account, id)).toMatchObject({
        reading: Reflect.get(row, 'reading'),
      });
    }
    expect(await draftsIn(db, account)).toEqual(
      new Map(
        rowsOf(taken, 'drafts').map((row) => [Reflect.get(row, 'key'), Reflect.get(row, 'value')]),
      ),
    );
    db.close();
  });

  it('keeps its trackers, if it says whose they are', async () => {
    const db = await openDatabase(name);
    const { rows, unreadable } = await listTrackers(db, PERSON, ADVERTISER);
    expect(unreadable).toBe(0);
    expect(rows).toHaveLength(taken.version < 3 ? 0 : trackersIn(taken));
    expect(db.objectStoreNames).not.toContain('trackers');
    const ids = rows.map(({ id }) => id);
    expect(await findTrackers(db, PERSON, ids)).toEqual(rows);
    expect(await countTrackers(db, PERSON, ADVERTISER)).toBe(rows.length);
    db.close();
  });

  it.runIf(taken.version < 3)('gives its drafts to the person who was signed in', async () => {
    const db = await openDatabase(name);
    const before = await draftsIn(db, UNKNOWN_ACCOUNT);
    await giveDrafts(db, UNKNOWN_ACCOUNT, PERSON);
    expect(await draftsIn(db, PERSON)).toEqual(before);
    expect((await draftsIn(db, UNKNOWN_ACCOUNT)).size).toBe(2);
    expect(before.size).toBe(7);
    db.close();
  });

  it.runIf(taken.version < 3)('shows its recordings to everybody', async () => {
    const db = await openDatabase(name);
    const seen = await listVerifications(db, NO_ACCOUNT);
    expect(seen.rows).toHaveLength(rowsOf(taken, 'verifications').length);
    db.close();
  });
});

// `PIGGYBACK_WRITE_DATABASE=1 npm run vitest -- --project integration databases` writes the one of a new version.
it('of the version that is written now is among them', async () => {
  const db = await openDatabase('as-it-is-written-now');
  await fill(db);
  const taken = await takeDown('as-it-is-written-now');
  const name = `v${taken.version}.json`;
  if (process.env['PIGGYBACK_WRITE_DATABASE']) {
    const { writeFileSync } = await import('node:fs');
    writeFileSync(path.join(FOLDER, name), `${JSON.stringify(taken, null, 2)}\n`);
  }
  expect(names, 'a new version of the database needs its fixture').toContain(name);
  // What the code writes today is what the fixture has: its stores, their keys and indexes, and its rows.
  expect(JSON.parse(JSON.stringify(taken))).toEqual(fixture(name));
  db.close();
});
