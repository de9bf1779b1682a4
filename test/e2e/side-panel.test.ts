import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fill, type Site, startSite } from '../recorder/site.ts';
import { seriousViolations } from '../support/axe.ts';
import { type LaunchedBrowser, launchBrowser } from '../support/browser.ts';
import { buildWithHosts, PRODUCTION_BUILD } from '../support/build.ts';
import { openDevtools } from '../support/devtools.ts';
import { untilFound } from '../support/own-address.ts';
import { PATIENCE_MS } from './harness.ts';

// Without DevTools: the real side panel, and the number at the toolbar's button, on a site that was granted.

const PATIENCE = { timeout: PATIENCE_MS };
const px = (id: number) => `https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster={new}`;

let site: Site;
let launched: LaunchedBrowser;
let page: Page;
let panel: Page;
const name = 's1';

beforeAll(async () => {
  site = await startSite();
  const extension = await buildWithHosts(
    'side-panel',
    ['https://*.recorder.test/*', 'https://*.adnxs.com/*'],
    PRODUCTION_BUILD,
    ['webRequest'],
  );
  launched = await launchBrowser({ extension, hostRules: site.hostRules });
  const pages = {
    '/': `<img src="${px(11)}"><img src="${px(12)}">`,
    '/wrong': `<img src="${px(13)}"><img src="https://ib.adnxs.com/imptr?t=2">`,
  };
  site.serve({ name, pages, expected: { recorded: 0 } }, name);
  page = await launched.browser.newPage();
  await page.goto(fill('https://{site}/', name), { waitUntil: 'networkidle0' });
  panel = await openSidePanel();
});
afterAll(async () => {
  await launched?.close();
  await site?.close();
});

/** As the popup does, in a click; the page stays the one that is shown in the window. */
async function openSidePanel(): Promise<Page> {
  const { browser, extensionId } = launched;
  const opener = await browser.newPage();
  await opener.goto(`chrome-extension://${extensionId}/popup.html`);
  await opener.evaluate(`chrome.windows.getCurrent().then(({ id }) => {
    document.body.replaceChildren(document.createElement('button'));
    document.querySelector('button').onclick = () => chrome.sidePanel.open({ windowId: id });
  })`);
  await opener.click('button');
  const target = await browser.waitForTarget((one) => one.url().endsWith('/sidepanel.html'));
  await opener.close();
  await page.bringToFront();
  return target.asPage();
}

/** What stands at the toolbar's button: its text and its title. */
async function badge(): Promise<unknown> {
  const target = await launched.browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  return worker?.evaluate(`chrome.tabs.query({ url: '${fill('https://{site}/', name)}*' }).then(([tab]) =>
    Promise.all([
      chrome.action.getBadgeText({ tabId: tab.id }),
      chrome.action.getTitle({ tabId: tab.id }),
    ]))`);
}

const rows = () =>
  panel.$$eval('[role=grid] [role=row]:has([role=gridcell])', (all) =>
    all.map((row) => row.querySelector('.id')?.textContent),
  );

describe('the side panel', () => {
  it('says that nothing is recorded on the site, and asks for it by name', async () => {
    await panel.waitForSelector('.pb-sidepanel-ask', PATIENCE);
    expect(await panel.$eval('.pb-sidepanel-ask', ({ textContent }) => textContent)).toContain(
      `Pixels on ${fill('{site}', name)} are not recorded`,
    );
    expect(await seriousViolations(panel, '.pb-app')).toEqual([]);
  });

  it('shows the pixels of the page beside it from then on, and the toolbar counts them', async () => {
    await panel.locator('.pb-sidepanel-ask button').click();
    await panel.waitForSelector('.pb-sidepanel-site', PATIENCE);
    await page.reload({ waitUntil: 'networkidle0' });
    await untilFound('two rows', async () => ((await rows()).length === 2 ? true : null));
    expect((await rows()).toSorted()).toEqual(['11', '12']);
    await expect.poll(badge, PATIENCE).toEqual(['2', 'Piggyback: 2 pixel requests on this page']);
  });

  it('goes on after the worker was stopped, with nothing twice and a new page view', async () => {
    const target = await launched.browser.waitForTarget((one) => one.type() === 'service_worker');
    const worker = await target.worker();
    await worker?.close();
    await page.goto(fill('https://{site}/wrong', name), { waitUntil: 'networkidle0' });
    await untilFound('four rows', async () => ((await rows()).length === 4 ? true : null));
    await expect
      .poll(badge, PATIENCE)
      .toEqual(['2!', 'Piggyback: 2 pixel requests on this page, 1 with an error']);
  });

  it('leaves the tab to DevTools where they are opened, in the same recording', async () => {
    await openDevtools(launched.browser, page);
    await page.goto(fill('https://{site}/', name), { waitUntil: 'networkidle0' });
    await untilFound('six rows', async () => ((await rows()).length === 6 ? true : null));
    expect((await rows()).filter((id) => id === '11')).toHaveLength(2);
  });
});
