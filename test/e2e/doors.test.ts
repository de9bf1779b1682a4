import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';

import { closed, openPopup } from '../support/browser.ts';
import { untilNoBuilder } from '../support/builder-frame.ts';
import * as button from '../support/field-button.ts';
import * as steps from '../support/steps.ts';
import { CONSOLE_HOSTS, openList, textOf, useWorld, type World } from './harness.ts';
import { beSignedIn } from './signed-in.ts';

const EDITOR = 'https://admanager.google.com/creatives/138412066';

async function workerOf({ launched }: World) {
  const target = await launched.browser.waitForTarget((found) => found.type() === 'service_worker');
  return target.worker();
}

async function openEditor(world: World): Promise<Page> {
  const page = await world.launched.browser.newPage();
  await page.goto(EDITOR);
  return page;
}

describe('the build as shipped, with no console allowed', () => {
  const world = useWorld();

  it('puts no script into a page by itself', async () => {
    const page = await openEditor(world());
    const client = await page.createCDPSession();
    const worlds: string[] = [];
    client.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.origin));
    await client.send('Runtime.enable');
    expect(worlds).toContain('https://admanager.google.com');
    expect(worlds.filter((origin) => origin.startsWith('chrome-extension:'))).toEqual([]);
    const worker = await workerOf(world());
    expect(await worker?.evaluate('chrome.scripting.getRegisteredContentScripts()')).toEqual([]);
    await page.close();
  });

  it('opens the builder from the toolbar, at the focused field, and inserts', async () => {
    const list = await openList(world());
    const name = await textOf(list, '.pb-tracker-name');
    await list.close();
    const page = await openEditor(world());
    await page.locator('#third-party-pixels').click();
    const popup = await openPopup(world().launched, page);
    const target = popup.target();
    await steps.press(popup, 'Build a tag on this page');
    await closed(world().launched.browser, target);
    await steps.inBuilder(page, steps.SEARCH);
    expect(await steps.insertTag(page, name)).toContain('cachebuster=%%CACHEBUSTER%%');
    await page.close();
  });
});

describe('with the console allowed', () => {
  const world = useWorld(CONSOLE_HOSTS);

  it.each([
    ['the keyboard', `chrome.commands.onCommand.dispatch('open-tag-builder', tab)`],
    [
      'the context menu',
      `chrome.contextMenus.onClicked.dispatch({ menuItemId: 'open-tag-builder', frameId: 0 }, tab)`,
    ],
  ])('opens from %s', async (_, dispatch) => {
    await beSignedIn(world());
    const page = await openEditor(world());
    await page.bringToFront();
    await page.locator('#third-party-pixels').click();
    // Neither fires in a headless browser; their handlers are called in the worker instead.
    const worker = await workerOf(world());
    await worker?.evaluate(
      `chrome.tabs.query({ url: '${CONSOLE_HOSTS[0]}' }).then(([tab]) => ${dispatch})`,
    );
    await steps.untilKeysArrive(page);
    steps.pressAway(page, 'Escape');
    await untilNoBuilder(page);
    await page.close();
  });

  it('comes up at a pixel field and at no other', async () => {
    const page = await openEditor(world());
    await page.locator('#third-party-pixels').click();
    await button.untilButton(page);
    await page.locator('input').click();
    await button.untilNoButton(page);
    await page.close();
  });

  it('can be used by keyboard alone, and the field’s own undo works', async () => {
    await beSignedIn(world());
    const page = await openEditor(world());
    await page.locator('#third-party-pixels').fill('before ');
    await steps.openBuilderAtField(page);
    await steps.untilKeysArrive(page);
    await page.keyboard.press('ArrowDown');
    await steps.inBuilder(page, '[role=option][data-id]');
    await page.keyboard.press('Enter');
    await steps.keyInsert(page);
    await steps.inBuilder(page, steps.PASSED);
    await page.waitForFunction(() => {
      const field = document.querySelector('#third-party-pixels');
      return String(Reflect.get(field ?? {}, 'value')).startsWith('before <!-- Imp Tracker');
    });
    await page.locator('#third-party-pixels').click();
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await steps.seeValue(page, '#third-party-pixels', 'before ');
    await page.close();
  });
});
