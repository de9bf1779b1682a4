import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';

import { createScreens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';
import { CONSOLE_HOSTS, openList, useWorld, type World } from './harness.ts';

const world = useWorld(CONSOLE_HOSTS);
const screens = createScreens('.output/screens/axe');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const VIEWS: Record<string, (world: World) => Promise<Page>> = {
  'sign-in': (here) => here.openPopupTab(),
  list: (here) => openList(here, 'medium'),
  form: async (here) => {
    const popup = await openList(here);
    await steps.press(popup, 'New tracker');
    await steps.press(popup, 'Save');
    await steps.seeText(popup, 'Give the tracker a name.');
    return popup;
  },
  'delete dialog': async (here) => {
    const popup = await openList(here);
    await popup.locator('.pb-tracker-name').click();
    await steps.press(popup, 'Delete');
    await steps.seeText(popup, 'are no longer counted');
    return popup;
  },
  'tag in the popup': async (here) => {
    const popup = await openList(here);
    await popup.locator('.pb-tracker .pb-button.icon').click();
    await popup.locator('.pb-builder summary').click();
    return popup;
  },
  'widget in a console': async (here) => {
    await (await openList(here)).close();
    const page = await here.launched.browser.newPage();
    await page.goto('https://app.kevel.co/creatives/5512301');
    await steps.openBuilderAtField(page);
    await (await steps.inBuilder(page, '[role=combobox]')).click();
    await (await steps.inBuilder(page, '[role=option][data-id]')).click();
    await steps.inBuilder(page, '.pb-preview');
    return page;
  },
  panel: async (here) => {
    const page = await here.launched.browser.newPage();
    await page.goto(`chrome-extension://${here.launched.extensionId}/devtools-panel.html`);
    await page.locator('.pb-empty').wait();
    return page;
  },
};

describe.each(Object.entries(VIEWS))('%s', (name, open) => {
  it.each(['light', 'dark'] as const)('is accessible in %s', async (scheme) => {
    const page = await open(world());
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await screens.page(page, `${name.replaceAll(' ', '-')}-${scheme}`);
    await page.evaluate(AXE);
    const scope =
      name === 'widget in a console' ? `[['piggyback-builder', '.pb-widget']]` : `[['.pb-app']]`;
    const violations = await page.evaluate(
      `axe.run({ include: ${scope} }).then(({ violations }) =>
        violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' | ')))`,
    );
    expect(violations).toEqual([]);
    const route = `new Promise((resolve) => {
      const request = indexedDB.open('piggyback');
      request.onsuccess = () => {
        request.result.transaction('drafts', 'readwrite').objectStore('drafts').clear();
        request.result.close();
        resolve(null);
      };
    })`;
    if (page.url().startsWith('chrome-extension')) await page.evaluate(route);
    await page.close();
  });
});
