import type { Page } from 'puppeteer-core';

import type { LaunchedBrowser } from '../support/browser.ts';

/** Opens the popup with an advertiser's list; `usable` is when the selector was painted, in milliseconds since it was asked for. */
export async function openPopup(
  { browser, extensionId }: LaunchedBrowser,
  advertiser: { readonly id: number; readonly name: string },
  selector: string,
) {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${extensionId}/icon/16.png`);
  await page.goto(`chrome-extension://${extensionId}/devtools.html`);
  await page.evaluate(`chrome.storage.local.set(${JSON.stringify({ advertiser })})`);
  await watchFor(page, selector);
  await page.goto(`chrome-extension://${extensionId}/popup.html`, {
    waitUntil: 'domcontentloaded',
  });
  const usable = Number(await page.evaluate(() => Reflect.get(window, 'usableAt')));
  return { page, usable };
}

/** Notes when the selector is first painted. */
async function watchFor(page: Page, selector: string): Promise<void> {
  await page.evaluateOnNewDocument((selector) => {
    const usableAt = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector(selector)) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    Reflect.set(window, 'usableAt', usableAt);
  }, selector);
}
