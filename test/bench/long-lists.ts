import type { Sandbox } from '../sandbox/index.ts';
import { type LaunchedBrowser, launchBrowser } from '../support/browser.ts';
import { PRODUCTION_BUILD } from '../support/build.ts';
import { alternate, median, paired } from './measure.ts';
import { openPopup } from './open-popup.ts';
import type { Row } from './row.ts';
import { ACCOUNT, signIn } from './signed-in.ts';

const RUNS = 9;
/**
 * Changes of one open list. The first two compile what the others run, and take up to ten times as long; of the others
 * each waits for a frame that is up to 17 ms away, so that only the middle of many says something.
 */
const PATCHES = 14;
const PATCH_WARM_UP = 2;
const PATCH_ROUNDS = 5;
const SHORT = { id: 1, name: 'Short' };
const LONG = { id: 2, name: 'Long' };
const MIDDLE = { id: 3, name: 'Middle' };
const FEW = 1000;
const MEDIUM = 10_000;
const MANY = 100_000;

/** What a hundred times as many trackers may cost a person: nothing that is noticed. */
export async function benchLongLists(sandbox: Sandbox): Promise<readonly Row[]> {
  // What is on the disk must do, before the service has said anything.
  sandbox.setFault({ kind: 'slow', ms: 600_000 });
  const { hostRules } = sandbox;
  const launched = await launchBrowser({ extension: PRODUCTION_BUILD, hostRules });
  await signIn(
    launched,
    { advertiserId: SHORT.id, count: FEW },
    { advertiserId: LONG.id, count: MANY },
    { advertiserId: MIDDLE.id, count: MEDIUM },
  );
  const nodes = {
    short: await countNodes(launched, SHORT),
    long: await countNodes(launched, LONG),
  };
  const ten = { long: [] as number[], middle: [] as number[] };
  await alternate(
    RUNS,
    async () => void ten.long.push(await timeFirstRows(launched, LONG)),
    async () => void ten.middle.push(await timeFirstRows(launched, MIDDLE)),
  );
  const times = { short: [] as number[], long: [] as number[] };
  await alternate(
    RUNS,
    async () => void times.long.push(await timeFirstRows(launched, LONG)),
    async () => void times.short.push(await timeFirstRows(launched, SHORT)),
  );
  const patched = { short: [] as number[], long: [] as number[] };
  await alternate(
    PATCH_ROUNDS,
    async () => void patched.long.push(await timePatch(launched, LONG, FEW + MANY)),
    async () => void patched.short.push(await timePatch(launched, SHORT, FEW)),
  );
  await launched.close();
  sandbox.setFault(null);
  return [
    {
      what: 'popup → first rows painted, 100,000 cached trackers',
      value: median(times.long),
      baseline: '1,000',
      base: median(times.short),
      limit: 1.5,
    },
    {
      what: '… the same',
      baseline: '10,000',
      ...paired(ten.long, ten.middle),
      limit: 1.5,
    },
    {
      what: '… elements in the list (a count)',
      value: nodes.long,
      baseline: '1,000 (a count)',
      base: nodes.short,
      limit: 1,
    },
    {
      what: '… one of them changed → its row painted',
      baseline: '1,000',
      ...paired(patched.long, patched.short),
      limit: 1.5,
    },
  ];
}

type Advertiser = typeof SHORT;

async function timeFirstRows(launched: LaunchedBrowser, advertiser: Advertiser): Promise<number> {
  const { page, usable } = await openPopup(launched, advertiser, '.pb-tracker');
  await page.close();
  return usable;
}

/** How many elements the list has once the whole list is in it, and is scrolled to its end. */
async function countNodes(launched: LaunchedBrowser, advertiser: Advertiser): Promise<number> {
  const { page } = await openPopup(launched, advertiser, '.pb-tracker');
  await page.waitForFunction(() => {
    const list = document.querySelector('.pb-list');
    list?.scrollTo(0, list.scrollHeight);
    const rows = [...document.querySelectorAll('li')];
    return rows.some(({ ariaPosInSet, ariaSetSize }) => ariaPosInSet === ariaSetSize);
  });
  const count = await page.evaluate(async () => {
    const now = () => document.querySelectorAll('.pb-list *').length;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // In the middle, where rows stand ready on both sides.
    const list = document.querySelector('.pb-list');
    list?.scrollTo(0, list.scrollHeight / 2);
    let before = -1;
    for (let still = 0; still < 30; still += 1) {
      if (now() !== before) still = 0;
      before = now();
      await frame();
    }
    return before;
  });
  await page.close();
  return count;
}

/** How long it mostly takes from the notice that the newest tracker was changed until its row says so. */
async function timePatch(
  launched: LaunchedBrowser,
  advertiser: Advertiser,
  newest: number,
): Promise<number> {
  const { page } = await openPopup(launched, advertiser, '.pb-tracker');
  // Not before the whole list is there: until then the rest would bring the change.
  await page.locator('input[type=search]').fill('Tracker 1 ');
  await page.waitForFunction(() => /\bof [\d,]+/.test(document.body.innerText));
  await page.evaluate(() => {
    const search = document.querySelector('input[type=search]');
    if (search instanceof HTMLInputElement) search.value = '';
    search?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  const times: number[] = [];
  for (let run = 0; run < PATCHES; run += 1) {
    times.push(await page.evaluate(patchOne, ACCOUNT, newest, `Changed ${run}`));
  }
  await page.close();
  return median(times.slice(PATCH_WARM_UP));
}

/** Runs in the popup: changes a tracker on the disk, tells of it as the background does, waits for its row. */
async function patchOne(account: string, id: number, name: string): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('piggyback');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
  await new Promise<void>((resolve, reject) => {
    const transaction = db.transaction('trackerBlocks', 'readwrite');
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error));
    const store = transaction.objectStore('trackerBlocks');
    const reading = store.index('by-stretch').getAll([account, Math.floor(id / 1000)]);
    reading.addEventListener('success', () => {
      const blocks = reading.result;
      const block = blocks.find(({ items }) =>
        items.some((item: { id: number }) => item.id === id),
      );
      const items = block.items.map((item: { id: number }) =>
        item.id === id ? { ...item, name } : item,
      );
      store.put({ ...block, items });
    });
  });
  db.close();
  const channel = new BroadcastChannel('piggyback-notices');
  const start = performance.now();
  channel.postMessage({ kind: 'changed', change: { what: 'trackers', ids: [id] } });
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('.pb-list')?.textContent?.includes(name)) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(resolve));
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  });
  channel.close();
  return performance.now() - start;
}
