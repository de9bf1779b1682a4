import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';

import { act, actionsOf, asPromised, promisedActions } from '../support/actions.ts';
import { closed, openPopup, workerOf } from '../support/browser.ts';
import { createScreens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';
import { openList, textOf, useWorld } from './harness.ts';

const world = useWorld();
const screens = createScreens('.output/screens/tracker-acts');
/** How many actions common work takes, as the README says. */
const promised = promisedActions();

describe('one action in the list', () => {
  const badge = (page: Page) => textOf(page, 'li:nth-child(1) .pb-badge');

  it('copies a tag', async () => {
    await (await openList(world(), 'small')).close();
    const { launched } = world();
    const page = await launched.browser.newPage();
    const { actions } = await actionsOf(async () => {
      act('press the toolbar’s button');
      const popup = await openPopup(launched, page);
      await popup.locator('.pb-tracker').wait();
      const name = await textOf(popup, '.pb-tracker-name');
      act('press Copy tag');
      await popup.locator(`::-p-aria([name="Copy tag of ${name}"])`).click();
      await steps.seeText(popup, `Copied the image tag of ${name}.`);
      const target = popup.target();
      await popup.close();
      await closed(launched.browser, target);
    });
    expect(actions.length).toBeLessThanOrEqual(2);
    expect(asPromised(actions)).toEqual(promised.get('Copy a tag'));
    await page.close();
  });

  it('switches the state of a tracker, and Undo switches it back', async () => {
    const popup = await openList(world(), 'small');
    const name = await textOf(popup, '.pb-tracker-name');
    expect(await badge(popup)).toBe('Active');
    const { actions } = await actionsOf(async () => {
      act('press its state');
      await popup.locator(`::-p-aria([name="Active: deactivate ${name}"])`).click();
      await steps.seeText(popup, `${name} is inactive: its impressions are not counted.`);
    });
    expect(actions).toHaveLength(1);
    expect(asPromised(actions)).toEqual(promised.get('Switch a tracker off or on, in the list'));
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
    const worker = await workerOf(world().launched);
    // Neither fires in a headless browser; their handlers are called in the worker instead.
    const suggested = await worker.evaluate(
      `new Promise((resolve) => chrome.omnibox.onInputChanged.dispatch('-nothing', resolve))`,
    );
    const line = {
      content: expect.stringMatching(/^\d+$/),
      description: expect.stringMatching(/ · /),
    };
    expect(suggested).toContainEqual(line);
    const at = async (address: string) => {
      const url = `chrome-extension://${extensionId}/workspace.html#/trackers/${address}`;
      return (await browser.waitForTarget((found) => found.url() === url)).asPage();
    };
    const { actions } = await actionsOf(async () => {
      act('type imp and the id into the address bar');
      act('press Enter');
      await worker.evaluate(`chrome.omnibox.onInputEntered.dispatch('90012', 'currentTab')`);
      const opened = 'Spring burst – Calder Valley Weather, News 300x250';
      await steps.seeValue(await at('90012'), 'input', opened);
    });
    expect(actions.length).toBeLessThanOrEqual(2);
    expect(asPromised(actions)).toEqual(promised.get('Open a tracker by its id'));
    const selected = (text: string) =>
      worker.evaluate(
        `chrome.contextMenus.onClicked.dispatch({ menuItemId: 'open-tracker', selectionText: '${text}' })`,
      );
    await selected(' #90011');
    await at('90011');
    await selected('no such <b>thing</b>');
    const workspace = await at('search/no%20such%20%3Cb%3Ething%3C%2Fb%3E');
    await steps.seeText(workspace, 'No tracker matches');
    await steps.seeValue(workspace, 'input[type=search]', 'no such <b>thing</b>');
    await workspace.close();
  });
});
