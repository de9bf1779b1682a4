import type { Frame, Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { LONG_TEXT } from '../fixtures/editors/long.ts';
import { KEPT } from '../fixtures/editors/fixture.ts';
import { builderText } from '@/lib/text/builder';

import { closed, openPopup } from '../support/browser.ts';
import { buildEditors } from '../support/editors.ts';
import * as steps from '../support/steps.ts';
import { openList, PATIENCE_MS, useWorld } from './harness.ts';

const EDITORS = 'https://editors.sandbox.test';
const HOSTS = [`${EDITORS}/*`, 'https://frames.sandbox.test/*'];

interface Field {
  /** The fixture page and, where it has several, the field in it. */
  readonly page: string;
  readonly field?: string;
  /** What one presses to be in the field; by itself the field. */
  readonly press?: string;
  readonly inFrame?: true;
  readonly before?: string;
  readonly oneLine?: true;
  /** Whose macro is in the tag; `%%…%%` where not said. */
  readonly adServerId?: string;
  readonly door: 'button' | 'toolbar';
}

const TAKEN: readonly Field[] = [
  { page: 'plain', field: '#area', door: 'button' },
  { page: 'plain', field: '#line', oneLine: true, door: 'button' },
  { page: 'plain', field: '#url', oneLine: true, door: 'button' },
  { page: 'react', door: 'button' },
  { page: 'angular', door: 'button' },
  { page: 'contenteditable', door: 'button' },
  {
    page: 'codemirror5',
    adServerId: 'adspeed',
    press: '.CodeMirror',
    before: LONG_TEXT,
    door: 'toolbar',
  },
  {
    page: 'codemirror6',
    adServerId: 'kevel',
    press: '.cm-line',
    before: LONG_TEXT,
    door: 'toolbar',
  },
  {
    page: 'monaco',
    adServerId: 'adspeed',
    press: '.view-line',
    before: LONG_TEXT,
    door: 'toolbar',
  },
  { page: 'ace', adServerId: 'kevel', press: '.ace_content', before: LONG_TEXT, door: 'toolbar' },
  { page: 'quill', press: '.ql-editor', door: 'toolbar' },
  { page: 'frame-same', field: '#area', inFrame: true, door: 'button' },
  { page: 'frame-cross', field: '#area', inFrame: true, door: 'toolbar' },
  { page: 'shadow', press: 'pixel-card >>> #field', door: 'toolbar' },
  { page: 'shadow', field: '#rich', press: 'pixel-card >>> #rich', door: 'toolbar' },
  { page: 'strict-csp', door: 'button' },
  { page: 'focus-thief', door: 'button' },
  { page: 'paste-only', door: 'button' },
];

const REFUSED: readonly Field[] = [
  { page: 'plain', field: '#short', door: 'button' },
  { page: 'plain', field: '#closed', door: 'button' },
  { page: 'trusted-paste-only', door: 'button' },
];

const world = useWorld(HOSTS);

beforeAll(async () => {
  await buildEditors();
  const list = await openList(world());
  for (const origin of HOSTS) {
    const message = JSON.stringify({ piggyback: 'consoles.enable', data: { origin } });
    await list.evaluate(`chrome.runtime.sendMessage(${message})`);
  }
  await list.close();
  const context = world().launched.browser.defaultBrowserContext();
  await context.overridePermissions(EDITORS, ['clipboard-read', 'clipboard-write']);
});

const nameOf = ({ page, field = '' }: Field): string => `${page} ${field}`.trim();

describe('puts a tag at the cursor, and the field’s own undo takes it back', () => {
  it.each(TAKEN.map((field) => [nameOf(field), field] as const))('%s', async (_, field) => {
    const before = field.before ?? KEPT;
    const { page, target } = await openField(field);
    expect(await valueIn(target)).toBe(before);
    const tag = await insertAt(page, target, field);
    await steps.inBuilder(target, '.pb-notice.pass');
    const wanted = field.oneLine ? tag.replaceAll('\n', ' ') : tag;
    expect(tag).toContain('DO NOT MODIFY -->\n<img src="https://ib.adnxs.com/imptr?id=');
    expect(await valueIn(target)).toBe(before + wanted);
    await chord(page, 'z');
    expect(await valueIn(target)).toBe(before);
    await page.close();
  });
});

describe('says so where the field does not take it, with the tag on the clipboard', () => {
  it.each(REFUSED.map((field) => [nameOf(field), field] as const))('%s', async (_, field) => {
    const { page, target } = await openField(field);
    const tag = await insertAt(page, target, field);
    await steps.inBuilder(target, '.pb-notice.warning', builderText.notInserted);
    expect(await valueIn(target)).toBe(KEPT);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(tag);
    await page.close();
  });
});

async function openField({ page: name, field = '', inFrame }: Field) {
  const page = await world().launched.browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${EDITORS}/${name}${field}`);
  const frame = inFrame ? page.frames()[1] : page.mainFrame();
  if (!frame) throw new Error('the frame is not there');
  await frame.waitForFunction(() => window.fixture !== undefined);
  return { page, target: frame };
}

async function insertAt(page: Page, target: Frame, field: Field): Promise<string> {
  await target.locator(field.press ?? field.field ?? '#field').click();
  await chord(page, 'End');
  if (field.door === 'button') await steps.pressFieldButton(target);
  else await openByToolbar(page, target);
  return steps.insertFirst(target, field.adServerId ?? 'gam');
}

async function openByToolbar(page: Page, target: Frame): Promise<void> {
  const popup = await openPopup(world().launched, page);
  const gone = popup.target();
  await steps.press(popup, 'Build a tag on this page');
  await closed(world().launched.browser, gone);
  await steps.inBuilder(target, '[role=combobox]');
}

async function chord(page: Page, key: 'z' | 'End'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

function valueIn(target: Frame): Promise<string> {
  return target.evaluate(() => window.fixture?.value() ?? 'no fixture');
}
