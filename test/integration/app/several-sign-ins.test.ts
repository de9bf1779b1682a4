import { describe, expect, it } from 'vitest';

import { accountOf } from '@/lib/core/account/session';
import { countEvents, noteEvents } from '@/lib/store/tracker-events';
import { countRecorded, changeRequests, putVerification } from '@/lib/store/verifications';

import { request, verification } from '../../unit/core/verification/build';
import { connect } from '@/lib/store/database';
import { leave } from './support/background';
import { diskWorld } from './support/disk';
import { haveKey } from './support/key';
import { countTrackers, readDraft, writeDraft } from './support/stores';
import { turns } from './support/turns';
import { holdBack } from './support/wire';
import { world } from './support/world';

const SMALL = 700_101;
const CHANGES = { name: 'Mine', lineItemId: 640_303, publisherId: 880_202 };
const save = { id: null, advertiserId: SMALL, changes: CHANGES };

/** Somebody of one member, and beside them, chosen now, somebody of another. */
async function twoMembers() {
  const all = await world();
  const { page, typed, browser } = all;
  const first = await browser.plugs.account();
  const other = await page('session.signIn', { ...typed('no.trackers'), beside: true });
  const second = accountOf(other);
  const chosen = () => browser.held.session?.info.memberName ?? null;
  return { ...all, first, second, chosen };
}

describe('two members', () => {
  it('are switched between without another sign-in, each with its own token', async () => {
    const { page, first, second, chosen, wire, browser } = await twoMembers();
    const before = wire.sent.length;
    expect(chosen()).toBe('Lantern Media');
    expect(await page('session.switch', { account: first })).toMatchObject({ memberId: 4321 });
    expect(chosen()).toBe('Tidewater Ads');
    await page('session.switch', { account: second });
    expect([chosen(), wire.sent.length - before]).toEqual(['Lantern Media', 0]);
    const tokens = [browser.held.session, ...Object.values(browser.held.sessions)];
    expect(new Set(tokens.map((one) => one?.token)).size).toBe(2);
    expect(browser.held.signIns.map(({ info }) => info.memberName)).toEqual([
      'Tidewater Ads',
      'Lantern Media',
    ]);
  });

  it('see each their own: lists, what was typed and what was chosen', async () => {
    const { page, first, second, db, browser, advertisers } = await twoMembers();
    await page('session.switch', { account: first });
    browser.held.advertiser = advertisers.small;
    await page('trackers.sync', { advertiserId: SMALL, whole: false });
    await writeDraft(db, 'form:700101:new', 'typed');
    const seen = async () => [
      await countTrackers(db, SMALL),
      await readDraft(db, 'form:700101:new'),
      browser.held.advertiser,
    ];
    await page('session.switch', { account: second });
    expect(await seen()).toEqual([0, undefined, null]);
    await page('session.switch', { account: first });
    expect(await seen()).toEqual([2, 'typed', advertisers.small]);
  });

  it('a job goes on with the token of its own account, whoever is chosen', async () => {
    const all = await twoMembers();
    const { page, first, second, wire, browser } = all;
    await page('session.switch', { account: first });
    const mine = browser.held.session?.token;
    const { begun, goOn } = holdBack(all, 'POST', '/imptracker');
    const saved = page('trackers.save', save);
    await begun;
    await page('session.switch', { account: second });
    goOn();
    expect(await saved).toMatchObject({ name: 'Mine', memberId: 4321 });
    expect(wire.sentTo('POST', '/imptracker').map(({ token }) => token)).toEqual([mine]);
  });

  it('a job that was interrupted is taken up for the one who is not chosen, too', async () => {
    const { page, first, second, restarted, wire, clock } = await twoMembers();
    await page('session.switch', { account: first });
    const isSent = Promise.withResolvers<void>();
    wire.put(async (sent, goOn) => {
      const answer = await goOn();
      if (sent.method !== 'POST') return answer;
      isSent.resolve();
      return new Promise<never>(() => {});
    });
    leave(page('trackers.save', save));
    await isSent.promise;
    await page('session.switch', { account: second });
    wire.clear();
    clock.forward(1);
    const worker = restarted();
    const done = Promise.withResolvers<void>();
    worker.once('job', done.resolve);
    await done.promise;
    expect(worker.notices).toContainEqual(expect.objectContaining({ kind: 'job', state: 'done' }));
  });

  it('a job of one whose token has died waits, and sends nothing for anybody else', async () => {
    const { page, first, second, browser, wire, restarted } = await twoMembers();
    await page('session.switch', { account: first });
    const isSent = Promise.withResolvers<void>();
    wire.put(async (sent, goOn) => {
      if (sent.method !== 'POST') return goOn();
      isSent.resolve();
      return new Promise<never>(() => {});
    });
    leave(page('trackers.save', save));
    await isSent.promise;
    await page('session.switch', { account: second });
    browser.held.sessions = {};
    wire.clear();
    const before = wire.sent.length;
    await restarted().jobs.resume();
    expect(wire.sent).toHaveLength(before);
  });

  it('a save of one is not sent for the other, which was chosen a moment before', async () => {
    const { page, first, wire } = await twoMembers();
    const before = wire.sentTo('POST', '/imptracker').length;
    for (const asked of [
      page('trackers.save', { ...save, account: first }),
      page('trackers.delete', { id: 90_011, account: first }),
    ]) {
      await expect(asked).rejects.toMatchObject({ code: 'account-changed' });
    }
    expect(wire.sentTo('POST', '/imptracker')).toHaveLength(before);
    expect(wire.sentTo('DELETE', '/imptracker')).toEqual([]);
  });

  it('whose token has died signs in by hand, and the other one is a press away', async () => {
    const { page, first, second, sandbox, browser, chosen } = await twoMembers();
    sandbox.setFault({ kind: 'expired', path: '/imptracker' });
    await expect(page('trackers.open', { id: 1 })).rejects.toMatchObject({
      code: 'session-expired',
    });
    expect([chosen(), await browser.plugs.account()]).toEqual([null, second]);
    expect(await page('session.switch', { account: first })).toMatchObject({ memberId: 4321 });
    expect(await page('session.switch', { account: second })).toBeNull();
    expect([chosen(), browser.held.lastUser?.username]).toEqual([null, 'no.trackers']);
  });

  it('who signs in without saying “beside” comes in the place of who was there', async () => {
    const { page, typed, second, browser, chosen } = await twoMembers();
    await page('session.signIn', typed('read.only'));
    expect(chosen()).toBe('Tidewater Ads');
    expect(Object.keys(browser.held.sessions)).not.toContain(second);
  });

  it('is switched to by its key where its session is gone', async () => {
    const here = await world();
    const row = await haveKey(here);
    await here.page('session.signInByKey', { keyId: row.id, confirmed: true });
    const mine = await here.browser.plugs.account();
    await here.page('session.signIn', { ...here.typed('no.trackers'), beside: true });
    here.browser.held.sessions = {};
    expect(await here.page('session.switch', { account: mine })).toMatchObject({ memberId: 4321 });
  });
});

describe('signing out, and forgetting', () => {
  it('signs one out, and leaves the others where they are', async () => {
    const { page, first, browser, chosen } = await twoMembers();
    await page('session.signOut', { recordings: 'keep' });
    expect([chosen(), Object.keys(browser.held.sessions)]).toEqual([null, [first]]);
    expect(browser.held.signIns).toHaveLength(1);
    await page('session.switch', { account: first });
    expect(chosen()).toBe('Tidewater Ads');
  });

  it('leaves who signed out signed out, though there is a key; a press on it signs in again', async () => {
    const all = await world({ user: null });
    const { id } = await haveKey(all);
    const info = await all.page('session.signInByKey', { keyId: id, confirmed: true });
    await all.page('session.signOut', { recordings: 'keep' });
    expect(await all.page('session.resume', null)).toBeNull();
    expect(all.browser.held.session).toBeNull();
    const account = accountOf(info);
    expect(await all.page('session.switch', { account })).toMatchObject({ username: 'trafficker' });
  });

  it('comes back by itself after the browser was closed, once for all pages that open', async () => {
    const all = await world({ user: null });
    const { id } = await haveKey(all);
    await all.page('session.signInByKey', { keyId: id, confirmed: true });
    Object.assign(all.browser.held, { session: null, sessions: {}, lastCalls: {} });
    const before = all.wire.sent.length;
    const { page } = all.restarted();
    const all3 = await Promise.all([1, 2, 3].map(() => page('session.resume', null)));
    expect(all3.map((info) => info?.username)).toEqual(['trafficker', 'trafficker', 'trafficker']);
    const paths = all.wire.sent.slice(before).map(({ path }) => path);
    expect(paths.filter((path) => path === '/v2/auth/jwt')).toHaveLength(1);
  });

  it.each([
    ['keep', [2, 'typed', 1, 1]],
    ['delete', [0, undefined, 0, 0]],
  ] as const)(
    'forgets an account, its key and its session; what is kept of it: %s',
    async (data, left) => {
      const all = await world({ user: null });
      const { page, db, browser, typed } = all;
      const { id } = await haveKey(all);
      const account = accountOf(await page('session.signInByKey', { keyId: id, confirmed: true }));
      await page('trackers.sync', { advertiserId: SMALL, whole: false });
      await writeDraft(db, 'form:700101:new', 'typed');
      await putVerification(db, account, verification({ id: 'a' }));
      await changeRequests(db, 'a', { changed: [request()] });
      await noteEvents(db, account, [{ kind: 'deleted', trackerId: 1, at: 1 }]);
      const forgotten = await page('session.forget', { account, data, deactivate: true });
      expect(forgotten).toEqual({ isDeactivated: true });
      expect(await browser.plugs.keys.list()).toEqual([]);
      expect(browser.held).toMatchObject({ session: null, sessions: {}, signIns: [] });
      await expect(
        page('session.signInByKey', { keyId: id, confirmed: true }),
      ).rejects.toMatchObject({ code: 'key-missing' });
      await page('session.signIn', typed('trafficker'));
      expect([
        await countTrackers(db, SMALL),
        await readDraft(db, 'form:700101:new'),
        await countRecorded(db, account),
        await countEvents(db, account),
      ]).toEqual(left);
    },
  );

  it('forgets one who is not chosen, and nothing of who is', async () => {
    const { page, first, browser, chosen } = await twoMembers();
    await page('session.forget', { account: first, data: 'delete', deactivate: false });
    expect([chosen(), browser.held.sessions, browser.held.others]).toEqual([
      'Lantern Media',
      {},
      {},
    ]);
    await expect(page('session.switch', { account: first })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('who signs in again as an account is being forgotten loses nothing of what they type then', async () => {
    const here = await world({ user: null });
    const reached = Promise.withResolvers<void>();
    const goes = Promise.withResolvers<void>();
    let isSlow = false;
    // The disk of the one who forgets is slow.
    const { page } = here.restarted({
      connect: (onChange) => {
        const connection = connect(here.databaseName, onChange);
        return async () => {
          if (isSlow) {
            isSlow = false;
            reached.resolve();
            await goes.promise;
          }
          return connection();
        };
      },
    });
    const info = await page('session.signIn', here.typed('trafficker'));
    isSlow = true;
    const forgotten = page('session.forget', {
      account: accountOf(info),
      data: 'delete',
      deactivate: false,
    });
    await reached.promise;
    const back = page('session.signIn', here.typed('trafficker')).then(() =>
      writeDraft(here.db, 'form:700101:new', 'typed'),
    );
    await Promise.race([back, turns(200)]);
    goes.resolve();
    await Promise.all([forgotten, back]);
    expect(await readDraft(here.db, 'form:700101:new')).toBe('typed');
    expect(here.browser.held.session).not.toBeNull();
  });

  it('an account whose data could not be deleted can be forgotten once more', async () => {
    const all = await diskWorld();
    const account = await all.browser.plugs.account();
    await writeDraft(all.db, 'form:700101:new', 'typed');
    const forget = () =>
      all.worker.page('session.forget', { account, data: 'delete', deactivate: false });
    all.disk.isFull = true;
    await expect(forget()).rejects.toThrow();
    all.disk.isFull = false;
    expect(await forget()).toEqual({ isDeactivated: false });
    expect(await all.db.count('drafts')).toBe(0);
    expect(all.browser.held.signIns).toEqual([]);
  });

  it('forgets nothing where the service could not be asked to take the key no more', async () => {
    const all = await world({ user: null });
    const { id } = await haveKey(all);
    const info = await all.page('session.signInByKey', { keyId: id, confirmed: true });
    all.sandbox.setFault({ kind: 'drop', path: '/public-key' });
    const asked = all.page('session.forget', {
      account: accountOf(info),
      data: 'delete',
      deactivate: true,
    });
    await expect(asked).rejects.toMatchObject({ code: 'network' });
    expect(await all.browser.plugs.keys.list()).toHaveLength(1);
    expect(all.browser.held.session).not.toBeNull();
  });
});

describe('how long a token lasts', () => {
  it('is noted as it is given and used, and prolonged where somebody says so', async () => {
    const { page, browser, clock } = await world();
    const account = await browser.plugs.account();
    const given = browser.held.session?.issuedAt;
    expect(given).toBe(clock.now());
    clock.forward(110);
    await page('session.stay', null);
    expect(browser.held.lastCalls[account]).toBe(clock.now());
    clock.forward(110);
    expect(await page('trackers.open', { id: 90_011 })).toMatchObject({ id: 90_011 });
    expect(browser.held.session?.issuedAt).toBe(given);
  });
});
