import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import type { Answer, Pages } from '../recorder/scenario.ts';
import { fill, type Site, startSite } from '../recorder/site.ts';
import { type LaunchedBrowser, launchBrowser } from '../support/browser.ts';
import { buildWithHosts, PRODUCTION_BUILD } from '../support/build.ts';
import { openDevtools, showPanel, untilInPanel } from '../support/devtools.ts';
import { exportedBy } from '../support/panel-export.ts';
import { untilFound } from '../support/own-address.ts';

// What DevTools does not tell and `webRequest` does, in real DevTools, where only the site under test is granted.

const ResultsSchema = z.object({
  requests: z.array(
    z.object({
      trackerId: z.nullable(z.number()),
      page: z.nullable(z.string()),
      frame: z.nullable(z.string()),
      outcome: z.string(),
      findings: z.array(z.object({ code: z.string() })),
    }),
  ),
});
type Told = z.infer<typeof ResultsSchema>['requests'][number];

let site: Site;
let launched: LaunchedBrowser;
let page: Page;
let panel: CDPSession;

beforeAll(async () => {
  site = await startSite();
  // As after a prompt, which cannot be answered here, and a start of the browser after that.
  const extension = await buildWithHosts(
    'web-request',
    ['https://*.recorder.test/*', 'https://*.adnxs.com/*'],
    PRODUCTION_BUILD,
    ['webRequest'],
  );
  launched = await launchBrowser({ extension, hostRules: site.hostRules });
  page = await launched.browser.newPage();
  await page.goto('about:blank');
  const window = await openDevtools(launched.browser, page);
  ({ panel } = await showPanel(launched.browser, window));
  await untilInPanel(panel, `document.querySelector('.pb-live-dot')`);
});
afterAll(async () => {
  await launched?.close();
  await site?.close();
});

let number = 0;
/** Serves pages on hosts of their own and loads the first. */
async function load(pages: Pages, answers: Readonly<Record<string, Answer>> = {}): Promise<string> {
  const name = `w${(number += 1)}`;
  site.serve({ name, pages, answers, expected: { recorded: 0 } }, name);
  await page.goto(fill('https://{site}/', name), { waitUntil: 'domcontentloaded' });
  return name;
}

const asked = (count: number) =>
  untilFound(`${count} requests`, async () => site.asked() >= count || null);

/** What the panel lists of these trackers, once it lists so many of them. */
async function told(ids: readonly number[], count = ids.length): Promise<readonly Told[]> {
  let all: readonly Told[] = [];
  await untilFound(`${count} of ${ids.join(', ')} in the panel`, async () => {
    const text = await exportedBy(launched.browser, panel, 'Export JSON');
    const { requests } = ResultsSchema.parse(JSON.parse(text));
    all = requests.filter(({ trackerId }) => trackerId !== null && ids.includes(trackerId));
    return all.length >= count || null;
  });
  return all;
}

const px = (id: number, t = 2) => `https://ib.adnxs.com/imptr?id=${id}&t=${t}&cachebuster={new}`;
const leaving = (code: string) =>
  `<script>addEventListener('pagehide', () => { ${code} })</script>`;

const codesOf = (all: readonly Told[]) =>
  Object.fromEntries(
    all.map(({ trackerId, findings }) => [trackerId, findings.map(({ code }) => code)]),
  );
const outcomesOf = (all: readonly Told[]) =>
  Object.fromEntries(all.map(({ trackerId, outcome }) => [trackerId, outcome]));

describe('on a site that was granted', () => {
  it('what DevTools tells of, too, is one request, with its frame', async () => {
    const name = await load({
      '/': `<img src="${px(11)}"><script src="${px(12, 1)}"></script><iframe src="/f"></iframe>
        <script>navigator.sendBeacon("${px(13)}"); fetch("${px(14)}", { mode: 'no-cors' });</script>`,
      '/f': `<img src="${px(15)}">`,
    });
    await asked(5);
    const all = await told([11, 12, 13, 14, 15]);
    expect(codesOf(all)).toEqual({ 11: [], 12: [], 13: [], 14: [], 15: [] });
    expect(all).toHaveLength(5);
    expect(all.find(({ trackerId }) => trackerId === 15)?.frame).toBe(
      fill('https://{site}/f', name),
    );
  });

  it('a picture in the text of a sandboxed frame is told', async () => {
    const text = `<img src='${px(18)}'>`.replaceAll('&', '&amp;');
    await load({ '/': `<iframe sandbox srcdoc="${text}"></iframe>` });
    await asked(1);
    expect(codesOf(await told([18]))).toEqual({ 18: [] });
  });

  it('what is sent as the page is left is told, of that page, and is never said to have failed', async () => {
    const name = await load(
      {
        '/': `<img src="${px(20)}">${leaving(`
          new Image().src = "${px(21)}";
          fetch("${px(22)}", { mode: 'no-cors', keepalive: true });
          navigator.sendBeacon("${px(23)}");
          new Image().src = "${px(24)}";
        `)}`,
        '/next': `<img src="${px(25)}">`,
      },
      { 24: { held: true } },
    );
    await told([20]);
    await page.goto(fill('https://{site}/next', name));
    await asked(6);
    const [left, next] = ['/', '/next'].map((path) => fill(`https://{site}${path}`, name));
    const pages = { 20: left, 21: left, 22: left, 23: left, 24: left, 25: next };
    // DevTools may tell of one before `webRequest` does, which alone knows its page.
    const all = await untilFound('each on its page', async () => {
      const found = await told([20, 21, 22, 23, 24, 25]);
      const isOn = ({ trackerId, page: url }: Told) =>
        Reflect.get(pages, String(trackerId)) === url;
      return found.every(isOn) ? found : null;
    });
    expect(all).toHaveLength(6);
    for (const outcome of Object.values(outcomesOf(all)))
      expect(['answered', 'aborted']).toContain(outcome);
    expect(outcomesOf(all)).toMatchObject({ 24: 'aborted', 25: 'answered' });
  });

  it('what is in flight is told at once; when its page is left it was sent, its outcome not known', async () => {
    await load({ '/': `<img src="${px(31)}">` }, { 31: { held: true } });
    await asked(1);
    expect(outcomesOf(await told([31]))).toEqual({ 31: 'pending' });
    await page.goto('about:blank');
    await untilFound('its end', async () => outcomesOf(await told([31]))[31] === 'aborted' || null);
  });

  it('what its service worker sends is told once, and where only it says so, with a doubt of the tab', async () => {
    await load({
      '/': `<script>
        navigator.serviceWorker.register('/sw.js');
        navigator.serviceWorker.ready.then(({ active }) => active.postMessage(1));
      </script>`,
      '/sw.js': {
        type: 'text/javascript',
        body: `onactivate = (event) => event.waitUntil(clients.claim());
          onmessage = (event) => event.waitUntil(fetch("${px(41)}", { mode: 'no-cors' }));`,
      },
    });
    await asked(1);
    const all = await told([41]);
    expect(all).toHaveLength(1);
    expect(outcomesOf(all)).toEqual({ 41: 'answered' });
    expect([[], ['tab-unsure']]).toContainEqual(codesOf(all)[41]);
  });

  it('what passes through a service worker is one', async () => {
    await load({
      '/': `<script>
        navigator.serviceWorker.register('/sw.js');
        navigator.serviceWorker.ready.then(async () => {
          if (!navigator.serviceWorker.controller)
            await new Promise((done) => (navigator.serviceWorker.oncontrollerchange = done));
          new Image().src = "${px(42)}";
        });
      </script>`,
      '/sw.js': {
        type: 'text/javascript',
        body: `onactivate = (event) => event.waitUntil(clients.claim());
          onfetch = (event) => event.respondWith(fetch(event.request));`,
      },
    });
    await asked(1);
    await untilFound('it in the log', async () => {
      const all = await told([42]);
      return (all.length === 1 && codesOf(all)[42]?.length === 0) || null;
    });
  });

  it('a worker that the browser stopped is woken, and nothing is lost', async () => {
    const name = await load({
      '/': `<img src="${px(51)}">${leaving(`new Image().src = "${px(52)}";`)}`,
      '/next': 'next',
    });
    await told([51]);
    const isOurs = (url: string) =>
      url === `chrome-extension://${launched.extensionId}/background.js`;
    // What is counted for the toolbar may wake it once more.
    await untilFound('no worker', async () => {
      const target = launched.browser.targets().find((one) => isOurs(one.url()));
      await (await target?.worker())?.close();
      return target ? null : true;
    });
    await page.goto(fill('https://{site}/next', name));
    await asked(2);
    expect(await told([52])).toHaveLength(1);
  });
});

describe('of a frame whose site was not granted', () => {
  it('nothing is told that DevTools does not tell', async () => {
    const name = await load({
      '/': `<img src="${px(61)}"><iframe src="https://{other}/f"></iframe>${leaving(`new Image().src = "${px(62)}";`)}`,
      '{other}/f': `<img src="${px(63)}">${leaving(`new Image().src = "${px(64)}";`)}`,
      '/next': 'next',
    });
    await asked(2);
    await told([61, 63]);
    await page.goto(fill('https://{site}/next', name));
    await asked(4);
    const all = await told([61, 62, 63, 64], 3);
    expect(all.map(({ trackerId }) => trackerId).toSorted()).toEqual([61, 62, 63]);
  });
});
