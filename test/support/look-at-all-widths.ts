import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

import { seriousViolations } from './axe.ts';
import type { Screens } from './screens.ts';

/** Pictures in light and dark from the narrowest to the widest, none of which may be scrolled sideways. */
export async function lookAtAllWidths(page: Page, screens: Screens, name: string): Promise<void> {
  for (const width of [320, 550, 800, 1280]) {
    await page.setViewport({ width, height: 800 });
    const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(beyond), `${width} px`).toBe(0);
    for (const value of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      await screens.page(page, `${name}-${width}-${value}`);
    }
  }
  expect(await seriousViolations(page, '.pb-app')).toEqual([]);
}
