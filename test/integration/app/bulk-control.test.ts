import { describe, expect, it } from 'vitest';

import { accountOf } from '@/lib/core/account/session';
import { orderRows } from '@/lib/core/tracker-sheet/run';
import { listRuns } from '@/lib/store/runs';

import { bulkOf, isStill, mortal, sheetOf, SMALL } from './support/bulk';
import { world } from './support/world';

const isCreate = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path === '/imptracker';

/** So many turns of the event loop. */
async function turns(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await new Promise((resolve) => setImmediate(resolve));
}

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
    const all = await world();
    const bulk = bulkOf(all, all.background);
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
    const all = await world();
    const mine = await all.browser.plugs.account();
    const other = accountOf(
      await all.page('session.signIn', { ...all.typed('no.trackers'), beside: true }),
    );
    await all.page('session.switch', { account: mine });
    return { ...all, mine, other, bulk: bulkOf(all, all.background) };
  }

  it('a run begins for who ordered it, whoever is chosen while its list is brought up to date', async () => {
    const { bulk, wire, page, other, mine, db } = await twoMembers();
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
    expect((await listRuns(db, mine)).rows.map((one) => one.id)).toEqual([id]);
    expect((await listRuns(db, other)).rows).toEqual([]);
  });

  it('a page that still shows the other one is told, and nothing is begun', async () => {
    const { bulk, page, other, mine } = await twoMembers();
    const checked = await bulk.check(sheetOf(2, 'Shown'));
    await page('session.switch', { account: other });
    const order = {
      advertiser: SMALL,
      file: '',
      holdAt: null,
      undoes: null,
      rows: orderRows(checked.rows),
    };
    await expect(page('bulk.start', { ...order, account: mine })).rejects.toMatchObject({
      code: 'account-changed',
    });
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
