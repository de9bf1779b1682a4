import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';

import { act, actionsOf, asPromised, promisedActions } from '../support/actions.ts';
import { violations } from '../support/axe.ts';
import { downloadFrom } from '../support/download.ts';
import { createScreens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';
import { openWorkspace, PATIENCE_MS, useWorld } from './harness.ts';
import { beSignedIn } from './signed-in.ts';

const world = useWorld();
const screens = createScreens('.output/screens/many-at-once');
/** Has six placements in the sandbox. */
const PUBLISHER = 'Calder Valley Gazette';
const LINE_ITEM = 'Spring burst';

const link = (name: string) => `::-p-aria([name="${name}"][role="link"])`;

const option = (name: string) =>
  `::-p-xpath(//*[@role="listbox"][not(@hidden)]//*[@role="option"][contains(., "${name}")])`;
const box = (label: string) => `::-p-aria([name="${label}"][role="combobox"])`;

const SHEET = [
  'Name\tLine item\tPublisher',
  `Pasted one\t${LINE_ITEM}\t${PUBLISHER}`,
  `Pasted two\tSprng\t${PUBLISHER}`,
].join('\n');

const untilFocus = (page: Page) =>
  page.waitForFunction(() => document.activeElement !== document.body);
const FILE = [
  'Name;Line item;Publisher',
  `Of a file;${LINE_ITEM};${PUBLISHER}`,
  `Of a file, too;${LINE_ITEM};${PUBLISHER}`,
].join('\r\n');

async function giveFile(page: Page, place: string, file: string): Promise<void> {
  const input = await (await page.waitForSelector(`${place} input[type=file]`))?.toElement('input');
  if (!input) throw new Error(`no way to give a file in ${place}`);
  await input.uploadFile(file);
}

const results = (page: Page) =>
  page.$$eval('.pb-run-row .pb-badge', (marks) =>
    marks.map((mark) => mark.textContent?.trim()).toSorted(),
  );

it('six trackers for six placements, the first three looked at, and all of it taken back', async () => {
  await beSignedIn(world());
  const page = await openWorkspace(world().launched);
  const { actions } = await actionsOf(async () => {
    act('press Many at once');
    await page.locator(link('Many at once')).click();
    act('choose a line item');
    await page.locator(box('Add a line item')).click();
    await page.locator(option(LINE_ITEM)).click();
    act('type a publisher');
    await page.locator(box('Add a publisher')).fill(PUBLISHER);
    act('choose it');
    await page.locator(option(PUBLISHER)).click();
    await steps.press(page, 'Add all placements');
    await steps.press(page, 'Check 6 trackers');
    await steps.seeText(page, '6 rows: 6 to create.');
    await untilFocus(page);
    expect(await violations(page, '.pb-app')).toEqual([]);
    await screens.page(page, 'dry-run');
    await steps.press(page, 'Create the first 3');
    await steps.seeText(page, 'The first 3 are done.');
    const three = (word: string) => [word, word, word];
    await expect
      .poll(() => results(page), { timeout: PATIENCE_MS })
      .toEqual([...three('Created'), ...three('Not done')]);
    expect(await page.$$('.pb-run-first .pb-button')).toHaveLength(3);
    expect(await violations(page, '.pb-app')).toEqual([]);
    await screens.page(page, 'held');
    await steps.press(page, 'Release the other 3');
    await steps.seeText(page, '6 trackers created');
    await untilFocus(page);
  });
  expect(actions.length).toBeLessThanOrEqual(8);
  expect(asPromised(actions)).toEqual(
    promisedActions().get('Six trackers for six placements, in the workspace'),
  );
  const run = await page.evaluate(() => location.hash);

  // It stands in the history, and what takes it back is shown beforehand.
  await page.reload();
  await page.locator(link('Undo…')).click();
  await steps.seeText(page, '6 rows: 6 to change.');
  await steps.press(page, 'Change 6 trackers');
  await steps.seeText(page, '6 changed');
  await page.locator(link('Runs')).click();
  await page.waitForFunction(() => document.querySelectorAll('.pb-runs tbody tr').length === 2);
  expect(
    await page.$$eval('.pb-runs tbody th a', (links) =>
      links.map((one) => one.getAttribute('href')),
    ),
  ).toContain(run);
  await screens.page(page, 'runs');
  await page.evaluate(() => (location.hash = '#/trackers'));
  await page.locator('.pb-grid-row').wait();
  const made = await page.$$eval(
    '.pb-grid-row',
    (rows, name) =>
      rows
        .filter((row) => row.textContent?.includes(name))
        .map((row) => row.querySelector('.pb-badge')?.textContent),
    `${LINE_ITEM} – ${PUBLISHER}`,
  );
  expect(made).toEqual(Array.from({ length: 6 }, () => 'Inactive'));
});

it('a sheet that is pasted is there again after the page was closed, with what was mended; a file comes back filled in', async () => {
  await beSignedIn(world());
  const first = await openWorkspace(world().launched, '#/trackers/sheet');
  await first.locator('::-p-aria([name="A sheet"][role="tab"])').click();
  await steps.fill(first, 'Paste from Excel or Sheets', SHEET);
  await steps.press(first, 'Check what was pasted');
  await steps.seeText(first, '2 rows: 1 to create, 1 with errors.');
  await steps.fill(first, 'Line item', LINE_ITEM);
  await steps.press(first, 'Write');
  await steps.seeText(first, '2 rows: 2 to create.');
  await first.close();
  const page = await openWorkspace(world().launched, '#/trackers/sheet');
  await steps.seeText(page, '2 rows: 2 to create.');
  await screens.page(page, 'again');

  const folder = await mkdtemp(path.join(tmpdir(), 'piggyback-bulk-fill-'));
  const file = path.join(folder, 'plan.csv');
  await writeFile(file, FILE);
  await steps.press(page, 'Another sheet');
  await giveFile(page, '.pb-bulk-drop', file);
  await steps.seeText(page, '2 rows: 2 to create.');
  await steps.press(page, 'Create 2 trackers');
  await steps.seeText(page, '2 trackers created');
  const saved = await downloadFrom(page, 'Fill in your file', folder);
  await steps.seeText(page, 'Added: D “Tracker ID (Piggyback)”, E “Result (Piggyback)”.');
  await untilFocus(page);
  const filled = (await readFile(saved, 'utf8')).split('\r\n');
  expect(filled[1]).toMatch(/^Of a file;Spring burst;.*;\d+;Created$/);
  expect(await violations(page, '.pb-app')).toEqual([]);
  await screens.page(page, 'filled');
  // Days later the page does not hold it any more.
  await page.reload();
  await steps.seeText(page, 'Choose plan.csv again');
  await giveFile(page, '.pb-fill-run', file);
  await steps.seeText(page, 'Saved plan – filled.csv.');
  await writeFile(file, FILE.replace('Of a file', 'Of another'));
  await giveFile(page, '.pb-fill-run', file);
  await steps.seeText(page, 'Row 2 is “Of another”, and was “Of a file” in the run.');
  await rm(folder, { recursive: true, force: true });
});
