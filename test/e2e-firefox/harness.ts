import { type Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';

import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { buildWithHosts, FIREFOX_BUILD } from '../support/build.ts';
import { type LaunchedFirefox, launchFirefox, type Look } from '../support/firefox.ts';
import { untilFound } from '../support/own-address.ts';

export const PATIENCE_MS = 15_000;

export interface FirefoxWorld {
  readonly sandbox: Sandbox;
  readonly launched: LaunchedFirefox;
}

/** A sandbox and a Firefox for the tests of one file, with these hosts granted. */
export function useFirefox(hosts: readonly string[], look: Look = 'light'): () => FirefoxWorld {
  let world: FirefoxWorld | null = null;
  beforeAll(async () => {
    const sandbox = await startSandbox();
    const extension = await buildWithHosts(`firefox-${sandbox.port}`, hosts, FIREFOX_BUILD);
    world = { sandbox, launched: await launchFirefox(extension, sandbox.port, look) };
  });
  afterAll(async () => {
    await world?.launched.close();
    await world?.sandbox.close();
  });
  return () => {
    if (!world) throw new Error('the world has not started');
    return world;
  };
}

/**
 * Signed in, with the small advertiser chosen and its trackers on disk. In one of the extension's
 * own pages, but by the messages it sends: Firefox's driver does not see that page as loaded.
 */
export async function signIn({ sandbox, launched }: FirefoxWorld): Promise<void> {
  const page = await openExtensionPage(launched, 'popup.html');
  const { credentials, advertisers } = sandbox.world;
  await tell(page, 'session.signIn', {
    ...credentials,
    baseUrl: 'https://api.appnexus.com',
    confirmed: false,
  });
  const { id, name } = advertisers.small;
  await page.evaluate(`browser.storage.local.set(${JSON.stringify({ advertiser: { id, name } })})`);
  await tell(page, 'trackers.sync', { advertiserId: id, whole: true });
  await page.close();
}

/** Has the small button come up on these hosts, as a person does in the popup. */
export async function enableConsoles(
  { launched }: FirefoxWorld,
  hosts: readonly string[],
): Promise<void> {
  const page = await openExtensionPage(launched, 'popup.html');
  for (const origin of hosts) await tell(page, 'consoles.enable', { origin });
  await page.close();
}

/** One of the extension's own pages in a tab, as far as it is there at all. */
export async function openExtensionPage(
  { browser, origin }: LaunchedFirefox,
  file: string,
): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  // Its promise does not settle for pages of an extension; closing the page ends it.
  page.goto(`${origin}/${file}`).catch(() => {});
  // What waits in the empty page before it is never told that it has gone.
  // It has its address before it has what the browser gives to such pages.
  const isThere = `location.href.startsWith('${origin}') && typeof browser === 'object'`;
  await untilFound(file, async () => (await page.evaluate(isThere).catch(() => null)) || null);
  return page;
}

async function tell(page: Page, name: string, data: unknown): Promise<void> {
  const packet = JSON.stringify({ piggyback: name, data });
  const answer = await page.evaluate(
    `browser.runtime.sendMessage(${packet}).then((answer) => JSON.stringify(answer))`,
  );
  if (!String(answer).startsWith('{"ok":true')) throw new Error(`${name}: ${String(answer)}`);
}
