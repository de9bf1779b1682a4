import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';

import { launchBrowser, type LaunchedBrowser } from '../support/browser.ts';
import { openGallery } from '../support/gallery.ts';
import { createScreens, type Screens } from '../support/screens.ts';

export interface Gallery {
  readonly page: Page;
  readonly screens: Screens;
  /** Shows a state, once it stands. */
  show(name: string): Promise<void>;
}

/** The gallery in a browser, for all tests of a file; its pictures go to a folder of that name. */
export function useGallery(folder: string): () => Gallery {
  let gallery: Awaited<ReturnType<typeof openGallery>>;
  let launched: LaunchedBrowser;
  let page: Page;
  const screens = createScreens(`.output/screens/gallery/${folder}`);
  beforeAll(async () => {
    gallery = await openGallery();
    launched = await launchBrowser({ extension: null, hostRules: [], unpacedFrames: true });
    page = await launched.browser.newPage();
    await page.goto(gallery.address);
  });
  afterAll(async () => {
    await launched?.close();
    await gallery?.close();
  });
  async function show(name: string): Promise<void> {
    await page.evaluate((at) => void (location.hash = at), name);
    await page.waitForSelector(`[data-state="${name}"]`);
    await page.waitForFunction(`!document.querySelector('[data-pressing]')`);
  }
  return () => ({ page, screens, show });
}
