import { beforeAll, describe, expect, it } from 'vitest';

import * as fields from '../support/fields.ts';
import * as steps from '../support/steps.ts';
import { enableConsoles, PATIENCE_MS, signIn, useFirefox } from './harness.ts';

const world = useFirefox(fields.EDITOR_HOSTS);

beforeAll(async () => {
  await signIn(world());
  await enableConsoles(world(), fields.EDITOR_HOSTS);
});

// Its driver cannot press the toolbar button, so here all go by the small one.
describe('in Firefox, puts a tag at the cursor, and the field’s own undo takes it back', () => {
  it.each(fields.named(fields.TAKEN))('%s', async (_, field) => {
    const { browser } = world().launched;
    const before = fields.beforeOf(field);
    const { page, target } = await fields.enterField(browser, field, PATIENCE_MS);
    expect(await fields.valueIn(target)).toBe(before);
    const builder = fields.builderOf(page, target, field);
    await steps.pressFieldButton(target, builder);
    await steps.chooseTag(builder, field.adServerId ?? 'gam');
    const small = await steps.continueInWindow(page, builder);
    const tag = await steps.pressInsert(small);
    await steps.inBuilder(small, steps.PASSED);
    const wanted = field.oneLine ? tag.replaceAll('\n', ' ') : tag;
    expect(await fields.valueIn(target)).toBe(before + wanted);
    await steps.leaveWindow(small, page);
    await fields.undo(page, target, field);
    expect(await fields.valueIn(target)).toBe(before);
    await page.close();
  });
});
