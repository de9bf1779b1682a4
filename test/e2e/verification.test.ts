import type { CDPSession } from 'puppeteer-core';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import {
  devtoolsClip,
  expectInPanel,
  inPanel,
  pressInPanel,
  showPanel,
  untilInPanel,
  verdictInPanel,
} from '../support/devtools.ts';
import { checkProof } from '@/lib/proof/check-proof';

import { openPopup } from '../support/browser.ts';
import { seriousViolations } from '../support/axe.ts';
import { Har12 } from '../support/har-1-2.ts';
import { exportedBy, exportedFile } from '../support/panel-export.ts';
import { lookAtAllWidths } from '../support/look-at-all-widths.ts';
import { createScreens } from '../support/screens.ts';
import { PATIENCE_MS, useWorld } from './harness.ts';
import {
  ABSENT,
  ARTICLE,
  GOOD,
  inspect,
  loadTrackers,
  recordMixed,
  rowsInPanel,
  servePixels,
  STRANGER,
  TWICE,
  verdictsInPanel,
} from './recording.ts';

const world = useWorld();
const screens = createScreens('.output/screens/verification');

const PATIENCE = { timeout: PATIENCE_MS };
const VERDICTS = {
  [GOOD]: 'Pass',
  [TWICE]: 'Fail',
  [ABSENT]: 'Not seen',
  [STRANGER]: 'Warning',
};

beforeAll(() => loadTrackers(world()));

async function closeTabs(): Promise<void> {
  world().sandbox.setFault(null);
  const pages = await world().launched.browser.pages();
  for (const page of pages.slice(1)) await page.close();
}

// One after the other: it is made once, and is what is exported, kept, and listed.
describe('a recording', () => {
  let made: Awaited<ReturnType<typeof recordMixed>> | null = null;
  beforeAll(async () => {
    made = await recordMixed(world());
  });
  afterAll(closeTabs);
  const recorded = () => {
    if (!made) throw new Error('nothing was recorded');
    return made;
  };

  it('begins with DevTools, before the panel is shown, and goes on over reloads', async () => {
    const { panel, window } = recorded();
    await expect.poll(() => verdictsInPanel(panel), PATIENCE).toEqual(VERDICTS);
    expect(await cellsOf(panel, 0)).toMatchObject({
      id: String(GOOD),
      type: 'Image',
      parameters: expect.stringMatching(/^cachebuster=\d{8}$/),
      status: '200',
      // The first of a page view names it.
      frame: 'ads.sandbox.test/serve on news.sandbox.test/article?creative=101',
      findings: 'Pass',
    });
    await screens.part(window, 'four-verdicts', await devtoolsClip({ window, panel }));
  });

  it('is exported as JSON, CSV, XLSX and HAR', async () => {
    const { panel } = recorded();
    const json: unknown = JSON.parse(
      await exportedBy(world().launched.browser, panel, 'Export JSON'),
    );
    expect(json).toMatchObject({
      format: 'piggyback-verification',
      expected: [
        { trackerId: GOOD, verdict: 'pass', fired: 1 },
        { trackerId: TWICE, verdict: 'fail', fired: 2 },
        { trackerId: ABSENT, verdict: 'not-seen', fired: 0 },
        { trackerId: STRANGER, verdict: 'warning', fired: 1 },
      ],
    });
    const csv = await exportedBy(world().launched.browser, panel, 'Export CSV');
    const lines = csv.trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFtime,page,frame,tracker_id,tracker_name,verdict,/);
    // Eight requests, and on each page view the tracker that was not seen there.
    expect(lines.filter((line) => /^\d{4}-/.test(line))).toHaveLength(8);
    expect(lines.filter((line) => line.startsWith(`,${ARTICLE},,${ABSENT},`))).toHaveLength(2);
    const { browser } = world().launched;
    const sheets = await readXlsxFile(await exportedFile(browser, panel, 'Export XLSX'));
    expect(sheets.map(({ sheet, data }) => [sheet, data.length > 1])).toEqual([
      ['Summary', true],
      ['Per page', true],
      ['Requests', true],
      ['Findings', true],
      ['On the page', true],
    ]);
    const har: unknown = JSON.parse(await exportedBy(browser, panel, 'Export HAR'));
    expect(Har12.safeParse(har).error).toBeUndefined();
  });

  it('is exported as a proof: one file that is unchanged by its SHA-256, and can be read on a screen and on paper', async () => {
    const { panel, page: inspected } = recorded();
    const { browser } = world().launched;
    // Nobody has pressed the button in the toolbar on this page.
    const without = await exportedBy(browser, panel, 'Export proof');
    expect(without).toContain('There is no screenshot of the page: the browser gives none unless');
    expect(
      await inPanel(panel, `document.querySelector('.pb-verification-notices').innerText`),
    ).toMatch('Press Piggyback’s button in the browser’s toolbar on the page');
    const digestOf = (other: string) =>
      untilInPanel(
        panel,
        `[document.querySelector('.pb-digest')?.textContent].find((it) => it && it !== '${other}')`,
      ).then(String);
    const before = await digestOf('');
    await (await openPopup(world().launched, inspected)).close();
    // Larger than a picture may be.
    await inspected.setViewport({ width: 2000, height: 1400 });
    await pressInPanel(panel, 'Take a screenshot');
    const sides = await untilInPanel(panel, `document.querySelector('.pb-pictures img')`).then(() =>
      inPanel(
        panel,
        `(async (image) => (await image.decode(), [image.naturalWidth, image.naturalHeight]))(
          document.querySelector('.pb-pictures img'))`,
      ),
    );
    expect(sides).toEqual([1600, 1120]);
    const html = await exportedBy(browser, panel, 'Export proof');
    const [figure = '', ...others] = html.match(/<figure>.*?<\/figure>/gs) ?? [];
    expect(others).toEqual([]);
    expect(figure.replace(/^.*<figcaption>|<[^>]*>/gs, '')).toMatch(/^Page 2 .* taken .* UTC$/);
    expect(figure).toContain(ARTICLE);
    const digest = await digestOf(before);
    expect(await checkProof(new TextEncoder().encode(html), digest)).toEqual({
      state: 'unchanged',
      digest,
      problems: [],
    });
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => void errors.push(message.text()));
    await page.setContent(html);
    for (const width of [320, 800, 1280]) {
      await page.setViewport({ width, height: 900 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        width,
      );
      for (const value of ['light', 'dark']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
        await screens.page(page, `proof-${width}-${value}`);
        if (width === 800) expect(await seriousViolations(page, 'body')).toEqual([]);
      }
    }
    const seen = await page.$eval('main', (main) => main.innerText);
    for (const words of ['1 fail, 1 warning, 1 not seen, 1 pass', String(STRANGER), ARTICLE]) {
      expect(seen).toContain(words);
    }
    expect(seen).not.toContain('piggyback-verification');
    expect((await page.pdf()).length).toBeGreaterThan(20_000);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('is kept, with what was expected, when DevTools is closed', async () => {
    await recorded().page.close();
    const { launched } = world();
    const tab = await launched.browser.newPage();
    await tab.goto(`chrome-extension://${launched.extensionId}/devtools-panel.html`);
    const panel = await tab.createCDPSession();
    await rowsInPanel(panel, 8);
    await pressInPanelSelect(panel, 'all');
    await expect.poll(() => verdictsInPanel(panel), PATIENCE).toEqual(VERDICTS);
    await tab.close();
  });

  it('is listed in the workspace, which opens it as the panel does', async () => {
    const { launched } = world();
    const tab = await launched.browser.newPage();
    await tab.goto(`chrome-extension://${launched.extensionId}/workspace.html#/verifications`);
    const row = await tab.waitForSelector('.pb-recordings tbody tr:has(.pb-badge)', PATIENCE);
    expect(await row?.evaluate((element) => element.textContent)).toMatch(
      /news\.sandbox\.test.*28.*1 Fail.*1 Warning.*1 Not seen.*1 Pass/,
    );
    await lookAtAllWidths(tab, screens, 'recordings');
    await tab.locator('.pb-recordings tbody tr:has(.pb-badge) a').click();
    await tab.waitForSelector('[role=grid][aria-rowcount="9"]', PATIENCE);
    await tab.select('.pb-expected-tools select', 'all');
    const panel = await tab.createCDPSession();
    await expect.poll(() => verdictsInPanel(panel), PATIENCE).toEqual(VERDICTS);
    await lookAtAllWidths(tab, screens, 'a-recording');
  });
});

describe('a recording that goes on', () => {
  afterEach(closeTabs);

  it('is deleted in the workspace while it is recorded; DevTools goes on in a new one', async () => {
    const { page, panel } = await recordMixed(world());
    const { launched } = world();
    const tab = await launched.browser.newPage();
    await tab.goto(`chrome-extension://${launched.extensionId}/workspace.html#/verifications`);
    const rows = '.pb-recordings tbody tr';
    await tab.waitForSelector(`${rows}:first-child .pb-badge`, PATIENCE);
    const before = await tab.$$eval(rows, ({ length }) => length);
    await tab.locator(`${rows}:first-child .delete button`).click();
    await tab.waitForSelector('dialog[open]', PATIENCE);
    expect(await tab.$eval('dialog[open]', ({ textContent }) => textContent)).toContain(
      '8 recorded requests in 2 page views',
    );
    expect(await seriousViolations(tab, '.pb-app')).toEqual([]);
    await lookAtAllWidths(tab, screens, 'delete-a-recording');
    await tab.locator('dialog[open] .danger').click();
    // The one that is gone, and the one that takes its place: nothing is recorded in it yet.
    await tab.waitForFunction(
      (rows, before) =>
        document.querySelectorAll(rows).length === before &&
        document.querySelector(`${rows}:first-child .pb-badge`) === null,
      PATIENCE,
      rows,
      before,
    );
    await untilInPanel(panel, `document.body.innerText.includes('Nothing recorded yet')`);
    await page.bringToFront();
    await page.reload({ waitUntil: 'networkidle0' });
    await rowsInPanel(panel, 4);
  });
});

describe('what never reached the server', () => {
  afterEach(closeTabs);
  const PIXEL = `https://ib.adnxs.com/imptr?id=${GOOD}&t=2&cachebuster=`;

  it.each([
    ['a dropped connection', { kind: 'pixel-drop' }, /^Fail: .*ERR_EMPTY_RESPONSE/],
    ['an error of the server', { kind: 'pixel-status', status: 503 }, /^Fail: .*503/],
  ] as const)('%s is named', async (_, fault, verdict) => {
    world().sandbox.setFault(fault);
    await servePixels(world(), `${PIXEL}[CB]`);
    const { page, window } = await inspect(world());
    await page.goto(ARTICLE, { waitUntil: 'networkidle0' });
    const { panel } = await showPanel(world().launched.browser, window);
    await rowsInPanel(panel, 1);
    await expectInPanel(panel, GOOD);
    expect(await verdictInPanel(panel, GOOD)).toMatch(verdict);
  });

  it('an answer from the cache is named', async () => {
    world().sandbox.setFault({ kind: 'pixel-cacheable' });
    await servePixels(world(), `${PIXEL}1234567`);
    const { page, window } = await inspect(world());
    await page.goto(ARTICLE, { waitUntil: 'networkidle0' });
    await page.goto(`${ARTICLE}&again=1`, { waitUntil: 'networkidle0' });
    const { panel } = await showPanel(world().launched.browser, window);
    await rowsInPanel(panel, 2);
    await expectInPanel(panel, GOOD);
    expect(await verdictInPanel(panel, GOOD)).toMatch(/^Fail: .*cache/i);
    const counted = world()
      .sandbox.pixelLog()
      .filter(({ query }) => query.endsWith('=1234567'));
    expect(counted).toHaveLength(1);
  });
});

/** The text of each cell of a row, by its column. */
async function cellsOf(panel: CDPSession, index: number): Promise<unknown> {
  return inPanel(
    panel,
    `Object.fromEntries([...document.querySelectorAll('[data-index="${index}"] .pb-cell')]
      .map((cell) => [cell.classList[1], cell.innerText.trim()]))`,
  );
}

async function pressInPanelSelect(panel: CDPSession, value: string): Promise<void> {
  const select = `document.querySelector('.pb-expected-tools select')`;
  await untilInPanel(panel, select);
  await inPanel(
    panel,
    `${select}.value = '${value}'; ${select}.dispatchEvent(new Event('change', { bubbles: true }))`,
  );
}
