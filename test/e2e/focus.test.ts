import type { Page } from 'puppeteer-core';
import { beforeAll, describe, it } from 'vitest';

import * as steps from '../support/steps.ts';
import { openList, textOf, useWorld } from './harness.ts';

const world = useWorld();

/** Waits until the focus is on what has this name or label. */
const untilFocused = (page: Page, name: string) =>
  page.waitForFunction(
    (name) => {
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body) return false;
      const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0] : null;
      const known = [activeElement.ariaLabel, label?.textContent, activeElement.textContent];
      return known.some((one) => one?.trim().startsWith(name));
    },
    {},
    name,
  );

/** Presses a button by its key, once it is there and on. */
async function keyOn(page: Page, name: string): Promise<void> {
  const button = page.locator(`::-p-aria([name="${name}"][role="button"])`);
  const found = await button.filter((element) => element.ariaDisabled !== 'true').waitHandle();
  await found.focus();
  await page.keyboard.press('Enter');
}

let popup: Page;
let first = '';
beforeAll(async () => {
  popup = await world().openPopupTab();
  await popup.bringToFront();
});

describe('the focus in the popup is always where a person goes on', () => {
  it('at sign-in: the name; after a wrong password that; then what is to be chosen first', async () => {
    const { credentials, advertisers } = world().sandbox.world;
    await untilFocused(popup, 'Username');
    await steps.signIn(popup, { ...credentials, password: 'wrong' });
    await steps.seeText(popup, 'do not match');
    await untilFocused(popup, 'Password');
    await popup.keyboard.type(credentials.password);
    await popup.keyboard.press('Enter');
    await untilFocused(popup, 'Advertiser');
    await steps.choose(popup, 'Advertiser', advertisers.small.name);
    await untilFocused(popup, 'Search trackers');
  });

  it('in the list: it stays, though what was pressed is off for a while, or goes away', async () => {
    await popup.locator('.pb-tracker').wait();
    first = await textOf(popup, '.pb-tracker-name');
    world().sandbox.setFault({ kind: 'slow', ms: 500, path: '/imptracker' });
    await keyOn(popup, 'Refresh');
    await popup.waitForSelector('.pb-button[aria-label=Refresh][aria-disabled=true]');
    await untilFocused(popup, 'Refresh');
    await popup.waitForSelector('.pb-button[aria-label=Refresh]:not([aria-disabled])');
    await untilFocused(popup, 'Refresh');
    world().sandbox.setFault(null);
    await popup.locator('input[type=search]').fill('nothing like it');
    await keyOn(popup, 'Clear search');
    await untilFocused(popup, 'Search trackers');
    await popup.locator('.pb-tracker [aria-label^="Copy tag"]').click();
    await keyOn(popup, 'Dismiss');
    await untilFocused(popup, `Copy tag of ${first}`);
  });

  it('in a form: its first field; after a question and after a failure what was pressed', async () => {
    await keyOn(popup, 'New tracker');
    await untilFocused(popup, 'Name');
    await keyOn(popup, 'Back to the list');
    await untilFocused(popup, 'Search trackers');
    await popup.locator('.pb-tracker-name').click();
    await untilFocused(popup, 'Name');
    for (const isByKey of [true, false]) {
      await keyOn(popup, 'Delete');
      await untilFocused(popup, 'Deactivate instead');
      await (isByKey ? popup.keyboard.press('Escape') : keyOn(popup, 'Cancel'));
      await untilFocused(popup, 'Delete');
    }
    await steps.fill(popup, 'Code', 'F-1');
    world().sandbox.setFault({ kind: 'drop', method: 'PUT' });
    await keyOn(popup, 'Save');
    await popup.waitForSelector('.pb-notice.fail');
    await untilFocused(popup, 'Save');
    world().sandbox.setFault(null);
    await popup.keyboard.press('Enter');
    await untilFocused(popup, `Edit ${first}`);
  });

  it('on a tag, and back from it', async () => {
    await popup.keyboard.press('b');
    await untilFocused(popup, 'Image');
    await keyOn(popup, 'Back to the list');
    await untilFocused(popup, `Edit ${first}`);
  });
});

it('in the workspace: the search as it opens; what was turned off by itself keeps it', async () => {
  await (await openList(world())).close();
  const { browser, extensionId } = world().launched;
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${extensionId}/workspace.html`);
  await page.bringToFront();
  await untilFocused(page, 'Search trackers');
  await page.evaluate(() => (location.hash = '#/tag-sheets'));
  await untilFocused(page, 'Tag sheets');
  await keyOn(page, 'Select all 2');
  await keyOn(page, 'Select none');
  await untilFocused(page, 'Select none');
  await page.close();
});
