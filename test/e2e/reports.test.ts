import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

import { DAY_COLUMNS } from '@/lib/core/report/case-file/case-columns';
import { caseWords } from '@/lib/text/reports/case-file';

import type { AdReportInput } from '../sandbox/index.ts';
import { seriousViolations } from '../support/axe.ts';
import { byKeyboard } from '../support/by-keyboard.ts';
import { downloadFrom } from '../support/download.ts';
import { lookAtAllWidths } from '../support/look-at-all-widths.ts';
import { createScreens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';
import { openWorkspace, textOf, useWorld } from './harness.ts';
import { beSignedIn } from './signed-in.ts';

const DAY_MS = 86_400_000;
const PIXEL = 90_011;
const world = useWorld();
const screens = createScreens('.output/screens/reports');
let downloads = '';
let page: Page;
beforeAll(async () => {
  downloads = await mkdtemp(path.join(tmpdir(), 'piggyback-reports-'));
  await beSignedIn(world());
  page = await openWorkspace(world().launched, '#/reports');
});
afterAll(() => rm(downloads, { recursive: true, force: true }));
beforeEach(() => world().sandbox.setReports(null));

const FILE = '.pb-report-file-name';
const TOTAL = '.pb-report-facts div:first-child dd';
/** What is said of the whole report, once it is there. */
async function total(): Promise<string> {
  await page.locator(TOTAL).wait();
  return textOf(page, TOTAL);
}

async function fire(times: number): Promise<void> {
  for (let at = 0; at < times; at += 1)
    await fetch(`${world().sandbox.httpUrl}/imptr?id=${PIXEL}&t=2&cachebuster=${at}`);
}

/** Drops what an ad server exports of the days that were made. */
async function dropFile(order: AdReportInput, on = page, where = '.pb-report-drop'): Promise<void> {
  const { name, bytes } = await world().sandbox.adServerReport(order);
  await on.locator(where).wait();
  await on.evaluate(
    (name, bytes, where) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(bytes)], name));
      const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
      document.querySelector(where)?.dispatchEvent(event);
    },
    name,
    [...bytes],
    where,
  );
}

/** Chooses the row of a tracker among both counts, and gives what the detective says. */
async function explained(): Promise<string> {
  await page.locator('.pb-report-grid [data-index="0"]').click();
  return textOf(page, '.pb-causes > p');
}

it('counts what was fired, asked for by keys alone', async () => {
  await fire(3);
  const keys = byKeyboard(page);
  await keys.at('Reports');
  await keys.tabTo('Another question');
  await keys.press('Enter');
  await keys.tabTo('Last 7 days');
  await keys.press('ArrowDown', 'ArrowDown');
  const today = new Date().toISOString().slice(0, 10);
  const [year = '', month = '', day = ''] = today.split('-');
  for (const field of ['First day', 'Last day']) {
    await keys.tabTo(field);
    await keys.type(`${month}${day}${year}`);
    // Past the browser's own button for a calendar.
    await keys.press('Tab');
  }
  await keys.tabTo('Ask');
  await keys.press('Enter');
  expect(await total()).toBe('3 (UTC)');
  expect(await seriousViolations(page)).toEqual([]);
});

it('shows how far it is, also to a page that is loaded again meanwhile', async () => {
  const { sandbox } = world();
  sandbox.setReports({ pendingMs: 3000 });
  sandbox.setDelivery({ trackers: [PIXEL], perHour: 200, causes: [{ kind: 'fired-twice' }] });
  await openReports();
  await steps.press(page, 'Last 7 days: all of this advertiser');
  await page.locator('.pb-report-steps [aria-current=step]::-p-text(In the queue)').wait();
  await page.reload();
  await page.locator('.pb-report-steps [aria-current=step]::-p-text(In the queue)').wait();
  expect(await total()).toMatch(/^\d{2},\d{3} \(UTC\)$/);
  await lookAtAllWidths(page, screens, 'figures');
});

it('says why an ad server counted otherwise, and saves what is filed', async () => {
  await tab();
  await dropFile({ server: 'cm360', ...lastWeek() });
  expect(await explained()).toContain('Found: fired twice');
  await lookAtAllWidths(page, screens, 'compared');
  const file = await downloadFrom(page, 'Save as XLSX', downloads);
  const sheets = await readXlsxFile(file);
  const { days, ids, summary } = caseWords.sheets;
  expect(sheets.map(({ sheet }) => sheet)).toEqual([summary, days, ids]);
  const [titles, first] = sheets[1]?.data ?? [];
  expect(titles).toEqual(DAY_COLUMNS.map((column) => caseWords.columns[column]));
  const countOf = (column: (typeof DAY_COLUMNS)[number]) =>
    Number(first?.[DAY_COLUMNS.indexOf(column)]);
  expect(countOf('counted')).toBe(2 * countOf('thirdParty'));
  const csv = await readFile(await downloadFrom(page, 'Save as CSV', downloads), 'utf8');
  expect(papa.parse<string[]>(csv.trimEnd()).data).toHaveLength(1 + 7);
});

it('keeps the file with the report: it is there when the page is loaded again', async () => {
  const before = await textOf(page, FILE);
  await page.reload();
  await tab();
  expect(await textOf(page, FILE)).toBe(before);
  expect(before).toContain('read on');
  expect(await explained()).toContain('Found: fired twice');
  expect(await seriousViolations(page)).toEqual([]);
});

it('shows in one window what another reads, and loses neither', async () => {
  const own = await textOf(page, `${FILE} strong`);
  const other = await openWorkspace(world().launched, new URL(page.url()).hash);
  await tab(other);
  await other.locator('.pb-report-grid').wait();
  await dropFile({ server: 'kevel', ...lastWeek() }, other, '.pb-report-intake');
  await other.locator('.pb-report-file').wait();
  await page.bringToFront();
  await page.locator('.pb-report-kept ::-p-text(Another window read)').wait();
  expect(await textOf(page, `${FILE} strong`)).toBe(own);
  await lookAtAllWidths(page, screens, 'kept-elsewhere');
  const isInSight = await page.$eval('.pb-report-kept', (notice) => {
    const { top, bottom } = notice.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  expect(isInSight).toBe(true);
  await steps.press(page, 'Keep this one');
  await other.bringToFront();
  await other.locator(`.pb-report-kept ::-p-text(Another window read ${own})`).wait();
  await other.close();
  await page.bringToFront();
});

it('forgets the file by keys alone, and the focus stays within the page', async () => {
  const keys = byKeyboard(page);
  await page.focus('.pb-report-threshold input');
  await keys.tabTo('Remove file');
  await keys.press('Enter', 'Enter');
  await page.locator('.pb-report-drop').wait();
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await page.reload();
  await tab();
  await page.locator('.pb-report-drop').wait();
});

it('names another cause in another server’s file', async () => {
  world().sandbox.setDelivery({
    trackers: [PIXEL],
    ...lastMonth(),
    perHour: 300,
    causes: [{ kind: 'blocked', share: 0.14 }],
  });
  // From its passport, the tracker is what is asked about first.
  await page.goto(`${page.url().split('#')[0]}#/trackers/${PIXEL}/passport`);
  await page.locator('.pb-passport a::-p-text(Reports)').click();
  await steps.press(page, 'Last month: this tracker');
  await total();
  await tab();
  await dropFile({ server: 'kevel' });
  expect(await explained()).toContain('Found: tracking protection');
});

it('matches placements by a tag sheet, whose tag explains a ratio that falls', async () => {
  const days = lastMonth();
  world().sandbox.setDelivery({
    trackers: [PIXEL],
    ...days,
    perHour: 200,
    growth: 0.03,
    causes: [{ kind: 'constant-cachebuster', browsers: 1000 }],
  });
  await page.goto(`${page.url().split('#')[0]}#/trackers/${PIXEL}/passport`);
  await page.locator('.pb-passport a::-p-text(Reports)').click();
  await steps.press(page, 'Last month: this tracker');
  await total();
  await tab();
  // What was laid beside the same days before is there, too.
  await dropFile({ server: 'kevel' }, page, '.pb-report-intake');
  expect(await explained()).not.toContain('cachebuster');
  const placement = await textOf(page, '.pb-report-matches th[scope=row]');
  const name = placement.replace(/ \(\d+\)$/, '');
  const tag = `https://ib.adnxs.com/imptr?id=${PIXEL}&t=2&cachebuster=4711`;
  const sheet = path.join(downloads, 'harbour-tags.csv');
  await writeFile(sheet, `Placement,Tracker ID,Tag\n"${name}",${PIXEL},${tag}\n`);
  await page.locator('.pb-report-sheets summary').click();
  const place = await page.waitForSelector('.pb-report-sheets input[type=file]');
  const input = await place?.toElement('input');
  if (!input) throw new Error('no input');
  await input.uploadFile(sheet);
  await page.locator('.pb-notice.pass::-p-text(harbour-tags.csv)').wait();
  await page.locator('.pb-causes > p::-p-text(Found: cachebuster)').wait();
  await page.locator('.pb-report-matches td::-p-text(Tag sheet harbour-tags.csv)').wait();
  await page
    .locator('.pb-causes li::-p-text(The sheet has the tag with a cachebuster that never)')
    .wait();
  await page.$eval('.pb-report-sheets', (element) => element.scrollIntoView());
  await lookAtAllWidths(page, screens, 'tag-sheet');
  expect(await seriousViolations(page)).toEqual([]);
  // It is there, too, as the page comes anew, until it is removed.
  await page.reload();
  await total();
  await tab();
  await page.locator('.pb-report-sheets summary::-p-text(1 tag sheet, 1 placement)').click();
  await steps.press(page, 'Remove harbour-tags.csv');
  await page.locator('.pb-report-sheets summary::-p-text(Tag sheets: none)').wait();
});

async function openReports(): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#/reports`);
}

async function tab(on = page): Promise<void> {
  await on.locator('[role=tab]::-p-text(Ad server’s report)').click();
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

function lastWeek() {
  const now = Date.now();
  return { from: dayOf(now - 7 * DAY_MS), to: dayOf(now - DAY_MS) };
}

/** The end is the day after. */
function lastMonth() {
  const first = Date.parse(`${dayOf(Date.now()).slice(0, 7)}-01`);
  return { from: `${dayOf(first - DAY_MS).slice(0, 7)}-01`, to: dayOf(first) };
}
