import type { Page } from 'puppeteer-core';

import { NO_ACCOUNT } from '@/lib/core/base/account';

import { pageView, request, START, verification } from '../unit/core/verification/build';
import type { Sandbox } from '../sandbox/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { PRODUCTION_BUILD } from '../support/build.ts';
import type { Row } from './row.ts';

const FEW = 1000;
const MANY = 100_000;
const LOT = 5000;

/** What a hundred times as many requests put on the screen: as many elements as before. */
export async function benchLongRecording({ hostRules }: Sandbox): Promise<readonly Row[]> {
  const launched = await launchBrowser({ extension: PRODUCTION_BUILD, hostRules });
  const panel = `chrome-extension://${launched.extensionId}/devtools-panel.html`;
  const page = await launched.browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(panel);
  await page.locator('.pb-empty').wait();
  const counts: number[] = [];
  for (const count of [FEW, MANY]) {
    await record(page, count);
    await page.goto(`${panel}?verification=${count}`);
    await page.waitForSelector(`[role=grid][aria-rowcount="${count + 1}"]`, { timeout: 120_000 });
    const atEnd = await page.$$eval('.pb-app *', ({ length }) => length);
    await page.$eval('[role=grid]', (grid) => (grid.scrollTop = grid.scrollHeight / 2));
    await page.waitForFunction(
      (middle) => document.querySelector(`[data-index="${middle}"]`) !== null,
      {},
      count / 2,
    );
    counts.push(Math.max(atEnd, await page.$$eval('.pb-app *', ({ length }) => length)));
  }
  await launched.close();
  const [few = Number.NaN, many = Number.NaN] = counts;
  return [
    {
      what: 'elements in the panel (not ms), 100,000 recorded requests',
      value: many,
      baseline: '1,000',
      base: few,
      limit: 1.05,
    },
  ];
}

/** Puts a recording on the disk, as the recorder would have left it. */
async function record(page: Page, count: number): Promise<void> {
  const id = String(count);
  const own = { account: NO_ACCOUNT, v: 1 };
  await put(page, 'verifications', [{ ...verification({ id, tabId: null }), ...own }]);
  await put(page, 'pageViews', [{ ...pageView(`view ${id}`, START), verificationId: id, ...own }]);
  for (let from = 0; from < count; from += LOT) {
    const lot = Array.from({ length: Math.min(LOT, count - from) }, (_, offset) => {
      const at = from + offset;
      const url = `https://ib.adnxs.com/imptr?id=${500 + (at % 300)}&t=2&cachebuster=${at}`;
      const one = request(url, { startedAt: START + at });
      return { ...one, key: `${id} ${one.key}`, verificationId: id, ...own };
    });
    await put(page, 'pixelRequests', lot);
  }
}

async function put(page: Page, store: string, rows: readonly object[]): Promise<void> {
  await page.evaluate(
    async (name, all) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('piggyback');
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(opening.error));
      });
      const transaction = db.transaction(name, 'readwrite');
      for (const row of all) transaction.objectStore(name).put(row);
      await new Promise((resolve) => transaction.addEventListener('complete', resolve));
      db.close();
    },
    store,
    rows,
  );
}
