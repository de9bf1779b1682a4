import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';

import { act, actionsOf, asPromised, promisedActions } from '../support/actions.ts';
import { closed, openPopup } from '../support/browser.ts';
import * as steps from '../support/steps.ts';
import { textOf, useWorld } from './harness.ts';
import { beSignedIn } from './signed-in.ts';

const world = useWorld();
const promised = promisedActions();

/** The popup as the toolbar's button opens it. */
async function fromToolbar(page: Page): Promise<Page> {
  act('press the toolbar’s button');
  const popup = await openPopup(world().launched, page);
  await popup.locator('.pb-tracker').wait();
  return popup;
}

async function close(popup: Page): Promise<void> {
  const target = popup.target();
  await popup.close();
  await closed(world().launched.browser, target);
}

describe('common work takes as few actions as the README says', () => {
  it('Copy a tag', async () => {
    await beSignedIn(world());
    const page = await world().launched.browser.newPage();
    const actions = await actionsOf(async () => {
      const popup = await fromToolbar(page);
      const name = await textOf(popup, '.pb-tracker-name');
      act('press Copy tag');
      await popup.locator(`::-p-aria([name="Copy tag of ${name}"])`).click();
      await steps.seeText(popup, `Copied the image tag of ${name}.`);
      await close(popup);
    });
    expect(actions.length).toBeLessThanOrEqual(2);
    expect(asPromised(actions)).toEqual(promised.get('Copy a tag'));
    await page.close();
  });

  it('Switch a tracker off or on, in the list', async () => {
    const page = await world().launched.browser.newPage();
    const popup = await fromToolbar(page);
    const name = await textOf(popup, '.pb-tracker-name');
    const actions = await actionsOf(async () => {
      act('press its state');
      await popup.locator(`::-p-aria([name="Active: deactivate ${name}"])`).click();
      await steps.seeText(popup, `${name} is inactive: its impressions are not counted.`);
    });
    expect(actions).toHaveLength(1);
    expect(asPromised(actions)).toEqual(promised.get('Switch a tracker off or on, in the list'));
    await close(popup);
    await page.close();
  });

  it('Open a tracker by its id', async () => {
    const { browser, extensionId } = world().launched;
    const target = await browser.waitForTarget((found) => found.type() === 'service_worker');
    const worker = await target.worker();
    const actions = await actionsOf(async () => {
      act('type imp and the id into the address bar');
      act('press Enter');
      // A headless browser has no address bar; what it calls is called in the worker.
      await worker?.evaluate(`chrome.omnibox.onInputEntered.dispatch('90012', 'currentTab')`);
      const url = `chrome-extension://${extensionId}/workspace.html#/trackers/90012`;
      const workspace = await (await browser.waitForTarget((found) => found.url() === url)).page();
      if (!workspace) throw new Error('no workspace');
      await steps.seeValue(
        workspace,
        'input',
        'Spring burst – Calder Valley Weather, News 300x250',
      );
    });
    expect(actions.length).toBeLessThanOrEqual(2);
    expect(asPromised(actions)).toEqual(promised.get('Open a tracker by its id'));
  });
});
