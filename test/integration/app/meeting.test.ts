import { describe, expect, it } from 'vitest';

import { createSuggest } from '@/lib/app/trackers/suggest';
import { accountOf } from '@/lib/core/account/session';
import { AppError } from '@/lib/core/base/errors';
import { changesOf } from '@/lib/core/tracker/draft';
import { compareVersions, mergeVersions, versionOf } from '@/lib/core/tracker/versions';

import { haveKey } from './support/key';
import { readDraft, writeDraft } from './support/stores';
import { holdBack } from './support/wire';
import { world } from './support/world';

const ID = 90_011;
const FORM = 'form:700101:new';

/** Somebody with a key, whose session is gone, and beside them, chosen now, somebody of another member. */
async function keyAndPassword() {
  const all = await world({ user: null });
  const { page, browser, typed } = all;
  const { id } = await haveKey(all);
  const first = accountOf(await page('session.signInByKey', { keyId: id, confirmed: true }));
  const second = accountOf(await page('session.signIn', { ...typed('no.trackers'), beside: true }));
  browser.held.sessions = {};
  const chosen = () => browser.held.session && accountOf(browser.held.session.info);
  return { ...all, first, second, chosen };
}

describe('who is chosen, while somebody is being signed in by a key', () => {
  it('stays chosen and signed in, though the key of the one before comes off later', async () => {
    const all = await keyAndPassword();
    const { page, first, second, chosen, browser } = all;
    const { begun, goOn } = holdBack(all, 'POST', '/v2/auth/jwt');
    const slow = page('session.switch', { account: first });
    await begun;
    await page('session.switch', { account: second });
    goOn();
    expect(await slow, 'says who is there').toMatchObject({ memberName: 'Lantern Media' });
    expect([chosen(), browser.held.account]).toEqual([second, second]);
  });

  it('stays so where a page that opened had begun to take up the one before', async () => {
    const all = await keyAndPassword();
    const { page, first, second, chosen, browser, typed } = all;
    await page('session.switch', { account: first });
    browser.held.session = null;
    const { begun, goOn } = holdBack(all, 'POST', '/v2/auth/jwt');
    const slow = page('session.resume', null);
    await begun;
    await page('session.signIn', typed('no.trackers'));
    goOn();
    await slow;
    expect([chosen(), browser.held.account]).toEqual([second, second]);
  });
});

describe('two windows', () => {
  it('settings and session are of one account, however two switches meet', async () => {
    const { page, typed, browser } = await world();
    const first = await browser.plugs.account();
    const second = accountOf(
      await page('session.signIn', { ...typed('no.trackers'), beside: true }),
    );
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(
        [first, second, first].map((account) => page('session.switch', { account })),
      );
      const { session, account } = browser.held;
      expect(session && accountOf(session.info)).toBe(account);
    }
  });

  it('Sign out in one that shows somebody else signs nobody out, and loses nothing typed', async () => {
    const { page, typed, db, browser } = await world();
    const first = await browser.plugs.account();
    await page('session.signIn', { ...typed('no.trackers'), beside: true });
    await writeDraft(db, FORM, 'typed');
    const left = page('session.signOut', { recordings: 'delete', account: first });
    await expect(left).rejects.toMatchObject({ code: 'account-changed' });
    expect(browser.held.session?.info.memberName).toBe('Lantern Media');
    expect(await readDraft(db, FORM)).toBe('typed');
  });

  it('a wish of one person is not taken for that of another who sees the same tracker', async () => {
    const all = await world();
    const { page, typed, browser, wire } = all;
    const first = await browser.plugs.account();
    const { begun, goOn } = holdBack(all, 'PUT', '/imptracker');
    const wish = { id: ID, state: 'inactive' } as const;
    const mine = page('trackers.setState', { ...wish, account: first });
    await begun;
    const info = await page('session.signIn', { ...typed('read.only'), beside: true });
    const theirs = page('trackers.setState', { ...wish, account: accountOf(info) });
    await expect(theirs).rejects.toMatchObject({ code: 'not-permitted' });
    goOn();
    expect(await mine).toMatchObject({ state: 'inactive' });
    expect(wire.sentTo('PUT', '/imptracker')).toHaveLength(1);
  });
});

describe('no room for a session', () => {
  it.each(['session.signIn', 'session.switch'] as const)(
    '%s comes off whole or not at all: settings and session stay those of one account',
    async (how) => {
      const { page, typed, browser } = await world();
      const first = await browser.plugs.account();
      const second = accountOf(
        await page('session.signIn', { ...typed('no.trackers'), beside: true }),
      );
      await page('session.switch', { account: first });
      const { session: before } = browser.held;
      const full = () => {
        throw new AppError('storage-failed');
      };
      Object.defineProperty(browser.held, 'session', { get: () => before, set: full });
      const failing =
        how === 'session.signIn'
          ? page('session.signIn', { ...typed('no.trackers'), beside: true })
          : page('session.switch', { account: second });
      await expect(failing).rejects.toMatchObject({ code: 'storage-failed' });
      const { session, account } = browser.held;
      expect([session && accountOf(session.info), account]).toEqual([first, first]);
    },
  );
});

describe('a form that was filled in before its tracker was switched in the list', () => {
  it('does not switch it back: the switch is a change to decide about, and a save of the rest leaves it', async () => {
    const { page, wire, sandbox } = await world();
    const before = versionOf(await page('trackers.open', { id: ID }));
    const now = versionOf(await page('trackers.setState', { id: ID, state: 'inactive' }));
    const mine = { ...before.draft, name: 'Mine' };
    const input = { id: ID, advertiserId: 700_101 };
    const changes = changesOf(before.draft, mine);
    const saved = page('trackers.save', { ...input, changes, began: before });
    await expect(saved).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const differences = compareVersions(before.draft, now.draft, mine);
    const merged = mergeVersions(differences, {}, now.draft, mine);
    // The token dies right before the look.
    sandbox.setFault({ kind: 'expired', path: '/imptracker', method: 'GET', times: 1 });
    expect(merged).not.toBeNull();
    const decided = { ...input, changes: changesOf(now.draft, merged ?? mine), began: now };
    await expect(page('trackers.save', decided)).rejects.toMatchObject({ code: 'session-expired' });
    expect(wire.sentTo('PUT', '/imptracker')).toHaveLength(1);
    expect(decided.changes).toEqual({ name: 'Mine' });
  });
});

describe('the address bar', () => {
  it.each(['switched', 'signed out'])(
    'shows nothing of one who was %s while it is typed',
    async (how) => {
      const { page, typed, db, browser } = await world();
      await page('trackers.lookUp', { ids: [ID] });
      const { keeper } = browser.plugs;
      const { begin, suggest } = createSuggest({ database: async () => db, keeper, now: Date.now });
      begin();
      expect((await suggest(String(ID))).found).toHaveLength(1);
      if (how === 'switched') {
        await page('session.signIn', { ...typed('no.trackers'), beside: true });
      } else await page('session.signOut', { recordings: 'keep' });
      expect(await suggest(String(ID))).toMatchObject({
        isSignedIn: how === 'switched',
        found: [],
      });
    },
  );
});

describe('a key that cannot be read just now', () => {
  it('is not taken for one that is refused: the next call is signed in by it', async () => {
    const all = await world({ user: null });
    const { id } = await haveKey(all);
    await all.page('session.signInByKey', { keyId: id, confirmed: true });
    const { keys } = all.browser.plugs;
    const { read } = keys;
    keys.read = async () => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    };
    all.clock.forward(121);
    await expect(all.page('trackers.open', { id: ID })).rejects.toMatchObject({
      code: 'storage-failed',
    });
    keys.read = read;
    expect(await all.page('trackers.open', { id: ID })).toMatchObject({ id: ID });
    expect(all.browser.held.signIns[0]?.refused).toBeUndefined();
  });
});
