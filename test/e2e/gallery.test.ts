import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { STATES } from '../gallery/states.ts';
import { seriousViolations } from '../support/axe.ts';
import { launchBrowser, type LaunchedBrowser } from '../support/browser.ts';
import { openGallery } from '../support/gallery.ts';
import { createScreens } from '../support/screens.ts';
import { badTargets } from '../support/targets.ts';

/** The last is a usual window at 200 % zoom. */
const SIZES = [
  [320, 600],
  [550, 600],
  [800, 600],
  [1280, 600],
  [640, 360],
] as const;
const ONE_SIZE = [[550, 600]] as const;

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
  await page.waitForFunction(`!document.querySelector('[data-pressing]')`);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const sizes = scheme === 'light' ? SIZES : ONE_SIZE;
    for (const [width, height] of sizes) {
      await page.setViewport({ width, height });
      const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(beyond), `${width} px`).toBe(0);
      expect(await badTargets(page), `${width} px`).toEqual([]);
      await screens.page(page, `${name.replace('/', '-')}-${width}-${scheme}`);
    }
    expect(await seriousViolations(page, '.pb-app'), scheme).toEqual([]);
  }
});
