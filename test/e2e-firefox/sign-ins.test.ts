import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';

import { openExtensionPage, signIn, useFirefox } from './harness.ts';

const asFirefox = useFirefox([]);

/** Presses a button once it is there. */
const press = (page: Page, words: string) =>
  page.waitForFunction(
    (words) => {
      const all = [...document.querySelectorAll('button')];
      const button = all.find(({ textContent, disabled }) => textContent === words && !disabled);
      button?.click();
      return button !== undefined;
    },
    {},
    words,
  );
const see = (page: Page, words: string) =>
  page.waitForFunction((words) => document.body.textContent?.includes(words), {}, words);

it('a key that is made in Firefox signs in, and again once the session is gone', async () => {
  await signIn(asFirefox());
  const page = await openExtensionPage(asFirefox().launched, 'workspace.html#/sign-ins');
  await see(page, 'trafficker · Tidewater Ads');
  await press(page, 'Make a key pair here');
  await press(page, 'Register it for this user');
  await see(page, 'Registered. Now sign in with it.');
  // Firefox asks for the address in a person's own click alone, and a script's is none: so by the message.
  expect(
    await page.evaluate(`(async () => {
      const db = await new Promise((resolve) => {
        indexedDB.open('piggyback-keys').onsuccess = ({ target }) => resolve(target.result);
      });
      const [{ id, key }] = await new Promise((resolve) => {
        db.transaction('keys').objectStore('keys').getAll().onsuccess = ({ target }) => resolve(target.result);
      });
      db.close();
      const ask = async (piggyback, data) => {
        const { value } = await browser.runtime.sendMessage({ piggyback, data });
        return value?.username;
      };
      const first = await ask('session.signInByKey', { keyId: id, confirmed: false, beside: true });
      await browser.storage.session.clear();
      const again = await ask('session.resume', null);
      const exported = await crypto.subtle.exportKey('pkcs8', key).catch(({ name }) => name);
      return JSON.stringify([first, again, exported]);
    })()`),
  ).toBe(JSON.stringify(['trafficker', 'trafficker', 'InvalidAccessError']));
  await see(page, 'trafficker · API key');
  await page.close();
});
