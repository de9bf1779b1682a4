import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { Sandbox } from '../sandbox/index.ts';
import { createScreens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';
import { openList, useWorld } from './harness.ts';

const world = useWorld();
const screens = createScreens('.output/screens/first-load');
const ALL = '250 trackers';

let popup: Page;
beforeAll(async () => {
  popup = await openList(world(), 'small');
});
afterEach(() => world().sandbox.setFault(null));

const status = () => popup.$eval('.pb-status', (element) => element.textContent ?? '');
const untilSaid = (text: string) =>
  popup.waitForFunction(
    (text) => document.querySelector('.pb-status')?.textContent?.includes(text),
    {},
    text,
  );

/** Chooses an advertiser of whose trackers nothing is kept, while the service is like this. */
async function chooseAnew(
  size: 'medium' | 'large',
  fault: Parameters<Sandbox['setFault']>[0],
): Promise<void> {
  const { advertisers } = world().sandbox.world;
  await steps.choose(popup, 'Advertiser', advertisers.small.name);
  await untilSaid('2 trackers');
  await popup.waitForSelector('[aria-label=Refresh]:not(:disabled, [aria-disabled])');
  await popup.evaluate(`new Promise((resolve) => {
    indexedDB.open('piggyback').onsuccess = ({ target: { result: db } }) => {
      const writing = db.transaction(['trackerBlocks', 'syncs'], 'readwrite');
      for (const name of ['trackerBlocks', 'syncs']) writing.objectStore(name).clear();
      writing.oncomplete = () => resolve(db.close());
    };
  })`);
  world().sandbox.setFault(fault);
  await steps.choose(popup, 'Advertiser', advertisers[size].name);
}

/** The texts of the status that do not fit into their place. */
const cutOff = () =>
  popup.$$eval('.pb-status > .pb-clip', (texts) =>
    texts
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ textContent }) => textContent),
  );

describe('the first load of a long list', () => {
  it('says from the first second that it loads, then how far it is, at every width', async () => {
    await chooseAnew('medium', { kind: 'slow', ms: 1500, path: '/imptracker' });
    await untilSaid('Loading trackers…');
    expect(await popup.$('.pb-sync progress')).not.toBeNull();
    await untilSaid('100 of 250 loaded');
    await popup.waitForSelector('.pb-tracker');
    for (const width of [320, 480, 550, 800]) {
      await popup.setViewport({ width, height: 600 });
      expect(await cutOff(), `${width} px`).toEqual([]);
      await screens.page(popup, `loading-${width}`);
    }
    await popup.setViewport({ width: 480, height: 600 });
    world().sandbox.setFault(null);
    await untilSaid(ALL);
  });

  it('goes on where the browser stops the background in the middle', async () => {
    await chooseAnew('medium', { kind: 'slow', ms: 700, path: '/imptracker' });
    await untilSaid(' of 250 loaded');
    const session = await popup.createCDPSession();
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
    world().sandbox.setFault(null);
    await untilSaid(ALL);
    expect(await popup.$('.pb-notice.fail')).toBeNull();
  });

  it('leads to the password where the token dies in the middle, and goes on from there', async () => {
    await chooseAnew('medium', [
      { kind: 'slow', ms: 500, path: '/imptracker', times: 1 },
      { kind: 'expired', path: '/imptracker', times: 1 },
    ]);
    await steps.seeText(popup, 'Your session has ended.');
    await popup.waitForFunction(() => document.activeElement?.getAttribute('name') === 'password');
    await popup.keyboard.type(world().sandbox.world.credentials.password);
    await popup.keyboard.press('Enter');
    await untilSaid(ALL);
  });

  it('says what failed where the network went, and not that the service said it', async () => {
    await chooseAnew('medium', { kind: 'drop', path: '/imptracker' });
    await steps.seeText(popup, 'The service could not be reached.');
    const said = await popup.$eval('.pb-toast', (notice) => notice.textContent ?? '');
    expect(said).toMatch(/Details: /);
    expect(said).not.toMatch(/The service said/);
  });

  it('says how long it waits for the service, and stops at once', async () => {
    await chooseAnew('large', [
      { kind: 'slow', ms: 300, path: '/imptracker', times: 3 },
      { kind: '429', retryAfter: 40, path: '/imptracker' },
    ]);
    await untilSaid('going on in ');
    for (const width of [320, 480, 550, 800]) {
      await popup.setViewport({ width, height: 600 });
      expect(await cutOff(), `${width} px`).toEqual([]);
      await screens.page(popup, `waiting-${width}`);
    }
    await popup.setViewport({ width: 480, height: 600 });
    await popup.locator('.pb-stop button').click();
    await steps.seeText(popup, 'What was loaded until then is kept.');
    // Not that there are so many: nobody knows yet what is there.
    expect(await status()).toMatch(/ trackers so far$/);
  });

  it('says so wherever something waits: in the search for an advertiser, and in a form', async () => {
    // The service holds back all that a person asks for.
    await popup.locator('::-p-aria([name="Advertiser"][role="combobox"])').click();
    await untilSaid('going on in ');
    await popup.keyboard.press('Escape');
    await popup.locator('.pb-tracker-name').click();
    await steps.fill(popup, 'Code', 'W-1');
    await steps.press(popup, 'Save');
    await popup.waitForFunction(() =>
      [...document.querySelectorAll('form [role=status]')].some(({ textContent }) =>
        /going on in \d+ s/.test(textContent ?? ''),
      ),
    );
    await screens.page(popup, 'waiting-form');
  });
});
