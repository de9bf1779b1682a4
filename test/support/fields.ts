import type { Frame, Page } from 'puppeteer-core';

import { KEPT } from '../fixtures/editors/fixture.ts';
import { LONG_TEXT } from '../fixtures/editors/long.ts';
import { pressInFrame } from './press-in-frame.ts';

export const EDITORS = 'https://editors.sandbox.test';
/** What a person would grant to have the small button on the fixture pages. */
export const EDITOR_HOSTS = [`${EDITORS}/*`, 'https://frames.sandbox.test/*'];

/** A field of the fixture pages. */
export interface Field {
  /** The page and, where it has several, the field in it. */
  readonly page: string;
  readonly field?: string;
  /** What one presses to be in the field; by itself the field. */
  readonly press?: string;
  readonly inFrame?: true;
  /** The frame is of another origin: the builder opens in the page around it. */
  readonly builderInPage?: true;
  readonly before?: string;
  /** Takes nothing but a URL, so that is what is put there. */
  readonly urlOnly?: true;
  /** Takes no line breaks. */
  readonly oneLine?: true;
  /** Whose macro is in the tag; with brackets where the editor would close them by itself. */
  readonly adServerId?: string;
  /** The page has taken the focus by then, and one presses the field again before undoing. */
  readonly pressToUndo?: true;
  /** How one gets from the field to the builder. */
  readonly door: 'button' | 'toolbar';
}

/** Fields that take a tag. */
export const TAKEN: readonly Field[] = [
  { page: 'plain', field: '#area', door: 'button' },
  { page: 'plain', field: '#line', oneLine: true, door: 'button' },
  { page: 'plain', field: '#url', oneLine: true, urlOnly: true, door: 'button' },
  { page: 'react', door: 'button' },
  { page: 'angular', door: 'button' },
  { page: 'contenteditable', door: 'button' },
  {
    page: 'codemirror5',
    press: '.CodeMirror',
    before: LONG_TEXT,
    adServerId: 'adspeed',
    door: 'button',
  },
  {
    page: 'codemirror6',
    press: '.cm-line',
    before: LONG_TEXT,
    adServerId: 'kevel',
    door: 'button',
  },
  {
    page: 'monaco',
    press: '.view-line',
    before: LONG_TEXT,
    adServerId: 'adspeed',
    door: 'toolbar',
  },
  { page: 'ace', press: '.ace_content', before: LONG_TEXT, adServerId: 'kevel', door: 'toolbar' },
  { page: 'quill', press: '.ql-editor', door: 'toolbar' },
  { page: 'frame-same', field: '#area', inFrame: true, door: 'button' },
  { page: 'frame-cross', field: '#area', inFrame: true, builderInPage: true, door: 'toolbar' },
  { page: 'shadow', press: 'pixel-card >>> #field', door: 'toolbar' },
  { page: 'shadow', field: '#rich', press: 'pixel-card >>> #rich', door: 'toolbar' },
  { page: 'strict-csp', door: 'button' },
  { page: 'focus-thief', pressToUndo: true, door: 'button' },
  { page: 'paste-only', door: 'button' },
];

/** Fields that take none. */
export const REFUSED: readonly Field[] = [
  // The small button does not come up at these two.
  { page: 'plain', field: '#short', door: 'toolbar' },
  { page: 'plain', field: '#closed', door: 'toolbar' },
  {
    page: 'codemirror6',
    field: '#closed',
    press: '.cm-line',
    before: LONG_TEXT,
    door: 'button',
  },
  { page: 'rewriting', door: 'button' },
  { page: 'trusted-paste-only', door: 'button' },
];

/** A table for `it.each`: the field's name, then the field. */
export function named(fields: readonly Field[]): [string, Field][] {
  return fields.map((field) => [`${field.page} ${field.field ?? ''}`.trim(), field]);
}

/** What stands in the field at first. */
export function beforeOf(field: Field): string {
  return field.before ?? KEPT;
}

/** Opens the field's page and puts the cursor at the end of the field. */
export async function enterField(
  open: (address: string) => Promise<Page>,
  field: Field,
): Promise<{ page: Page; target: Frame }> {
  const page = await open(`${EDITORS}/${field.page}${field.field ?? ''}`);
  const target = field.inFrame ? page.frames()[1] : page.mainFrame();
  if (!target) throw new Error('the frame is not there');
  await target.waitForFunction(() => window.fixture !== undefined);
  const pressed = field.press ?? field.field ?? '#field';
  if (field.inFrame) await pressInFrame(page, target, pressed);
  else await target.locator(pressed).click();
  await pressControl(page, 'End');
  return { page, target };
}

/** Where the builder for a field stands. */
export function builderOf(page: Page, target: Frame, field: Field): Frame {
  return field.builderInPage ? page.mainFrame() : target;
}

/** The field's own undo, as one does it by the keyboard. */
export async function undo(page: Page, target: Frame, field: Field): Promise<void> {
  if (field.pressToUndo) await target.locator(field.field ?? '#field').click();
  await pressControl(page, 'z');
}

/** The field's value as its own editor or framework holds it. */
export function valueIn(target: Frame): Promise<string> {
  return target.evaluate(() => window.fixture?.value() ?? 'no fixture');
}

async function pressControl(page: Page, key: 'z' | 'End'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}
