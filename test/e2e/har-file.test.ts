import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';

import { inPanel } from '../support/devtools.ts';
import { lookAtAllWidths } from '../support/look-at-all-widths.ts';
import { createScreens } from '../support/screens.ts';
import { PATIENCE_MS, useWorld } from './harness.ts';
import {
  ARTICLE,
  GOOD,
  loadTrackers,
  recordMixed,
  STRANGER,
  TWICE,
  verdictsInPanel,
} from './recording.ts';

const world = useWorld();
const screens = createScreens('.output/screens/har-file');
const PATIENCE = { timeout: PATIENCE_MS };

beforeAll(() => loadTrackers(world()));

/** The workspace's list of recordings. */
async function openList(): Promise<Page> {
  const { browser, extensionId } = world().launched;
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`chrome-extension://${extensionId}/workspace.html#/verifications`);
  await page.waitForSelector('.pb-har input');
  return page;
}

/** Drops a file where a person would; the browser itself is not to open it. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const isTaken = await page.evaluate(
    (name, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], name));
      const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
      return !document.querySelector('.pb-workspace-main h1')?.dispatchEvent(event);
    },
    name,
    content,
  );
  expect(isTaken).toBe(true);
}

it('what DevTools exports is judged as what was recorded, once, and kept', async () => {
  const recorded = await recordMixed(world());
  const log = await inPanel(
    recorded.panel,
    'new Promise((resolve) => chrome.devtools.network.getHAR(resolve))',
  );
  await recorded.page.close();
  const har = JSON.stringify({ log });
  const page = await openList();
  await drop(page, 'article.har', har);
  // Of the two page views DevTools has the last.
  await page.waitForSelector('[role=grid][aria-rowcount="5"]');
  expect(page.url()).toMatch(/#\/verifications\/[\w-]{36}$/);
  expect(await page.$eval('h1', ({ textContent }) => textContent)).toBe('article.har');
  const view = await page.createCDPSession();
  await page.locator('button ::-p-text(Expect the 3 trackers seen)').click();
  await expect
    .poll(() => verdictsInPanel(view), PATIENCE)
    .toEqual({ [GOOD]: 'Pass', [TWICE]: 'Fail', [STRANGER]: 'Warning' });
  const frames = await page.$$eval('[data-index] .pb-cell.frame', (cells) =>
    cells.map((it) => it.textContent),
  );
  expect(frames[0]).toBe(`ads.sandbox.test/serve on ${ARTICLE.replace('https://', '')}`);
  await lookAtAllWidths(page, screens, 'a-recording');

  await drop(page, 'the same.har', har);
  await page.waitForSelector('.pb-har .pb-notice.info a');
  const rows = '.pb-recordings tbody tr:has(.pb-recording-mark)';
  await page.waitForSelector(`${rows} .pb-badge`);
  expect(await page.$$eval(rows, ({ length }) => length)).toBe(1);
  await lookAtAllWidths(page, screens, 'here-already');

  await page.reload();
  await page.locator(`${rows} a`).click();
  await page.waitForSelector('[role=grid][aria-rowcount="5"]');
});

it('can be chosen, and what is none says why', async () => {
  const page = await openList();
  await drop(page, 'half.har', '{"log": {"entries": [{');
  await page.waitForSelector('.pb-har [role=alert]');
  expect(await page.$eval('.pb-har [role=alert]', ({ textContent }) => textContent)).toContain(
    'half.har: It ends in the middle',
  );
  await lookAtAllWidths(page, screens, 'refused');
  await drop(page, 'none.har', '{"log": {"entries": []}}');
  await page.waitForFunction(() =>
    document.querySelector('.pb-har [role=alert]')?.textContent?.includes('none.har'),
  );
});

it('a file of a million entries neither holds the page up nor loses it', async () => {
  const page = await openList();
  await page.evaluate(() => {
    const entry = JSON.stringify({
      startedDateTime: '2026-11-24T10:00:00Z',
      request: { url: 'https://a.example/', method: 'GET' },
      response: { status: 200 },
    });
    const many = `${entry},`.repeat(1000);
    const parts = [
      '{"log":{"entries":[',
      ...Array.from({ length: 1000 }, () => many),
      entry,
      ']}}',
    ];
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(parts, 'a million.har'));
    const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector('.pb-workspace-main h1')?.dispatchEvent(event);
    let last = performance.now();
    Object.assign(globalThis, { longest: 0 });
    const tick = () => {
      const now = performance.now();
      const longest = Math.max(Number(Reflect.get(globalThis, 'longest')), now - last);
      Object.assign(globalThis, { longest });
      last = now;
      setTimeout(tick, 10);
    };
    tick();
  });
  await page.waitForSelector('.pb-har [role=alert]', { timeout: 60_000 });
  expect(await page.$eval('.pb-har [role=alert]', ({ textContent }) => textContent)).toContain(
    'No impression tracker fired in it',
  );
  expect(Number(await page.evaluate('longest'))).toBeLessThan(2000);
});
