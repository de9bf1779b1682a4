import type { CDPSession, Page } from 'puppeteer-core';

import type { Sandbox } from '../sandbox/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { buildWithHosts } from '../support/build.ts';
import { alternate } from './measure.ts';

const ORIGIN = 'https://editors.sandbox.test/*';

/** What one visit of a page cost. */
export interface Visit {
  /** From the start of the navigation to the end of the `load` event. */
  readonly loadMs: number;
  /** All that the page's main thread did, in its own processor time, which other programs do not lengthen. */
  readonly threadMs: number;
}

export interface Visits {
  readonly with: readonly Visit[];
  readonly without: readonly Visit[];
}

/**
 * Visits a page of a console again and again in one browser with the extension, where the console
 * is enabled every other time: the content script is all that differs. `act` is done on the page
 * once it has loaded, before the thread's time is read.
 */
export async function visitConsole(
  sandbox: Sandbox,
  address: string,
  rounds: number,
  act: (page: Page) => Promise<void> = async () => {},
): Promise<Visits> {
  const extension = await buildWithHosts('bench', [ORIGIN]);
  const launched = await launchBrowser({ extension, hostRules: sandbox.hostRules });
  const control = await launched.browser.newPage();
  await control.goto(`chrome-extension://${launched.extensionId}/devtools.html`);
  const visits = { with: [] as Visit[], without: [] as Visit[] };
  const visitAs = (kind: keyof Visits) => async (round: number) => {
    await tell(control, kind === 'with' ? 'consoles.enable' : 'consoles.disable');
    const visit = await visitOnce(await launched.browser.newPage(), address, kind, act);
    // The first visits fill caches.
    if (round >= WARM_UP) visits[kind].push(visit);
  };
  await alternate(rounds + WARM_UP, visitAs('with'), visitAs('without'));
  await launched.close();
  return visits;
}

const WARM_UP = 2;

/** Asks the background, as the options page would. */
async function tell(control: Page, name: string): Promise<void> {
  const message = JSON.stringify({ piggyback: name, data: { origin: ORIGIN } });
  await control.evaluate(`chrome.runtime.sendMessage(${message})`);
}

async function visitOnce(
  page: Page,
  address: string,
  kind: keyof Visits,
  act: (page: Page) => Promise<void>,
): Promise<Visit> {
  // A page of the same site, so that the process is there before the count begins.
  await page.goto(new URL('/nothing', address).href);
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  const before = await threadMs(session);
  await page.goto(address, { waitUntil: 'load' });
  await page.bringToFront();
  await page.evaluate(untilSettled);
  await expectScript(session, kind === 'with');
  await act(page);
  const after = await threadMs(session);
  const loadMs = await page.evaluate(
    () => performance.getEntriesByType('navigation')[0]?.toJSON().loadEventEnd,
  );
  await page.close();
  return { loadMs: Number(loadMs), threadMs: after - before };
}

async function threadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN);
}

// The content script begins with the first idle moment; a page's own late work is to be done too. Then nothing
// is drawn or waits: one idle moment after the other is a whole one, of up to 50 ms.
async function untilSettled(): Promise<void> {
  for (let whole = 0; whole < 3;) {
    const left = await new Promise<number>((resolve) =>
      requestIdleCallback((deadline) => resolve(deadline.timeRemaining())),
    );
    whole = left > 30 ? whole + 1 : 0;
  }
}

/** Fails where the content script is missing, or there when it should not be. */
async function expectScript(session: CDPSession, wanted: boolean): Promise<void> {
  const names: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => names.push(context.origin));
  await session.send('Runtime.enable');
  await session.send('Runtime.disable');
  const found = names.some((origin) => origin.startsWith('chrome-extension:'));
  if (found !== wanted) throw new Error(`the content script is ${found ? '' : 'not '}in the page`);
}
