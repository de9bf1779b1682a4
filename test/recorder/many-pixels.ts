import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { CDPSession } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { type LaunchedBrowser, launchBrowser } from '../support/browser.ts';
import { PRODUCTION_BUILD } from '../support/build.ts';
import {
  inPanel,
  openDevtools,
  pressInPanel,
  showPanel,
  untilInPanel,
} from '../support/devtools.ts';
import { js, type Scenario } from './scenario.ts';
import { type Site, startSite } from './site.ts';

const NamesSchema = z.array(z.string());
/** Under way at once: a browser refuses to have thousands. */
const AT_ONCE = 24;

/** A page that fires so many trackers, each once, as pictures, fetches that nobody reads and beacons. */
const firing = (first: number, count: number): Scenario => ({
  name: 'many',
  pages: {
    '/': js(`
      let next = ${first};
      const address = (id) => 'https://ib.adnxs.com/imptr?id=' + id + '&t=2&cachebuster=' + (7e6 + id);
      // A browser holds back beacons where too many are under way: the next is sent once the last has arrived.
      const sent = new Map();
      new PerformanceObserver((list) => {
        for (const { name } of list.getEntries()) { sent.get(name)?.(); sent.delete(name); }
      }).observe({ type: 'resource' });
      const ways = [
        (url) => new Promise((done) => { const i = new Image(); i.onload = i.onerror = done; i.src = url; }),
        (url) => fetch(url, { mode: 'no-cors' }),
        (url) => new Promise((done) => { sent.set(url, done); navigator.sendBeacon(url, 'x'); }),
      ];
      const go = async () => {
        while (next < ${first + count}) { const id = next++; await ways[id % 3](address(id)); }
      };
      void Promise.all(Array.from({ length: ${AT_ONCE} }, go));`),
  },
  expected: { recorded: count },
});
const idsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => String(first + index)).toSorted();

/**
 * So many pixels on one page are recorded as the server received them, none lost and none twice; and what the
 * panel was told of by the time the browser is killed is there when it is started again.
 */
export function testManyPixels(count: number, seconds: number): void {
  describe(`${count} pixels on one page`, () => {
    let site: Site;
    let launched: LaunchedBrowser;
    let panel: CDPSession;
    let profile = '';
    const [whole, half] = [100_000, 200_000];

    beforeAll(async () => {
      site = await startSite();
      profile = await mkdtemp(path.join(tmpdir(), 'piggyback-kept-'));
      launched = await launch();
      const page = await launched.browser.newPage();
      ({ panel } = await showPanel(launched.browser, await openDevtools(launched.browser, page)));
      await inPanel(panel, HEAR);
    }, 40_000);
    afterAll(async () => {
      await launched?.close();
      await site?.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    });
    const launch = () =>
      launchBrowser({ extension: PRODUCTION_BUILD, hostRules: site.hostRules, profile });

    async function open(first: number, name: string): Promise<void> {
      site.serve(firing(first, count), name);
      const page = (await launched.browser.pages()).at(-1);
      await page?.goto(`https://${name}.recorder.test/`, { waitUntil: 'domcontentloaded' });
    }

    it(
      'are recorded as the server received them',
      async () => {
        await open(whole, 'whole');
        await untilInPanel(panel, `${LISTED} >= ${count}`, seconds);
        // What would come twice has come once DevTools was asked again for all it knows.
        await pressInPanel(panel, 'Check again');
        await untilInPanel(panel, 'window.checked');
        const all = idsFrom(whole, count);
        expect(site.askedFor().toSorted()).toEqual(all);
        expect((await kept(panel)).toSorted()).toEqual(all);
        expect(await inPanel(panel, LISTED)).toBe(count);
      },
      (seconds + 30) * 1000,
    );

    it(
      'are there after the browser was killed, as far as they were shown',
      async () => {
        await inPanel(panel, 'void (heard = [])');
        await open(half, 'half');
        await untilInPanel(panel, `${LISTED} >= ${count * 1.5}`, seconds);
        const shown = NamesSchema.parse(await inPanel(panel, 'heard'));
        const listed = Number(await inPanel(panel, LISTED));
        launched.browser.process()?.kill('SIGKILL');
        await new Promise((resolve) => launched.browser.once('disconnected', resolve));

        launched = await launch();
        const page = await launched.browser.newPage();
        await page.goto(`chrome-extension://${launched.extensionId}/options.html`);
        const session = await page.createCDPSession();
        const there = await kept(session);
        expect(shown.length).toBeGreaterThanOrEqual(count / 2);
        expect(shown.filter((id) => !there.includes(id))).toEqual([]);
        expect(there.length).toBeGreaterThanOrEqual(listed);
        expect(new Set(there).size).toBe(there.length);
        // What was under way may not have arrived.
        const received = new Set([...idsFrom(whole, count), ...site.askedFor()]);
        const answered = await kept(session, `outcome === 'answered'`);
        expect(answered.filter((id) => !received.has(id))).toEqual([]);
      },
      (seconds + 30) * 1000,
    );
  });
}

const LISTED = `Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? 1) - 1`;

/** What the recorder tells the panel, once it is kept: the panel shows that and nothing else. */
const HEAR = `{
  window.heard = [];
  new BroadcastChannel('piggyback-verification').onmessage = ({ data }) => {
    if (data.kind === 'checked') window.checked = true;
    if (data.kind === 'requests-changed') for (const { url } of data.requests) heard.push(url.id);
  };
  0
}`;

/** The trackers of all requests that are kept, in any recording, and of which an expression is true. */
async function kept(page: CDPSession, isMeant = 'true'): Promise<readonly string[]> {
  const { result } = await page.send('Runtime.evaluate', {
    awaitPromise: true,
    returnByValue: true,
    expression: `new Promise((resolve, reject) => {
      const opening = indexedDB.open('piggyback');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const all = opening.result.transaction('pixelRequests').objectStore('pixelRequests').getAll();
        all.onsuccess = () => resolve(
          all.result.filter(({ outcome }) => ${isMeant}).map(({ url }) => url.id),
        );
      };
    })`,
  });
  return NamesSchema.parse(result.value);
}
