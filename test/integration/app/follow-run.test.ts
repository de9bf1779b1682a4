import { describe, expect, it } from 'vitest';

import { accountOf } from '@/lib/core/account/session';
import { createBulkUses } from '@/lib/app/trackers/bulk/from-pages';
import { followRun, type RunMoved } from '@/lib/app/trackers/bulk/follow-run';
import { planState } from '@/lib/core/tracker-sheet/state-plan';
import { listTrackers } from '@/lib/store/trackers';

import { SMALL } from './support/bulk';
import { world } from './support/world';

/** Looks again whenever anything else had its turn: a test has no channel of notices. */
function everyTurn(listener: () => void): () => void {
  let isOn = true;
  const turn = () => {
    if (!isOn) return;
    listener();
    setImmediate(turn);
  };
  setImmediate(turn);
  return () => void (isOn = false);
}

/** A page that deactivates two trackers and looks on. */
async function looking() {
  const all = await world();
  const { db, browser } = all;
  await all.page('trackers.sync', { advertiserId: SMALL.id, whole: true });
  const account = await browser.plugs.account();
  const { rows: trackers } = await listTrackers(db, account, SMALL.id);
  const active = trackers.filter(({ state }) => state === 'active').slice(0, 2);
  const uses = createBulkUses({
    send: all.background.page,
    database: async () => db,
    account: browser.plugs.account,
  });
  const [stopper, leaver] = [new AbortController(), new AbortController()];
  const told: RunMoved[] = [];
  const waiting = Promise.withResolvers<RunMoved>();
  const follow = () =>
    followRun(
      { advertiser: SMALL, act: 'deactivate', rows: planState(active, 'inactive'), account },
      {
        uses,
        onMove: everyTurn,
        onRun(moved) {
          told.push(moved);
          if (moved.waits) waiting.resolve(moved);
        },
        signal: stopper.signal,
        left: leaver.signal,
      },
    );
  return { ...all, account, uses, follow, told, waiting: waiting.promise, stopper, leaver };
}

/** Has the second change meet a fault, once. */
function secondMeets(
  { wire, sandbox }: Pick<Awaited<ReturnType<typeof looking>>, 'wire' | 'sandbox'>,
  fault: Parameters<typeof sandbox.setFault>[0],
) {
  let sent = 0;
  wire.put(async (one, goOn) => {
    const isChange = one.method === 'PUT' && one.path.startsWith('/imptracker');
    if (isChange && (sent += 1) === 2) sandbox.setFault(fault);
    return goOn();
  });
}

describe('a change of many that has to wait while somebody looks on', () => {
  it('stays, says why, and goes on by itself once they have signed in again', async () => {
    const all = await looking();
    secondMeets(all, { kind: 'expired', variant: 'noauth-401', times: 1 });
    const ending = all.follow();
    const { id, done, waits } = await all.waiting;
    expect([done, waits?.failure?.code]).toEqual([1, 'session-expired']);
    expect((await all.uses.readRun(id))?.state).toBe('paused');
    await all.page('session.signIn', all.typed('trafficker'));
    expect(await ending).toEqual({ id, changed: 2, failed: [], notSent: 0, failure: null });
  });

  it('stays where the service asks for a while, and ends whole', async () => {
    const all = await looking();
    secondMeets(all, { kind: '429', retryAfter: 61, times: 1 });
    expect(await all.follow()).toMatchObject({ changed: 2, notSent: 0, failure: null });
  });

  it.each(['drop', '503'] as const)(
    'goes on by itself once the service answers again, though it did not for half an hour: %s',
    async (kind) => {
      const all = await looking();
      const fault = kind === 'drop' ? { kind } : { kind, throttling: false };
      secondMeets(all, { ...fault, times: 1000 });
      const ending = all.follow();
      const { id, waits } = await all.waiting;
      expect(waits?.failure?.code).toBe(kind === 'drop' ? 'network' : 'service-down');
      // The alarm goes off: nobody has to come, or to press anything.
      expect(all.browser.held.hasAlarm).toBe(true);
      await all.background.jobs.resume();
      expect((await all.uses.readRun(id))?.state).toBe('paused');
      expect(all.browser.held.hasAlarm).toBe(true);
      all.sandbox.setFault(null);
      await all.background.jobs.resume();
      expect(await ending).toMatchObject({ changed: 2, failed: [], notSent: 0, failure: null });
      expect(all.browser.held.hasAlarm).toBe(false);
    },
  );

  it('a person who paused it is not overruled by what it waited for', async () => {
    const all = await looking();
    secondMeets(all, { kind: 'drop', times: 1000 });
    const ending = all.follow();
    const { id } = await all.waiting;
    await all.uses.pause(id);
    expect(all.browser.held.hasAlarm).toBe(false);
    all.sandbox.setFault(null);
    await all.background.jobs.resume();
    expect((await all.uses.readRun(id))?.state).toBe('paused');
    await all.uses.goOn(id);
    expect(await ending).toMatchObject({ changed: 2, notSent: 0 });
  });

  it('is not ended by a pause from another window: it goes on when somebody says so there', async () => {
    const all = await looking();
    const held = Promise.withResolvers<void>();
    let sent = 0;
    all.wire.put(async (one, goOn) => {
      const isChange = one.method === 'PUT' && one.path.startsWith('/imptracker');
      if (isChange && (sent += 1) === 1) {
        const [run] = (await all.uses.history()).rows;
        void all.uses.pause(run?.id ?? '').then(() => held.resolve());
      }
      return goOn();
    });
    const ending = all.follow();
    await held.promise;
    const { id, waits } = await all.waiting;
    expect(waits).toEqual({ failure: null });
    await all.uses.goOn(id);
    expect(await ending).toMatchObject({ changed: 2, notSent: 0 });
  });

  it('is ended by who looks on, and what was not sent is counted', async () => {
    const all = await looking();
    secondMeets(all, { kind: 'expired', variant: 'noauth-401', times: 1 });
    const ending = all.follow();
    await all.waiting;
    all.stopper.abort();
    expect(await ending).toMatchObject({ changed: 1, notSent: 1 });
    expect((await all.uses.history()).rows[0]?.state).toBe('cancelled');
  });

  it('stays and waits where they look on no longer', async () => {
    const all = await looking();
    secondMeets(all, { kind: 'expired', variant: 'noauth-401', times: 1 });
    const ending = all.follow();
    const { id } = await all.waiting;
    all.leaver.abort();
    expect(await ending).toBeNull();
    expect(await all.uses.readRun(id)).toMatchObject({
      state: 'paused',
      ended: 1,
      act: 'deactivate',
    });
  });
});

describe('a change of many that is of somebody', () => {
  it('is not begun for another, who is chosen by the time it is pressed', async () => {
    const all = await looking();
    await all.page('session.signIn', { ...all.typed('read.only'), beside: true });
    await expect(all.follow()).rejects.toMatchObject({ code: 'account-changed' });
    expect(all.wire.sentTo('PUT', '/imptracker')).toEqual([]);
  });

  it('is of the one it was shown to, not of another who may write as well', async () => {
    const all = await looking();
    const second = accountOf(
      await all.page('session.signIn', { ...all.typed('no.trackers'), beside: true }),
    );
    expect(second).not.toBe(all.account);
    await expect(all.follow()).rejects.toMatchObject({ code: 'account-changed' });
    expect(await all.db.getAll('runs')).toEqual([]);
  });

  it('is not said to have changed nothing where its person signs out in another window', async () => {
    const all = await looking();
    secondMeets(all, { kind: 'expired', variant: 'noauth-401', times: 1 });
    const ending = all.follow();
    await all.waiting;
    await all.page('session.signOut', { recordings: 'keep' });
    expect(await ending).toBeNull();
  });
});
