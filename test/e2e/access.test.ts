import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fill, type Site, startSite } from '../recorder/site.ts';
import { type LaunchedBrowser, launchBrowser } from '../support/browser.ts';
import { buildWithHosts } from '../support/build.ts';
import {
  devtoolsClip,
  inPanel,
  openDevtools,
  pressInPanel,
  showPanel,
  untilInPanel,
} from '../support/devtools.ts';
import { createScreens } from '../support/screens.ts';
import { seriousViolations } from '../support/axe.ts';

// A person is asked for the site under test: what is said before, and what comes of it.

const screens = createScreens('.output/screens/access');

let site: Site;
let launched: LaunchedBrowser;
let page: Page;
let window: Page;
let panel: CDPSession;

beforeAll(async () => {
  site = await startSite();
  // The hosts are granted, as no prompt can be answered here; what is asked for with them is not yet.
  const extension = await buildWithHosts('access', [
    'https://*.recorder.test/*',
    'https://*.ads.test/*',
    'https://*.adnxs.com/*',
  ]);
  launched = await launchBrowser({ extension, hostRules: site.hostRules });
  page = await launched.browser.newPage();
  await page.goto('about:blank');
  window = await openDevtools(launched.browser, page);
  ({ panel } = await showPanel(launched.browser, window));
  await untilInPanel(panel, `document.querySelector('.pb-live-dot')`);
});
afterAll(async () => {
  await launched?.close();
  await site?.close();
});

const px = (id: number) => `https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster={new}`;
async function load(name: string): Promise<void> {
  const pages = {
    '/': `<img src="${px(1)}"><iframe src="https://{other}/f"></iframe>`,
    '{other}/f': `<img src="${px(2)}">`,
  };
  site.serve({ name, pages, expected: { recorded: 0 } }, name);
  await page.goto(fill('https://{site}/', name));
}
const NOTICES = `[...document.querySelectorAll('.pb-notice')].map((one) => one.innerText).filter((text) => text.includes('Not seen of '))`;

describe('in DevTools', () => {
  it('what is not seen of the page and its frames is said once, in one line', async () => {
    await load('a1');
    await untilInPanel(panel, `${NOTICES}[0]?.includes('frames from')`);
    const said = await inPanel(panel, NOTICES);
    expect(said).toHaveLength(1);
    expect(String(said)).toContain(
      'Not seen of a1.recorder.test and of frames from a1.ads.test: pixels sent as the page is left',
    );
    await screens.part(window, 'panel', await devtoolsClip({ window, panel }));
  });

  it('a site that is not wanted is not asked for again, until the options have it offered', async () => {
    const button = `[...document.querySelectorAll('button')].find((one) => one.innerText === 'Not for this site')`;
    await inPanel(panel, `{ const button = ${button}; button.focus(); button.click(); }`);
    await untilInPanel(panel, `${NOTICES}.length === 0`);
    expect(await inPanel(panel, `document.activeElement !== document.body`)).toBe(true);
    await load('a2');
    await untilInPanel(panel, `${NOTICES}[0]?.includes('a2.recorder.test')`);
    await load('a1');
    await untilInPanel(panel, `${NOTICES}.length === 0`);
    const options = await launched.browser.newPage();
    await options.goto(`chrome-extension://${launched.extensionId}/options.html`);
    await options.locator('::-p-aria([name="Offer again on a1.recorder.test"])').click();
    await options.locator('::-p-text(DevTools offers it again on a1.recorder.test.)').wait();
    await options.close();
    await load('a1');
    await untilInPanel(panel, `${NOTICES}[0]?.includes('a1.recorder.test')`);
  });

  it('a window says what for and names each host, and has the browser ask', async () => {
    await untilInPanel(panel, `${NOTICES}[0]?.includes('frames from')`);
    await pressInPanel(panel, 'See them, too');
    const target = await launched.browser.waitForTarget((one) =>
      one.url().includes('/access.html'),
    );
    const asking = await target.asPage();
    await asking.locator('button ::-p-text(Allow)').wait();
    const text = await asking.evaluate(() => document.body.innerText);
    for (const said of [
      'Every pixel of a1.recorder.test',
      'a1.recorder.test, the page',
      'a1.ads.test, a frame in it',
      'adnxs.com, where the pixels go',
    ])
      expect(text).toContain(said);
    await screens.page(asking, 'asking');
    await asking.locator('button ::-p-text(Allow)').click();
    // A browser without another extension that listens tells of requests after its next start only.
    await asking.locator('::-p-text(Allowed, from the next start of the browser.)').wait();
    const focused = await asking.evaluate(() => document.activeElement?.textContent);
    expect(focused, 'keys go on from there').toBe('Close');
    expect(await seriousViolations(asking)).toEqual([]);
    await screens.page(asking, 'allowed');
    await asking.locator('button ::-p-text(Close)').click();
    await untilInPanel(panel, `${NOTICES}[0]?.includes('It is allowed')`);
    expect(await inPanel(panel, `document.body.innerText.includes('See them, too')`)).toBe(false);
  });
});
