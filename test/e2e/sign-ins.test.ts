import { generateKeyPairSync } from 'node:crypto';

import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { violations } from '../support/axe.ts';
import { createScreens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';
import { openWorkspace, useWorld } from './harness.ts';
import { beSignedIn } from './signed-in.ts';

const asked: string[] = [];
const world = useWorld([], { log: (line) => asked.push(line) });
const screens = createScreens('.output/screens/sign-ins');
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const locked = { cipher: 'aes-256-cbc', passphrase: 'secret' } as const;
const PASTE = '.pb-key-paste';

let workspace: Page;
let popup: Page;
const signInsByKey = () => asked.filter((line) => line.includes('/v2/auth/jwt')).length;
const whose = (page: Page) =>
  page.$eval('.pb-account-button', (button) => button.textContent?.trim() ?? '');
const untilWhose = (page: Page, words: string) =>
  page.waitForFunction(
    (words) => document.querySelector('.pb-account-button')?.textContent?.includes(words),
    {},
    words,
  );

async function paste(text: string): Promise<void> {
  await workspace.$eval(
    PASTE,
    (field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
    },
    text,
  );
}

const READ = `
  const open = (name) => new Promise((resolve) => {
    indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result);
  });
  const all = (store) => new Promise((resolve) => {
    store.getAll().onsuccess = ({ target }) => resolve(target.result);
  });`;

/** Everything the extension keeps, as text: storages, both databases, and what stands in the page. */
const everythingKept = `(async () => {
  ${READ}
  const kept = [await chrome.storage.local.get(), await chrome.storage.session.get(), document.body.innerHTML,
    [...document.querySelectorAll('input, textarea')].map(({ value }) => value)];
  for (const name of ['piggyback', 'piggyback-keys']) {
    const db = await open(name);
    for (const store of db.objectStoreNames) kept.push(await all(db.transaction(store).objectStore(store)));
    db.close();
  }
  return JSON.stringify(kept);
})()`;

/** What comes of every way to get the kept key out. */
const tryToExport = `(async () => {
  ${READ}
  const db = await open('piggyback-keys');
  const [{ key }] = await all(db.transaction('keys').objectStore('keys'));
  db.close();
  const failed = (error) => error.name;
  return [
    key.extractable,
    await crypto.subtle.exportKey('pkcs8', key).catch(failed),
    await crypto.subtle.exportKey('jwk', key).catch(failed),
    JSON.stringify(key),
  ];
})()`;

beforeAll(async () => {
  await beSignedIn(world());
  workspace = await openWorkspace(world().launched, '#/sign-ins', { width: 800, height: 900 });
  await untilWhose(workspace, 'trafficker · Tidewater Ads');
});

describe('an API key', () => {
  it('that is pasted never stands in the page, and is refused for its reason', async () => {
    const text = String(privateKey.export({ type: 'pkcs8', format: 'pem', ...locked }));
    await paste(text);
    await steps.seeText(workspace, 'This private key is protected by a password.');
    expect(await workspace.$eval(PASTE, (field) => Reflect.get(field, 'value'))).toBe('');
    await workspace.locator(PASTE).fill(text);
    await steps.seeValue(workspace, PASTE, '');
  });

  it('is made here, registered, and signs in', async () => {
    await steps.press(workspace, 'Make a key pair here');
    await workspace.locator('.pb-key-public').wait();
    await screens.page(workspace, 'key-made');
    expect(await violations(workspace, '.pb-app')).toEqual([]);
    await steps.press(workspace, 'Register it for this user');
    await steps.seeText(workspace, 'Registered. Now sign in with it.');
    await steps.press(workspace, 'Sign in with this key');
    await workspace.waitForFunction(
      () =>
        !document.querySelector('.pb-key') &&
        document.querySelector('.pb-sign-ins .chosen')?.textContent?.includes('API key'),
    );
    expect(signInsByKey()).toBe(1);
  });

  it('that was read from a text is as good, and of neither is anything to be found', async () => {
    const text = String(privateKey.export({ type: 'pkcs1', format: 'pem' }));
    await steps.fill(workspace, 'Key name', 'from-a-file');
    await paste(text);
    await workspace.locator('::-p-aria([name="from-a-file of trafficker"])').wait();
    const kept = String(await workspace.evaluate(everythingKept));
    const [, line = 'x'] = text.split('\n');
    expect(kept).toContain('from-a-file');
    expect(kept).not.toContain(line.slice(8, 40));
    expect(kept).not.toMatch(/BEGIN (?:RSA )?PRIVATE/);
    expect(await workspace.evaluate(tryToExport)).toEqual([
      false,
      'InvalidAccessError',
      'InvalidAccessError',
      '{}',
    ]);
    await steps.press(workspace, 'Delete this key');
    await workspace.waitForFunction(() => !document.querySelector('.pb-key'));
  });

  it.each(['noauth-200', 'noauth-401', 'syntax-200'] as const)(
    'has a token that dies replaced, and nobody notices: %s',
    async (variant) => {
      popup ??= await world().openPopupTab();
      await popup.locator('.pb-tracker').wait();
      const before = signInsByKey();
      world().sandbox.setFault({ kind: 'expired', variant, path: '/imptracker' });
      await steps.press(popup, 'Refresh');
      await popup.waitForFunction(() => !document.querySelector('[aria-busy=true], progress'));
      await expect.poll(signInsByKey).toBe(before + 1);
      expect(await popup.$('[name=password]')).toBeNull();
      await popup.locator('.pb-tracker').wait();
    },
  );

  it('signs in again by itself when the browser was closed, to where the person was', async () => {
    await popup.evaluate(`chrome.storage.session.clear()`);
    await popup.reload();
    await popup.locator('.pb-tracker').wait();
    expect(await whose(popup)).toBe('trafficker · Tidewater Ads');
  });
});

describe('two members', () => {
  it('are beside each other: the second is added, and shown', async () => {
    await workspace.bringToFront();
    await workspace.locator('::-p-xpath(//label[contains(., "Username and password")])').click();
    await workspace.locator('[name=username]').fill('no.trackers');
    await workspace.locator('[name=password]').fill(world().sandbox.world.credentials.password);
    await steps.press(workspace, 'Sign in');
    await untilWhose(workspace, 'no.trackers · Lantern Media');
    await screens.page(workspace, 'two-members');
    // What is open elsewhere follows.
    await untilWhose(popup, 'no.trackers · Lantern Media');
    await steps.seeText(popup, 'Impression trackers are not enabled for this member.');
  });

  it('are switched in one press, by keys alone, and what was typed is where it was', async () => {
    await popup.bringToFront();
    await popup.focus('.pb-account-button');
    await popup.keyboard.press('Enter');
    await popup.waitForFunction(() => document.activeElement?.ariaChecked === 'true');
    await screens.page(popup, 'menu');
    expect(await violations(popup, '.pb-app')).toEqual([]);
    await popup.keyboard.press('ArrowUp');
    await popup.keyboard.press('Enter');
    await untilWhose(popup, 'trafficker · Tidewater Ads');
    await popup.locator('.pb-tracker').wait();
    await steps.press(popup, 'New tracker');
    await steps.fill(popup, 'Name', 'Half-typed');
    await switchTo('Lantern Media');
    await steps.seeText(popup, 'Impression trackers are not enabled for this member.');
    expect(await popup.$('.pb-form')).toBeNull();
    await switchTo('Tidewater Ads');
    await steps.seeValue(popup, '.pb-form input', 'Half-typed');
    await untilWhose(workspace, 'trafficker · Tidewater Ads');
  });

  it('one is forgotten with its key, and the other is still there', async () => {
    await workspace.bringToFront();
    await steps.press(workspace, 'Forget trafficker · Tidewater Ads');
    await workspace.locator('dialog[open]').wait();
    await screens.page(workspace, 'forget');
    await workspace.locator('dialog input[type=checkbox]').click();
    await steps.press(workspace, 'Forget, and delete its data');
    await steps.seeText(workspace, 'Monetize accepts its key no more.');
    const kept = String(await workspace.evaluate(everythingKept));
    expect(kept).not.toMatch(/Half-typed|PUBLIC KEY/);
    expect(kept).toContain('Lantern Media');
  });
});

async function switchTo(member: string): Promise<void> {
  await popup.locator('.pb-account-button').click();
  await popup.locator(`::-p-xpath(//*[@role="menuitemradio"][contains(., "${member}")])`).click();
  await untilWhose(popup, member);
}
