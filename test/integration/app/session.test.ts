import { describe, expect, it } from 'vitest';

import type { SessionInfo } from '@/lib/core/account/session';
import { readDraft, writeDraft } from '@/lib/store/drafts';
import { countTrackers } from '@/lib/store/trackers';

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
    ['a console', 'trafficker', { baseUrl: 'https://console.example' }, 'address-of-console'],
    ['an address not granted', 'trafficker', { baseUrl: 'https://api.example' }, 'access-refused'],
  ])('fails with %s', async (_, username, part, code) => {
    const { page, typed, browser } = await world({ user: null });
    await expect(page('session.signIn', { ...typed(username), ...part })).rejects.toMatchObject({
      code,
    });
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

  it('after signing out there is nothing, and no session', async () => {
    const { page, has, browser } = await left();
    await page('session.signOut', null);
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
