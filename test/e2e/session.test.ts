import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';

import { seriousViolations } from '../support/axe.ts';
import { createScreens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';
import { openList, textOf, useWorld } from './harness.ts';

const world = useWorld();
const screens = createScreens('.output/screens/session');

afterEach(async () => {
  world().sandbox.setFault(null);
  const pages = await world().launched.browser.pages();
  for (const page of pages.slice(1)) await page.close();
});

// Each refusal and fault by its code: `integration/app/session.test.ts`; its words: `SignInView.test.tsx`.
describe('sign-in that fails says why', () => {
  it('of what was typed, and the name stays, the password goes', async () => {
    const popup = await world().openPopupTab();
    await steps.signIn(popup, { username: 'trafficker', password: 'wrong' });
    await steps.seeText(popup, 'Username and password do not match.');
    await steps.seeValue(popup, '[name=username]', 'trafficker');
    await steps.seeValue(popup, '[name=password]', '');
  });

  it('of the service', async () => {
    world().sandbox.setFault({ kind: 'drop', path: '/auth' });
    const popup = await world().openPopupTab();
    await steps.signIn(popup, world().sandbox.world.credentials);
    await steps.seeText(popup, 'The service could not be reached.');
  });
});

describe('an address that somebody else wrote', () => {
  it('no password goes to a console', async () => {
    const address = 'https://APP.kevel.co./';
    const popup = await world().openPopupTab();
    await keepUser(popup, address);
    await popup.reload();
    // What was stored is as if it were not; typed, it is refused in words.
    await steps.seeValue(popup, '[name=baseUrl]', 'https://api.appnexus.com');
    await popup.locator('summary').click();
    await steps.fill(popup, 'API address', address);
    await steps.signIn(popup, world().sandbox.world.credentials);
    await steps.seeText(popup, 'This is an ad server’s console and not the API');
    const refused = await popup.evaluate(`chrome.runtime.sendMessage({
        piggyback: 'session.signIn',
        data: { username: 'a', password: 'b', baseUrl: ${JSON.stringify(address)}, confirmed: true },
      })`);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'address-of-console' } });
    await steps.fill(popup, 'API address', 'https://api.appnexus.com');
  });

  it.each(['light', 'dark'] as const)('a look-alike is warned of (%s)', async (scheme) => {
    const popup = await world().openPopupTab();
    await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await popup.locator('summary').click();
    await steps.fill(popup, 'API address', 'https://api.appnexus.com.evil.example');
    await steps.fill(popup, 'Username', 'trafficker');
    await steps.fill(popup, 'Password', 'secret');
    await steps.seeText(popup, 'This host looks like the service’s own, but it is another.');
    await createScreens(`.output/screens/sign-in-${scheme}`).page(popup, 'look-alike');
    await steps.press(popup, 'Use api.appnexus.com');
    await popup.waitForFunction(`!document.querySelector('.pb-address')`);
  });
});

// The service says it in three ways: `tracker-form.test.ts`, `bulk-token.test.ts`.
it('a token that dies leads to sign-in and back to what was typed', async () => {
  const popup = await openList(world());
  await steps.press(popup, 'New tracker');
  await steps.fill(popup, 'Name', 'Half-typed');
  await popup.locator('::-p-aria([name="Line item"])').wait();
  world().sandbox.setFault({ kind: 'expired', variant: 'noauth-200' });
  await popup.locator('::-p-aria([name="Publisher"][role="combobox"])').click();
  await steps.seeText(popup, 'Your session has ended.');
  world().sandbox.setFault(null);
  await steps.signIn(popup, world().sandbox.world.credentials);
  await steps.seeText(popup, 'Your unsaved changes are back.');
  await steps.seeValue(popup, '.pb-form input', 'Half-typed');
  await steps.press(popup, 'Discard changes');
  await steps.press(popup, 'Back to the list');
  await popup.locator('.pb-tracker').wait();
});

describe('another address under Environment', () => {
  const asked: string[] = [];
  const local = useWorld(['http://127.0.0.1/*'], { log: (line) => asked.push(line) });
  const signIns = () => asked.filter((line) => line.includes('/auth')).length;

  it('signs in at this computer’s own, and remembers it', async () => {
    const { sandbox, openPopupTab } = local();
    const popup = await openPopupTab();
    await popup.locator('summary').click();
    await steps.seeValue(popup, '[name=baseUrl]', 'https://api.appnexus.com');
    await steps.fill(popup, 'API address', sandbox.httpUrl);
    await popup.locator('::-p-aria([name="Send my password to 127.0.0.1"])').click();
    await steps.signIn(popup, sandbox.world.credentials);
    await steps.seeText(popup, 'Choose an advertiser');
    const { session } = await readSessionStorage(popup);
    expect(session).toMatchObject({ info: { baseUrl: sandbox.httpUrl } });
    await steps.press(popup, 'Sign out');
    await popup.locator('::-p-aria([name="Username"])').wait();
  });

  it('sends no password there before it is confirmed, whatever the storage says', async () => {
    const { sandbox, openPopupTab } = local();
    const popup = await openPopupTab();
    await keepUser(popup, sandbox.httpUrl);
    await popup.reload();
    await steps.seeText(popup, 'Your password would go to');
    const before = signIns();
    await steps.signIn(popup, sandbox.world.credentials);
    // The browser itself holds the form back at the box that must be ticked.
    await popup.waitForFunction(`document.activeElement?.name === 'confirmed'`);
    expect(signIns()).toBe(before);
    await popup.evaluate(`document.querySelector('form').noValidate = true`);
    await steps.press(popup, 'Sign in');
    await steps.seeText(popup, 'Your password was not sent');
    expect(signIns()).toBe(before);
    await steps.press(popup, 'Use api.appnexus.com');
    await steps.seeValue(popup, '[name=baseUrl]', 'https://api.appnexus.com');
  });
});

describe('a session that somebody else changed', () => {
  it('ends before its token is sent', async () => {
    const popup = await openList(world());
    await popup.evaluate(`(async () => {
      const { session } = await chrome.storage.session.get('session');
      session.info.baseUrl = 'https://app.kevel.co';
      await chrome.storage.session.set({ session });
    })()`);
    await popup.locator('::-p-aria([name="Username"])').wait();
    expect(await readSessionStorage(popup)).toEqual({});
    // Back to a person with a list, for the tests that follow.
    await steps.signIn(popup, world().sandbox.world.credentials);
    await popup.locator('::-p-aria([name="Advertiser"])').wait();
  });
});

describe('sign out', () => {
  it('forgets everything of that person', async () => {
    const popup = await openList(world());
    await steps.press(popup, 'Sign out');
    await popup.locator('::-p-aria([name="Username"])').wait();
    expect(await textOf(popup, '.pb-signin')).not.toContain('Your session has ended');
    const left = await popup.evaluate(`(async () => {
      const db = await new Promise((resolve) => {
        const request = indexedDB.open('piggyback');
        request.onsuccess = () => resolve(request.result);
      });
      const count = (name) => new Promise((resolve) => {
        const request = db.transaction(name).objectStore(name).count();
        request.onsuccess = () => resolve(request.result);
      });
      const rows = await Promise.all(['trackerBlocks', 'syncs', 'drafts', 'jobs'].map(count));
      db.close();
      return {
        rows,
        local: Object.keys(await chrome.storage.local.get()),
      };
    })()`);
    expect(left).toEqual({ rows: [0, 0, 0, 0], local: [] });
    expect(await readSessionStorage(popup)).toEqual({});
    const memory = await popup.evaluate(`chrome.storage.session.get().then(JSON.stringify)`);
    expect(memory).not.toContain(world().sandbox.world.credentials.username);
  });

  it('asks before what was typed is lost', async () => {
    const popup = await openList(world());
    await steps.press(popup, 'New tracker');
    await steps.fill(popup, 'Name', 'Not saved yet');
    await steps.press(popup, 'Back to the list');
    await steps.press(popup, 'Sign out');
    await steps.seeText(popup, '1 form has changes that are not saved');
    for (const scheme of ['light', 'dark'] as const) {
      await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await screens.page(popup, `sign-out-unsaved-${scheme}`);
      expect(await seriousViolations(popup, '.pb-app')).toEqual([]);
    }
    // Who presses Enter in a hurry stays.
    await popup.keyboard.press('Enter');
    await steps.press(popup, 'New tracker');
    await steps.seeValue(popup, '.pb-form input', 'Not saved yet');
    await steps.press(popup, 'Back to the list');
    await steps.press(popup, 'Sign out');
    await steps.press(popup, 'Sign out and lose what is typed in 1 form');
    await popup.locator('::-p-aria([name="Username"])').wait();
    await popup.close();
  });

  it.each(['Sign out and keep 1 recorded request', 'Sign out and delete 1 recorded request'])(
    'asks what becomes of what was recorded: %s',
    async (answer) => {
      const popup = await openList(world());
      await popup.evaluate(`(async () => {
        const { account } = await chrome.storage.local.get('account');
        const db = await new Promise((resolve) => {
          const request = indexedDB.open('piggyback');
          request.onsuccess = () => resolve(request.result);
        });
        const writing = db.transaction(['verifications', 'pixelRequests'], 'readwrite');
        const row = { account, v: 1, startedAt: 1 };
        writing.objectStore('verifications').put({ ...row, id: 'a' });
        writing.objectStore('pixelRequests').put({ ...row, key: 'a 1', verificationId: 'a' });
        await new Promise((resolve) => (writing.oncomplete = resolve));
        db.close();
      })()`);
      await steps.press(popup, 'Sign out');
      await popup.locator('dialog[open]').wait();
      for (const scheme of ['light', 'dark'] as const) {
        await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await screens.page(popup, `sign-out-${scheme}`);
        expect(await seriousViolations(popup, '.pb-app')).toEqual([]);
      }
      await steps.press(popup, answer);
      await popup.locator('::-p-aria([name="Username"])').wait();
      const left = await popup.evaluate(`new Promise((resolve) => {
        indexedDB.open('piggyback').onsuccess = ({ target: { result: db } }) => {
          const counting = db.transaction('pixelRequests').objectStore('pixelRequests').count();
          counting.onsuccess = () => { db.close(); resolve(counting.result); };
        };
      })`);
      expect(left).toBe(answer.includes('keep') ? 1 : 0);
      await popup.close();
    },
  );

  it('and the password was never on disk', async () => {
    const popup = await openList(world());
    const kept = await popup.evaluate(`(async () => JSON.stringify([
      await chrome.storage.local.get(), await chrome.storage.session.get()
    ]))()`);
    expect(kept).not.toContain(world().sandbox.world.credentials.password);
    expect(await popup.evaluate(`chrome.storage.local.get().then(JSON.stringify)`)).not.toMatch(
      /token/,
    );
  });
});

function keepUser(popup: Page, baseUrl: string): Promise<unknown> {
  const lastUser = JSON.stringify({ username: 'trafficker', baseUrl });
  return popup.evaluate(
    `Promise.all([
      chrome.storage.local.set({ lastUser: ${lastUser} }),
      new Promise((resolve) => {
        indexedDB.open('piggyback').onsuccess = (event) => {
          const store = event.target.result.transaction('drafts', 'readwrite').objectStore('drafts');
          store.clear().onsuccess = () => { event.target.result.close(); resolve(null); };
        };
      }),
    ])`,
  );
}

/** What is kept in memory, but for how much was asked of the service of late, which names nobody. */
async function readSessionStorage(popup: Page): Promise<Record<string, unknown>> {
  const kept: unknown = await popup.evaluate(`chrome.storage.session.get()`);
  const all = Object.entries(Object(kept));
  return Object.fromEntries(all.filter(([key]) => !/^pace [0-9a-f]{32}$/.test(key)));
}
