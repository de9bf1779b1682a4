import type { Browser } from 'puppeteer-core';

import { createDriver } from '@/cli/verify/browsers/visitor';
import { visitAll } from '@/cli/verify/pool';

import { js, px, img } from '../recorder/scenario.ts';
import { startSite } from '../recorder/site.ts';
import { launchBrowser } from '../support/browser.ts';
import { alternate, paired } from './measure.ts';
import type { Row } from './row.ts';

const AT_ONCE = 4;
const ROUNDS = 3;
const QUIET_MS = 2000;
const LEAVING = { idleTime: 500, timeout: 3000 };

/**
 * The command line's visits, four contexts side by side, against a loop of the driver's own calls that opens, loads,
 * goes down, waits and leaves as long, and listens to nothing.
 */
export async function benchVisits(): Promise<readonly Row[]> {
  const site = await startSite();
  site.serve(
    {
      name: 'visits',
      pages: {
        '/': `${img(px(601))}${js(`fetch("${px(602)}",{mode:'no-cors'});addEventListener('pagehide',()=>navigator.sendBeacon("${px(603)}",'x'))`)}<div style="height:3000px"></div><img loading=lazy src="${px(604)}">`,
      },
      expected: { recorded: 4 },
    },
    'visits',
  );
  const launched = await launchBrowser({ extension: null, hostRules: site.hostRules });
  const pages = Array.from({ length: AT_ONCE }, (_, index) => ({
    url: `https://visits.recorder.test/?page=${index}`,
    ownIds: [],
  }));
  let count = 0;
  const drivers = Array.from({ length: AT_ONCE }, (_, index) =>
    createDriver(launched.browser, {
      name: `context ${index + 1}`,
      isChromium: true,
      listenMs: 10_000,
      album: null,
      nextId: () => `visit ${(count += 1)}`,
      take: null,
      close: async () => {},
    }),
  );
  const [ours, bare]: [number[], number[]] = [[], []];
  // Both once before it counts.
  await alternate(
    ROUNDS + 1,
    async () =>
      ours.push(
        await timeOf(async () => {
          const outcomes = await visitAll(pages, drivers);
          if (outcomes.some(({ state }) => state !== 'visited')) throw new Error('not visited');
        }),
      ),
    async () =>
      bare.push(
        await timeOf(() => Promise.all(pages.map(({ url }) => visitBare(launched.browser, url)))),
      ),
  );
  await launched.close();
  await site.close();
  return [
    {
      what: 'four pages visited side by side on the command line',
      baseline: 'a bare loop of the driver’s calls that waits as long',
      ...paired(ours.slice(1), bare.slice(1)),
      // Nine tenths as many pages a minute.
      limit: 1.11,
    },
  ];
}

async function visitBare(browser: Browser, url: string): Promise<void> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
  await page.waitForNetworkIdle({ idleTime: QUIET_MS, timeout: 10_000 });
  await page.goto('about:blank');
  await page.waitForNetworkIdle(LEAVING);
  await context.close();
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
