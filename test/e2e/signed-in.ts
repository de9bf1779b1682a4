import type { Page } from 'puppeteer-core';

import type { World } from './harness.ts';

/**
 * Signed in, with an advertiser chosen and its trackers on disk, by the popup's own messages: for tests
 * of something else, to which the popup's screens are only a way.
 */
export async function beSignedIn(
  { sandbox, launched }: World,
  size: 'small' | 'medium' = 'small',
): Promise<void> {
  const page = await openQuietPage(launched);
  const { credentials, advertisers } = sandbox.world;
  const { id, name } = advertisers[size];
  if (!(await page.evaluate(`chrome.storage.session.get('session').then((it) => 'session' in it)`)))
    await tell(page, 'session.signIn', {
      ...credentials,
      baseUrl: 'https://api.appnexus.com',
      confirmed: false,
    });
  await page.evaluate(`chrome.storage.local.set(${JSON.stringify({ advertiser: { id, name } })})`);
  await tell(page, 'trackers.sync', { advertiserId: id, whole: true });
  await page.close();
}

/** A page of the extension that runs nothing by itself. */
export async function openQuietPage({ browser, extensionId }: World['launched']): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${extensionId}/third-party-notices.txt`);
  return page;
}

/** Sends the background a message, as a page of the extension. */
export async function tell(page: Page, name: string, data: unknown): Promise<void> {
  const packet = JSON.stringify({ piggyback: name, data });
  const answer = await page.evaluate(
    `chrome.runtime.sendMessage(${packet}).then((answer) => JSON.stringify(answer))`,
  );
  if (!String(answer).startsWith('{"ok":true')) throw new Error(`${name}: ${String(answer)}`);
}
