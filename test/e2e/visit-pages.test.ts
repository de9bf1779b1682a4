import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type LaunchedBrowser, launchBrowser } from '../support/browser.ts';
import { buildWithHosts, PRODUCTION_BUILD } from '../support/build.ts';
import { type PageServer, servePages } from '../support/page-server.ts';
import { createScreens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';
import { openWorkspace } from './harness.ts';

const PIXEL = 'https://ib.adnxs.com/imptr?t=2';
const screens = createScreens('.output/screens/visits');

let sandbox: Sandbox;
let pages: PageServer;
let launched: LaunchedBrowser;
let profile: string;
let extension: string;
/** The first time, what the page asks for last is never answered: its visit is under way for as long as it takes. */
let asked = 0;

beforeAll(async () => {
  sandbox = await startSandbox();
  pages = await servePages(({ url = '' }, response) => {
    if (url === '/slow.js' && (asked += 1) === 1) return;
    if (url === '/file') {
      response.setHeader('Content-Disposition', 'attachment; filename=terms.bin');
      response.end('terms');
      return;
    }
    response.setHeader('Content-Type', url === '/slow.js' ? 'text/javascript' : 'text/html');
    response.end(
      url === '/slow.js'
        ? ''
        : `<img src="${PIXEL}&id=90011&cachebuster=${Date.now()}">
           <script>addEventListener('pagehide', () => {
             new Image().src = '${PIXEL}&id=90012&cachebuster=${Date.now() + 1}';
           })</script>
           <script src="/slow.js"></script>`,
    );
  });
  profile = await mkdtemp(path.join(tmpdir(), 'piggyback-visits-'));
  // What a person grants in the browser's prompt.
  extension = await buildWithHosts('visits', ['<all_urls>'], PRODUCTION_BUILD, ['webRequest']);
  launched = await launch();
});
afterAll(async () => {
  await launched?.close();
  await pages?.close();
  await sandbox?.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const launch = () => launchBrowser({ extension, profile, hostRules: sandbox.hostRules });

const says = (page: Page, selector: string, text: string) =>
  page.waitForFunction(
    (within, wanted) => document.querySelector(within)?.textContent?.includes(wanted),
    {},
    selector,
    text,
  );
const fired = (id: number) => sandbox.pixelLog().filter(({ trackerId }) => trackerId === id).length;

it('pages of a list are visited; one that was cut off by the end of the browser is visited again', async () => {
  let page = await openWorkspace(launched, '#/visit-pages');
  const list = [`${pages.origin}/article`, `${pages.origin}/file`, 'http://127.0.0.1:1/'];
  await steps.fill(page, 'Pages', list.join('\n'));
  await steps.fill(page, 'Expected trackers', '90011, 90012');
  await says(page, '.pb-visits', '3 pages.');
  await steps.press(page, 'Start');
  // What was fired in a visit that is cut off is kept.
  await says(page, '.pb-verification-list', '90011');
  expect(await page.$eval('.pb-visited-run', (run) => run.textContent)).toContain('/article');
  launched.browser.process()?.kill('SIGKILL');
  await new Promise((resolve) => launched.browser.once('disconnected', resolve));

  launched = await launch();
  page = await openWorkspace(launched, '#/verifications');
  await page.locator('::-p-aria([name="List of 3 pages"][role="link"])').click();
  await says(page, '.pb-visited-run', 'the browser was closed');
  expect(fired(90_011)).toBe(1);
  await steps.press(page, 'Go on');
  await says(page, '.pb-visited-run', 'The run is over: 3 of 3 pages visited.');

  const rows = await page.$$eval('.pb-matrix-row', (all) =>
    all.map((row) => [...row.children].slice(1).map((cell) => cell.textContent)),
  );
  // What is sent as a page is left has arrived; now and then the browser says of it only that it was broken off.
  expect(rows[0]?.pop()).toMatch(/^(?:Pass|Warning)$/);
  expect(rows).toEqual([
    ['Visited; visited 2 times, since a visit was cut off', 'Pass'],
    ['A file came in its place', 'Not known', 'Not known'],
    ['It could not be loaded (net::ERR_UNSAFE_PORT)', 'Not known', 'Not known'],
  ]);
  expect([fired(90_011), fired(90_012)]).toEqual([2, 1]);

  // By keys, to the requests of the pixel that was sent as the page was left.
  await page.focus('.pb-matrix');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await says(page, '.pb-visited', 'Requests of Tracker 90012 on');
  const listed = await page.$$eval('.pb-grid-row .id', (ids) => ids.map((id) => id.textContent));
  expect(listed).toEqual(['90012']);
  await screens.page(page, 'done');
});
