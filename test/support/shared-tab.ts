import type { Browser, Page } from 'puppeteer-core';
import { afterEach } from 'vitest';

/**
 * One tab for the tests of a file, at an address anew for each, if one is given: to open and close a tab takes
 * longer than most of what they do in it. Who listens to its events, answers its requests or adds
 * scripts to its pages takes a tab of their own instead.
 */
export function useSharedTab(
  browser: () => Browser,
  patienceMs: number,
): (address?: string) => Promise<Page> {
  let tab: Page | null = null;
  afterEach(async ({ task }) => {
    // In what state a failure leaves it, nobody knows.
    if (task.result?.state !== 'fail') return;
    await tab?.close();
    tab = null;
  });
  return async (address) => {
    const page = (tab ??= await browser().newPage());
    page.setDefaultTimeout(patienceMs);
    await page.bringToFront();
    // Not over what the next page has there.
    await page.mouse.move(0, 0);
    if (address !== undefined) await page.goto(address);
    return page;
  };
}
