import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';

import { seriousInBuilder, seriousViolations } from '../support/axe.ts';
import { emulateScheme } from '../support/builder-frame.ts';
import { createScreens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';
import { CONSOLE_HOSTS, openList, useWorld, type World } from './harness.ts';
import { loadTrackers, recordMixed } from './recording.ts';
import { beSignedIn } from './signed-in.ts';

const world = useWorld(CONSOLE_HOSTS);
const screens = createScreens('.output/screens/axe');

const VIEWS: Record<string, (world: World) => Promise<Page>> = {
  'sign-in': async (here) => {
    const popup = await here.openPopupTab();
    await popup.locator('form').wait();
    return popup;
  },
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
    await popup.locator('.pb-tracker [aria-label^="Build tag"]').click();
    await popup.locator('.pb-builder summary').click();
    return popup;
  },
  'widget in a console': async (here) => {
    await beSignedIn(here);
    const page = await here.launched.browser.newPage();
    await page.goto('https://app.kevel.co/creatives/5512301');
    await steps.openBuilderAtField(page);
    await (await steps.inBuilder(page, '[role=combobox]')).click();
    await (await steps.inBuilder(page, '[role=option][data-id]')).click();
    await steps.inBuilder(page, '.pb-preview');
    return page;
  },
  'empty panel': async (here) => {
    const page = await openPanelTab(here);
    await page.locator('.pb-empty').wait();
    return page;
  },
  panel: async (here) => {
    await loadTrackers(here);
    await (await recordMixed(here)).page.close();
    const page = await openPanelTab(here);
    await page.select('.pb-expected-tools select', 'all');
    return page;
  },
  'panel with details': async (here) => {
    const page = await openPanelTab(here);
    await page.locator('[role=row][data-index="2"]').click();
    await page.locator('.pb-verification-details').wait();
    return page;
  },
};

async function openPanelTab({ launched }: World): Promise<Page> {
  const page = await launched.browser.newPage();
  await page.goto(`chrome-extension://${launched.extensionId}/devtools-panel.html`);
  await page.locator('.pb-verification-list, .pb-empty').wait();
  return page;
}

describe('accessible in light and in dark', () => {
  it.each(Object.entries(VIEWS))('%s', async (name, open) => {
    const page = await open(world());
    const isBuilder = name === 'widget in a console';
    for (const scheme of ['light', 'dark'] as const) {
      if (isBuilder) await emulateScheme(page, scheme);
      else await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await screens.page(page, `${name.replaceAll(' ', '-')}-${scheme}`);
      const found = isBuilder ? seriousInBuilder(page) : seriousViolations(page, '.pb-app');
      expect(await found, scheme).toEqual([]);
    }
    const route = `new Promise((resolve) => {
      const request = indexedDB.open('piggyback');
      request.onsuccess = () => {
        const transaction = request.result.transaction('drafts', 'readwrite');
        transaction.objectStore('drafts').clear();
        transaction.oncomplete = () => resolve(request.result.close());
      };
    })`;
    if (page.url().startsWith('chrome-extension')) await page.evaluate(route);
    await page.close();
  });
});
