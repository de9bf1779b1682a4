import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { z } from 'zod';

import { inPanel, openDevtools, showPanel, untilInPanel } from '../support/devtools.ts';
import { exportedBy } from '../support/panel-export.ts';
import type { Scenario, Step } from './scenario.ts';
import { fill, type Site } from './site.ts';

/** How long one thing may take to happen, in milliseconds. */
const PATIENCE_MS = 15_000;
/** How long a page that was prerendered may take to be in the place of another, in milliseconds. */
const PRERENDERED_MS = 3000;

const FindingSchema = z.object({ code: z.string() });
const ProofSchema = z.object({
  gaps: z.array(z.unknown()),
  pageViews: z.array(z.object({ url: z.string() })),
  requests: z.array(
    z.object({
      url: z.string(),
      trackerId: z.nullable(z.number()),
      page: z.nullable(z.string()),
      frame: z.nullable(z.string()),
      loader: z.nullable(z.string()),
      outcome: z.string(),
      isRedirectHop: z.boolean(),
      prerendered: z.optional(z.string()),
      findings: z.array(FindingSchema),
    }),
  ),
});
export type Proof = z.infer<typeof ProofSchema>;

export interface Played {
  readonly asked: number;
  /** What did not happen in time. */
  readonly missed: readonly string[];
}

/** Plays scenarios one after the other in one tab with DevTools open; the export tells of all of them. */
export async function createPlayer(browser: Browser, site: Site) {
  let { page, window, panel } = await openTab(browser);
  /** What tabs told that were lost. */
  const earlier: Proof[] = [];
  let listedBefore = 0;
  /** When the scenario began that is played. */
  let since = 0;

  async function until(
    what: string,
    isTrue: () => boolean | Promise<boolean>,
    missed: string[],
  ): Promise<void> {
    if (!(await within(PATIENCE_MS, isTrue))) missed.push(what);
  }

  const proofNow = async () =>
    ProofSchema.parse(JSON.parse(await exportedBy(browser, panel, 'Export JSON')));

  /** Goes on in another tab: what drives the browser has lost the page, though the browser has not. */
  async function renew(): Promise<void> {
    earlier.push(await proofNow());
    await window.close();
    ({ page, window, panel } = await openTab(browser));
    listedBefore = 0;
  }

  async function take(step: Step, name: string, missed: string[]): Promise<void> {
    const loaded = { waitUntil: 'domcontentloaded', timeout: PATIENCE_MS } as const;
    if ('open' in step) {
      const to = fill(step.open.startsWith('/') ? `https://{site}${step.open}` : step.open, name);
      await page.goto(to, loaded);
    } else if ('click' in step) await page.click(step.click);
    else if ('run' in step) await page.evaluate(fill(step.run, name));
    else if ('reload' in step) await page.reload(loaded);
    else if ('back' in step) await page.goBack(loaded);
    else if ('asked' in step)
      await until(`asked ${step.asked} times`, () => site.asked() >= step.asked, missed);
    else if ('served' in step)
      await until(`served ${step.served}`, () => site.served().includes(step.served), missed);
    else if ('listed' in step) await untilListed(step.listed, missed);
    else if ('ended' in step) await untilEnded(missed);
    else if ('viewed' in step) {
      const isIt = `row.url === 'https://${name}.recorder.test${step.viewed}'`;
      await until('viewed', async () => (await countKept(panel, 'pageViews', isIt)) > 0, missed);
    } else {
      await window.close();
      ({ window, panel } = await showPanel(browser, await openDevtools(browser, page)));
      await untilInPanel(panel, `document.querySelector('[role=grid]')`);
    }
  }

  const untilEnded = (missed: string[]) => {
    const isOpen = `row.startedAt >= ${since} && row.outcome === 'pending'`;
    return until(
      'ended',
      async () => (await countKept(panel, 'pixelRequests', isOpen)) === 0,
      missed,
    );
  };
  const untilListed = (count: number, missed: string[]) =>
    until(`${count} listed`, async () => (await listed(panel)) >= listedBefore + count, missed);

  return {
    async play(scenario: Scenario, name: string): Promise<Played> {
      const missed: string[] = [];
      since = Date.now();
      site.serve(scenario, name);
      const steps = scenario.steps ?? [{ open: '/' }];
      for (const step of steps) await take(step, name, missed);
      const { asked = 0, recorded } = scenario.expected;
      await until(`asked ${asked} times`, () => site.asked() >= asked, missed);
      // What never comes is known only when the page has had its time.
      if (!scenario.unseen && !scenario.mayMiss) await untilListed(recorded, missed);
      const isViewed = `row.url.includes('//${name}.')`;
      await until(
        'viewed',
        async () => (await countKept(panel, 'pageViews', isViewed)) > 0,
        missed,
      );
      // What is left before its answer was seen is never told to have ended; it is judged so (`check`).
      const isHeld = Object.values(scenario.answers ?? {}).some(({ held }) => held === true);
      if (!isHeld && !scenario.endless && !scenario.mayMiss) await untilEnded(missed);
      // DevTools' log forgets what it knows better than the event when the page is left, and of pages that
      // follow each other within milliseconds is a scenario of its own.
      const inLog = `row.sightings?.some(({ source }) => source === 'har-log')`;
      const isUnread = `row.startedAt >= ${since} && !(${inLog})`;
      const isRead = async () => (await countKept(panel, 'pixelRequests', isUnread)) === 0;
      if (scenario.steps === undefined) await until('read in the log', isRead, missed);
      const leftAt = Date.now();
      if (!(await within(PRERENDERED_MS, () => leave(page)))) {
        await renew();
        return { asked: site.asked(), missed };
      }
      const isLeft = `row.url === 'about:blank' && row.startedAt >= ${leftAt}`;
      await until('left', async () => (await countKept(panel, 'pageViews', isLeft)) > 0, missed);
      listedBefore = await listed(panel);
      return { asked: site.asked(), missed };
    },
    /** What was recorded until now, as it is exported. */
    async proof(): Promise<Proof> {
      const all = [...earlier, await proofNow()];
      return {
        gaps: all.flatMap(({ gaps }) => gaps),
        pageViews: all.flatMap(({ pageViews }) => pageViews),
        requests: all.flatMap(({ requests }) => requests),
      };
    },
  };
}

async function openTab(browser: Browser) {
  const page = await browser.newPage();
  await page.goto('about:blank');
  return { page, ...(await showPanel(browser, await openDevtools(browser, page))) };
}

/** Asks again and again; `false` where it is not true in time. */
async function within(
  milliseconds: number,
  isTrue: () => boolean | Promise<boolean>,
): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!(await isTrue())) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  return true;
}

/** Leaves the page; `false` where one that was prerendered is just taking its place. */
async function leave(page: Page): Promise<boolean> {
  if (page.mainFrame().detached) return false;
  return unlessReplaced(page.goto('about:blank'));
}

/** Whether it was done before a page that was prerendered took the place of the one it was done on. */
async function unlessReplaced(act: Promise<unknown>): Promise<boolean> {
  try {
    await act;
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes('detached')) return false;
    throw error;
  }
}

async function listed(panel: CDPSession): Promise<number> {
  const count = await inPanel(
    panel,
    `document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? '1'`,
  );
  return Number(count) - 1;
}

/** Counts the rows of a store of which an expression about `row` is true. */
async function countKept(panel: CDPSession, store: string, isCounted: string): Promise<number> {
  const count = await inPanel(
    panel,
    `new Promise((resolve, reject) => {
      const opening = indexedDB.open('piggyback');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const all = opening.result.transaction('${store}').objectStore('${store}').getAll();
        all.onsuccess = () => {
          opening.result.close();
          resolve(all.result.filter((row) => ${isCounted}).length);
        };
      };
    })`,
  );
  return Number(count);
}
