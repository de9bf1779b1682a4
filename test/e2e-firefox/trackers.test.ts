import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { colleagueAt } from '../integration/app/support/colleague.ts';
import { openExtensionPage, signIn, useFirefox } from './harness.ts';

const world = useFirefox([]);
const OWNER = 700_101;
const ID = 90_011;
const SHEET = [
  'Name\tLine item\tPublisher',
  'Pasted one\tSpring burst\tTidewater News',
  'Pasted two\tSpring burst\tTidewater News',
].join('\n');

let page: Page;
let colleague: Awaited<ReturnType<typeof colleagueAt>>;
beforeAll(async () => {
  colleague = await colleagueAt(world().sandbox);
  await signIn(world());
  page = await openExtensionPage(world().launched, 'workspace.html#/trackers');
  await page.waitForFunction(() => document.querySelector('.pb-grid-row'));
});

const go = (hash: string) => page.evaluate((hash) => (location.hash = hash), hash);
const said = (words: string) =>
  page.waitForFunction((words) => document.body.innerText.includes(words), {}, words);
/** Goes to what has this name, once it is there and on. */
async function focusOn(name: string): Promise<void> {
  await page.waitForFunction(
    (name) => {
      const all = document.querySelectorAll<HTMLElement>(
        'button, a[href], input, [role=tab], textarea',
      );
      const found = [...all].find((one) => {
        const label =
          one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement
            ? one.labels?.[0]?.textContent
            : null;
        const words = (one.ariaLabel ?? label ?? one.textContent ?? '').trim();
        return (
          words.startsWith(name) &&
          !one.matches(':disabled, [aria-disabled=true]') &&
          one.checkVisibility()
        );
      });
      found?.focus();
      return found !== undefined && document.activeElement === found;
    },
    {},
    name,
  );
}
async function press(name: string): Promise<void> {
  await focusOn(name);
  await page.keyboard.press('Enter');
}
async function write(name: string, text: string): Promise<void> {
  await focusOn(name);
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type(text);
}
/** Takes the first thing that a field offers. */
async function chooseFirst(name: string): Promise<void> {
  await focusOn(name);
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() =>
    document.querySelector(
      '[role=listbox]:not([hidden]) [role=option][data-id][aria-selected=true]',
    ),
  );
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !document.querySelector('[role=listbox]:not([hidden])'));
}
const names = () =>
  page.$$eval('.pb-grid-row .pb-tracker-name', (all) => all.map(({ ariaLabel }) => ariaLabel));

describe('the tracker form in Firefox', () => {
  it('creates a tracker', async () => {
    await press('New tracker');
    await write('Name', 'Made in Firefox');
    await chooseFirst('Line item');
    await chooseFirst('Publisher');
    await press('Save');
    await said('Created Made in Firefox');
    expect((await colleague.list(OWNER)).at(-1)?.name).toBe('Made in Firefox');
  });

  it('shows both versions where a colleague has changed it meanwhile, and saves none by itself', async () => {
    await go(`#/trackers/${ID}`);
    await write('Name', 'Mine');
    await colleague.change(ID, { name: 'Theirs' });
    await press('Save');
    await said('Changed meanwhile');
    const shown = await page.$eval('.pb-versions', ({ textContent }) => textContent ?? '');
    for (const value of ['Mine', 'Theirs']) expect(shown).toContain(value);
    expect((await colleague.list(OWNER)).find(({ id }) => id === ID)?.name).toBe('Theirs');
  });
});

describe('the table in Firefox', () => {
  it('is put in order, and those that are selected are deactivated', async () => {
    await go('#/trackers');
    await press('Name');
    await page.waitForFunction(() => document.querySelector('[aria-sort=ascending]'));
    const sorted = await names();
    expect(sorted).toHaveLength(3);
    expect(sorted).toEqual(sorted.toSorted());
    await page.focus('.pb-grid-row');
    await page.keyboard.press(' ');
    await page.keyboard.down('Shift');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.up('Shift');
    await said('2 selected');
    await press('Deactivate');
    await said('2 trackers will be deactivated.');
    await page.keyboard.press('Enter');
    await said('2 trackers deactivated.');
    const states = (await colleague.list(OWNER)).map(({ state }) => state);
    expect(states.filter((state) => state === 'inactive')).toHaveLength(2);
  });
});

describe('many at once in Firefox', () => {
  it('rows are pasted, checked in a dry run, and made', async () => {
    await press('Many at once');
    await press('A sheet');
    await focusOn('Paste from Excel or Sheets');
    // As a paste puts it there; the browser's own clipboard is not for tests.
    await page.evaluate((text) => document.execCommand('insertText', false, text), SHEET);
    await press('Check what was pasted');
    await said('2 rows: 2 to create.');
    expect(await colleague.list(OWNER)).toHaveLength(3);
    await press('Create 2 trackers');
    await said('2 trackers created');
    const made = (await colleague.list(OWNER)).slice(3).map(({ name }) => name);
    expect(made).toEqual(['Pasted one', 'Pasted two']);
  });
});
