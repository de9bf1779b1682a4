import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';

import { joinObservations } from '@/lib/core/recording/join-observations';
import { WebRequestEventSchema } from '@/lib/core/recording/web-request';
import { createWebRequestReading } from '@/lib/core/recording/web-request-reading';

import type { Answer, Pages } from '../recorder/scenario.ts';
import { type Site, startSite } from '../recorder/site.ts';
import { FIREFOX_BUILD } from '../support/build.ts';
import { type LaunchedFirefox, launchFirefox } from '../support/firefox.ts';
import { untilFound } from '../support/own-address.ts';
import { openExtensionPage } from './harness.ts';

// What the background passes on in Firefox, as shipped, and what the recorder makes of it. DevTools are not opened here:
// that both tell of one request is joined by the tests of the joining. Firefox answers its own prompt, by a preference.

const NAME = 'ff';
let site: Site;
let launched: LaunchedFirefox;
let page: Page;
/** One of the extension's own pages, which hears what a recorder would. */
let ear: Page;

beforeAll(async () => {
  site = await startSite();
  const port = Number(/:(\d+)$/.exec(site.hostRules[0] ?? '')?.[1]);
  launched = await launchFirefox(FIREFOX_BUILD, port, 'light', {
    'extensions.webextOptionalPermissionPrompts': false,
  });
  page = await launched.browser.newPage();
  ear = await openExtensionPage(launched, `access.html?site=${siteOf('recorder')}`);
  await ear.evaluate(`{
    globalThis.heard = [];
    const channel = new BroadcastChannel('piggyback-web-request');
    channel.onmessage = ({ data }) => heard.push(data);
  }`);
});
afterAll(async () => {
  await launched?.close();
  await site?.close();
});

const siteOf = (of: string) => `https://${NAME}.${of}.test`;
const px = (id: number) => `https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster={new}`;

/** Loads a page, and leaves it for another, once so much was asked for. */
async function visit(
  pages: Pages,
  before: number,
  after: number,
  answers: Readonly<Record<string, Answer>> = {},
): Promise<void> {
  site.serve({ name: NAME, pages, answers, expected: { recorded: 0 } }, NAME);
  await page.goto(`${siteOf('recorder')}/`, { waitUntil: 'domcontentloaded' });
  await untilFound(`${before} requests`, async () => site.asked() >= before || null);
  await page.goto(`${siteOf('recorder')}/next`, { waitUntil: 'domcontentloaded' });
  await untilFound(`${after} requests`, async () => site.asked() >= after || null);
}

/** What a recorder would know by now, by tracker; waits until so many have ended. */
async function known(count: number) {
  return untilFound(`${count} that have ended`, async () => {
    const heard = z
      .array(WebRequestEventSchema)
      .parse(JSON.parse(String(await ear.evaluate('JSON.stringify(heard)'))));
    const reading = createWebRequestReading();
    const all = joinObservations(heard.flatMap(reading.hear));
    const ended = all.filter(({ outcome }) => outcome !== 'pending');
    return ended.length >= count ? new Map(all.map((one) => [Number(one.url.id), one])) : null;
  });
}

async function press(where: Page, name: string): Promise<void> {
  const at = await untilFound(name, async () => {
    const place: unknown = await where.evaluate((name) => {
      const button = [...document.querySelectorAll('button')].find(
        (one) => one.textContent === name || one.ariaLabel === name,
      );
      button?.scrollIntoView();
      const box = button?.getBoundingClientRect();
      return box ? JSON.stringify([box.x + box.width / 2, box.y + box.height / 2]) : null;
    }, name);
    return typeof place === 'string' ? place : null;
  });
  const [x = 0, y = 0] = z.array(z.number()).parse(JSON.parse(at));
  await where.bringToFront();
  await where.mouse.click(x, y);
}
const says = (where: Page, text: string) =>
  untilFound(text, async () => {
    const body = await where.evaluate(() => document.body.innerText);
    return body.includes(text) || null;
  });

it('a person allows a site in a window that names it', async () => {
  await says(ear, `${NAME}.recorder.test, the page`);
  await says(ear, 'why Firefox blocked a request');
  await press(ear, 'Allow');
  await says(ear, 'Allowed.');
});

it('what is sent as the page is left is told, with its document; of a frame that was not allowed nothing is', async () => {
  await visit(
    {
      '/': `<img src="${px(1)}"><iframe src="${siteOf('ads')}/f"></iframe>
        <script>addEventListener('pagehide', () => {
          new Image().src = "${px(2)}";
          fetch("${px(3)}", { mode: 'no-cors', keepalive: true });
          navigator.sendBeacon("${px(4)}");
        })</script>`,
      '{other}/f': `<img src="${px(9)}">`,
      '/next': 'next',
    },
    2,
    5,
  );
  const all = await known(4);
  expect([...all.keys()].toSorted()).toEqual([1, 2, 3, 4]);
  const seen = [...all].map(([id, { outcome, loader }]) => [id, outcome, loader]).toSorted();
  expect(seen).toEqual([
    [1, 'answered', 'image'],
    [2, 'answered', 'image'],
    [3, 'answered', 'fetch'],
    [4, 'answered', 'ping'],
  ]);
  for (const { frameUrl, pageSite } of all.values())
    expect([frameUrl, pageSite]).toEqual([`${siteOf('recorder')}/`, siteOf('recorder')]);
});

it('what is in flight when its page is left was sent, and no more is said; what failed has its reason', async () => {
  await visit({ '/': `<img src="${px(21)}"><img src="${px(22)}">`, '/next': 'next' }, 2, 2, {
    21: { held: true },
    22: { dropped: true },
  });
  const all = await untilFound('both ends', async () => {
    const found = await known(1);
    const [held, dropped] = [found.get(21), found.get(22)];
    const isOver = held?.outcome !== 'pending' && dropped?.outcome !== 'pending';
    return held && dropped && isOver ? { held, dropped } : null;
  });
  expect(all.held).toMatchObject({ outcome: 'aborted', error: 'NS_BINDING_ABORTED' });
  expect(all.dropped.error).toMatch(/^NS_/);
});

it('what a service worker sends is of no tab, which is said', async () => {
  await visit(
    {
      '/': `<script>
        navigator.serviceWorker.register('/sw.js');
        navigator.serviceWorker.ready.then(({ active }) => active.postMessage(1));
      </script>`,
      '/sw.js': {
        type: 'text/javascript',
        body: `onactivate = (event) => event.waitUntil(clients.claim());
          onmessage = (event) => event.waitUntil(fetch("${px(31)}", { mode: 'no-cors' }));`,
      },
      '/next': 'next',
    },
    1,
    1,
  );
  const one = await untilFound('it', async () => (await known(1)).get(31));
  expect(one).toMatchObject({ isTabUnsure: true, outcome: 'answered' });
});

it('what was allowed is taken back in the options, and nothing is told any more', async () => {
  const options = await openExtensionPage(launched, 'options.html');
  await press(options, `Take back ${NAME}.recorder.test`);
  await says(options, `${NAME}.recorder.test is taken back.`);
  await options.close();
  const before = (await known(1)).size;
  await visit({ '/': `<img src="${px(41)}">`, '/next': `<img src="${px(42)}">` }, 1, 2);
  expect((await known(1)).size).toBe(before);
});
