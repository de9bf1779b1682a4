import type { Page } from 'puppeteer-core';
import { beforeAll, describe, it } from 'vitest';

import { type ByKeyboard, byKeyboard } from '../support/by-keyboard.ts';
import * as steps from '../support/steps.ts';
import { PATIENCE_MS, useWorld } from './harness.ts';

const world = useWorld();
let page: Page;
let keys: ByKeyboard;

const SHEET = [
  'Name\tLine item\tPublisher',
  ...['one', 'two', 'three'].map((nth) => `By keyboard ${nth}\t640306\t880202`),
].join('\n');

beforeAll(async () => {
  const { browser, extensionId } = world().launched;
  page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  // As little as a small laptop leaves: what stays at the foot covers much.
  await page.setViewport({ width: 1280, height: 560 });
  await page.goto(`chrome-extension://${extensionId}/workspace.html`);
  await page.bringToFront();
  keys = byKeyboard(page);
});

const untilAt = (hash: string) => page.waitForFunction((hash) => location.hash === hash, {}, hash);
/** Waits until the list of what is found holds nothing but what begins so. */
const untilFound = (name: string) =>
  page.waitForFunction(
    (name) => {
      const all = [...document.querySelectorAll('[role=listbox]:not([hidden]) [role=option]')];
      return (
        all.length > 0 &&
        all.every((one) => one.textContent?.startsWith(name)) &&
        all[0]?.ariaSelected === 'true'
      );
    },
    {},
    name,
  );

describe('the whole workspace, by keyboard alone; the focus is always where it can be seen', () => {
  it('signs in, chooses the advertiser, finds a tracker, changes it and saves', async () => {
    const { credentials, advertisers } = world().sandbox.world;
    await keys.at('Username');
    await keys.type(credentials.username);
    await keys.tabTo('Password');
    await keys.type(credentials.password);
    await keys.press('Enter');
    await keys.at('Advertiser');
    await keys.type(advertisers.medium.name);
    await untilFound(advertisers.medium.name);
    await keys.press('Enter');
    await page.waitForSelector('.pb-grid-row');
    await keys.seen();
    await keys.tabTo('Search trackers');
    await keys.type('state:active');
    await keys.press('ArrowDown', 'ArrowDown', 'Enter');
    await keys.at('The chosen tracker');
    await page.waitForSelector('.pb-form');
    await keys.tabTo('Code');
    await keys.type('KEYS-1');
    await keys.press('Enter');
    await steps.seeText(page, 'Saved ');
    await keys.at('Edit ');
  });

  it('switches a state in its row, and takes that back', async () => {
    await keys.tabTo('Active: deactivate');
    await keys.press('Enter');
    await steps.seeText(page, 'is inactive: its impressions are not counted.');
    await keys.tabTo('Undo');
    await keys.press('Enter');
    await steps.seeText(page, 'is active: its impressions are counted.');
    await keys.seen();
  });

  it('selects several and deactivates them', async () => {
    await keys.backTo('Edit ');
    await keys.press('ArrowDown', 'Space');
    await keys.withKey('Shift', 'ArrowDown', 'ArrowDown');
    await steps.seeText(page, '3 selected');
    await keys.seen();
    await keys.backTo('Deactivate');
    await keys.press('Enter');
    await steps.seeText(page, '3 trackers will be deactivated.');
    await keys.at('Deactivate');
    await keys.press('Enter');
    await steps.seeText(page, '3 trackers deactivated.');
    await keys.seen();
  });

  it('opens a passport, and leaves it', async () => {
    await keys.backTo('Search trackers');
    await keys.press('ArrowDown', 'KeyP');
    await keys.at('The chosen tracker');
    await steps.seeText(page, 'When it was created is not known');
    await keys.tabTo('Back to the list');
    await keys.press('Enter');
    await untilAt('#/trackers');
    await keys.seen();
  });

  it('makes three trackers of rows that are pasted, after a dry run', async () => {
    await keys.backTo('Many at once');
    await keys.press('Enter');
    await keys.at('Many trackers at once');
    await page.waitForSelector('[role=tab]');
    await keys.tabTo('A grid');
    await keys.press('ArrowRight');
    await keys.at('A sheet');
    await keys.tabTo('Paste from Excel or Sheets');
    await keys.paste(SHEET);
    await keys.tabTo('Check what was pasted');
    await keys.press('Enter');
    await steps.seeText(page, '3 rows: 3 to create.');
    await keys.seen();
    await keys.tabTo('Create 3 trackers');
    await keys.press('Enter');
    await steps.seeText(page, '3 trackers created');
    await keys.seen();
  });

  it('goes to the other places, and signs out', async () => {
    await keys.backTo('Tag sheets');
    await keys.press('Enter');
    await keys.at('Tag sheets');
    await keys.backTo('Verifications');
    await keys.press('Enter');
    await keys.at('Verifications');
    await page.evaluate(() => (location.hash = '#/nowhere'));
    await keys.at('Go to the trackers');
    await keys.backTo('Sign out');
    await keys.press('Enter');
    // It asks about what was noted of the trackers.
    await keys.at('Sign out and keep');
    await keys.press('Enter');
    await page.waitForFunction(() => !document.querySelector('[aria-label="Sign out"]'));
    await keys.seen();
    await keys.backTo('Trackers');
    await keys.press('Enter');
    await keys.at('Username');
  });
});
