import type { Frame, Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { builderText } from '@/lib/text/builder/builder';

import { closed, openPopup } from '../support/browser.ts';
import * as fields from '../support/fields.ts';
import { useSharedTab } from '../support/shared-tab.ts';
import * as steps from '../support/steps.ts';
import { openList, PATIENCE_MS, useWorld } from './harness.ts';

const world = useWorld(fields.EDITOR_HOSTS);
const open = useSharedTab(() => world().launched.browser, PATIENCE_MS);

beforeAll(async () => {
  const list = await openList(world());
  for (const origin of fields.EDITOR_HOSTS) {
    const message = JSON.stringify({ piggyback: 'consoles.enable', data: { origin } });
    await list.evaluate(`chrome.runtime.sendMessage(${message})`);
  }
  await list.close();
  const context = world().launched.browser.defaultBrowserContext();
  await context.overridePermissions(fields.EDITORS, ['clipboard-read', 'clipboard-write']);
});

describe('puts a tag at the cursor, and the field’s own undo takes it back', () => {
  it.each(fields.named(fields.TAKEN))('%s', async (_, field) => {
    const before = fields.beforeOf(field);
    const { page, target } = await fields.enterField(open, field);
    expect(await fields.valueIn(target)).toBe(before);
    const tag = await insertAt(page, target, field);
    await steps.inBuilder(fields.builderOf(page, target, field), steps.PASSED);
    const start = field.urlOnly ? /^https:/ : /DO NOT MODIFY -->\n<img src="https:/;
    expect(tag).toMatch(new RegExp(`${start.source}//ib\\.adnxs\\.com/imptr\\?id=`));
    const wanted = field.oneLine ? tag.replaceAll('\n', ' ') : tag;
    expect(await fields.valueIn(target)).toBe(before + wanted);
    await steps.leaveBuilder(page, fields.builderOf(page, target, field));
    await fields.undo(page, target, field);
    expect(await fields.valueIn(target)).toBe(before);
  });
});

describe('says so where the field does not take it, with the tag on the clipboard', () => {
  it.each(fields.named(fields.REFUSED))('%s', async (_, field) => {
    const { page, target } = await fields.enterField(open, field);
    const tag = await insertAt(page, target, field);
    await steps.inBuilder(target, steps.WARNED, builderText.notInserted);
    expect(await fields.valueIn(target)).toBe(fields.beforeOf(field));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(tag);
  });
});

async function insertAt(page: Page, target: Frame, field: fields.Field): Promise<string> {
  if (field.door === 'button')
    await steps.pressFieldButton(target, fields.builderOf(page, target, field));
  else await openByToolbar(page, fields.builderOf(page, target, field));
  return steps.insertFirst(fields.builderOf(page, target, field), field.adServerId ?? 'gam');
}

async function openByToolbar(page: Page, target: Frame): Promise<void> {
  const popup = await openPopup(world().launched, page);
  const gone = popup.target();
  await steps.press(popup, 'Build a tag on this page');
  await closed(world().launched.browser, gone);
  await steps.inBuilder(target, steps.SEARCH);
}
