import type { CDPSession, Page } from 'puppeteer-core';

import {
  expectInPanel,
  inPanel,
  openDevtools,
  pressInPanel,
  showPanel,
  untilInPanel,
} from '../support/devtools.ts';
import { type World } from './harness.ts';
import { beSignedIn } from './signed-in.ts';

const CREATIVE = 101;
export const ARTICLE = `https://news.sandbox.test/article?creative=${CREATIVE}`;
/** Trackers of the advertiser with two; both are in the list that the popup loads. */
export const GOOD = 90_011;
export const TWICE = 90_012;
/** One of the advertiser with 250, which no page of these tests serves. */
export const ABSENT = 90_020;
/** In nobody's list. */
export const STRANGER = 5;

const IMPTR = 'adnxs.com/imptr';
/** One that is right, one that fires twice, and a stranger on the other host. */
const MIXED = [
  `https://ib.${IMPTR}?id=${GOOD}&t=2&cachebuster=[CB]`,
  `<script src="https://ib.${IMPTR}?id=${TWICE}&t=1&cachebuster=[CB]"></script>`,
  `<script src="https://ib.${IMPTR}?id=${TWICE}&t=1&cachebuster=[CB]"></script>`,
  `https://secure.${IMPTR}?id=${STRANGER}&t=2&cachebuster=[CB]`,
].join('\n');

/** Puts pixels into the creative that the article serves, as its console's form would. */
export async function servePixels({ sandbox }: World, pixels: string): Promise<void> {
  const answer = await fetch(`${sandbox.httpUrl}/creatives/${CREATIVE}`, {
    method: 'POST',
    headers: { 'X-Sandbox-Host': 'demo-adserver.sandbox.test' },
    body: new URLSearchParams({
      name: 'Harbour Coffee, loyalty card',
      landingUrl: 'https://www.advertiser.example/loyalty',
      size: '300x250',
      thirdPartyPixels: pixels,
    }),
    redirect: 'manual',
  });
  if (answer.status !== 303) throw new Error(`the console answered ${answer.status}`);
}

/** Loads both advertisers' trackers, so that the panel knows their names. */
export async function loadTrackers(world: World): Promise<void> {
  await beSignedIn(world, 'small');
  await beSignedIn(world, 'medium');
}

export interface Inspected {
  readonly page: Page;
  readonly window: Page;
}

/** A page of its own with DevTools open and our panel not yet shown. */
export async function inspect({ launched }: World): Promise<Inspected> {
  const page = await launched.browser.newPage();
  return { page, window: await openDevtools(launched.browser, page) };
}

/** Loads the article, reloads it, and only then shows the panel, with its verdicts. */
export async function recordMixed(world: World): Promise<Inspected & { panel: CDPSession }> {
  await servePixels(world, MIXED);
  const inspected = await inspect(world);
  await inspected.page.goto(ARTICLE, { waitUntil: 'networkidle0' });
  await inspected.page.reload({ waitUntil: 'networkidle0' });
  const { panel } = await showPanel(world.launched.browser, inspected.window);
  await rowsInPanel(panel, 8);
  for (const id of [GOOD, TWICE, ABSENT]) await expectInPanel(panel, id);
  await pressInPanel(panel, 'Expect ');
  await untilInPanel(panel, `document.querySelectorAll('.pb-expected-row').length === 4`);
  await untilKept(panel, 4);
  return { ...inspected, panel };
}

/** Waits until the newest verification on disk expects so many trackers. */
async function untilKept(panel: CDPSession, count: number): Promise<void> {
  await inPanel(
    panel,
    `new Promise((resolve, reject) => {
      const opening = indexedDB.open('piggyback');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const look = () => {
          const all = opening.result.transaction('verifications').objectStore('verifications').getAll();
          all.onsuccess = () => {
            const [newest] = all.result.sort((a, b) => b.startedAt - a.startedAt);
            if (newest.expectedIds.length < ${count}) return look();
            opening.result.close();
            resolve(null);
          };
        };
        look();
      };
    })`,
  );
}

/** Waits until the panel lists so many requests. */
export async function rowsInPanel(panel: CDPSession, count: number): Promise<void> {
  await untilInPanel(
    panel,
    `document.querySelector('[role=grid]').getAttribute('aria-rowcount') === '${count + 1}'`,
  );
}

/** The verdict's word of each expected tracker, by what stands in its row. */
export function verdictsInPanel(panel: CDPSession): Promise<unknown> {
  return inPanel(
    panel,
    `Object.fromEntries([...document.querySelectorAll('.pb-expected-row')].map((row) => [
      /\\d+$/.exec(row.querySelector('.pb-expected-name').innerText)[0],
      row.querySelector('.pb-badge').innerText,
    ]))`,
  );
}
