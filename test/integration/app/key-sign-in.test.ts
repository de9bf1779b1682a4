import { describe, expect, it } from 'vitest';

import { accountOf } from '@/lib/core/account/session';

import type { FaultInput } from '../../sandbox/index.ts';
import { clearKeys, haveKey, registerAt } from './support/key';
import { answerWith } from './support/wire';
import { world } from './support/world';

const TRACKER = { id: 90_011 };
const ADVERTISER = 700_101;
const BY_KEY = '/v2/auth/jwt';

/** Somebody who has signed in by a key. */
async function withKey(options: Parameters<typeof world>[0] = {}) {
  const all = await world({ user: null, ...options });
  const row = await haveKey(all);
  const info = await all.page('session.signInByKey', { keyId: row.id, confirmed: true });
  const account = accountOf(info);
  const signIns = () => all.wire.sentTo('POST', BY_KEY).length;
  const refused = () => all.browser.held.signIns[0]?.refused;
  return { ...all, row, info, account, signIns, refused };
}

describe('signing in by a key', () => {
  it('says who it is, and keeps who has signed in, without token and key', async () => {
    const { info, browser, wire, row } = await withKey();
    expect(info).toMatchObject({ username: 'trafficker', memberName: 'Tidewater Ads' });
    expect(browser.held.session).toMatchObject({ token: expect.stringMatching(/^authn:/) });
    expect(browser.held.signIns).toEqual([{ info, key: { id: row.id, name: 'my-key' } }]);
    expect(JSON.stringify(browser.held)).not.toContain('PRIVATE');
    const [sent] = wire.sentTo('POST', BY_KEY);
    expect(sent?.token).toBeNull();
    const [head, claims] = String(sent?.body).split('.').slice(0, 2).map(readPart);
    expect([head, claims]).toEqual([
      { alg: 'RS256', typ: 'JWT', kid: 'my-key' },
      { sub: 'trafficker', iat: Math.floor((sent?.at ?? 0) / 1000) },
    ]);
  });

  it.each<[string, Parameters<typeof haveKey>[1], string]>([
    ['that is not registered', { isRegistered: false }, 'key-refused'],
    ['of another name', { isRegistered: false, name: 'other' }, 'key-refused'],
    ['of a user that nobody has', { isRegistered: false, username: 'nobody' }, 'key-refused'],
    [
      'at an address that is a console',
      { baseUrl: 'https://console.example' },
      'address-of-console',
    ],
    ['at an address that is not granted', { baseUrl: 'https://api.example' }, 'access-refused'],
  ])('fails with a key %s, and leaves nothing behind', async (_, part, code) => {
    const all = await world({ user: null });
    await haveKey(all, { isRegistered: false, ...part });
    const asked = all.page('session.signInByKey', { keyId: 'key-1', confirmed: true });
    await expect(asked).rejects.toMatchObject({ code });
    expect(all.browser.held).toMatchObject({ session: null, signIns: [] });
  });

  it('sends nothing to an address that nobody confirmed, and nothing for a key that is gone', async () => {
    const all = await world({ user: null });
    await haveKey(all);
    const before = all.wire.sent.length;
    const unconfirmed = all.page('session.signInByKey', { keyId: 'key-1', confirmed: false });
    await expect(unconfirmed).rejects.toMatchObject({ code: 'address-unconfirmed' });
    const gone = all.page('session.signInByKey', { keyId: 'key-2', confirmed: true });
    await expect(gone).rejects.toMatchObject({ code: 'key-missing' });
    expect(all.wire.sent).toHaveLength(before);
  });

  it('registers the public key for who is signed in, and for nobody else', async () => {
    const all = await world();
    const row = await haveKey(all, { isRegistered: false });
    await all.page('session.registerKey', { keyId: row.id });
    await all.page('session.signInByKey', { keyId: row.id, confirmed: true });
    await haveKey(all, { id: 'key-2', username: 'read.only', isRegistered: false });
    const asked = all.page('session.registerKey', { keyId: 'key-2' });
    await expect(asked).rejects.toMatchObject({ code: 'account-changed' });
  });

  it('says that there are too many keys, and that somebody may not register one', async () => {
    const all = await world();
    const row = await haveKey(all, { isRegistered: false });
    for (const name of ['a', 'b', 'c']) await registerAt(all.sandbox, { ...row, name });
    const full = all.page('session.registerKey', { keyId: row.id });
    await expect(full).rejects.toMatchObject({ code: 'limit-reached' });
    await all.page('session.signIn', all.typed('read.only'));
    await haveKey(all, { id: 'key-2', username: 'read.only', isRegistered: false });
    const refused = all.page('session.registerKey', { keyId: 'key-2' });
    await expect(refused).rejects.toMatchObject({ code: 'not-permitted' });
  });
});

describe('a token that dies, of somebody with a key', () => {
  it.each<FaultInput>([
    { kind: 'expired', variant: 'noauth-200', times: 1 },
    { kind: 'expired', variant: 'noauth-401', times: 1 },
    { kind: 'expired', variant: 'syntax-200', times: 1 },
  ])('is replaced, and nobody notices: %o', async (fault) => {
    const { page, sandbox, browser, signIns } = await withKey();
    const before = browser.held.session?.token;
    sandbox.setFault({ ...fault, path: '/imptracker' });
    expect(await page('trackers.open', TRACKER)).toMatchObject(TRACKER);
    expect(signIns()).toBe(2);
    expect(browser.held.session?.token).not.toBe(before);
  });

  it('is replaced once for many calls at a time', async () => {
    const { page, clock, signIns } = await withKey();
    clock.forward(121);
    const ids = Array.from({ length: 12 }, (_, index) => ({ id: TRACKER.id + (index % 3) }));
    await Promise.all(ids.map((one) => page('trackers.open', one)));
    expect(signIns()).toBe(2);
  });

  it('has a write done once, whether its token died or its answer was lost', async () => {
    const { page, sandbox, wire, signIns } = await withKey();
    const save = (name: string) =>
      page('trackers.save', {
        id: null,
        advertiserId: ADVERTISER,
        changes: { name, lineItemId: 640_303, publisherId: 880_202 },
      });
    sandbox.setFault({ kind: 'expired', path: '/imptracker', method: 'POST', times: 1 });
    expect(await save('One')).toMatchObject({ name: 'One' });
    expect([wire.sentTo('POST', '/imptracker').length, signIns()]).toEqual([2, 2]);
    sandbox.setFault({
      kind: 'drop',
      afterWork: true,
      path: '/imptracker',
      method: 'POST',
      times: 1,
    });
    await save('Two').catch(() => {});
    expect(wire.sentTo('POST', '/imptracker')).toHaveLength(3);
  });

  it.each([
    ['two hours without a call', [118, 3]],
    ['a day of work', Array.from({ length: 25 }, () => 60)],
  ])('is replaced before its end is met: after %s', async (_, minutes) => {
    const { page, clock, wire } = await withKey();
    const dead: unknown[] = [];
    wire.put(async (_, goOn) => {
      const answer = await goOn();
      if ((await answer.clone().text()).includes('NOAUTH')) dead.push(answer);
      return answer;
    });
    for (const some of minutes) {
      clock.forward(some);
      await page('trackers.open', TRACKER);
    }
    expect(dead).toEqual([]);
    expect(wire.sentTo('POST', BY_KEY).length).toBeGreaterThan(1);
  });

  it('goes on in a worker that was started anew', async () => {
    const { restarted, clock } = await withKey();
    clock.forward(300);
    expect(await restarted().page('trackers.open', TRACKER)).toMatchObject(TRACKER);
  });

  it('ends the session where the key is refused by now, and asks no more', async () => {
    const all = await withKey();
    await all.page('session.signIn', all.typed('trafficker'));
    expect(await clearKeys(all.sandbox)).toBe(1);
    all.clock.forward(121);
    const before = all.signIns();
    const asked = () => all.page('trackers.open', TRACKER);
    await expect(asked()).rejects.toMatchObject({ code: 'session-expired' });
    await expect(asked()).rejects.toMatchObject({ code: 'session-expired' });
    expect(await all.page('session.resume', null)).toBeNull();
    expect([all.signIns() - before, all.refused()]).toEqual([1, 'key-refused']);
    expect(all.browser.held.session).toBeNull();
  });

  it('keeps the session where the service cannot be reached, and goes on later', async () => {
    const { page, clock, sandbox, browser } = await withKey();
    clock.forward(121);
    sandbox.setFault({ kind: 'drop', path: '/auth' });
    await expect(page('trackers.open', TRACKER)).rejects.toMatchObject({ code: 'network' });
    expect(browser.held.session).not.toBeNull();
    sandbox.setFault(null);
    expect(await page('trackers.open', TRACKER)).toMatchObject(TRACKER);
  });

  it('goes round in no circle where every new token is dead, too', async () => {
    const { page, sandbox, signIns, wire } = await withKey();
    sandbox.setFault({ kind: 'expired', path: '/imptracker', times: 9 });
    await expect(page('trackers.open', TRACKER)).rejects.toMatchObject({ code: 'session-expired' });
    expect([signIns(), wire.sentTo('GET', '/imptracker').length]).toEqual([2, 2]);
  });

  it('leaves two of ten sign-ins in five minutes to the person', async () => {
    const limits = { signInsPerFiveMinutes: 20 };
    const { page, sandbox, signIns, browser } = await withKey({ limits });
    sandbox.setFault({ kind: 'expired', path: '/imptracker', times: 1 });
    for (let times = 1; times < 8; times += 1) {
      await page('trackers.open', TRACKER);
      sandbox.setFault({ kind: 'expired', path: '/imptracker', times: 1 });
    }
    const failed = page('trackers.open', TRACKER);
    await expect(failed).rejects.toMatchObject({
      code: 'too-many-sign-ins',
      retryAfterSeconds: 300,
    });
    expect(signIns()).toBe(8);
    expect(browser.held.session).not.toBeNull();
    await page('session.signInByKey', { keyId: 'key-1', confirmed: true });
    expect(signIns()).toBe(9);
  });

  it('never goes to another address than its own, whatever was written into the storage', async () => {
    const { page, browser, clock, wire } = await withKey();
    const { session } = browser.held;
    if (!session) return expect.fail('nobody is signed in');
    browser.held.granted.add('https://elsewhere.example');
    const info = { ...session.info, baseUrl: 'https://elsewhere.example' };
    browser.held.session = { ...session, info };
    clock.forward(121);
    wire.put(async () => answerWith({ error_id: 'NOAUTH' }));
    const before = wire.sent.length;
    await expect(page('trackers.open', TRACKER)).rejects.toMatchObject({ code: 'session-expired' });
    expect(wire.sent.slice(before).filter(({ path }) => path === BY_KEY)).toEqual([]);
  });

  it('is dropped where it turns out to be somebody else’s', async () => {
    const all = await withKey();
    // Under the same name, the service now has another user.
    all.wire.put(async ({ path }, goOn) =>
      path === '/user'
        ? answerWith({ status: 'OK', user: { id: 9, username: 'trafficker' } })
        : goOn(),
    );
    all.clock.forward(121);
    await expect(all.page('trackers.open', TRACKER)).rejects.toMatchObject({
      code: 'session-expired',
    });
    expect(all.refused()).toBe('account-other');
  });
});

describe('a clock that is off', () => {
  /** The service's own clock is this many minutes ahead of ours. */
  async function skewed(minutes: number) {
    const all = await world({ user: null });
    const row = await haveKey(all);
    const dates: string[] = [];
    all.wire.put(async (sent, goOn) => {
      const answer = await goOn();
      const at = new Date(sent.at + minutes * 60_000).toUTCString();
      dates.push(at);
      const { status } = answer;
      if (sent.path !== BY_KEY)
        return new Response(await answer.text(), { status, headers: { date: at } });
      const iat = Number(readPart(String(sent.body).split('.')[1])['iat']) * 1000;
      const isGood = Math.abs(iat - Date.parse(at)) < 60_000;
      const text = isGood
        ? await answer.text()
        : JSON.stringify({ response: { error_id: 'NOAUTH' } });
      return new Response(text, { status, headers: { date: at } });
    });
    return { ...all, row };
  }

  it.each([3, -3])(
    'by %i minutes: the service’s own is signed by, once it is known',
    async (minutes) => {
      const { page, wire } = await skewed(minutes);
      await page('session.signInByKey', { keyId: 'key-1', confirmed: true });
      expect(wire.sentTo('POST', BY_KEY)).toHaveLength(2);
      await page('session.signInByKey', { keyId: 'key-1', confirmed: true });
      expect(wire.sentTo('POST', BY_KEY)).toHaveLength(3);
    },
  );

  it.each([
    [12, 'This computer’s clock is off by 12 minutes: it is behind the service’s.'],
    [-12, 'This computer’s clock is off by 12 minutes: it is ahead of the service’s.'],
  ])('by %i minutes, and a key that is refused besides: both are said', async (minutes, detail) => {
    // Of the service behind it, whose clock is right, each of the two is too far off.
    const { page } = await skewed(minutes);
    const asked = page('session.signInByKey', { keyId: 'key-1', confirmed: true });
    await expect(asked).rejects.toMatchObject({ code: 'key-refused', detail });
  });
});

function readPart(part = ''): Record<string, unknown> {
  return Object(JSON.parse(Buffer.from(part, 'base64url').toString()));
}
