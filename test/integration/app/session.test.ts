import { describe, expect, it } from 'vitest';

import type { SessionInfo } from '@/lib/core/account/session';
import { accountOf } from '@/lib/core/account/session';
import { NO_ACCOUNT, UNKNOWN_ACCOUNT } from '@/lib/core/base/account';
import { giveDrafts } from '@/lib/store/accounts';
import { noteEvents, readEvents } from '@/lib/store/tracker-events';
import {
  changeRequests,
  countRecorded,
  listVerifications,
  putVerification,
} from '@/lib/store/verifications';

import { request, verification } from '../../unit/core/verification/build';
import { countTrackers, readDraft, writeDraft } from './support/stores';

import type { FaultInput } from '../../sandbox/index.ts';
import { world } from './support/world';

describe('signing in', () => {
  it.each<[string, Partial<SessionInfo>]>([
    ['trafficker', { userId: 51007, memberName: 'Tidewater Ads', readOnly: false }],
    ['read.only', { userId: 51009, memberId: 4321, readOnly: true }],
    ['no.trackers', { userId: 51300, memberName: 'Lantern Media', trackersEnabled: false }],
  ])('says who %s is', async (username, info) => {
    const { page, typed } = await world({ user: null });
    expect(await page('session.signIn', typed(username))).toMatchObject({ username, ...info });
  });

  it.each<[string, string, { password?: string; confirmed?: boolean; baseUrl?: string }, string]>([
    ['a wrong password', 'trafficker', { password: 'guess' }, 'wrong-password'],
    ['a name that nobody has', 'nobody', {}, 'wrong-password'],
    ['an account that is switched off', 'disabled.user', {}, 'account-disabled'],
    ['an account without the API', 'ui.only', {}, 'not-permitted'],
    ['an address nobody confirmed', 'trafficker', { confirmed: false }, 'address-unconfirmed'],
    ['an address that is none', 'trafficker', { baseUrl: 'ftp://x' }, 'bad-address'],
    ['an address without TLS', 'trafficker', { baseUrl: 'http://api.appnexus.com' }, 'bad-address'],
    ['a console', 'trafficker', { baseUrl: 'https://console.example' }, 'address-of-console'],
    [
      'it in capitals',
      'trafficker',
      { baseUrl: 'https://CONSOLE.example./' },
      'address-of-console',
    ],
    ['an address not granted', 'trafficker', { baseUrl: 'https://api.example' }, 'access-refused'],
  ])('fails with %s', async (_, username, part, code) => {
    const { page, typed, browser } = await world({ user: null });
    await expect(page('session.signIn', { ...typed(username), ...part })).rejects.toMatchObject({
      code,
    });
    expect(browser.held.session).toBeNull();
  });

  it.each<[string, FaultInput, string]>([
    ['no network', { kind: 'drop', path: '/auth' }, 'network'],
    ['too many of it', { kind: '429', retryAfter: 120, path: '/auth' }, 'too-many-sign-ins'],
    ['an answer that cannot be read', { kind: 'malformed', path: '/auth' }, 'bad-answer'],
    ['an outage', { kind: '503', retryAfter: 5, throttling: false, path: '/auth' }, 'service-down'],
  ])('fails with %s', async (_, fault, code) => {
    const { page, typed, sandbox, browser } = await world({ user: null });
    sandbox.setFault(fault);
    await expect(page('session.signIn', typed('trafficker'))).rejects.toMatchObject({ code });
    expect(browser.held.session).toBeNull();
  });

  it('keeps the token, and neither password nor token in anything it says', async () => {
    const { page, typed, browser } = await world({ user: null });
    const info = await page('session.signIn', typed('trafficker'));
    expect(browser.held.session?.token).toMatch(/^hbapi:51007:/);
    const said = JSON.stringify(info) + JSON.stringify(browser.held);
    expect(said).not.toContain(typed('trafficker').password);
    expect(JSON.stringify(info)).not.toContain(browser.held.session?.token);
  });

  it('waits as the service tells it to, and says so where that is too often', async () => {
    const { page, typed } = await world({ user: null, limits: { signInsPerFiveMinutes: 1 } });
    // The colleague has signed in already.
    await expect(page('session.signIn', typed('trafficker'))).rejects.toMatchObject({
      code: 'too-many-sign-ins',
    });
  });
});

describe('the same browser, another person', () => {
  const left = async () => {
    const all = await world();
    const { page, db, browser, advertisers } = all;
    browser.held.advertiser = advertisers.small;
    await page('trackers.sync', { advertiserId: advertisers.small.id, whole: false });
    await writeDraft(db, 'form:700101:new', 'typed');
    const has = async () => ({
      trackers: await countTrackers(db, advertisers.small.id),
      draft: await readDraft(db, 'form:700101:new'),
      advertiser: browser.held.advertiser?.id ?? null,
    });
    return { ...all, has };
  };
  const EVERYTHING = { trackers: 2, draft: 'typed', advertiser: 700101 };
  const NOTHING = { trackers: 0, draft: undefined, advertiser: null };

  it.each([
    ['the same person finds everything', 'trafficker', EVERYTHING],
    ['somebody else finds nothing', 'read.only', NOTHING],
  ])('%s', async (_, username, found) => {
    const { page, typed, has } = await left();
    expect(await has()).toEqual(EVERYTHING);
    await page('session.signIn', typed(username));
    expect(await has()).toEqual(found);
  });

  it('each finds their own again', async () => {
    const { page, typed, has, browser, advertisers, db } = await left();
    await page('session.signIn', typed('read.only'));
    browser.held.advertiser = advertisers.medium;
    await writeDraft(db, 'form:700101:new', 'of the other');
    await page('session.signIn', typed('trafficker'));
    expect(await has()).toEqual(EVERYTHING);
    await page('session.signIn', typed('read.only'));
    expect(await has()).toEqual({
      trackers: 0,
      draft: 'of the other',
      advertiser: advertisers.medium.id,
    });
  });

  it('signing out forgets one of them, and nothing of the other', async () => {
    const { page, typed, has, db, advertisers } = await left();
    await page('session.signIn', typed('read.only'));
    await page('trackers.sync', { advertiserId: advertisers.small.id, whole: false });
    await page('session.signOut', { recordings: 'keep' });
    expect(await has()).toEqual(NOTHING);
    await page('session.signIn', typed('read.only'));
    expect(await has()).toEqual(NOTHING);
    await page('session.signIn', typed('trafficker'));
    expect(await has()).toEqual(EVERYTHING);
    expect(await countTrackers(db, advertisers.small.id)).toBe(2);
  });

  it('what was kept before rows said whose they are is of who was signed in', async () => {
    const { page, typed, has, browser, db } = await left();
    const { info } = browser.held.session ?? expect.fail('nobody is signed in');
    // As an earlier version has left it, once the browser was started anew.
    await giveDrafts(db, accountOf(info), UNKNOWN_ACCOUNT);
    Object.assign(browser.held, { session: null, account: null });
    await page('session.signIn', typed('read.only'));
    expect(await has()).toEqual(NOTHING);
    await page('session.signIn', typed('trafficker'));
    expect(await has()).toEqual(EVERYTHING);
  });

  it('what was kept before is found at once by the same person', async () => {
    const { page, typed, has, browser, db } = await left();
    const { info } = browser.held.session ?? expect.fail('nobody is signed in');
    await giveDrafts(db, accountOf(info), UNKNOWN_ACCOUNT);
    Object.assign(browser.held, { session: null, account: null });
    await page('session.signIn', typed('trafficker'));
    expect(await has()).toEqual(EVERYTHING);
  });

  it.each([
    ['keep', [1, 1, 1]],
    ['delete', [0, 1, 1]],
  ] as const)('what one recorded and wants to %s as they sign out', async (recordings, left_) => {
    const { page, typed, browser, db } = await world();
    const mine = await browser.plugs.account();
    await page('session.signIn', typed('read.only'));
    const others = await browser.plugs.account();
    await page('session.signIn', typed('trafficker'));
    for (const account of [mine, others, NO_ACCOUNT]) {
      const id = `of ${account}`;
      await putVerification(db, account, verification({ id }));
      await changeRequests(db, id, { changed: [request()] });
      await noteEvents(db, account, [{ kind: 'created', trackerId: 5, at: 1 }]);
    }
    await page('session.signOut', { recordings });
    const counts = [mine, others, NO_ACCOUNT].map((account) => countRecorded(db, account));
    expect(await Promise.all(counts)).toEqual(left_);
    const passports = [mine, others, NO_ACCOUNT].map((account) => readEvents(db, account, 5));
    expect((await Promise.all(passports)).map(({ rows }) => rows.length)).toEqual(left_);
    expect((await listVerifications(db, mine)).rows).toHaveLength(recordings === 'keep' ? 2 : 1);
  });

  it('after signing out there is nothing, and no session', async () => {
    const { page, has, browser } = await left();
    await page('session.signOut', { recordings: 'keep' });
    expect(await has()).toEqual(NOTHING);
    expect(browser.held.session).toBeNull();
  });
});

describe('a token that the service knows no more', () => {
  it.each<FaultInput>([
    { kind: 'expired', variant: 'noauth-200' },
    { kind: 'expired', variant: 'noauth-401' },
    { kind: 'expired', variant: 'syntax-200' },
  ])('is dropped: %o', async (fault) => {
    const { page, sandbox, browser } = await world();
    sandbox.setFault(fault);
    await expect(page('trackers.open', { id: 90_011 })).rejects.toMatchObject({
      code: 'session-expired',
    });
    expect(browser.held.session).toBeNull();
  });

  it('is over after two hours without a call', async () => {
    const { page, clock } = await world();
    clock.forward(119);
    await page('trackers.open', { id: 90_011 });
    clock.forward(120);
    await expect(page('trackers.open', { id: 90_011 })).rejects.toMatchObject({
      code: 'session-expired',
    });
  });

  it('takes no newer one with it', async () => {
    const { page, typed, wire, sandbox, browser } = await world();
    sandbox.setFault({ kind: 'expired', method: 'GET', path: '/imptracker' });
    const before = browser.held.session?.token;
    wire.put(async ({ path }, goOn) => {
      const answer = await goOn();
      // While the old token's refusal is on its way, the person signs in again.
      if (path === '/imptracker') await page('session.signIn', typed('trafficker'));
      return answer;
    });
    await expect(page('trackers.open', { id: 90_011 })).rejects.toMatchObject({
      code: 'session-expired',
    });
    expect(browser.held.session?.token).toMatch(/^hbapi:/);
    expect(browser.held.session?.token).not.toBe(before);
    wire.clear();
    await page('trackers.open', { id: 90_011 });
  });

  it('goes nowhere once its address may not be called any more', async () => {
    const { page, browser, wire } = await world();
    browser.held.granted.clear();
    const before = wire.sent.length;
    await expect(page('trackers.open', { id: 90_011 })).rejects.toMatchObject({
      code: 'address-changed',
    });
    expect(wire.sent).toHaveLength(before);
    expect(browser.held.session).toBeNull();
  });

  it('and no work is begun for it', async () => {
    const { page, browser, db } = await world();
    browser.held.granted.clear();
    const sync = page('trackers.sync', { advertiserId: 700_101, whole: false });
    await expect(sync).rejects.toMatchObject({ code: 'address-changed' });
    expect(await db.count('jobs')).toBe(0);
  });
});

it('every request carries the bare token and none but sign-in goes without', async () => {
  const { page, wire, browser } = await world();
  await page('trackers.open', { id: 90_011 });
  const token = browser.held.session?.token;
  expect(wire.sent.map((one) => [one.method, one.path, one.token])).toEqual([
    ['POST', '/auth', null],
    ['GET', '/user', token],
    ['GET', '/member', token],
    ['GET', '/imptracker', token],
  ]);
});
