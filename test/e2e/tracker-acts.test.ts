import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';

import { createScreens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';
import { openList, textOf, useWorld } from './harness.ts';

const world = useWorld();
const screens = createScreens('.output/screens/tracker-acts');

describe('one action in the list', () => {
  const badge = (page: Page) => textOf(page, 'li:nth-child(1) .pb-badge');

  it('switches the state of a tracker, and Undo switches it back', async () => {
    const popup = await openList(world(), 'small');
    const name = await textOf(popup, '.pb-tracker-name');
    expect(await badge(popup)).toBe('Active');
    await popup.locator(`::-p-aria([name="Active: deactivate ${name}"])`).click();
    await steps.seeText(popup, `${name} is inactive: its impressions are not counted.`);
    expect(await badge(popup)).toBe('Inactive');
    await steps.press(popup, 'Undo');
    await steps.seeText(popup, `${name} is active: its impressions are counted.`);
    expect(await badge(popup)).toBe('Active');
    await popup.close();
  });

  it('by its key, is switched though the popup is closed at once', async () => {
    const popup = await openList(world(), 'small');
    world().sandbox.setFault({ kind: 'slow', ms: 1000, method: 'PUT', path: '/imptracker' });
    await popup.focus('.pb-tracker-name');
    await popup.keyboard.press('s');
    await popup.waitForFunction(
      () => document.querySelector('.pb-badge')?.textContent === 'Saving…',
    );
    await popup.close();
    const again = await world().openPopupTab();
    await again.waitForFunction(
      () => document.querySelector('.pb-badge')?.textContent === 'Inactive',
    );
    world().sandbox.setFault(null);
    await again.locator('.pb-badge').click();
    await steps.seeText(again, 'is active: its impressions are counted.');
    await again.close();
  });

  it('finds pasted ids of any advertiser, and opens one from there', async () => {
    const popup = await openList(world(), 'small');
    await popup.locator('input[type=search]').fill('90012, 90253, 7');
    await steps.seeText(popup, 'Not there: 7');
    await steps.seeText(popup, 'Advertiser 70010');
    await screens.page(popup, 'ids-of-any-advertiser');
    await popup.locator('[data-tracker="90253"] .pb-tracker-name').click();
    await steps.seeText(popup, 'It belongs to advertiser 70010');
    await steps.press(popup, 'Back to the list');
    await popup.close();
  });
});

describe('from outside', () => {
  it('the keyword in the address bar, and a number that is selected, lead to the tracker', async () => {
    await (await openList(world(), 'small')).close();
    const { browser, extensionId } = world().launched;
    const target = await browser.waitForTarget((found) => found.type() === 'service_worker');
    const worker = await target.worker();
    // Neither fires in a headless browser; their handlers are called in the worker instead.
    const suggested = await worker?.evaluate(
      `new Promise((resolve) => chrome.omnibox.onInputChanged.dispatch('-nothing', resolve))`,
    );
    const line = {
      content: expect.stringMatching(/^\d+$/),
      description: expect.stringMatching(/ · /),
    };
    expect(suggested).toContainEqual(line);
    const at = async (address: string) => {
      const url = `chrome-extension://${extensionId}/workspace.html#/trackers/${address}`;
      return (await browser.waitForTarget((found) => found.url() === url)).page();
    };
    await worker?.evaluate(`chrome.omnibox.onInputEntered.dispatch('90012', 'currentTab')`);
    await at('90012');
    const selected = (text: string) =>
      worker?.evaluate(
        `chrome.contextMenus.onClicked.dispatch({ menuItemId: 'open-tracker', selectionText: '${text}' })`,
      );
    await selected(' #90011');
    await at('90011');
    await selected('no such <b>thing</b>');
    const workspace = await at('search/no%20such%20%3Cb%3Ething%3C%2Fb%3E');
    if (!workspace) throw new Error('no workspace');
    await steps.seeText(workspace, 'No tracker matches');
    await steps.seeValue(workspace, 'input[type=search]', 'no such <b>thing</b>');
    await workspace.close();
  });
});
