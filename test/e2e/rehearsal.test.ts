import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { js, px, type Pages } from '../recorder/scenario.ts';
import { fill, type Site, startSite } from '../recorder/site.ts';
import { type LaunchedBrowser, launchBrowser } from '../support/browser.ts';
import { buildWithHosts, PRODUCTION_BUILD } from '../support/build.ts';
import {
  inPanel,
  openDevtools,
  pressInPanel,
  showPanel,
  untilInPanel,
} from '../support/devtools.ts';
import { untilFound } from '../support/own-address.ts';
import { exportedBy } from '../support/panel-export.ts';

// Trackers are answered by the extension in a real browser, and the server counts: it must have none.

/** Passes pictures of trackers on, and fires what it is told to. */
const WORKER = {
  type: 'text/javascript',
  body: `addEventListener('install', () => skipWaiting());
    addEventListener('activate', (event) => event.waitUntil(clients.claim()));
    addEventListener('fetch', (event) => {
      if (event.request.url.includes('/imptr')) event.respondWith(fetch(event.request));
    });
    addEventListener('message', ({ data, source }) => {
      const end = () => source.postMessage('fired');
      void fetch(data, { mode: 'no-cors' }).then(end, end);
    });`,
};
const worker = (id: number) =>
  js(`navigator.serviceWorker.onmessage = () => top.postMessage('fired', '*');
    navigator.serviceWorker.register('/worker.js');
    navigator.serviceWorker.ready.then(({ active }) => active.postMessage("${px(id)}"))`);
const leaves = (...[image, beacon, kept]: readonly [number, number, number]) =>
  js(`addEventListener('pagehide', () => {
    new Image().src = "${px(image)}";
    navigator.sendBeacon("${px(beacon)}");
    fetch("${px(kept)}", { mode: 'no-cors', keepalive: true });
  })`);

/** Says of itself what only the browser says, with a token that somebody gave away. */
const FORGER = {
  type: 'text/javascript',
  body: `addEventListener('install', () => skipWaiting());
    addEventListener('activate', (event) => event.waitUntil(clients.claim()));
    const token = location.search.slice(1);
    const headers = {
      location: 'https://ib.adnxs.com/piggyback-rehearsal/' + token + '/pixel.gif',
      'non-authoritative-reason': 'WebRequest API',
    };
    addEventListener('fetch', (event) => {
      if (event.request.url.includes('/imptr'))
        event.respondWith(new Response(null, { status: 307, headers }));
    });`,
};

const PAGES: Pages = {
  '/quiet': 'nothing fires here',
  '/worker.js': WORKER,
  '/forged/': 'a page of ill will',
  '/forged/worker.js': FORGER,
  '{other}/worker.js': WORKER,
  '/': [
    `<img src="${px(1)}"><script src="${px(2, 1)}" onload="document.title = 'ran'"></script>`,
    js(`navigator.sendBeacon("${px(3)}"); fetch("${px(4)}", { mode: 'no-cors' });
      fetch("${px(5)}").then((answer) => (window.cameTo = answer.url))`),
    `<iframe src="${px(6)}"></iframe>`,
    `<iframe sandbox srcdoc='<img src="${px(7)}">'></iframe>`,
    js(`new Worker(URL.createObjectURL(new Blob(['fetch("${px(8)}", { mode: "no-cors" })'])))`),
    `<iframe src="https://{other}/frame"></iframe>`,
    js(
      `window.fired = []; addEventListener('message', ({ data }) => data === 'fired' && fired.push(data))`,
    ),
    worker(9),
    leaves(20, 21, 22),
  ].join(''),
  '{other}/frame': `<img src="${px(10)}">${worker(11)}${leaves(23, 24, 25)}`,
  '/strict': {
    headers: {
      'content-security-policy': `default-src 'none'; script-src 'unsafe-inline'; img-src https://ib.adnxs.com/imptr`,
    },
    body: `<img src="${px(12)}" onload="document.title = 'shown'">`,
  },
  '/one': `<img src="${px(13)}" onload="document.title = 'shown'">`,
  '{third}/beside': `<img src="${px(30)}" onload="document.title = 'shown'">`,
};
/** What `/` fires and DevTools tells of; of its workers it does not always, and of the picture in a sandboxed frame's text never. */
const FIRED = [1, 2, 3, 4, 5, 6, 8, 10];

const ExportSchema = z.object({
  expected: z.array(z.object({ verdict: z.string(), fired: z.number() })),
  requests: z.array(
    z.object({
      trackerId: z.nullable(z.number()),
      outcome: z.string(),
      findings: z.array(z.object({ code: z.string() })),
    }),
  ),
});

/** A frame that is out of sight draws nothing, and is asked by the clock. */
const SOON = { polling: 50 };
const NAME = 'rehearsed';
const at = (path: string) =>
  fill(path.startsWith('/') ? `https://{site}${path}` : `https://${path}`, NAME);
const COUNT = 'chrome.declarativeNetRequest.getSessionRules().then((all) => all.length)';

let site: Site;
let launched: LaunchedBrowser;
let page: Page;
let ours: Page;
let window: Page;
let panel: CDPSession;
/** Of the rehearsal that was on last. */
let lease: unknown;

async function start(extension: string): Promise<void> {
  site = await startSite();
  site.serve({ name: NAME, pages: PAGES, expected: { recorded: 0 } }, NAME);
  launched = await launchBrowser({ extension, hostRules: site.hostRules });
  ours = await launched.browser.newPage();
  await ours.goto(`chrome-extension://${launched.extensionId}/options.html`);
  page = await launched.browser.newPage();
  await page.goto(at('/quiet'));
  window = await openDevtools(launched.browser, page);
  ({ panel } = await showPanel(launched.browser, window));
  await untilInPanel(panel, `document.querySelector('.pb-verification-buttons')`);
}
async function end(): Promise<void> {
  await launched?.close();
  await site?.close();
}

/** Asks the browser in a page of ours: a background with a debugger on it is not stopped. */
const inOurs = (expression: string): Promise<unknown> => ours.evaluate(expression);
const inLine = `document.querySelector('.pb-rehearsal')?.innerText`;
const badge = `chrome.tabs.query({}).then((tabs) => Promise.all(
  tabs.filter(({ url }) => url?.includes('recorder.test')).map(({ id }) => chrome.action.getBadgeText({ tabId: id }))
))`;

const listed = (id: number) =>
  `[...document.querySelectorAll('[role=row]')].some((row) => /\\b${id}\\b/.test(row.querySelector('.id')?.innerText))`;

/** The workers of the page and of the frame of another site have sent theirs. */
async function workersFired(): Promise<void> {
  await page.waitForFunction('window.fired?.length === 2', SOON);
}

async function pageThatAsks(): Promise<Page> {
  const target = await launched.browser.waitForTarget((one) =>
    one.url().endsWith('/access.html?for=rehearsal'),
  );
  const asking = await target.asPage();
  await asking.waitForSelector('main');
  return asking;
}

async function rehearsing(): Promise<void> {
  await pressInPanel(panel, 'Rehearse');
  await untilInPanel(panel, inLine);
}

describe('with everything granted', () => {
  beforeAll(async () => {
    await start(await buildWithHosts('rehearsal', ['https://*/*', 'http://*/*']));
  });
  afterAll(end);

  it('what is allowed is said on the page that asks', async () => {
    await ours.goto(`chrome-extension://${launched.extensionId}/access.html?for=rehearsal`);
    // Where the sites are allowed, the browser has nothing to ask.
    await ours.waitForSelector('button');
    await ours.$eval('button', (button) => button.click());
    await ours.waitForFunction(`document.body.innerText.includes('Allowed.')`, SOON);
  });

  it('is on once the trial was answered, and says so', async () => {
    await rehearsing();
    expect(await inPanel(panel, inLine)).toContain('Nothing is counted');
    expect(await inOurs(badge)).toEqual(['R']);
    expect(site.asked(), 'the trial was sent to nobody').toBe(0);
  });

  it('the server has none: of frames, workers and sandboxes, of every kind', async () => {
    await page.goto(at('/'));
    await workersFired();
    for (const id of FIRED) await untilInPanel(panel, listed(id));
    expect(await page.title(), 'the empty script ran').toBe('ran');
    expect(site.asked()).toBe(0);
    expect(await inOurs(badge), 'a page that is new is marked, too').toEqual(['R']);
  });

  it('no page learns the token', async () => {
    const cameTo = await page.evaluate('window.cameTo');
    const lease = z
      .object({ rehearsals: z.tuple([z.object({ token: z.string(), run: z.string() })]) })
      .parse(await inOurs(`chrome.storage.session.get('rehearsals')`)).rehearsals[0];
    expect(cameTo).toContain(lease.run);
    expect(cameTo).not.toContain(lease.token);
    const own = `chrome-extension://${launched.extensionId}/rehearsal/pixel.gif?${lease.run}`;
    const isFound = await page.evaluate(
      (url) =>
        fetch(url).then(
          () => true,
          () => false,
        ),
      own,
    );
    expect(isFound, 'nor finds the file by itself').toBe(false);
  });

  it('what is exported says that nothing was counted', async () => {
    const text = await exportedBy(launched.browser, panel, 'Export JSON');
    const { requests } = ExportSchema.parse(JSON.parse(text));
    expect(requests.map(({ trackerId }) => trackerId)).toEqual(expect.arrayContaining(FIRED));
    for (const { outcome, findings } of requests) {
      expect(outcome).toBe('rehearsed');
      expect(findings.map(({ code }) => code)).toContain('rehearsed');
    }
    expect(text).not.toContain('piggyback-rehearsal');
  });

  it('a strict policy lets the answer through, and what the page before sent on leaving was answered', async () => {
    await page.goto(at('/strict'));
    await page.waitForFunction(`document.title === 'shown'`, SOON);
    await untilInPanel(panel, listed(12));
    expect(site.asked()).toBe(0);
  });

  it('a picture that passed through the page’s worker is rehearsed', async () => {
    await page.goto(at('/one'));
    await page.waitForFunction(`document.title === 'shown'`, SOON);
    await untilInPanel(panel, listed(13));
    const text = await exportedBy(launched.browser, panel, 'Export JSON');
    const { requests } = ExportSchema.parse(JSON.parse(text));
    const ofOne = requests.filter(({ trackerId }) => trackerId === 13);
    expect(ofOne.map(({ outcome }) => outcome)).toEqual(['rehearsed']);
    expect(site.asked()).toBe(0);
  });

  it('a page that knows the token cannot have a request look rehearsed', async () => {
    const token = `chrome.storage.session.get('rehearsals').then(({ rehearsals }) => rehearsals[0].token)`;
    await page.goto(at('/forged/'));
    await page.evaluate(`(async () => {
      const controlled = new Promise((resolve) => (navigator.serviceWorker.oncontrollerchange = resolve));
      await navigator.serviceWorker.register('worker.js?${String(await inOurs(token))}');
      await controlled;
      new Image().src = 'https://ib.adnxs.com/imptr?id=14&t=2&cachebuster=1';
    })()`);
    await untilInPanel(panel, listed(14));
    const text = await exportedBy(launched.browser, panel, 'Export JSON');
    const { requests } = ExportSchema.parse(JSON.parse(text));
    const ofForger = requests.filter(({ trackerId }) => trackerId === 14);
    expect(ofForger.length).toBeGreaterThan(0);
    for (const { outcome } of ofForger) expect(outcome).not.toBe('rehearsed');
  });

  it('is off at once where a person says so', async () => {
    await pressInPanel(panel, 'Rehearse');
    await untilInPanel(panel, `!document.querySelector('.pb-rehearsal')`);
    expect(await inOurs(COUNT)).toBe(0);
    expect(await inOurs(badge), 'the mark is gone').not.toContain('R');
    await page.goto(at('/one'));
    await untilFound('the real request', async () => (site.asked() === 1 ? true : null));
  });

  it('ends soon after its panel; what a tab sends as it closes is answered, and another tab’s trackers are counted', async () => {
    await rehearsing();
    await page.goto(at('/'));
    await workersFired();
    expect(site.asked()).toBe(1);
    await window.close();
    const leaving = `chrome.storage.session.get('rehearsals').then(
      ({ rehearsals }) => rehearsals.find(({ isLeaving }) => isLeaving))`;
    lease = await untilFound('the end of it', () => inOurs(leaving));
    await page.close();
    const beside = await launched.browser.newPage();
    await beside.goto(at('{third}/beside'));
    await beside.waitForFunction(`document.title === 'shown'`, SOON);
    expect(site.asked()).toBe(2);
  });

  it('a worker that was stopped leaves nothing on that is over', async () => {
    // As if it had slept through the end.
    const over = JSON.stringify({ ...Object(lease), startedAt: 0, endsAt: 1 });
    await inOurs(`chrome.storage.session.set({ rehearsals: [${over}] })`);
    await inOurs(`chrome.declarativeNetRequest.updateSessionRules({
      addRules: [{ id: 99, action: { type: 'block' }, condition: { urlFilter: 'left.behind' } }],
    })`);
    const session = await ours.createCDPSession();
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
    // Any message wakes it.
    await inOurs(
      `chrome.runtime.sendMessage({ piggyback: 'rehearsal.renew', data: { tabId: 0 } })`,
    );
    await untilFound('no rules', async () => ((await inOurs(COUNT)) === 0 ? true : null));
  });

  it('without it they are counted, and what the closing tab sends with them', async () => {
    const before = site.asked();
    page = await launched.browser.newPage();
    await page.goto(at('/'));
    await workersFired();
    await page.close();
    // Eleven as it stands there; no browser promises all six of those that a page sends as it closes.
    await untilFound('all of them', async () => (site.asked() > before + 11 ? true : null));
  });
});

describe('as it is shipped', () => {
  beforeAll(() => start(PRODUCTION_BUILD));
  afterAll(end);

  it('does not begin without leave, says what is missing, and where to allow it', async () => {
    await pressInPanel(panel, 'Rehearse');
    const said = await untilInPanel(
      panel,
      `[...document.querySelectorAll('.pb-notice')].map((one) => one.innerText).find((one) => one.includes('not switched on'))`,
    );
    expect(said).toContain('has not allowed all http sites and all https sites.');
    expect(await inPanel(panel, inLine)).toBeUndefined();
    await page.goto(at('/one'));
    await untilFound('the real request', async () => (site.asked() === 1 ? true : null));

    await pressInPanel(panel, 'What it needs');
    const asking = await pageThatAsks();
    expect(await asking.$eval('main', (main) => main.innerText)).toContain('All sites');
  });
});
