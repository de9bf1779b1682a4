import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { violations } from '../support/axe.ts';
import * as steps from '../support/steps.ts';
import { openWorkspace, useWorld } from './harness.ts';
import { beSignedIn } from './signed-in.ts';

const world = useWorld();
let page: Page;

beforeAll(async () => {
  await beSignedIn(world(), 'medium');
  page = await openWorkspace(world().launched);
});

const selected = () =>
  page.$$eval('.pb-grid-row[aria-selected=true]', (rows) =>
    rows.map((row) => Number(row.getAttribute('data-tracker'))),
  );
const press = (...keys: Parameters<Page['keyboard']['press']>[0][]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
const untilFocused = (selector: string) =>
  page.waitForFunction((at) => document.activeElement?.matches(at) ?? false, {}, selector);

describe('the table of trackers, by keyboard alone', () => {
  let ids: readonly number[];

  it('selects a row, and by Shift those below it', async () => {
    await untilFocused('input[type=search]');
    await page.waitForSelector('.pb-grid-row');
    await page.keyboard.type('state:active');
    await press('ArrowDown');
    await untilFocused('.pb-grid-row');
    await press('Space');
    await page.keyboard.down('Shift');
    await press('ArrowDown', 'ArrowDown');
    await page.keyboard.up('Shift');
    await steps.seeText(page, '3 selected');
    ids = await selected();
    expect(ids).toHaveLength(3);
    expect(await violations(page)).toEqual([]);
  });

  it('deactivates them after a dry run, and says that the search hides them', async () => {
    await page.focus('.pb-selection button:nth-of-type(3)');
    await press('Enter');
    await steps.seeText(page, '3 trackers will be deactivated.');
    await press('Enter');
    await steps.seeText(page, '3 trackers deactivated.');
    // They are not active any more, which is what is searched for.
    await steps.seeText(page, '3 selected, 3 not shown');
  });

  it('tells of it in the passport', async () => {
    await page.focus('input[type=search]');
    await page.keyboard.down('Control');
    await press('KeyA');
    await page.keyboard.up('Control');
    await page.keyboard.type(`id:${ids[0]}`);
    await page.waitForFunction(() => document.querySelectorAll('.pb-grid-row').length === 1);
    await press('ArrowDown');
    await untilFocused('.pb-grid-row');
    await press('KeyP');
    await page.waitForFunction(
      (hash) => location.hash === hash,
      {},
      `#/trackers/${ids[0]}/passport`,
    );
    await steps.seeText(page, 'Changed here: state.');
    await steps.seeText(page, 'When it was created is not known');
    expect(await violations(page)).toEqual([]);
  });
});
