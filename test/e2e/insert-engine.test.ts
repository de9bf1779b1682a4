import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { addModelReader } from '@/lib/platform/insert/model-reader';

import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type LaunchedBrowser, launchBrowser } from '../support/browser.ts';
import { bundleEngine, type Engine, injectEngine } from '../support/engine.ts';
import * as fields from '../support/fields.ts';
import { useSharedTab } from '../support/shared-tab.ts';
import { PATIENCE_MS } from './harness.ts';

// What the builder asks of a field but has no button for yet, and reading, in each kind of field.
// The engine runs in an isolated world, without the extension.

vi.hoisted(() => vi.resetModules());
const { executeScript } = vi.hoisted(() => ({ executeScript: vi.fn() }));
vi.mock('wxt/browser', () => ({ browser: { scripting: { executeScript } } }));

const TAG = `<!-- Imp Tracker - "Quoted" & 'half - DO NOT MODIFY -->
<img src="https://ib.adnxs.com/imptr?id=7&t=2&cachebuster=[%random%]&x={{y}}" width="1" />
<!-- End of Imp Tracker -->`;

let sandbox: Sandbox;
let launched: LaunchedBrowser;
let code: string;
const open = useSharedTab(() => launched.browser, PATIENCE_MS);

beforeAll(async () => {
  code = await bundleEngine();
  sandbox = await startSandbox();
  launched = await launchBrowser({ extension: null, hostRules: sandbox.hostRules });
});
afterAll(async () => {
  await launched.close();
  await sandbox.close();
});

const IN_PAGE = fields.TAKEN.filter(({ inFrame }) => !inFrame);
const wantedIn = (field: fields.Field) => (field.oneLine ? TAG.replaceAll('\n', ' ') : TAG);

interface Entered {
  readonly engine: Engine;
  readonly value: () => Promise<string>;
  readonly undo: () => Promise<void>;
}

async function enter(field: fields.Field, prepare?: (page: Page) => Promise<void>) {
  const { page, target } = await fields.enterField(open, field);
  await prepare?.(page);
  const engine = await injectEngine(page, code);
  // As the background would, once it is asked.
  executeScript.mockImplementation(async ({ func, args }) => page.evaluate(func, ...args));
  await addModelReader(1, 0);
  await engine.run('engine.leave()');
  const entered: Entered = {
    engine,
    value: () => fields.valueIn(target),
    undo: () => fields.undo(page, target, field),
  };
  return entered;
}

const put = (where: 'cursor' | 'all') => `engine.put(${JSON.stringify(TAG)}, '${where}')`;

describe('the whole content', () => {
  it.each(fields.named(IN_PAGE))('is read, replaced, and comes back: %s', async (_, field) => {
    const before = fields.beforeOf(field);
    const { engine, value, undo } = await enter(field);
    const read = () => engine.run('engine.read()');
    // Without its object, which a bundled console does not show, Monaco has only what is in view, which comes to
    // the end with a frame of the screen.
    const shown = before.split('\n').at(-1);
    if (field.page === 'monaco') await expect.poll(read).toMatch(new RegExp(`${shown}$`));
    else expect(await read()).toBe(before);
    expect(await engine.run(put('all'))).toBe('taken');
    expect(await value()).toBe(wantedIn(field));
    expect(await read()).toBe(wantedIn(field));
    await undo();
    expect(await value()).toBe(before);
  });
});

describe('at the cursor', () => {
  it.each(fields.named(IN_PAGE))('takes the place of what is selected: %s', async (_, field) => {
    const before = fields.beforeOf(field);
    const { engine, value, undo } = await enter(field, async (page) => {
      await page.keyboard.down('Shift');
      for (const _ of 'ept:') await page.keyboard.press('ArrowLeft');
      await page.keyboard.up('Shift');
    });
    expect(await engine.run(put('cursor'))).toBe('taken');
    expect(await value()).toBe(before.slice(0, -4) + wantedIn(field));
    await undo();
    expect(await value()).toBe(before);
  });
});
