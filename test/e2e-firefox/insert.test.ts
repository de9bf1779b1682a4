import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bringEngine, bundleEngine } from '../support/engine.ts';
import * as fields from '../support/fields.ts';
import { useSharedTab } from '../support/shared-tab.ts';
import * as steps from '../support/steps.ts';
import { enableConsoles, openExtensionPage, PATIENCE_MS, signIn, useFirefox } from './harness.ts';

const TAG = `<!-- Imp Tracker - "Quoted" & 'half - DO NOT MODIFY -->
<img src="https://ib.adnxs.com/imptr?id=7&t=2&cachebuster=[%random%]&x={{y}}" width="1" />
<!-- End of Imp Tracker -->`;

const world = useFirefox(fields.EDITOR_HOSTS);
const open = useSharedTab(() => world().launched.browser, PATIENCE_MS);

const wantedIn = (field: fields.Field, tag: string) =>
  field.oneLine ? tag.replaceAll('\n', ' ') : tag;

describe('in Firefox, the engine puts a tag at the cursor, and the field’s own undo takes it back', () => {
  let extension: Page;
  let code: string;
  beforeAll(async () => {
    extension = await openExtensionPage(world().launched, 'popup.html');
    code = await bundleEngine();
  });
  afterAll(() => extension.close());

  it.each(fields.named(fields.TAKEN))('%s', async (_, field) => {
    const before = fields.beforeOf(field);
    const { page, target } = await fields.enterField(open, field);
    expect(await fields.valueIn(target)).toBe(before);
    const engine = await bringEngine(extension, `${fields.EDITORS}/*`, code);
    await engine.run('engine.leave()');
    expect(await engine.run(`engine.put(${JSON.stringify(TAG)}, 'cursor')`)).toBe('taken');
    expect(await fields.valueIn(target)).toBe(before + wantedIn(field, TAG));
    await fields.undo(page, target, field);
    expect(await fields.valueIn(target)).toBe(before);
  });
});

// Its driver cannot press the toolbar button, so here all go by the small one.
describe('and so does the builder, by way of its small window, in each kind of field and place', () => {
  beforeAll(async () => {
    await signIn(world());
    await enableConsoles(world(), fields.EDITOR_HOSTS);
  });

  const EACH_KIND = [
    'plain#area',
    'contenteditable',
    'codemirror6',
    'frame-same#area',
    'frame-cross#area',
    'shadow',
    'strict-csp',
    'focus-thief',
    'paste-only',
  ];
  const found = fields.TAKEN.filter(({ page, field = '' }) => EACH_KIND.includes(page + field));
  it.each(fields.named(found))('%s', async (_, field) => {
    const before = fields.beforeOf(field);
    const { page, target } = await fields.enterField(open, field);
    expect(await fields.valueIn(target)).toBe(before);
    const builder = fields.builderOf(page, target, field);
    await steps.pressFieldButton(target, builder);
    await steps.chooseTag(builder, field.adServerId ?? 'gam');
    const small = await steps.continueInWindow(page, builder);
    const tag = await steps.pressInsert(small);
    await steps.inBuilder(small, steps.PASSED);
    expect(await fields.valueIn(target)).toBe(before + wantedIn(field, tag));
    await steps.leaveWindow(small, page);
    await fields.undo(page, target, field);
    expect(await fields.valueIn(target)).toBe(before);
  });
});
