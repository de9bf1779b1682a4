import { describe, expect, it } from 'vitest';

import * as steps from '../support/steps.ts';
import { openList, textOf, useWorld } from './harness.ts';

const world = useWorld();

describe('the list', () => {
  it('loads ten thousand with progress, says how long a wait is, and stays small in the page', async () => {
    const popup = await openList(world(), 'large');
    await popup.locator('progress').wait();
    // The service's rate limit holds the last pages back; a person is told, and may go on working.
    await steps.seeText(popup, 'going on in');
    await popup.waitForFunction(
      () =>
        document.querySelector('[role=status]')?.textContent === '10,000 trackers' &&
        !document.querySelector('.pb-sync'),
      { timeout: 80_000 },
    );
    expect(await popup.$$eval('.pb-tracker', (rows) => rows.length)).toBeLessThan(30);
    await popup.$eval('.pb-list', (list) => list.scrollTo(0, list.scrollHeight));
    await popup.waitForFunction(() =>
      [...document.querySelectorAll('li')].some((row) => row.ariaPosInSet === '10000'),
    );
    await popup.locator('input[type=search]').fill('zzzz');
    await steps.seeText(popup, 'No tracker matches');
    await steps.press(popup, 'Clear search');
    await popup.locator('.pb-tracker').wait();
    await popup.close();
  });

  it('is painted from disk before the service answers', async () => {
    world().sandbox.setFault({ kind: 'slow', ms: 60_000 });
    const popup = await world().openPopupTab();
    await popup.locator('.pb-tracker').wait();
    expect(await textOf(popup, '[role=status]')).toContain('10,000 trackers');
    world().sandbox.setFault(null);
    await popup.close();
  });

  it('filters by state', async () => {
    const popup = await openList(world(), 'medium');
    await popup.select('select[aria-label="State filter"]', 'inactive');
    await popup.waitForFunction(() =>
      document.querySelector('[role=status]')?.textContent?.includes('of 250 trackers'),
    );
    const states = await popup.$$eval('.pb-tracker .pb-badge', (all) =>
      all.map((x) => x.textContent),
    );
    expect(new Set(states)).toEqual(new Set(['Inactive']));
    await popup.close();
  });

  it('copies a tag in one press', async () => {
    const popup = await openList(world(), 'small');
    await popup.locator('.pb-tracker .pb-button:not(.icon)').click();
    await steps.seeText(popup, 'Copied the image tag of');
    await popup.close();
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
    const code = await again.evaluate(
      () => [...document.querySelectorAll('input')].find((x) => x.value === 'KEPT-1')?.value,
    );
    expect(code).toBe('KEPT-1');
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
    expect(await textOf(popup, '.pb-trackers')).not.toContain(String(id));
    await popup.close();
  });

  it('offers placements of the chosen publisher only', async () => {
    const popup = await openList(world(), 'small');
    await steps.press(popup, 'New tracker');
    const placement = '::-p-aria([name="Placement"][role="combobox"])';
    const box = await popup.waitForSelector(placement);
    expect(await box?.evaluate((input) => input.hasAttribute('disabled'))).toBe(true);
    await steps.chooseFirst(popup, 'Publisher');
    const chosen = await steps.chooseFirst(popup, 'Placement');
    expect(chosen).not.toBe('');
    await steps.press(popup, 'Back to the list');
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
