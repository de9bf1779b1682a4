import type { Frame, Page } from 'puppeteer-core';

import { PATIENCE_MS } from './own-address.ts';

/**
 * Presses an element in a page's frame once the pointer gets there: a frame in a process of its own hears
 * nothing of it until it has drawn, and until then the page around it takes a press meant for the frame.
 */
export async function pressInFrame(page: Page, frame: Frame, selector: string): Promise<void> {
  const element = await frame.locator(selector).waitHandle();
  await element.evaluate((target) => {
    const hear = () => document.documentElement.setAttribute('data-reached', '');
    target.addEventListener('mousemove', hear, { once: true });
  });
  const end = performance.now() + PATIENCE_MS;
  for (let step = 0; !(await frame.$('[data-reached]')); step = 1 - step) {
    if (performance.now() > end) throw new Error(`the pointer does not reach ${selector}`);
    const { x, y } = await element.clickablePoint();
    await page.mouse.move(x + step, y);
  }
  await frame.evaluate(() => document.documentElement.removeAttribute('data-reached'));
  await element.click();
}
