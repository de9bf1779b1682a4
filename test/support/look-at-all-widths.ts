import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

import { seriousViolations } from './axe.ts';
import type { Screens } from './screens.ts';

const WIDTHS = { light: [320, 550, 800, 1280], dark: [1280] };

/**
 * Pictures from the narrowest to the widest, none of which may be scrolled sideways, and what axe says of light and of
 * dark; in the dark only colours are others.
 */
export async function lookAtAllWidths(page: Page, screens: Screens, name: string): Promise<void> {
  for (const value of ['light', 'dark'] as const) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    for (const width of WIDTHS[value]) {
      await page.setViewport({ width, height: 800 });
      const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(beyond), `${width} px`).toBe(0);
      await screens.page(page, `${name}-${width}-${value}`);
    }
    expect(await seriousViolations(page, '.pb-app'), value).toEqual([]);
  }
}
