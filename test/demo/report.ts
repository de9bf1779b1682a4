import type { Page } from 'puppeteer-core';

import { uncounted } from '../support/actions.ts';
import type { LaunchedBrowser } from '../support/browser.ts';
import type { Screens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';

/** What is said of a tracker at the end of the loop, as it stands on the screen. */
export interface Reported {
  /** How many requests of it verifications recorded, by its passport. */
  readonly seen: number;
  /** How many impressions the report has of it, and how many of them its passport tells. */
  readonly reported: number;
  readonly inPassport: number;
}

export interface ReportOptions {
  readonly launched: LaunchedBrowser;
  readonly screens: Screens;
  readonly say: (step: string) => void;
}

/**
 * Asks the service for its report of today, in the workspace, and reads what it counted of a tracker; then what the
 * tracker's passport says of it. Later work than the loop's: its actions do not count there.
 */
export function report(options: ReportOptions, trackerId: number): Promise<Reported> {
  return uncounted(() => askAndRead(options, trackerId));
}

async function askAndRead(
  { launched: { browser, extensionId }, screens, say }: ReportOptions,
  trackerId: number,
): Promise<Reported> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 860 });
  // The question's days are those of UTC; which is today, the form asks the person's clock.
  await page.emulateTimezone('UTC');
  await page.goto(`chrome-extension://${extensionId}/workspace.html#/reports`);
  await page.locator('.pb-report-other > summary').click();
  await page.locator('::-p-aria([name="Other days"][role="radio"])').click();
  const today = Date.now();
  // A night may fall between the impression and the question.
  await fillDay(page, 'First day', today - DAY_MS);
  await fillDay(page, 'Last day', today);
  await steps.press(page, 'Ask');
  await page.locator('.pb-report-facts').wait();
  say('Asked for the report of its days in the workspace, and waited for it');
  const reported = await countIn(page, String(trackerId));
  await screens.page(page, 'report');
  await page.evaluate((id) => (location.hash = `#/trackers/${id}/passport`), trackerId);
  await page.locator('.pb-timeline .reported').wait();
  const timeline = await page.$eval('.pb-timeline', (list) => list.textContent ?? '');
  await screens.page(page, 'passport');
  await page.close();
  return {
    seen: numberIn(timeline, /(\d[\d,]*) requests?\./),
    reported,
    inPassport: numberIn(timeline, /Counted by Monetize: (\d[\d,]*) impressions?/),
  };
}

const DAY_MS = 86_400_000;

async function fillDay(page: Page, label: string, at: number): Promise<void> {
  const day = new Date(at).toISOString().slice(0, 10);
  await page.locator(`::-p-aria([name="${label}"])`).fill(day);
}

/** What stands under Impressions in the row of this id. */
async function countIn(page: Page, id: string): Promise<number> {
  const found = await page.waitForFunction(
    (id) => {
      for (const row of document.querySelectorAll('.pb-reports [role=row]')) {
        const cells = [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent);
        if (cells[1] === id) return cells[2];
      }
      return null;
    },
    {},
    id,
  );
  // In the first hour of a day the service has not closed the day before, which is said beside the count.
  return numberIn(String(await found.jsonValue()), /^(\d[\d,]*)(?: \(1 day not known\))?$/);
}

function numberIn(text: string, pattern: RegExp): number {
  const [, digits] = pattern.exec(text) ?? [];
  if (digits === undefined) throw new Error(`no number in "${text}"`);
  return Number(digits.replaceAll(',', ''));
}
