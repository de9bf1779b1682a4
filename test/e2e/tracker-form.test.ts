import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import { type Colleague, colleagueAt } from '../integration/app/support/colleague.ts';
import { createScreens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';
import { openList, textOf, useWorld } from './harness.ts';

const world = useWorld();
const screens = createScreens('.output/screens/tracker-form');
const ID = 90_011;
const ADVERTISER = 700_101;
let colleague: Colleague;

beforeAll(async () => {
  colleague = await colleagueAt(world().sandbox);
});
afterEach(async () => {
  world().sandbox.setFault(null);
  const pages = await world().launched.browser.pages();
  for (const page of pages.slice(1)) await page.close();
});

/** The form of the tracker, in a popup as narrow as a browser makes it. */
async function openForm(): Promise<Page> {
  const popup = await openList(world());
  await popup.locator(`[data-tracker="${ID}"] .pb-tracker-name`).click();
  await popup.locator('.pb-form input').wait();
  await popup.setViewport({ width: 360, height: 600 });
  return popup;
}
const atService = async () => (await colleague.list(ADVERTISER)).find(({ id }) => id === ID);
const valueOf = (popup: Page, label: string) =>
  popup
    .locator(`::-p-aria([name="${label}"])`)
    .map((field) => (field instanceof HTMLInputElement ? field.value : ''))
    .wait();
/** Whether all of it is as wide as what is seen. */
const isWithin = (popup: Page) =>
  popup.$eval('.pb-popup', ({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth);

describe('somebody else changes the tracker while its form is open', () => {
  it('both versions are seen, what is chosen outlives the popup, and is saved', async () => {
    const popup = await openForm();
    const before = await valueOf(popup, 'Name');
    await steps.fill(popup, 'Name', 'Mine');
    await colleague.change(ID, { name: 'Theirs', code: 'T-1' });
    await steps.press(popup, 'Save');
    await steps.seeText(popup, 'Changed meanwhile');
    const shown = await textOf(popup, '.pb-versions');
    for (const value of [before, 'Theirs', 'Mine', 'T-1']) expect(shown).toContain(value);
    expect(await isWithin(popup)).toBe(true);
    await screens.page(popup, 'conflict-360');
    expect((await atService())?.name).toBe('Theirs');
    await popup.locator('::-p-aria([name="Name, Yours: Mine"][role="radio"])').click();
    await steps.seeText(popup, 'Save as chosen');
    await popup.waitForFunction(`!document.querySelector('.pb-form .primary').disabled`);
    await popup.close();

    const again = await world().openPopupTab();
    await steps.press(again, 'Save as chosen');
    await steps.seeText(again, 'Saved Mine.');
    expect(await atService()).toMatchObject({ name: 'Mine', code: 'T-1' });
  });
});

describe('a form that is half filled in', () => {
  it('is all there when the popup opens again, and moved nothing as it was filled in', async () => {
    const popup = await openList(world());
    await popup.setViewport({ width: 360, height: 600 });
    await steps.press(popup, 'New tracker');
    await steps.fill(popup, 'Name', 'Half filled in');
    const places = () =>
      popup.$$eval('.pb-form .pb-field', (fields) =>
        fields.map((field) => field.getBoundingClientRect().top + scrollY),
      );
    const before = await places();
    const line = await steps.chooseFirst(popup, 'Line item');
    await steps.choose(popup, 'Publisher', 'Tidewater News');
    const placement = await steps.chooseFirst(popup, 'Placement');
    await popup.$eval('.pb-popup', (box) => box.scrollTo(0, 0));
    expect(await places()).toEqual(before);
    await popup.close();

    const again = await world().openPopupTab();
    await steps.seeText(again, 'Your unsaved changes are back.');
    for (const value of ['Half filled in', line, 'Tidewater News', placement])
      await steps.seeValue(again, '.pb-form input', value);
    // What belongs to a publisher goes with it, and that is seen.
    await steps.press(again, 'Clear publisher');
    await steps.seeText(again, `${placement} belongs to Tidewater News and was taken off.`);
    await steps.press(again, 'Discard changes');
    await steps.press(again, 'Back to the list');
    await again.locator('.pb-tracker').wait();
  });
});

describe('a token that dies as a form is saved', () => {
  it.each(['noauth-200', 'noauth-401', 'syntax-200'] as const)(
    'loses nothing, and sends nothing twice (%s)',
    async (variant) => {
      const popup = await openForm();
      await steps.fill(popup, 'Code', variant);
      world().sandbox.setFault({ kind: 'expired', variant });
      await steps.press(popup, 'Save');
      await steps.seeText(popup, 'Your session has ended.');
      world().sandbox.setFault(null);
      await steps.signIn(popup, world().sandbox.world.credentials);
      await steps.seeText(popup, 'Your unsaved changes are back.');
      await steps.seeValue(popup, '.pb-form input', variant);
      await steps.press(popup, 'Save');
      await steps.seeText(popup, 'Saved ');
      expect((await atService())?.code).toBe(variant);
    },
  );
});
