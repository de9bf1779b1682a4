import { describe, expect, it } from 'vitest';

import { accountOf } from '@/lib/core/account/session';
import { listRuns } from '@/lib/store/runs';

import { bulkOf, bulkWorld, isCreate, isStill, mortal, sheetOf } from './support/bulk';
import { turns } from './support/turns';
import { world } from './support/world';

describe('what a person says just as the worker goes on by itself', () => {
  // Whoever opens the page wakes the worker, which then looks for what it was at.
  it.each(
    (['cancel', 'pause'] as const).flatMap((word) =>
      [0, 1, 2, 3, 4, 5, 6, 8].map((after) => ({ word, after })),
    ),
  )('$word counts, $after turns later', async ({ word, after }) => {
    const all = await world();
    const { wire } = all;
    const { worker: first, kill } = mortal(all);
    const sent = Promise.withResolvers<void>();
    wire.put(async (one, goOn) => {
      if (!isCreate(one)) return goOn();
      await goOn();
      sent.resolve();
      return new Promise<never>(() => {});
    });
    const id = await bulkOf(all, first).begin(sheetOf(4, 'Word'));
    await sent.promise;
    kill();
    wire.clear();
    const worker = all.restarted();
    const bulk = bulkOf(all, worker);
    void worker.jobs.resume();
    await turns(after);
    await bulk[word](id);
    const done = async () => (await bulk.readRun(id))?.ended ?? 0;
    const then = await done();
    const state = word === 'cancel' ? 'cancelled' : 'paused';
    expect((await bulk.readRun(id))?.state).toBe(state);
    await turns(100);
    const run = await bulk.readRun(id);
    expect(run?.state).toBe(state);
    // Of the row that was on its way it may be heard yet.
    expect(run?.ended).toBeLessThanOrEqual(Math.max(1, then));
  });
});

describe('several words at once', () => {
  it('to go on and to end: it is ended, and nothing goes out afterwards', async () => {
    const all = await bulkWorld();
    const { bulk } = all;
    const id = await bulk.begin(sheetOf(4, 'Both'), { holdAt: 1 });
    await bulk.until(id, isStill);
    await Promise.all([bulk.release(id), bulk.release(id), bulk.cancel(id)]);
    const creates = all.wire.sentTo('POST', '/imptracker').length;
    await turns(100);
    const run = await bulk.until(id, ({ state }) => state === 'cancelled');
    expect(all.wire.sentTo('POST', '/imptracker')).toHaveLength(creates);
    expect(run.ended).toBe(creates);
  });
});

describe('two accounts', () => {
  async function twoMembers() {
    const all = await bulkWorld();
    const mine = await all.browser.plugs.account();
    const other = accountOf(
      await all.page('session.signIn', { ...all.typed('no.trackers'), beside: true }),
    );
    await all.page('session.switch', { account: mine });
    return { ...all, mine, other };
  }

  it('a run begins for who ordered it, whoever is chosen while its list is brought up to date', async () => {
    const { bulk, wire, page, other, mine, db, browser } = await twoMembers();
    const token = browser.held.session?.token;
    const checked = await bulk.check(sheetOf(2, 'Whose'));
    let isChosen = false;
    wire.put(async ({ method, path }, goOn) => {
      if (!isChosen && method === 'GET' && path === '/imptracker') {
        isChosen = true;
        await page('session.switch', { account: other });
      }
      return goOn();
    });
    const id = await bulk.start(checked);
    const run = await bulk.until(id, isStill);
    expect([run.user, run.state, run.counts.created]).toEqual(['trafficker', 'done', 2]);
    expect(wire.sentTo('POST', '/imptracker').map((sent) => sent.token)).toEqual([token, token]);
    expect((await listRuns(db, mine)).rows.map((one) => one.id)).toEqual([id]);
    expect((await listRuns(db, other)).rows).toEqual([]);
  });

  it.each(['no.trackers', 'read.only'])(
    'a page whose sheet was checked before %s was chosen is told, and nothing is begun',
    async (username) => {
      const { bulk, page, typed, wire, db } = await bulkWorld();
      const checked = await bulk.check(sheetOf(2, 'Mine'));
      await page('session.signIn', { ...typed(username), beside: true });
      await expect(bulk.start(checked)).rejects.toMatchObject({ code: 'account-changed' });
      expect(wire.sentTo('POST', '/imptracker')).toEqual([]);
      expect(await db.getAll('runs')).toEqual([]);
    },
  );

  it('a run is shown to nobody else, though its address is known, nor is it taken back by them', async () => {
    const { bulk, page, other, mine } = await twoMembers();
    const id = await bulk.begin(sheetOf(2, 'Mine'));
    const run = await bulk.until(id, isStill);
    expect(await bulk.ownRun(id)).toEqual(run);
    await page('session.switch', { account: other });
    expect(await bulk.ownRun(id)).toBeNull();
    await expect(bulk.checkUndo(run)).rejects.toMatchObject({ code: 'account-changed' });
    await page('session.switch', { account: mine });
    expect((await bulk.checkUndo(run)).rows).toHaveLength(2);
  });

  it('each have a run of their own at a time, and neither is in the way of the other', async () => {
    const { bulk, page, other, mine, wire, db } = await twoMembers();
    const id = await bulk.begin(sheetOf(4, 'Mine'), { holdAt: 1 });
    await bulk.until(id, isStill);
    await page('session.switch', { account: other });
    const before = wire.sentTo('POST', '/imptracker').length;
    expect((await bulk.history()).rows).toEqual([]);
    // It may go on beside, for its own person alone.
    await page('session.switch', { account: mine });
    await bulk.release(id);
    await page('session.switch', { account: other });
    const run = await bulk.until(id, ({ state }) => state === 'done');
    expect(run.counts.created).toBe(4);
    const tokens = wire.sentTo('POST', '/imptracker').slice(before - 1);
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(1);
    expect((await listRuns(db, other)).rows).toEqual([]);
  });

  it.each(['pause', 'cancel', 'goOn', 'release'] as const)(
    '%s of a run of who is not chosen any more is not passed over in silence',
    async (word) => {
      const { bulk, page, other } = await twoMembers();
      const id = await bulk.begin(sheetOf(4, 'Other'), { holdAt: 1 });
      await bulk.until(id, isStill);
      await page('session.switch', { account: other });
      await expect(bulk[word](id)).rejects.toMatchObject({ code: 'account-changed' });
      expect((await bulk.readRun(id))?.ended).toBe(1);
    },
  );
});
