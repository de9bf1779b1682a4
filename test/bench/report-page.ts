import type { Page } from 'puppeteer-core';
import { z } from 'zod';

import type { Sandbox } from '../sandbox/index.ts';
import { type LaunchedBrowser, launchBrowser } from '../support/browser.ts';
import { PRODUCTION_BUILD } from '../support/build.ts';
import { servePages } from '../support/page-server.ts';
import { bundleForPage } from './in-page/bundle.ts';
import { type Unanswered, watchTasks } from './in-page/watch-tasks.ts';
import { type KeptReport, keepReport } from './kept-report.ts';
import { reportText } from './report-text.ts';
import type { Row } from './row.ts';
import { signIn } from './signed-in.ts';

const ROWS = 1_000_000;
const ROUNDS = 5;
/** What a page may not answer for before somebody notices. */
const LONG_TASK_MS = 50;
const TimesSchema = z.object({ task: z.number(), between: z.number() });

const MILLION: KeptReport = {
  id: 'million',
  advertiserId: 1,
  trackers: 500,
  days: 100,
  first: '2026-08-01',
  last: '2026-11-08',
};
const YEAR: KeptReport = {
  id: 'year',
  advertiserId: 2,
  trackers: 100,
  days: 400,
  first: '2025-10-01',
  last: '2026-11-04',
};

/** How long a page cannot answer while a long report is read, shown, and laid beside an ad server's own. */
export async function benchReportPage(sandbox: Sandbox): Promise<readonly Row[]> {
  const rows = [rowOf(`report of ${ROWS.toLocaleString('en')} rows, read`, await reading())];
  const { hostRules } = sandbox;
  const launched = await launchBrowser({ extension: PRODUCTION_BUILD, hostRules });
  await signIn(launched);
  const found: Record<string, Unanswered[]> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [what, times] of Object.entries(await inWorkspace(launched, round === 0))) {
      (found[what] ??= []).push(times);
    }
  }
  await launched.close();
  return [...rows, ...Object.entries(found).map(([what, times]) => rowOf(what, times))];
}

// Of the rounds the least: what other programs take is no part of it.
function rowOf(what: string, rounds: readonly Unanswered[]): Row {
  const most = rounds.map(({ task, between }) => Math.max(task, between));
  return {
    what: `${what}: the longest that the page does not answer`,
    value: Math.min(...most),
    baseline: 'a long task',
    base: LONG_TASK_MS,
    limit: 1,
  };
}

/** The product's own reader in the main thread of a page. */
async function reading(): Promise<readonly Unanswered[]> {
  const [code, text] = [await bundleForPage('report.ts'), Buffer.from(reportText(ROWS))];
  const pages = await servePages(({ url = '/' }, response) => {
    const isReport = url.startsWith('/report-download');
    const type = isReport ? 'text/csv' : url === '/bench.js' ? 'text/javascript' : 'text/html';
    response.setHeader('Content-Type', type);
    const html = '<!doctype html><title>Bench</title><script src="/bench.js"></script>';
    response.end(isReport ? text : url === '/bench.js' ? code : html);
  });
  const launched = await launchBrowser({
    extension: null,
    hostRules: ['MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'],
  });
  const page = await launched.browser.newPage();
  await page.goto(pages.origin);
  const rounds: Unanswered[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push(TimesSchema.parse(await page.evaluate(`measureReport(${ROWS})`)));
  }
  await launched.close();
  await pages.close();
  return rounds;
}

/** What is done with reports in the workspace, one after the other in a page of its own. */
async function inWorkspace({ browser, extensionId }: LaunchedBrowser, isFirst: boolean) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  const address = `chrome-extension://${extensionId}/workspace.html`;
  await page.goto(`${address}#/reports`);
  await page.locator('.pb-reports').wait();
  if (isFirst) for (const report of [MILLION, YEAR]) await keepReport(page, report);
  const open = async ({ id, trackers }: KeptReport) => {
    await page.evaluate((id) => (location.hash = `#/reports/${id}`), id);
    await page.locator(`.pb-report-grid [aria-rowcount="${trackers + 1}"]`).wait();
  };
  await makeFile(page);
  const times = {
    'it, opened': await watched(page, () => open(MILLION)),
    [`${YEAR.trackers} trackers of ${YEAR.days} days, opened`]: await watched(page, () =>
      open(YEAR),
    ),
    '… as pictures': await watched(page, () => draw(page)),
    '… laid beside an ad server’s file': await watched(page, () => compare(page)),
    '… one of them day by day, and why': await watched(page, () => look(page)),
  };
  await removeFile(page);
  await page.close();
  return times;
}

/** It is kept with its report, and the next round begins without. */
async function removeFile(page: Page): Promise<void> {
  await page.locator('.pb-report-file button::-p-text(Remove file)').click();
  await page.locator('dialog button.danger').click();
  await page.locator('.pb-report-drop').wait();
}

async function watched(page: Page, act: () => Promise<unknown>): Promise<Unanswered> {
  await page.evaluate(`stopWatching = (${watchTasks.toString()})()`);
  await act();
  return TimesSchema.parse(await page.evaluate('stopWatching()'));
}

/** Has a file of as many trackers and days at hand in the page. */
function makeFile(page: Page): Promise<void> {
  return page.evaluate(
    ({ advertiserId, trackers, days, first }) => {
      const lines = ['Date,Placement,Placement ID,Impressions'];
      for (let index = 0; index < trackers; index += 1) {
        for (let day = 0; day < days; day += 1) {
          const at = new Date(Date.parse(first) + day * 86_400_000).toISOString().slice(0, 10);
          const count = 2000 + ((index * day) % 997);
          lines.push(`${at},${advertiserId * 1000 + index},${index},${count}`);
        }
      }
      Reflect.set(window, 'file', new File([lines.join('\n')], 'cm360.csv'));
    },
    { ...YEAR },
  );
}

async function draw(page: Page): Promise<void> {
  await page.locator('[role=tab]::-p-text(Each by itself)').click();
  await page.locator('.pb-multiples > li:nth-child(60) svg').wait();
}

async function compare(page: Page): Promise<void> {
  await page.locator('[role=tab]::-p-text(Ad server’s report)').click();
  await page.locator('.pb-report-drop').wait();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(Reflect.get(window, 'file'));
    const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector('.pb-report-drop')?.dispatchEvent(event);
  });
  await page.locator(`.pb-report-grid [aria-rowcount="${YEAR.trackers + 1}"]`).wait();
}

async function look(page: Page): Promise<void> {
  await page.locator('.pb-report-grid [data-index="0"]').click();
  await page.locator('.pb-causes').wait();
}
