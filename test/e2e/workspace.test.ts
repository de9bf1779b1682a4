import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { violations } from '../support/axe.ts';
import { closed, openPopup } from '../support/browser.ts';
import { createScreens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';
import { PATIENCE_MS, useWorld } from './harness.ts';
import { beSignedIn } from './signed-in.ts';

const world = useWorld();
const screens = createScreens('.output/screens/workspace');
const ROW = '.pb-tracker-name';

let workspace: Page;
const addressNow = () => new URL(workspace.url()).hash;
const untilAt = (hash: string) =>
  workspace.waitForFunction((hash) => location.hash === hash, {}, hash);
/** The words of what has the focus, or its name. */
const focused = () =>
  workspace.evaluate(
    () => document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? '',
  );
/** What is shown, and not the link of the same words that leads there. */
const untilFocused = (words: string) =>
  workspace.waitForFunction(
    (words) => {
      const at = document.activeElement;
      return !at?.matches('nav a') && [at?.ariaLabel, at?.textContent].includes(words);
    },
    {},
    words,
  );

/** Presses a button of the real popup, which closes, and gives the workspace's tabs. */
async function pressInPopup(button: string): Promise<readonly Page[]> {
  const { launched } = world();
  const page = await launched.browser.newPage();
  const popup = await openPopup(launched, page);
  const target = popup.target();
  await popup.locator('.pb-tracker').wait();
  await steps.press(popup, button);
  await closed(launched.browser, target);
  await page.close();
  const pages = await launched.browser.pages();
  return pages.filter((found) => found.url().includes('/workspace.html'));
}

beforeAll(async () => {
  const { browser, extensionId } = world().launched;
  workspace = await browser.newPage();
  workspace.setDefaultTimeout(PATIENCE_MS);
  await workspace.goto(`chrome-extension://${extensionId}/workspace.html`);
});

describe('the workspace', () => {
  it('asks who is there, then for an advertiser, and lists its trackers', async () => {
    const { credentials, advertisers } = world().sandbox.world;
    await steps.signIn(workspace, credentials);
    await steps.seeText(workspace, 'Choose an advertiser');
    await steps.choose(workspace, 'Advertiser', advertisers.small.name);
    await workspace.locator(ROW).wait();
  });

  it('makes and changes a tracker beside the list, under an address of its own', async () => {
    const id = await steps.createTracker(workspace, 'Made in the workspace');
    await untilAt('#/trackers');
    await workspace.locator(`[data-tracker="${id}"] ${ROW}`).click();
    await untilAt(`#/trackers/${id}`);
    await steps.fill(workspace, 'Name', 'Changed in the workspace');
    // What is typed is kept: the address leads back to it.
    await workspace.reload();
    await steps.seeText(workspace, 'Your unsaved changes are back');
    await steps.press(workspace, 'Save');
    await steps.seeText(workspace, 'Saved Changed in the workspace.');
    expect(addressNow()).toBe('#/trackers');
    await workspace.locator(`[data-tracker="${id}"] .pb-button.icon`).click();
    await untilAt(`#/trackers/${id}/tag`);
    await workspace.locator('.pb-preview').wait();
  });

  it('goes back and forward, and says where an address leads nowhere', async () => {
    await steps.press(workspace, 'Back to the list');
    await untilAt('#/trackers');
    await workspace.goBack();
    await workspace.locator('.pb-preview').wait();
    await workspace.goForward();
    await steps.seeText(workspace, 'Choose a tracker');
    await workspace.evaluate(() => (location.hash = '#/report/2026'));
    await steps.seeText(workspace, 'There is no such place');
    await workspace.locator('::-p-aria([name="Go to the trackers"])').click();
    await workspace.locator(ROW).wait();
    await workspace.evaluate(() => (location.hash = '#/trackers/999999999'));
    await workspace.locator('.pb-place-detail [role=alert]').wait();
    await steps.press(workspace, 'Back to the list');
    await untilAt('#/trackers');
  });

  it('is walked through by keyboard alone; the focus goes to what is shown', async () => {
    // Once it has come to the list from the form before.
    await workspace.waitForFunction(
      () => document.activeElement?.matches('body, .pb-place-detail *') === false,
    );
    await workspace.focus('nav a');
    await workspace.keyboard.press('Tab');
    await workspace.keyboard.press('Enter');
    await untilAt('#/tag-sheets');
    await untilFocused('Tag sheets');
    await workspace.focus('nav a:nth-child(3)');
    await workspace.keyboard.press('Enter');
    await untilFocused('Verifications');
    await steps.seeText(workspace, 'Nothing recorded yet');
    await workspace.focus('nav a:last-child');
    await workspace.keyboard.press('Enter');
    await untilFocused('Reports');
    await steps.seeText(workspace, 'No reports yet');
    await workspace.focus('nav a');
    await workspace.keyboard.press('Enter');
    await untilFocused('Trackers');
    const name = await workspace.$eval(ROW, (row) => row.textContent ?? '');
    await workspace.focus(ROW);
    await workspace.keyboard.press('Enter');
    await untilFocused('The chosen tracker');
    await workspace.locator('form').wait();
    await workspace.keyboard.press('Tab');
    expect(await focused()).toBe('Back to the list');
    await workspace.keyboard.press('Enter');
    // Back at the row that was open.
    await untilFocused(name);
  });

  it('is open once: the popup’s doors lead into its tab', async () => {
    const [first, ...others] = await pressInPopup('Tag sheet');
    expect(others).toEqual([]);
    expect(first).toBe(workspace);
    await untilAt('#/tag-sheets');
    expect(await pressInPopup('Open the workspace')).toEqual([workspace]);
    await untilAt('#/trackers');
    await workspace.waitForFunction(() => document.visibilityState === 'visible');
    await workspace.close();
    [workspace = workspace] = await pressInPopup('Tag sheet');
    await untilAt('#/tag-sheets');
    await workspace.locator('section[aria-label="Trackers"] [role=option]').wait();
  });
});

describe.each([320, 550, 800, 1280])('at %i pixels', (width) => {
  const VIEWS: Record<string, (page: Page) => Promise<unknown>> = {
    '#/trackers': (page) => page.locator(ROW).wait(),
    '#/trackers/new': (page) => page.locator('form').wait(),
    '#/tag-sheets': (page) => page.locator('[role=tab]').wait(),
    '#/verifications': (page) => steps.seeText(page, 'Nothing recorded yet'),
    '#/rules/cachebuster-missing': (page) =>
      page.waitForFunction(() => {
        const entry = document.querySelector('.pb-rules-entry h2')?.getBoundingClientRect();
        return entry && entry.top >= 0 && entry.bottom <= innerHeight;
      }),
    '#/nowhere': (page) => steps.seeText(page, 'There is no such place'),
  };

  it('nothing is cut off, and nothing is found by axe, in light and in dark', async () => {
    await beSignedIn(world());
    await workspace.setViewport({ width, height: 800 });
    for (const [hash, shown] of Object.entries(VIEWS)) {
      await workspace.evaluate((hash) => (location.hash = hash), hash);
      await shown(workspace);
      const overflow = await workspace.evaluate(() =>
        Math.max(
          ...[...document.querySelectorAll('.pb-workspace, main, .pb-place-list')].map(
            (part) => part.scrollWidth - part.clientWidth,
          ),
        ),
      );
      expect(overflow, hash).toBeLessThanOrEqual(0);
      for (const scheme of ['light', 'dark'] as const) {
        await workspace.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await screens.page(workspace, `${width}-${hash.replaceAll(/\W+/g, '-')}-${scheme}`);
        expect(await violations(workspace, '.pb-app'), `${hash} ${scheme}`).toEqual([]);
      }
    }
  });
});
