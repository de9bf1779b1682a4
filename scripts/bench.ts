// `npm run bench`: what a person waits for, as ratios to a baseline of the same run.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import type { Page } from 'puppeteer-core';

import { startSandbox } from '../test/sandbox/index.ts';
import { type LaunchedBrowser, launchBrowser } from '../test/support/browser.ts';
import { buildWithHosts, PRODUCTION_BUILD } from '../test/support/build.ts';

const RUNS = 21;
const CONSOLE = 'https://admanager.google.com/';
const SESSION = {
  token: 'none',
  info: {
    baseUrl: 'https://api.appnexus.com',
    userId: 1,
    username: 'bench',
    readOnly: false,
    memberId: 1,
    memberName: 'Bench',
    trackersEnabled: true,
  },
};

const sandbox = await startSandbox();
const hostRules = sandbox.hostRules;
// The popup must be usable before the service has said anything.
sandbox.setFault({ kind: 'slow', ms: 600_000 });

const popup = await benchPopup();
const pages = await benchContentScript();
await sandbox.close();

const injected = readFileSync(`${PRODUCTION_BUILD}/tag-field.js`);
const rows = [
  ['popup → list usable, 10,000 cached trackers', popup.full, popup.empty, 'empty popup', 2],
  ['… and every tracker searchable', popup.searchable, popup.empty, 'empty popup', null],
  ['… slowest of 30 frames that scroll', popup.scroll, popup.idle, 'slowest of 30 idle', null],
  ['… letter typed in the search → painted', popup.typed, popup.idle, 'slowest of 30 idle', null],
  ['console page load, with the content script', pages.with, pages.without, 'no extension', 1.02],
] as const;
console.log(
  '\n| what | median ms | baseline | ms | ratio | limit |\n| --- | --- | --- | --- | --- | --- |',
);
for (const [what, value, base, baseline, limit] of rows) {
  const ratio = (value / base).toFixed(2);
  const cells = [what, value.toFixed(1), baseline, base.toFixed(1), `${ratio}×`, limit ?? '–'];
  console.log(`| ${cells.join(' | ')} |`);
}
console.log(
  `\nInjected into a console page before the builder is opened: ${injected.length} B, ` +
    `${gzipSync(injected).length} B gzipped (limit 6000).`,
);

async function benchPopup() {
  const launched = await launchBrowser({ extension: PRODUCTION_BUILD, hostRules });
  const empty = { id: 1, name: 'Empty' };
  const full = { id: 2, name: 'Full' };
  await fillExtension(launched, full.id);
  const times = { empty: [] as number[], full: [] as number[], searchable: [] as number[] };
  const frames = { idle: [] as number[], scroll: [] as number[], typed: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    times.empty.push((await timePopup(launched, empty, '.pb-empty')).usable);
    const timed = await timePopup(launched, full, '.pb-tracker');
    times.full.push(timed.usable);
    times.searchable.push(timed.searchable);
    frames.idle.push(timed.idle);
    frames.scroll.push(timed.scroll);
    frames.typed.push(timed.typed);
  }
  await launched.close();
  return {
    empty: median(times.empty),
    full: median(times.full),
    searchable: median(times.searchable),
    idle: median(frames.idle),
    scroll: median(frames.scroll),
    typed: median(frames.typed),
  };
}

/** A signed-in session and 10,000 rows on disk, as a sync would have left them. */
async function fillExtension({ browser, extensionId }: LaunchedBrowser, advertiserId: number) {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await page.locator('::-p-aria([name="Username"])').wait();
  await page.evaluate(`chrome.storage.session.set(${JSON.stringify({ session: SESSION })})`);
  await page.evaluate(async (advertiserId) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('piggyback');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
    const transaction = db.transaction('trackers', 'readwrite');
    for (let id = 1; id <= 10_000; id += 1) {
      const at = 1_700_000_000_000 + id * 1000;
      const ref = (name: string) => ({ id: (id % 97) + 1, name: `${name} ${(id % 97) + 1}` });
      transaction.objectStore('trackers').put({
        id,
        memberId: 1,
        advertiserId,
        name: `Tracker ${id} – autumn burst, homepage`,
        code: null,
        state: id % 5 ? 'active' : 'inactive',
        lineItem: ref('Line item'),
        publisher: ref('Publisher'),
        placement: ref('Placement'),
        paymentRule: null,
        lastModified: at,
        order: -at,
      });
    }
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    db.close();
  }, advertiserId);
  await page.close();
}

async function timePopup(
  { browser, extensionId }: LaunchedBrowser,
  advertiser: { id: number; name: string },
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
  await page.locator('input[type=search]').fill('Tracker 1 ');
  await page.waitForFunction(
    (full) => !full || document.querySelector('[role=status]')?.textContent?.includes('of 10,000'),
    {},
    selector === '.pb-tracker',
  );
  const searchable = await page.evaluate(() => performance.now());
  const frames = await page.evaluate(timeFrames);
  await page.close();
  return { usable, searchable, ...frames };
}

/** Runs in the popup: the slowest of 30 idle frames and of 30 that scroll, and one letter typed. */
async function timeFrames() {
  const list = document.querySelector('.pb-list') ?? document.body;
  const search = document.querySelector('input[type=search]');
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const slowest = async (step: (part: number) => void) => {
    let before = await frame();
    let worst = 0;
    for (let at = 1; at <= 30; at += 1) {
      step(at / 30);
      const now = await frame();
      worst = Math.max(worst, now - before);
      before = now;
    }
    return worst;
  };
  const type = (text: string) => {
    if (search instanceof HTMLInputElement) search.value = text;
    search?.dispatchEvent(new Event('input', { bubbles: true }));
  };
  type('');
  const idle = await slowest(() => {});
  const scroll = await slowest((part) => list.scrollTo(0, list.scrollHeight * part));
  const start = performance.now();
  type('5');
  await frame();
  await new Promise((resolve) => setTimeout(resolve));
  return { idle, scroll, typed: performance.now() - start };
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

async function benchContentScript() {
  const granted = await buildWithHosts('bench', ['https://admanager.google.com/*']);
  const bare = await launchBrowser({ extension: null, hostRules });
  const extended = await launchBrowser({ extension: granted, hostRules });
  const times = { with: [] as number[], without: [] as number[] };
  for (let run = 0; run < RUNS + 4; run += 1) {
    const without = await timeLoad(bare);
    const withScript = await timeLoad(extended);
    // The first loads warm caches and connections.
    if (run < 4) continue;
    times.without.push(without);
    times.with.push(withScript);
  }
  await bare.close();
  await extended.close();
  return { with: median(times.with), without: median(times.without) };
}

async function timeLoad({ browser }: LaunchedBrowser): Promise<number> {
  const page = await browser.newPage();
  await page.goto(CONSOLE, { waitUntil: 'load' });
  const time = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation');
    return entry instanceof PerformanceNavigationTiming
      ? entry.loadEventEnd - entry.responseEnd
      : 0;
  });
  await page.close();
  return time;
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
