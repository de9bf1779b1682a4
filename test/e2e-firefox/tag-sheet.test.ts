import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';

import { openExtensionPage, signIn, useFirefox } from './harness.ts';

const world = useFirefox([]);

async function openSheetPage(): Promise<Page> {
  const page = await openExtensionPage(world().launched, 'workspace.html#/tag-sheets');
  await page.waitForFunction(() => document.querySelector('[role=tab]'));
  return page;
}

const said = (page: Page, words: string) =>
  page.waitForFunction((words) => document.body.innerText.includes(words), {}, words);

/** A workbook whose parts are large enough for the zip library to want a worker. */
async function largeWorkbook(rows: number): Promise<string> {
  const url = (id: number) => `https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster=%%CACHEBUSTER%%`;
  const data = [
    ['Tracker ID', 'Ad server', 'Impression URL (bare)'],
    ...Array.from({ length: rows }, (_, at) => [String(at + 1), 'Google Ad Manager', url(at + 1)]),
  ];
  return (await writeXlsxFile([{ data }]).toBuffer()).toString('base64');
}

// Firefox forbids workers from `blob:` addresses to extension pages; nothing may depend on them.
describe('a tag sheet in Firefox', () => {
  it('is written', async () => {
    await signIn(world());
    const page = await openSheetPage();
    await page.waitForFunction(() => document.querySelector('[aria-label="Ad servers"] label'));
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('[aria-label="Trackers"] .pb-button')?.click();
      const boxes = document.querySelectorAll<HTMLElement>(
        '[aria-label="Ad servers"] [type=checkbox]',
      );
      for (const box of boxes) box.click();
    });
    await page.waitForFunction(() => document.querySelector('.pb-button.primary:not([disabled])'));
    await page.evaluate(() => document.querySelector<HTMLElement>('.pb-button.primary')?.click());
    await said(page, 'Saved tags_');
    await page.close();
  });

  it('that is large is dropped, read, checked and filled in', async () => {
    const page = await openSheetPage();
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('[role=tab][data-tab=check]')?.click(),
    );
    await page.waitForFunction(() => document.querySelector('.pb-drop'));
    await page.evaluate(
      (content) => {
        const bytes = Uint8Array.from(atob(content), (unit) => unit.charCodeAt(0));
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([bytes], 'large.xlsx'));
        const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
        document.querySelector('.pb-drop')?.dispatchEvent(drop);
      },
      await largeWorkbook(6000),
    );
    await said(page, '6,000 rows: 6,000 pass');
    expect(await page.$$eval('[role=option]', (rows) => rows.length)).toBeGreaterThan(5);
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('.pb-sheet-fill button')?.click(),
    );
    await said(page, 'Saved large – filled.xlsx. Added: D “Result (Piggyback)”');
    await page.close();
  });
});
