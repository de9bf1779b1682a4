import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { CODE, MARKUP, SILENT } from '../fixtures/hostile/trial-attacks.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { violations } from '../support/axe.ts';
import { type LaunchedBrowser, launchBrowser, openPopup } from '../support/browser.ts';
import { PRODUCTION_BUILD } from '../support/build.ts';
import { type Counter, startCounter } from '../support/counter.ts';
import { createScreens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';
import { PATIENCE_MS } from './harness.ts';
import { beSignedIn } from './signed-in.ts';

// Tags are tried in the build as shipped. Every name of the world leads to a counter, or to the sandbox.

const screens = createScreens('.output/screens/trial');
const PIXEL = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=';
let sandbox: Sandbox;
let counter: Counter;
let launched: LaunchedBrowser;
let page: Page;

beforeAll(async () => {
  [sandbox, counter] = await Promise.all([startSandbox(), startCounter()]);
  const ours = sandbox.hostRules.filter(
    (rule) => rule.startsWith('MAP ') && !rule.startsWith('MAP *'),
  );
  launched = await launchBrowser({
    extension: PRODUCTION_BUILD,
    hostRules: [...ours, ...counter.hostRules],
  });
  page = await launched.browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.setViewport({ width: 1280, height: 860 });
  await page.goto(`chrome-extension://${launched.extensionId}/workspace.html#/tag-sheets/try`);
});
afterAll(async () => {
  await launched?.close();
  await counter?.close();
  await sandbox?.close();
});

/** Tries a tag as a person does, and gives all that is then said of it. */
async function tryTag(tag: string): Promise<string> {
  await page.waitForSelector('.pb-trial-tag');
  await page.$eval(
    '.pb-trial-tag',
    (field, text) => {
      if (field instanceof HTMLTextAreaElement) field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    tag,
  );
  await steps.press(page, 'Try it');
  return said(tag);
}

/** What is said once this tag was tried. */
async function said(tag: string): Promise<string> {
  await page.waitForFunction(
    (tag) => {
      const field = document.querySelector('.pb-trial-tag');
      const isOver = document.querySelector('.pb-trial-given .primary')?.textContent === 'Try it';
      const all = document.querySelector('.pb-trial')?.textContent ?? '';
      const isIts = field instanceof HTMLTextAreaElement && field.value.includes(tag);
      return isIts && isOver && /Nothing was sent/.test(all) && !/another than was tried/.test(all);
    },
    {},
    tag,
  );
  return page.$eval('.pb-trial', (all) => all.textContent ?? '');
}

const scripts = (all: readonly string[]) =>
  all.map((code) => `<script>${code}</script>`).join('\n');
const told = (name: string) => `//${name}.attack.test/`;

it('the counter counts who only connects', async () => {
  const before = counter.came();
  await page.evaluate(() => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preconnect', href: 'https://control.test' });
    document.head.append(link);
  });
  await expect.poll(() => counter.came(), { timeout: PATIENCE_MS }).toBeGreaterThan(before);
});

describe('a tag', () => {
  it('shows the very request that it would make, and makes none', async () => {
    const words = await tryTag(
      `<script>document.write('<img src="${PIXEL}' + (4711 * 2) + '&amp;x=%41">')</script>`,
    );
    expect(words).toContain('It would make 1 request of an impression tracker.');
    expect(words).toContain(`${PIXEL}9422&x=%41`);
    expect(words).toContain('Tried: not sent');
    expect(words).toContain('Run to its rest.');
    expect(await violations(page)).toEqual([]);
    await screens.page(page, 'tried');
  });

  it('finds a page with TLS and nothing of the extension', async () => {
    const words = await tryTag(
      scripts(['throw [location.protocol, self.origin, typeof chrome, typeof browser].join()']),
    );
    expect(words).toContain('https:,null,undefined,undefined');
  });
});

describe('nothing leaves', () => {
  /** What comes to the counter and to the pixel endpoint while a tag is tried, and is said of it. */
  async function attack(tag: string) {
    const before = [counter.came(), sandbox.pixelLog().length];
    const pages = (await launched.browser.pages()).length;
    const words = await tryTag(tag);
    expect([counter.came(), sandbox.pixelLog().length]).toEqual(before);
    expect((await launched.browser.pages()).length).toBe(pages);
    return words;
  }
  const missing = (words: string, names: readonly string[]) =>
    names.filter((name) => !words.includes(told(name.toLowerCase())));

  it.each([0, 1])('by HTML, and all of it is told (%i)', async (half) => {
    const all = Object.entries(MARKUP).filter((_, index) => index % 2 === half);
    const words = await attack(all.map(([, html]) => html).join('\n'));
    expect(
      missing(
        words,
        all.map(([name]) => name),
      ),
    ).toEqual([]);
  });

  it.each([0, 1])('by code, and all of it is told (%i)', async (half) => {
    const all = Object.entries(CODE).filter((_, index) => index % 2 === half);
    const words = await attack(scripts(all.map(([, code]) => code)));
    expect(
      missing(
        words,
        all.map(([name]) => name),
      ),
    ).toEqual([]);
  });

  it('by what code does not find there', async () => {
    const words = await attack(scripts(SILENT));
    expect(words).toContain('RTCPeerConnection is not defined');
    expect(words).toContain('It opens a dialog.');
    expect(words).toContain('It asks for an address that is too long to be read.');
  });

  it('by what it tells without end', async () => {
    const words = await attack(
      scripts([
        `for (var i = 0; i < 5000; i += 1) new Image().src = 'https://many.attack.test/' + i`,
      ]),
    );
    expect(words).toContain('Ended: it did more than is told of one tag.');
  });

  // It keeps nothing: one that does takes gigabytes in its second, and a machine that has fewer ends somebody for it.
  it('by a loop without end, beside which the workspace goes on', async () => {
    const trying = attack(`<img src="${PIXEL}1">${scripts(['for (var turns = 0;;) turns += 1'])}`);
    await page.waitForFunction(() => document.querySelector('.pb-trial-frame'));
    const frames = await page.evaluate(async () => {
      let count = 0;
      for (; document.querySelector('.pb-trial-frame'); count += 1) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return count;
    });
    expect(frames).toBeGreaterThan(5);
    const words = await trying;
    expect(words).toContain('Ended: its code went on for a second without a pause.');
    expect(words).toContain(`${PIXEL}1`);
    expect(await tryTag(`<img src="${PIXEL}2">`)).toContain('Run to its rest.');
  });
});

describe('a process of its own', () => {
  it('is what a tag fills; where the browser ends it, that is said, and all else goes on', async () => {
    const tag = '<script>setTimeout(function () {}, 4900)</script>';
    const trying = tryTag(tag);
    // A frame that shares a process with the page around it is no target.
    const own = await launched.browser.waitForTarget((one) => one.url().endsWith('/trial.html'));
    const session = await own.createCDPSession();
    // It is never answered: who would answer is gone.
    session.send('Page.crash').catch(() => {});
    expect(await trying).toContain('Ended: what it ran in did not answer any more');
    expect(await tryTag(`<img src="${PIXEL}3">`)).toContain('Run to its rest.');
  });
});

describe('the way there', () => {
  it('leads from a tracker’s tag in the popup, with the ad server, once', async () => {
    await beSignedIn({ sandbox, launched, openPopupTab: () => launched.browser.newPage() });
    const other = await launched.browser.newPage();
    const popup = await openPopup(launched, other);
    await popup.locator('.pb-tracker .pb-button.icon').click();
    await popup.locator('.pb-preview').wait();
    await popup.select('.pb-builder select', 'gam');
    await steps.press(popup, 'Try this tag');
    const words = await said('%%CACHEBUSTER%%');
    expect(words).toContain('%%CACHEBUSTER%%: a random number');
    expect(words).toContain('It would make 1 request of an impression tracker.');
    await page.reload();
    await steps.seeText(page, 'The tag that was handed over is not here any more');
    expect(sandbox.pixelLog()).toEqual([]);
    await other.close();
  });
});
