import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';

import { seriousInBuilder, seriousViolations } from '../support/axe.ts';
import { emulateScheme } from '../support/builder-frame.ts';
import { createScreens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';
import { CONSOLE_HOSTS, useWorld, type World } from './harness.ts';
import { beSignedIn } from './signed-in.ts';

const world = useWorld(CONSOLE_HOSTS);
const screens = createScreens('.output/screens/axe');

// What the gallery shows, it looks at with axe in the same way (`test/gallery`). These are the documents around it.
const VIEWS: Record<string, (world: World) => Promise<Page>> = {
  'sign-in': async (here) => {
    const popup = await here.openPopupTab();
    await popup.locator('form').wait();
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
  'empty panel': async ({ launched }) => {
    const page = await launched.browser.newPage();
    await page.goto(`chrome-extension://${launched.extensionId}/devtools-panel.html`);
    await page.locator('.pb-empty').wait();
    return page;
  },
};

describe('accessible in light and in dark', () => {
  it.each(Object.entries(VIEWS))('%s', async (name, open) => {
    const page = await open(world());
    const isBuilder = name === 'widget in a console';
    for (const scheme of ['light', 'dark'] as const) {
      if (isBuilder) await emulateScheme(page, scheme);
      else await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await screens.page(page, `${name.replaceAll(' ', '-')}-${scheme}`);
      const found = isBuilder ? seriousInBuilder(page) : seriousViolations(page);
      expect(await found, scheme).toEqual([]);
    }
    await page.close();
  });
});
