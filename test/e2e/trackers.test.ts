import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';

import { createScreens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';
import { openList, textOf, useWorld } from './harness.ts';

const world = useWorld();
const screens = createScreens('.output/screens/trackers');

describe('the list', () => {
  it('filters by state', async () => {
    const popup = await openList(world(), 'medium');
    // All there: nothing is said of loading any more.
    await popup.waitForFunction(
      () =>
        document.querySelector('[role=status]')?.textContent === '250 trackers' &&
        !document.querySelector('.pb-sync'),
    );
    await popup.select('select[aria-label="State filter"]', 'inactive');
    await popup.waitForFunction(() => {
      const states = [...document.querySelectorAll('.pb-tracker .pb-badge')];
      return (
        document.querySelector('[role=status]')?.textContent?.includes('of 250 trackers') &&
        states.length > 0 &&
        states.every((state) => state.textContent === 'Inactive')
      );
    });
    await popup.close();
  });

  it('says of each tracker what it is, where it belongs and when it changed', async () => {
    const popup = await openList(world(), 'small');
    const row = await textOf(popup, 'li:nth-child(2) .pb-tracker');
    for (const fact of [
      'Spring burst – Calder Valley Weather, News 300x250',
      'Active',
      'Calder Valley Weather',
      'News 300x250',
      'Spring burst',
      '90012',
    ]) {
      expect(row).toContain(fact);
    }
    expect(row).toMatch(/\w{3} \d{1,2}, \d{4}, \d{2}:\d{2}/);
    await popup.close();
  });

  it('is searched by name, id, publisher, placement and line item', async () => {
    const popup = await openList(world(), 'small');
    for (const words of ['90012', 'calder', '300x250 news', 'spring burst']) {
      await popup.locator('input[type=search]').fill(words);
      await popup.waitForFunction(
        () =>
          document.querySelector('[role=status]')?.textContent === '1 of 2 trackers' &&
          document.querySelector('.pb-tracker')?.textContent?.includes('90012'),
      );
    }
    await popup.close();
  });

  it('copies a tag in one press', async () => {
    const popup = await openList(world(), 'small');
    const name = await textOf(popup, '.pb-tracker-name');
    await popup.locator('.pb-tracker [aria-label^="Copy tag"]').click();
    await steps.seeText(popup, `Copied the image tag of ${name}.`);
    // Pasted by the browser itself: the clipboard holds what was promised.
    await popup.locator('input[type=search]').click();
    await popup.keyboard.down('Control');
    await popup.keyboard.press('v');
    await popup.keyboard.up('Control');
    await popup.waitForFunction(() => {
      const field = document.querySelector('input[type=search]');
      return /<img src="https:\/\/ib\.adnxs\.com\/imptr\?id=\d+&t=2/.test(
        field instanceof HTMLInputElement ? field.value : '',
      );
    });
    await popup.close();
  });
});

describe('the keyboard alone', () => {
  /** The popup as it opens where an advertiser was chosen before. */
  async function openAgain(): Promise<Page> {
    await (await openList(world(), 'medium')).close();
    const popup = await world().openPopupTab();
    await popup.bringToFront();
    await focused(popup, 'Search trackers');
    await popup.locator('.pb-tracker').wait();
    return popup;
  }

  const focused = (page: Page, label: string) =>
    page.waitForFunction(
      (label) => document.activeElement?.getAttribute('aria-label') === label,
      {},
      label,
    );

  it('begins at the search and copies the third row with three keys', async () => {
    const popup = await openAgain();
    const third = await textOf(popup, 'li[aria-posinset="3"] .pb-tracker-name');
    for (const key of ['ArrowDown', 'ArrowDown', 'c'] as const) await popup.keyboard.press(key);
    await steps.seeText(popup, `Copied the image tag of ${third}.`);
    await popup.close();
  });

  it('comes back to the row that was left, though it had been scrolled far away', async () => {
    const popup = await openAgain();
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('End');
    const last = await textOf(popup, 'li[aria-posinset="250"] .pb-tracker-name');
    await focused(popup, `Edit ${last}`);
    await popup.$eval('.pb-list', (list) => list.scrollTo(0, 0));
    await popup.waitForSelector('li[aria-posinset="2"]');
    await focused(popup, `Edit ${last}`);
    await popup.keyboard.press('Enter');
    await popup.locator('[aria-label="Back to the list"]').click();
    await focused(popup, `Edit ${last}`);
    const isSeen = await popup.$eval('li[aria-posinset="250"]', (row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return top >= 0 && bottom < innerHeight + 1;
    });
    expect(isSeen).toBe(true);
    await popup.close();
  });

  it('shows about ten rows in a popup, and moves none by what it says', async () => {
    const popup = await openAgain();
    await popup.setViewport({ width: 480, height: 600 });
    const places = () =>
      popup.$$eval('.pb-tracker', (rows) =>
        rows
          .map((row) => row.getBoundingClientRect())
          .filter(({ bottom }) => bottom <= innerHeight)
          .map(({ top }) => top),
      );
    const before = await places();
    expect(before.length).toBeGreaterThanOrEqual(9);
    await popup.locator('.pb-tracker [aria-label^="Copy tag"]').click();
    await popup.waitForSelector('.pb-toast');
    expect(await places()).toEqual(before);
    world().sandbox.setFault({ kind: 'drop' });
    await popup.locator('[aria-label="Refresh"]').click();
    await popup.waitForSelector('.pb-toast .pb-notice.fail');
    expect(await places()).toEqual(before);
    expect(await popup.$('.pb-notice.pass'), 'what was said before').toBeNull();
    world().sandbox.setFault(null);
    await popup.setViewport(null);
    await popup.close();
  });
});

describe('what is open in two places', () => {
  it('shows a tracker that is changed in one of them in both at once, and in the workspace', async () => {
    const { launched, openPopupTab } = world();
    const popup = await openList(world(), 'small');
    const other = await openPopupTab();
    const workspace = `chrome-extension://${launched.extensionId}/workspace.html`;
    const [list, sheet] = [await launched.browser.newPage(), await launched.browser.newPage()];
    await list.goto(`${workspace}#/trackers`);
    await sheet.goto(`${workspace}#/tag-sheets`);
    const before = await textOf(other, '.pb-tracker-name');
    for (const page of [list, sheet]) await steps.seeText(page, before);

    await popup.bringToFront();
    await popup.locator('.pb-tracker-name').click();
    await steps.fill(popup, 'Name', `${before}, renamed`);
    await steps.press(popup, 'Save');
    await steps.seeText(popup, `Saved ${before}, renamed.`);
    for (const page of [other, list, sheet]) await steps.seeText(page, `${before}, renamed`);
    for (const page of [popup, other, list, sheet]) await page.close();
  });
});

describe('the form', () => {
  it('keeps what is typed when the popup closes', async () => {
    const popup = await openList(world(), 'small');
    await popup.locator('.pb-tracker-name').click();
    await steps.fill(popup, 'Code', 'KEPT-1');
    await popup.close();
    const again = await world().openPopupTab();
    await steps.seeText(again, 'Your unsaved changes are back.');
    await steps.seeValue(again, 'input', 'KEPT-1');
    await again.close();
  });

  it('sends only what changed', async () => {
    const popup = await world().openPopupTab();
    await steps.seeText(popup, 'Your unsaved changes are back.');
    const sent = captureWrites(popup);
    await steps.press(popup, 'Save');
    await steps.seeText(popup, 'Saved ');
    expect(await sent()).toEqual([{ code: 'KEPT-1' }]);
    await popup.close();
  });

  it('says what is missing and goes there', async () => {
    const popup = await openList(world(), 'small');
    await steps.press(popup, 'New tracker');
    await steps.press(popup, 'Save');
    await steps.seeText(popup, 'Give the tracker a name.');
    await steps.seeText(popup, 'Choose the line item it belongs to.');
    await steps.seeText(popup, 'Choose the publisher it belongs to.');
    await popup.waitForFunction(() => document.activeElement?.ariaInvalid === 'true');
    await steps.press(popup, 'Back to the list');
    await popup.close();
  });

  it('says that what is typed is not kept', async () => {
    const popup = await openList(world(), 'small');
    await steps.press(popup, 'New tracker');
    await popup.locator('.pb-form input').wait();
    await popup.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('The disk is full.', 'QuotaExceededError');
      };
    });
    await steps.fill(popup, 'Name', 'Not kept');
    await steps.seeText(popup, 'The browser could not keep the data.');
    for (const value of ['light', 'dark'] as const) {
      await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      await screens.page(popup, `not-kept-${value}`);
    }
    await steps.press(popup, 'Back to the list');
    await popup.locator('.pb-tracker').wait();
    await popup.close();
  });

  it('asks before it deletes, says what stops counting, and deletes', async () => {
    const popup = await openList(world(), 'small');
    const id = await steps.createTracker(popup, 'Short-lived');
    await popup.locator('.pb-tracker-name').click();
    await steps.press(popup, 'Delete');
    await steps.seeText(popup, 'are no longer counted');
    await steps.press(popup, 'Cancel');
    await steps.press(popup, 'Delete');
    await steps.press(popup, 'Delete for good');
    await steps.seeText(popup, 'Deleted Short-lived.');
    await popup.waitForFunction(
      (id) =>
        ![...document.querySelectorAll('.pb-tracker')].some((row) => row.textContent?.includes(id)),
      {},
      String(id),
    );
    await popup.close();
  });

  it('is saved though the popup closes, once; opened again meanwhile, it waits and says so', async () => {
    const { sandbox } = world();
    const popup = await openList(world(), 'small');
    await steps.press(popup, 'New tracker');
    await steps.fill(popup, 'Name', 'Left alone');
    await steps.chooseFirst(popup, 'Line item');
    await steps.chooseFirst(popup, 'Publisher');
    sandbox.setFault({ kind: 'slow', ms: 4000, method: 'POST', path: '/imptracker' });
    await steps.press(popup, 'Save');
    await steps.seeText(popup, 'Saving…');
    await popup.close();
    const again = await world().openPopupTab();
    await steps.seeText(again, 'Created Left alone with id ');
    sandbox.setFault(null);
    const rows = await again.$$eval('.pb-tracker-name', (names) => names.map((n) => n.textContent));
    expect(rows.filter((name) => name === 'Left alone')).toHaveLength(1);
    await steps.press(again, 'New tracker');
    await steps.seeValue(again, 'input', '');
    expect(await again.$('.pb-notice')).toBeNull();
    await steps.press(again, 'Back to the list');
    await again.close();
  });

  it('offers placements and payment rules of the chosen publisher only', async () => {
    const popup = await openList(world(), 'small');
    await steps.press(popup, 'New tracker');
    for (const label of ['Placement', 'Payment rule']) {
      await popup.locator(`::-p-aria([name="${label}"][role="combobox"])`).wait();
    }
    expect(await popup.$$eval('.pb-form input:disabled', (inputs) => inputs.length)).toBe(2);

    await steps.choose(popup, 'Publisher', 'Ashbourne Courier');
    const placements = await steps.offeredIds(popup, 'Placement');
    const rules = await steps.offeredIds(popup, 'Payment rule');
    const placement = await steps.chooseFirst(popup, 'Placement');
    const rule = await steps.chooseFirst(popup, 'Payment rule');
    await steps.choose(popup, 'Publisher', 'Calder Valley Weather');
    // What was chosen belongs to the other publisher, and went with it.
    await popup.waitForFunction(
      (chosen) =>
        ![...document.querySelectorAll('input')].some((input) => chosen.includes(input.value)),
      {},
      [placement, rule],
    );
    const others = [
      ...(await steps.offeredIds(popup, 'Placement')),
      ...(await steps.offeredIds(popup, 'Payment rule')),
    ];
    expect([...placements, ...rules].filter((id) => others.includes(id))).toEqual([]);
    await steps.press(popup, 'Back to the list');
    await popup.locator('.pb-tracker').wait();
    await popup.close();
  });
});

/** What the popup asks the background to write, read on its own message channel. */
function captureWrites(popup: Awaited<ReturnType<typeof openList>>): () => Promise<unknown> {
  const started = popup.evaluate(`(() => {
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    globalThis.sentChanges = [];
    chrome.runtime.sendMessage = (packet) => {
      if (packet.piggyback === 'trackers.save') globalThis.sentChanges.push(packet.data.changes);
      return send(packet);
    };
  })()`);
  return async () => {
    await started;
    return popup.evaluate('globalThis.sentChanges');
  };
}
