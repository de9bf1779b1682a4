import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import Papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';

import { violations } from '../support/axe.ts';
import { downloadFrom } from '../support/download.ts';
import { clientParts, PLAN } from '../unit/files/client-workbook.ts';
import { busyWorkbook, HEAVY } from '../unit/files/hostile-files.ts';
import { rawEntries, richZip } from '../unit/files/rich-zip.ts';
import { createScreens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';
import { PATIENCE_MS, textOf, useWorld } from './harness.ts';
import { beSignedIn } from './signed-in.ts';

const world = useWorld();
const screens = createScreens('.output/screens/sheet');

let downloads = '';
beforeAll(async () => {
  downloads = await mkdtemp(path.join(tmpdir(), 'piggyback-sheets-'));
});
afterAll(() => rm(downloads, { recursive: true, force: true }));

async function openSheetPage(width = 1280): Promise<Page> {
  const { browser, extensionId } = world().launched;
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.setViewport({ width, height: 860 });
  await page.goto(`chrome-extension://${extensionId}/workspace.html#/tag-sheets`);
  await page.locator('[role=tab]').wait();
  return page;
}

/** Presses a download button and gives the path of the finished file. */
const download = (page: Page, button: string) => downloadFrom(page, button, downloads);

async function showCheck(page: Page): Promise<void> {
  await page.locator('::-p-aria([name="Check a sheet"][role="tab"])').click();
  await page.locator('.pb-drop').wait();
}

async function upload(page: Page, file: string): Promise<void> {
  const input = await (await page.waitForSelector('input[type=file]'))?.toElement('input');
  if (!input) throw new Error('no file input');
  await input.uploadFile(file);
}

/** Waits for the reader of files to be gone. */
async function untilNoWorker(page: Page): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = () => {
      if (page.workers().length === 0) resolve();
    };
    page.on('workerdestroyed', look);
    look();
  });
}

/** All trackers, and these ad servers and no others. */
async function chooseRows(page: Page, servers: readonly string[]): Promise<string> {
  await page.locator('section[aria-label="Trackers"] .pb-button').click();
  await page.$$eval(
    'section[aria-label="Ad servers"] label',
    (labels, wanted) => {
      for (const label of labels) {
        const box = label.querySelector('input');
        const isWanted =
          wanted.length === 0 || wanted.includes(label.innerText.split('\n')[0] ?? '');
        if (box && box.checked !== isWanted) box.click();
      }
    },
    servers,
  );
  await page.locator('.pb-sheet-table tbody tr').wait();
  return textOf(page, '.pb-sheet-foot strong');
}

const SERVERS = ['Google Ad Manager', 'Google Campaign Manager 360'];

describe('a tag sheet', () => {
  it('says what to do while nobody is signed in', async () => {
    const page = await openSheetPage();
    await steps.seeText(page, 'You are not signed in.');
    await page.close();
  });

  it('is saved as XLSX, read back, and a cell that somebody changed is found', async () => {
    await beSignedIn(world());
    const page = await openSheetPage();
    const rows = await chooseRows(page, SERVERS);
    await steps.fill(page, 'Campaign', 'Winter');
    const file = await download(page, 'Download XLSX');
    await steps.seeText(page, 'Saved tags_');
    expect(path.basename(file)).toMatch(/^tags_.+_Winter_\d{4}-\d{2}-\d{2}_v1\.xlsx$/);

    const [tags, instructions] = await readXlsxFile(file);
    expect([tags?.sheet, instructions?.sheet]).toEqual(['Tags', 'Instructions']);
    const cells = (tags?.data ?? []).map((row) => [...row]);
    const count = cells.length - 8;
    expect(rows).toBe(`${count} rows`);
    expect(cells[2]).toEqual(expect.arrayContaining(['Campaign', 'Winter']));
    expect(cells[7]?.slice(0, 2)).toEqual(['Tracker ID', 'Tracker name']);
    const url = /^https:\/\/ib\.adnxs\.com\/imptr\?id=\d+&t=2&cachebuster=%%CACHEBUSTER%%$/;
    expect(cells[8]?.[13]).toMatch(url);

    await showCheck(page);
    await upload(page, file);
    await steps.seeText(page, `${count} rows: ${count} pass, 0 warnings, 0 fail.`);

    const changed = path.join(downloads, 'changed.xlsx');
    const row = cells[8] ?? [];
    row[13] = String(row[13]).replace(/id=\d+/, 'id=1');
    row[14] = `"${String(row[14]).replaceAll('"', '""')}"`;
    await writeXlsxFile([
      { data: cells.map((it) => it.map((cell) => (cell === null ? null : String(cell)))) },
    ]).toFile(changed);
    await steps.press(page, 'Check another file');
    await upload(page, changed);
    await steps.seeText(page, `${count - 1} pass, 0 warnings, 1 fail.`);
    const found = await textOf(page, '.pb-details');
    expect(found).toContain('N9 This is tracker 1, but');
    expect(found).toContain('O9 The quotes are doubled');
    await steps.press(page, 'Fix and copy O9');
    await steps.seeText(page, 'Copied the mended tag. Paste it into O9.');
    await page.close();
  });

  it('of a client comes back in its own file, with what was found and nothing else changed', async () => {
    const file = path.join(downloads, 'plan.xlsm');
    const before = richZip(clientParts());
    await writeFile(file, before);
    const page = await openSheetPage();
    await showCheck(page);
    await upload(page, file);
    await steps.seeText(page, 'plan.xlsm, sheet “Plan & tags”');
    // What was checked is filled in, whatever has become of the file.
    await writeFile(file, 'another file by now');
    const saved = await download(page, 'Fill in your file');
    await steps.seeText(page, 'Added: K “Result (Piggyback)”, L “Findings (Piggyback)”');
    expect(path.basename(saved)).toBe('plan – filled.xlsm');

    const after = await readFile(saved);
    const others = (bytes: Uint8Array) =>
      rawEntries(bytes).entries.filter(({ name }) => name !== PLAN);
    expect(others(after)).toEqual(others(before));
    const [plan] = await readXlsxFile(saved);
    expect(plan?.data[2]?.slice(10)).toEqual(['Result (Piggyback)', 'Findings (Piggyback)']);
    expect(plan?.data[3]?.[10]).toBe('Pass');

    // And once more, from there.
    await steps.press(page, 'Check another file');
    await upload(page, saved);
    await steps.seeText(page, 'plan – filled.xlsm, sheet');
    await rm(saved);
    const again = await download(page, 'Fill in your file');
    await steps.seeText(page, 'Brought up to date: K “Result (Piggyback)”, L');
    expect((await readFile(again)).equals(after)).toBe(true);
    await page.close();
  });

  it('is saved as CSV that a program can read', async () => {
    const page = await openSheetPage();
    await page.locator('::-p-aria([name="Make a sheet"][role="tab"])').click();
    const rows = await chooseRows(page, SERVERS);
    const file = await download(page, 'Download CSV');
    const text = await readFile(file, 'utf8');
    expect(text.startsWith('\uFEFFTracker ID,Tracker name,')).toBe(true);
    const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(rows).toBe(`${data.length} rows`);
    expect(data[0]?.['Impression tag (image)']).toContain('<img src="https://ib.adnxs.com/imptr?');
    await page.close();
  });

  it('is copied as a table, for spreadsheets and as text', async () => {
    const page = await openSheetPage();
    await chooseRows(page, SERVERS);
    await steps.press(page, 'Copy as table');
    await steps.seeText(page, 'Paste into Excel or Sheets');
    await page.evaluate(() => {
      document.addEventListener('paste', (event) => {
        event.preventDefault();
        const { clipboardData } = event;
        document.body.dataset.html = clipboardData?.getData('text/html') ?? '';
        document.body.dataset.text = clipboardData?.getData('text/plain') ?? '';
      });
    });
    await page.locator('::-p-aria([name="Campaign"])').click();
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    await page.waitForFunction(() => document.body.dataset.text !== undefined);
    const { html = '', text = '' } = await page.evaluate(() => ({ ...document.body.dataset }));
    expect(html).toContain('Impression URL (bare)</th>');
    expect(html).toContain('&lt;img src=');
    expect(text.split('\t').slice(0, 2)).toEqual(['Tracker ID', 'Tracker name']);
    expect(text).toContain('"<!-- Imp Tracker - ');
    await page.close();
  });

  it('keeps what was chosen and typed', async () => {
    const page = await openSheetPage();
    const rows = await chooseRows(page, SERVERS);
    await steps.fill(page, 'Author', 'M. Okoro');
    await page.reload();
    await page.locator('.pb-sheet-table tbody tr').wait();
    expect(await textOf(page, '.pb-sheet-foot strong')).toBe(rows);
    expect(
      await page
        .locator('::-p-aria([name="Author"])')
        .map((input) => Reflect.get(input, 'value'))
        .wait(),
    ).toBe('M. Okoro');
    await page.close();
  });

  it('of all ad servers, thousands of rows, is written and checked in the page', async () => {
    const count = `${(250 * AD_SERVERS.length).toLocaleString('en')} rows`;
    await beSignedIn(world(), 'medium');
    const page = await openSheetPage();
    expect(await chooseRows(page, [])).toBe(count);
    const begun = performance.now();
    const file = await download(page, 'Download XLSX');
    const written = performance.now();
    await showCheck(page);
    await upload(page, file);
    const isChecked = (count: string) => document.body.innerText.includes(`${count}: `);
    await page.waitForFunction(isChecked, { timeout: 60_000 }, count);
    console.log(
      `${count}: written in ${Math.round(written - begun)} ms, read and checked in ` +
        `${Math.round(performance.now() - written)} ms`,
    );
    expect(await page.$$eval('[role=option]', (options) => options.length)).toBeLessThan(60);
    await page.close();
  });

  it.each([
    ['notes.csv', 'Dear all, please find attached', 'hold no tag of an impression tracker'],
    ['broken.xlsx', 'PK\u0003\u0004 not really', 'This file cannot be read as a sheet.'],
    ['empty.csv', 'Tracker ID,Impression URL\n', 'There are no rows with tags below the header.'],
  ])('that is none (%s) is refused in words', async (name, content, sentence) => {
    const file = path.join(downloads, name);
    await writeFile(file, content);
    const page = await openSheetPage();
    await showCheck(page);
    await upload(page, file);
    await steps.seeText(page, sentence);
    await page.close();
  });

  it.each([
    ['bomb.xlsx', '100 MB of empty rows', 'This file holds far more than a tag sheet'],
    ['lying.xlsx', '2 GiB that is called 100 bytes', 'This file is damaged'],
    ['line.csv', 'a CSV of one line', 'A cell of this file has over 100,000 characters.'],
    [
      'far.xlsx',
      'a cell in the last row and column',
      'There are no rows with tags below the header',
    ],
  ])('that is made to be heavy (%s) opens or is refused in words', async (name, what, sentence) => {
    const file = path.join(downloads, name);
    await writeFile(file, new Uint8Array(HEAVY[what]?.() ?? new ArrayBuffer()));
    const page = await openSheetPage();
    await showCheck(page);
    await upload(page, file);
    await steps.seeText(page, sentence);
    await untilNoWorker(page);
    await page.close();
  });

  it('is read beside the page, which answers meanwhile, and is cancelled at once', async () => {
    const file = path.join(downloads, 'busy.xlsx');
    await writeFile(file, new Uint8Array(busyWorkbook()));
    await beSignedIn(world());
    const page = await openSheetPage();
    await showCheck(page);
    await page.evaluate(() => {
      let frames = 0;
      const count = () => {
        frames += 1;
        document.body.dataset.frames = String(frames);
        requestAnimationFrame(count);
      };
      count();
    });
    const cancel = async () => {
      expect(page.workers()).toHaveLength(1);
      await steps.press(page, 'Cancel');
      await page.locator('.pb-drop').wait();
      await untilNoWorker(page);
    };

    await upload(page, file);
    await page.waitForFunction(() => (document.querySelector('progress')?.position ?? 0) > 0.05);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await screens.page(page, `reading-1280-${scheme}`);
    }
    await cancel();

    await upload(page, file);
    await page.waitForSelector('progress[value]');
    expect(await violations(page, '.pb-app')).toEqual([]);
    await cancel();

    // The page's other half can be used, and the reading goes on.
    await upload(page, file);
    await page.waitForSelector('progress[value]');
    const before = await page.$eval('progress', (bar) => bar.value);
    const frames = await page.evaluate(() => Number(document.body.dataset.frames));
    await page.locator('::-p-aria([name="Make a sheet"][role="tab"])').click();
    await steps.fill(page, 'Author', 'Typed meanwhile');
    await page.locator('::-p-aria([name="Check a sheet"][role="tab"])').click();
    await page.waitForFunction(
      (before, frames) =>
        (document.querySelector('progress')?.value ?? 0) > before &&
        Number(document.body.dataset.frames) > frames + 10,
      {},
      before,
      frames,
    );
    await cancel();

    // And the next file is read as if nothing had been.
    await writeFile(path.join(downloads, 'next.csv'), MIXED);
    await upload(page, path.join(downloads, 'next.csv'));
    await steps.seeText(page, '4 rows: ');
    await page.close();
  });

  it('can be made by keyboard alone', async () => {
    await beSignedIn(world());
    const page = await openSheetPage();
    await page.locator('::-p-aria([name="Make a sheet"][role="tab"])').click();
    await page.locator('[role=listbox]').wait();
    await page.focus('[role=listbox]');
    const before = await textOf(page, 'section[aria-label="Trackers"] [role=status]');
    await page.keyboard.press('End');
    await page.keyboard.press('Space');
    await page.waitForFunction(
      (before) =>
        document.querySelector('section[aria-label="Trackers"] [role=status]')?.textContent !==
        before,
      {},
      before,
    );
    const active = await page.$eval(
      '[role=listbox]',
      (box) => box.ariaActiveDescendantElement?.ariaPosInSet,
    );
    expect(Number(active)).toBeGreaterThan(1);
    await page.focus('[role=tab][aria-selected=true]');
    await page.keyboard.press('ArrowRight');
    await page.locator('.pb-drop').wait();
    await page.close();
  });
});

describe.each([1280, 800])('at %i pixels', (width) => {
  /** In light and in dark: a picture to look at, and nothing found by axe. */
  async function look(page: Page, name: string): Promise<void> {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await screens.page(page, `${name}-${width}-${scheme}`);
      expect(await violations(page, '.pb-app'), scheme).toEqual([]);
    }
  }

  it('is accessible in light and in dark', async () => {
    await beSignedIn(world());
    const page = await openSheetPage(width);
    await page.locator('::-p-aria([name="Make a sheet"][role="tab"])').click();
    await chooseRows(page, SERVERS);
    await look(page, 'make');
    await page.$eval('.pb-sheet-foot', () => scrollTo(0, document.body.scrollHeight));
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await screens.page(page, `preview-${width}-${scheme}`);
    }

    await showCheck(page);
    await look(page, 'drop');
    const file = path.join(downloads, 'mixed.csv');
    await writeFile(file, MIXED);
    await upload(page, file);
    await page.locator('.pb-details .pb-findings li').wait();
    const tops = await page.$$eval('.pb-results [role=option]', (rows) =>
      rows.map(
        (row) => row.getBoundingClientRect().top - (rows[0]?.getBoundingClientRect().top ?? 0),
      ),
    );
    expect(tops).toEqual([0, 52, 104]);
    await look(page, 'result');

    await steps.press(page, 'Check another file');
    const heavy = path.join(downloads, 'bomb.xlsx');
    await writeFile(heavy, new Uint8Array(HEAVY['100 MB of empty rows']?.() ?? new ArrayBuffer()));
    await upload(page, heavy);
    await steps.seeText(page, 'This file holds far more than a tag sheet');
    await look(page, 'refused');
    await page.close();
  });
});

const IMAGE = (id: number, macro: string) =>
  `"<img src=""https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster=${macro}"" width=""1"" height=""1"" />"`;
const MIXED = [
  'Tracker ID,Tracker name,Ad server,Placement ID/name,Impression URL (bare),Impression tag (image)',
  `501,Front page,Google Ad Manager,Front (1),https://ib.adnxs.com/imptr?id=501&t=2&cachebuster=%%CACHEBUSTER%%,${IMAGE(501, '%%CACHEBUSTER%%')}`,
  `502,Side bar,Google Ad Manager,Side (2),https://ib.adnxs.com/imptr?id=502&t=2&cachebus,${IMAGE(503, '%n')}`,
  `504,Footer,Some server,Foot (3),https://ib.adnxs.com/imptr?id=504&t=2&cachebuster=[RND],`,
  `505,Video,The Trade Desk,Pre-roll (4),<img src=https://ib.adnxs.com/imptr?id=505&t=2>,see mail`,
].join('\r\n');
