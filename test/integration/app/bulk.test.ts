import { describe, expect, it } from 'vitest';

import { CANARY } from '@/lib/core/tracker-sheet/run';
import { listJobs } from '@/lib/store/jobs';

import {
  bulkOf,
  bulkWorld,
  isCreate,
  isStill,
  mortal,
  named,
  sheetOf,
  SMALL,
} from './support/bulk';

const NEVER = new Promise<never>(() => {});

describe('a sheet of new trackers', () => {
  it('is made row by row, each with its id, and makes nothing when it is sent again', async () => {
    const all = await bulkWorld();
    const { bulk } = all;
    const id = await bulk.begin(sheetOf(5, 'New'));
    const run = await bulk.until(id, isStill);
    expect(run).toMatchObject({
      user: 'trafficker',
      file: 'plan.xlsx',
      state: 'done',
      ended: 5,
      counts: { created: 5, changed: 0, skipped: 0, failed: 0 },
    });
    const rows = (await bulk.readRows(id)).rows;
    const made = await all.colleague.list(SMALL.id);
    expect(rows.map(({ end, name }) => [end?.id, name])).toEqual(
      made.slice(2).map((row) => [row.id, row.name]),
    );
    const again = await bulk.check(sheetOf(5, 'New'));
    expect(again.counts).toEqual({ create: 0, change: 0, unchanged: 5, conflict: 0, error: 0 });
  });

  it('of which the first are looked at before the others are made', async () => {
    const all = await bulkWorld();
    const { bulk } = all;
    const id = await bulk.begin(sheetOf(6, 'Canary'), { holdAt: CANARY });
    const held = await bulk.until(id, isStill);
    expect([held.state, held.ended, held.failure]).toEqual(['paused', 3, null]);
    expect(await named(all, 'Canary')).toHaveLength(3);
    // Neither a worker that starts nor a word to go on releases them.
    await all.restarted().jobs.resume();
    await bulk.goOn(id);
    expect((await bulk.readRun(id))?.ended).toBe(3);
    await bulk.release(id);
    expect((await bulk.until(id, isStill)).state).toBe('done');
    expect(await named(all, 'Canary')).toHaveLength(6);
  });

  it('is refused while another is not over, and begun once that is ended', async () => {
    const all = await bulkWorld();
    const { bulk } = all;
    const id = await bulk.begin(sheetOf(4, 'One'), { holdAt: 1 });
    await bulk.until(id, isStill);
    await expect(bulk.begin(sheetOf(2, 'Two'))).rejects.toMatchObject({ code: 'run-going' });
    await bulk.cancel(id);
    expect((await bulk.readRun(id))?.state).toBe('cancelled');
    all.clock.forward(1);
    const other = await bulk.begin(sheetOf(2, 'Two'));
    expect((await bulk.until(other, isStill)).state).toBe('done');
    expect(await bulk.ends(id)).toEqual([
      'One 1, created',
      'One 2, open',
      'One 3, open',
      'One 4, open',
    ]);
    expect((await bulk.history()).rows.map((run) => run.id)).toEqual([other, id]);
  });

  it('makes none that is there by the time it begins, whoever made it', async () => {
    const all = await bulkWorld();
    const { bulk, colleague } = all;
    const checked = await bulk.check(sheetOf(3, 'Late'));
    await colleague.create(SMALL.id as 700101, 'Late 2');
    const id = await bulk.start(checked);
    await bulk.until(id, isStill);
    expect(await bulk.ends(id)).toEqual(['Late 1, created', 'Late 3, created', 'Late 2, skipped']);
    expect(await named(all, 'Late')).toHaveLength(3);
  });

  it('rows that nobody could tell apart are refused, whoever sends them', async () => {
    const { bulk } = await bulkWorld();
    const checked = await bulk.check(sheetOf(1, 'Same'));
    const twice = { ...checked, rows: [...checked.rows, ...checked.rows] };
    await expect(bulk.start(twice)).rejects.toMatchObject({ code: 'unexpected' });
  });
});

describe('a row that the service refuses', () => {
  it('ends with the reason, and the others go on', async () => {
    const all = await bulkWorld();
    const { bulk } = all;
    const checked = await bulk.check(sheetOf(3, 'Row'));
    const [first, second, third] = checked.rows;
    const place = { id: 1, name: 'Gone' };
    const fields = [
      ...(second?.fields ?? []),
      { field: 'placement' as const, from: null, to: place },
    ];
    const rows = [first, second && { ...second, fields }, third].flatMap((row) => row ?? []);
    const id = await bulk.start({ ...checked, rows });
    const run = await bulk.until(id, isStill);
    expect(run.counts).toMatchObject({ created: 2, failed: 1 });
    expect(await bulk.ends(id)).toEqual([
      'Row 1, created',
      'Row 2, failed, not-found',
      'Row 3, created',
    ]);
  });
});

describe('changes', () => {
  const CHANGES = [
    ['ID', 'Name', 'State'],
    [90_011, 'Changed by sheet', ''],
    [90_012, '', 'inactive'],
  ];

  it('are sent, and taken back by a run of their own', async () => {
    const all = await bulkWorld();
    const { bulk, colleague } = all;
    const before = await colleague.list(SMALL.id);
    const id = await bulk.begin(
      [...CHANGES, ['', 'Made by sheet', '']].map((row, at) => [
        ...row,
        ...(at ? [at === 3 ? 640_303 : '', at === 3 ? 880_202 : ''] : ['Line item', 'Publisher']),
      ]),
    );
    const run = await bulk.until(id, isStill);
    expect(run.counts).toMatchObject({ created: 1, changed: 2 });
    const undo = await bulk.checkUndo(run);
    expect(undo.rows.map(({ kind, changes }) => [kind, changes])).toEqual([
      ['change', { name: before[0]?.name }],
      ['change', { state: 'active' }],
      ['change', { state: 'inactive' }],
    ]);
    const back = await bulk.start(undo, { undoes: id });
    await bulk.until(back, isStill);
    const now = await colleague.list(SMALL.id);
    expect(now.map(({ name, state }) => [name, state])).toEqual([
      ...before.map(({ name, state }) => [name, state]),
      ['Made by sheet', 'inactive'],
    ]);
    expect((await bulk.checkUndo(run)).counts).toMatchObject({ change: 0, unchanged: 3 });
  });

  it('do not go over what somebody else has set since, nor does taking them back', async () => {
    const all = await bulkWorld();
    const { bulk, colleague } = all;
    const checked = await bulk.check(CHANGES);
    await colleague.change(90_011, { name: 'By a colleague' });
    await colleague.change(90_012, { state: 'inactive' });
    const id = await bulk.start(checked);
    const run = await bulk.until(id, isStill);
    expect(
      (await bulk.readRows(id)).rows.map(({ end }) => [end?.kind, end?.failure?.code]),
    ).toEqual([
      ['failed', 'changed-meanwhile'],
      ['skipped', undefined],
    ]);
    expect(run.counts).toMatchObject({ changed: 0, skipped: 1, failed: 1 });
    expect((await bulk.checkUndo(run)).rows).toEqual([]);

    const other = await bulk.begin([
      ['ID', 'Name'],
      [90_012, 'Mine'],
    ]);
    const done = await bulk.until(other, isStill);
    await colleague.change(90_012, { name: 'Theirs' });
    expect((await bulk.checkUndo(done)).rows[0]).toMatchObject({
      kind: 'conflict',
      issues: [{ code: 'changed-since' }],
    });
  });
});

describe('a run that is interrupted', () => {
  it('waits once its row has ended, and goes on where it was', async () => {
    const all = await bulkWorld();
    const { bulk, wire } = all;
    const second = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<void>();
    let creates = 0;
    wire.put(async (sent, goOn) => {
      if (!isCreate(sent) || (creates += 1) !== 2) return goOn();
      second.resolve();
      await answer.promise;
      return goOn();
    });
    const id = await bulk.begin(sheetOf(4, 'Wait'));
    await second.promise;
    const pausing = bulk.pause(id);
    answer.resolve();
    await pausing;
    const run = await bulk.until(id, isStill);
    expect([run.state, run.ended, run.failure]).toEqual(['paused', 2, null]);
    await all.restarted().jobs.resume();
    expect((await bulk.readRun(id))?.ended).toBe(2);
    await bulk.goOn(id);
    expect((await bulk.until(id, isStill)).counts.created).toBe(4);
    expect(await named(all, 'Wait')).toHaveLength(4);
  });

  it('is ended at once; what was on its way is looked for and is in its history', async () => {
    const all = await bulkWorld();
    const { bulk, wire } = all;
    const second = Promise.withResolvers<void>();
    let creates = 0;
    wire.put(async (sent, goOn) => {
      if (!isCreate(sent) || (creates += 1) !== 2) return goOn();
      await goOn();
      second.resolve();
      return NEVER;
    });
    const id = await bulk.begin(sheetOf(4, 'End'));
    await second.promise;
    await bulk.cancel(id);
    const run = await bulk.until(id, ({ ended }) => ended === 2);
    expect([run.state, run.counts.created]).toEqual(['cancelled', 2]);
    expect(await bulk.ends(id)).toEqual([
      'End 1, created',
      'End 2, created',
      'End 3, open',
      'End 4, open',
    ]);
    expect(await named(all, 'End')).toHaveLength(2);
  });

  it.each(['noauth-200', 'noauth-401', 'syntax-200'] as const)(
    'by a token that dies (%s) says so, and goes on after sign-in',
    async (variant) => {
      const all = await bulkWorld();
      const { bulk, wire, sandbox } = all;
      let creates = 0;
      wire.put(async (sent, goOn) => {
        if (isCreate(sent) && (creates += 1) === 3) {
          sandbox.setFault({ kind: 'expired', variant, times: 1 });
        }
        return goOn();
      });
      const id = await bulk.begin(sheetOf(5, 'Token'));
      const run = await bulk.until(id, isStill);
      expect([run.state, run.ended, run.failure?.code]).toEqual(['paused', 2, 'session-expired']);
      await all.background.page('session.signIn', all.typed('trafficker'));
      expect((await bulk.until(id, ({ state }) => state === 'done')).counts.created).toBe(5);
      expect(await named(all, 'Token')).toHaveLength(5);
    },
  );

  it('by a token that dies can be ended by who is not signed in any more', async () => {
    const { bulk, wire, sandbox } = await bulkWorld();
    wire.put(async (sent, goOn) => {
      if (isCreate(sent)) sandbox.setFault({ kind: 'expired', variant: 'noauth-401', times: 1 });
      return goOn();
    });
    const id = await bulk.begin(sheetOf(2, 'Ended'));
    expect((await bulk.until(id, isStill)).failure?.code).toBe('session-expired');
    await bulk.cancel(id);
    expect((await bulk.readRun(id))?.state).toBe('cancelled');
  });

  it('by somebody else who signs in, waits for its own person', async () => {
    const all = await bulkWorld();
    const { bulk, wire } = all;
    const first = Promise.withResolvers<void>();
    wire.put(async (sent, goOn) => {
      if (!isCreate(sent)) return goOn();
      first.resolve();
      return NEVER;
    });
    const id = await bulk.begin(sheetOf(2, 'Mine'));
    await first.promise;
    wire.clear();
    await all.background.page('session.signIn', all.typed('read.only'));
    const run = await bulk.until(id, isStill);
    expect([run.state, run.failure?.code]).toEqual(['paused', 'session-expired']);
    expect((await bulk.history()).rows).toEqual([]);
    await all.background.page('session.signIn', all.typed('trafficker'));
    expect((await bulk.until(id, ({ state }) => state === 'done')).counts.created).toBe(2);
    expect(await named(all, 'Mine')).toHaveLength(2);
  });

  it.each([7, 45, 300])('by the service for %i seconds goes on by itself', async (seconds) => {
    const all = await bulkWorld();
    const { bulk, wire, sandbox, clock } = all;
    let creates = 0;
    wire.put(async (sent, goOn) => {
      if (isCreate(sent) && (creates += 1) === 2) {
        sandbox.setFault({ kind: '429', retryAfter: seconds, times: 1 });
      }
      return goOn();
    });
    const before = clock.now();
    const id = await bulk.begin(sheetOf(3, 'Slow'));
    expect((await bulk.until(id, ({ state }) => state === 'done')).counts.created).toBe(3);
    expect(clock.now() - before).toBeGreaterThanOrEqual(seconds * 1000);
    expect(await named(all, 'Slow')).toHaveLength(3);
  });

  it('by a service that is away for a while goes on by itself, and makes nothing twice', async () => {
    const all = await bulkWorld();
    const { bulk, wire, clock } = all;
    let creates = 0;
    let backAt = Infinity;
    wire.put(async (sent, goOn) => {
      if (isCreate(sent) && (creates += 1) === 2) {
        backAt = clock.now() + 60_000;
        // Done, and its answer lost.
        await goOn();
      }
      if (backAt < Infinity && clock.now() < backAt) throw new TypeError('connection reset');
      return goOn();
    });
    const id = await bulk.begin(sheetOf(4, 'Away'));
    expect((await bulk.until(id, ({ state }) => state === 'done')).counts.created).toBe(4);
    expect(await named(all, 'Away')).toEqual(['Away 1', 'Away 2', 'Away 3', 'Away 4']);
  });

  it('by a service that takes no row is waited for some eight minutes, and then for the person', async () => {
    const all = await bulkWorld();
    const { bulk, wire, clock } = all;
    const sentAt: number[] = [];
    wire.put(async (sent, goOn) => {
      if (!isCreate(sent)) return goOn();
      sentAt.push(clock.now());
      throw new TypeError('connection reset');
    });
    const id = await bulk.begin(sheetOf(2, 'Lost'));
    const run = await bulk.until(id, isStill);
    expect([run.state, run.ended]).toEqual(['paused', 0]);
    const minutes = ((sentAt.at(-1) ?? 0) - (sentAt[0] ?? 0)) / 60_000;
    expect(minutes).toBeGreaterThan(7);
    expect(minutes).toBeLessThan(10);
    // Nothing is sent again before it was looked for.
    sentAt
      .slice(1)
      .forEach((at, index) => expect(at - (sentAt[index] ?? at)).toBeGreaterThan(9999));
    wire.clear();
    await bulk.goOn(id);
    expect((await bulk.until(id, isStill)).counts.created).toBe(2);
    expect(await named(all, 'Lost')).toEqual(['Lost 1', 'Lost 2']);
  });

  it('over an hour ago is not gone on with by itself', async () => {
    const all = await bulkWorld();
    const { wire, clock } = all;
    const { worker: first, kill } = mortal(all);
    const sent = Promise.withResolvers<void>();
    wire.put(async (one, goOn) => {
      if (!isCreate(one)) return goOn();
      sent.resolve();
      return NEVER;
    });
    const id = await bulkOf(all, first).begin(sheetOf(2, 'Old'));
    await sent.promise;
    kill();
    wire.clear();
    clock.forward(61);
    const worker = all.restarted();
    await worker.jobs.resume();
    const next = bulkOf(all, worker);
    const run = await next.until(id, isStill);
    expect([run.state, run.failure?.code]).toEqual(['paused', 'run-interrupted']);
    expect(await named(all, 'Old')).toEqual([]);
    await next.goOn(id);
    expect((await next.until(id, isStill)).counts.created).toBe(2);
  });
});

describe('two hundred rows', () => {
  it('whose worker is stopped again and again are there once each, and the journal stays small', async () => {
    const all = await bulkWorld();
    const { wire } = all;
    let stopped = Promise.withResolvers<void>();
    let creates = 0;
    wire.put(async (sent, goOn) => {
      if (!isCreate(sent) || (creates += 1) % 50 !== 0) return goOn();
      // After it is done, and before.
      if (creates % 100 === 0) await goOn();
      stopped.resolve();
      return NEVER;
    });
    let now = mortal(all);
    const id = await bulkOf(all, now.worker).begin(sheetOf(200, 'Many'));
    for (let stops = 0; stops < 4; stops += 1) {
      await stopped.promise;
      now.kill();
      stopped = Promise.withResolvers();
      const [job] = (await listJobs(all.db)).filter(({ kind }) => kind === 'tracker-run');
      expect(JSON.stringify(job).length).toBeLessThan(1000);
      now = mortal(all);
    }
    const run = await bulkOf(all, now.worker).until(id, isStill);
    expect(run.counts).toMatchObject({ created: 200, failed: 0 });
    const names = await named(all, 'Many');
    expect(names).toHaveLength(200);
    expect(new Set(names).size).toBe(200);
  }, 60_000);
});

it('who signs out takes their runs along', async () => {
  const all = await bulkWorld();
  const id = await all.bulk.begin(sheetOf(2, 'Left'));
  await all.bulk.until(id, isStill);
  await all.background.page('session.signOut', { recordings: 'keep' });
  expect(await all.db.getAll('runs')).toEqual([]);
  expect(await all.db.getAll('runRows')).toEqual([]);
});
