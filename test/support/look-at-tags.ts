import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';

import { z } from '@/lib/core/base/schema';
import { OnPageSchema } from '@/lib/core/verification/results';

import type { Pages } from '../recorder/scenario.ts';
import { fill, type Site, startSite } from '../recorder/site.ts';
import { type LaunchedBrowser, launchBrowser } from './browser.ts';
import { PRODUCTION_BUILD } from './build.ts';
import { inPanel, openDevtools, pressInPanel, showPanel, untilInPanel } from './devtools.ts';
import { exportedBy } from './panel-export.ts';

/** As the product reads what it exported, and beside it why each did not fire, by code. */
const LookSchema = z.object({
  onPage: z.extend(OnPageSchema, {
    notFired: z.array(
      z.extend(OnPageSchema.shape.notFired.def.element, {
        reason: z.object({ code: z.string(), values: z.record(z.string(), z.string()) }),
      }),
    ),
  }),
});
export type OnPage = z.infer<typeof LookSchema>['onPage'];

/** A page, and DevTools with our panel beside it. */
export interface Looking {
  readonly site: Site;
  readonly launched: LaunchedBrowser;
  page: Page;
  window: Page;
  panel: CDPSession;
}

/** Pages of a test's own in real DevTools, and what is listed of the tags on them that did not fire. */
export function useLooks() {
  let looking: Looking | null = null;
  const now = (): Looking => {
    if (!looking) throw new Error('no browser yet');
    return looking;
  };
  beforeAll(async () => {
    const site = await startSite();
    const launched = await launchBrowser({
      extension: PRODUCTION_BUILD,
      hostRules: site.hostRules,
    });
    const page = await launched.browser.newPage();
    await page.goto('about:blank');
    const devtools = await openDevtools(launched.browser, page);
    looking = { site, launched, page, ...(await showPanel(launched.browser, devtools)) };
  });
  afterAll(async () => {
    await looking?.launched.close();
    await looking?.site.close();
  });

  let number = 0;
  /** Loads a page that has such a body, and others beside it. */
  async function load(body: string, pages: Pages = {}): Promise<string> {
    const { site, page, panel } = now();
    const name = `p${(number += 1)}`;
    site.serve({ name, pages: { '/': body, ...pages }, expected: { recorded: 0 } }, name);
    await page.goto(fill('https://{site}/', name), { waitUntil: 'networkidle0' });
    await untilInPanel(panel, `document.querySelector('.pb-live-dot')`);
    return name;
  }

  /** Presses the button. */
  async function press(): Promise<void> {
    const { panel } = now();
    await inPanel(
      panel,
      `document.querySelector('[aria-label^="Close the list of tags"]')?.click()`,
    );
    await untilInPanel(panel, `!document.querySelector('#pb-on-page')`);
    await pressInPanel(panel, 'Look for tags');
  }

  /** Presses the button, and gives what is listed then as the export has it. */
  async function look(): Promise<OnPage> {
    const { launched, panel } = now();
    await press();
    await untilInPanel(panel, `document.querySelector('#pb-on-page')`);
    const text = await exportedBy(launched.browser, panel, 'Export JSON');
    return LookSchema.parse(JSON.parse(text)).onPage;
  }
  return { now, load, press, look };
}

/** What is listed, as trackers and the codes of their reasons. */
export const reasonsIn = ({ notFired }: OnPage) =>
  notFired.map(({ trackerId, reason }) => `${trackerId} ${reason.code}`).toSorted();
