import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { STATES } from '../gallery/states.ts';
import { seriousViolations } from '../support/axe.ts';
import { launchBrowser, type LaunchedBrowser } from '../support/browser.ts';
import { openGallery } from '../support/gallery.ts';
import { createScreens } from '../support/screens.ts';

const WIDTHS = [320, 550, 800, 1280];

const screens = createScreens('.output/screens/gallery');
let gallery: Awaited<ReturnType<typeof openGallery>>;
let launched: LaunchedBrowser;
let page: Page;

beforeAll(async () => {
  gallery = await openGallery();
  launched = await launchBrowser({ extension: null, hostRules: [] });
  page = await launched.browser.newPage();
  await page.goto(gallery.address);
});
afterAll(async () => {
  await launched?.close();
  await gallery?.close();
});

it.each(STATES.map(({ name }) => name))('%s, in light and dark, at every width', async (name) => {
  await page.evaluate((at) => void (location.hash = at), name);
  await page.waitForSelector(`[data-state="${name}"]`);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const widths = scheme === 'light' ? WIDTHS : [550];
    for (const width of widths) {
      await page.setViewport({ width, height: 600 });
      const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(beyond), `${width} px`).toBe(0);
      await screens.page(page, `${name.replace('/', '-')}-${width}-${scheme}`);
    }
    expect(await seriousViolations(page, '.pb-app'), scheme).toEqual([]);
  }
});
