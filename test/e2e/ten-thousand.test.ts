import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';

import * as steps from '../support/steps.ts';
import { openList, useWorld } from './harness.ts';

// A file of its own: the rate limit that it runs into would hold back every other test. That all
// come in once it is over is shown without a browser, and without waiting.

const world = useWorld();

it('shows the thousands that have come in, with progress, and says how long the wait is', async () => {
  const popup = await openList(world(), 'large');
  await popup.locator('progress').wait();
  await steps.seeText(popup, 'of 10,000 loaded');
  const first = await secondsLeft(popup, 61);
  expect(first).toBeGreaterThan(0);
  await secondsLeft(popup, first);
  await popup.waitForFunction(() =>
    /^[1-9],\d{3} of 10,000/.test(document.querySelector('[role=status]')?.textContent ?? ''),
  );
  // A person may go on working.
  await staysSmall(popup);
  expect(await popup.$('.pb-sync progress')).not.toBeNull();
  // Not only once the wait is over.
  await steps.press(popup, 'Stop');
  await steps.seeText(popup, 'What was loaded until then is kept.');
  expect(await popup.$('.pb-sync')).toBeNull();
  await fillUpTheDisk(popup, 10_000);
  await popup.close();
});

it('is painted from disk before the service answers, and stays small in the page', async () => {
  world().sandbox.setFault({ kind: 'slow', ms: 60_000 });
  const popup = await world().openPopupTab();
  await popup.locator('.pb-tracker').wait();
  await popup.waitForFunction(
    () => document.querySelector('[role=status]')?.textContent === '10,000 trackers',
  );
  // Nothing has come from the service, and nothing is said to have.
  expect(await popup.$('.pb-notice')).toBeNull();
  await staysSmall(popup);
  world().sandbox.setFault(null);
  await popup.close();
});

/** The seconds that a wait is said to take, once they are fewer. */
async function secondsLeft(popup: Page, fewerThan: number): Promise<number> {
  const found = await popup.waitForFunction(
    (fewerThan) => {
      const said = document.querySelector('[role=status]')?.textContent ?? '';
      const seconds = Number(/going on in (\d+) s/.exec(said)?.[1]);
      return seconds < fewerThan && seconds;
    },
    {},
    fewerThan,
  );
  return Number(await found.jsonValue());
}

/** Scrolled to its very end and searched, a list of any length has few rows in the page. */
async function staysSmall(popup: Page): Promise<void> {
  const rows = () => popup.$$eval('.pb-tracker', (found) => found.length);
  expect(await rows()).toBeLessThan(50);
  await popup.waitForFunction(() => {
    // Again and again: the first rows are there before all the others are.
    const list = document.querySelector('.pb-list');
    list?.scrollTo(0, list.scrollHeight);
    const rows = [...document.querySelectorAll('li')];
    return rows.some(({ ariaPosInSet, ariaSetSize }) => ariaPosInSet === ariaSetSize);
  });
  expect(await rows()).toBeLessThan(50);
  await popup.locator('input[type=search]').fill('zzzz');
  await steps.seeText(popup, 'No tracker matches');
  await steps.press(popup, 'Clear search');
  await popup.locator('.pb-tracker').wait();
}

/** Puts copies of what is there beside it, until there are so many. */
async function fillUpTheDisk(popup: Page, count: number): Promise<void> {
  await popup.evaluate(async (count) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    const db = await done(indexedDB.open('piggyback'));
    const store = db.transaction('trackerBlocks', 'readwrite').objectStore('trackerBlocks');
    const blocks = await done(store.getAll());
    let left = count - blocks.reduce((sum, block) => sum + block.items.length, 0);
    for (const block of blocks) {
      const items = block.items
        .slice(0, left)
        .map((item: { id: number }) => ({ ...item, id: -item.id }))
        .toReversed();
      left -= items.length;
      if (items.length === 0) break;
      const ids: readonly number[] = items.map(({ id }: { id: number }) => id);
      const inStretches = new Set(ids.map((id) => Math.floor(id / 1000)));
      const stretches = [...inStretches].map((one) => [block.account, one]);
      const copy = { ...block, from: Math.min(...ids), items, stretches, count: ids.length };
      await done(store.put(copy));
    }
    db.close();
  }, count);
}
