import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { builderFrame, inBuilder, untilNoBuilder } from '../support/builder-frame.ts';
import { createScreens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';
import { APPEND, fieldSaid, openAt, OWN, PREPEND, prepare, pressAt, valueOf } from './consoles.ts';
import { useFirefox } from './harness.ts';

const screens = createScreens('.output/screens/firefox');
const OUTLINE = '[data-piggyback=outline]';

describe('the builder in Firefox', () => {
  const world = useFirefox([OWN]);
  beforeAll(() => prepare(world()));

  it('stands beside its field, which has an outline', async () => {
    const page = await openAt(world(), APPEND);
    const [outline, field, frame] = await page.evaluate(
      (selectors) =>
        selectors.map((selector) => {
          const rect = document.querySelector(selector)?.getBoundingClientRect();
          return rect ? [rect.left, rect.top, rect.right, rect.bottom].map(Math.round) : [];
        }),
      [OUTLINE, APPEND, '[data-piggyback=builder]'],
    );
    expect(frame).toHaveLength(4);
    expect(outline).toEqual(field?.map((edge, at) => edge + (at < 2 ? -2 : 2)));
    await page.close();
  });

  it('is closed by Escape, which leads back to the field', async () => {
    const page = await openAt(world(), APPEND);
    steps.pressAway(page, 'Escape');
    await untilNoBuilder(page);
    await page.waitForFunction(
      (field) => document.activeElement?.matches(field) && document.hasFocus(),
      {},
      APPEND,
    );
    expect(await page.$(OUTLINE)).toBeNull();
    await page.close();
  });

  it('is closed by Escape in the page too, where the focus stays', async () => {
    const page = await openAt(world(), APPEND);
    // Its middle may lie under the builder.
    await page.click(PREPEND, { offset: { x: 10, y: 10 } });
    await page.keyboard.press('Escape');
    await untilNoBuilder(page);
    await page.waitForFunction((outline) => !document.querySelector(outline), {}, OUTLINE);
    expect(await page.$eval(PREPEND, (field) => field === document.activeElement)).toBe(true);
    await page.close();
  });

  it('is of the field it is asked for at, not of the one before', async () => {
    const page = await openAt(world(), APPEND);
    const before = await fieldSaid(page);
    steps.pressAway(page, 'Escape');
    await untilNoBuilder(page);
    await pressAt(page, PREPEND);
    expect(await fieldSaid(page)).not.toBe(before);
    await steps.chooseTag(page, 'revive');
    const small = await steps.continueInWindow(page);
    const tag = await steps.pressInsert(small);
    await inBuilder(small, steps.PASSED);
    expect(await valueOf(page, PREPEND)).toBe(tag);
    expect(await valueOf(page, APPEND)).toBe('');
    await steps.leaveWindow(small, page);
    await page.waitForFunction(
      (field) => document.activeElement?.matches(field) && document.hasFocus(),
      {},
      PREPEND,
    );
    await page.close();
  });

  it('takes its tag back', async () => {
    const page = await openAt(world(), APPEND);
    await steps.chooseTag(page, 'revive');
    const small = await steps.continueInWindow(page);
    await steps.pressInsert(small);
    await (await inBuilder(small, '[data-act=undo]')).click();
    await inBuilder(small, '.pb-foot-said', 'Taken back.');
    expect(await valueOf(page, APPEND)).toBe('');
    await small.close();
    await page.close();
  });

  it.each<[string, (page: Page) => Promise<unknown>]>([
    ['was removed', (page) => page.$eval(APPEND, (field) => field.remove())],
    ['went with its page', (page) => page.reload()],
  ])('says that the field %s', async (_, take) => {
    const page = await openAt(world(), APPEND);
    await steps.chooseTag(page, 'revive');
    const small = await steps.continueInWindow(page);
    await inBuilder(small, steps.READY, 'Insert');
    await take(page);
    await steps.pressInBuilder(small);
    await inBuilder(small, '.pb-foot-said.warning', 'The field is gone');
    expect(await valueOf(page, PREPEND)).toBe('');
    await small.close();
    await page.close();
  });
});

describe.each(['light', 'dark'] as const)('looks in %s', (look) => {
  const world = useFirefox([OWN], look);
  beforeAll(() => prepare(world()));

  it('as it should', async () => {
    const page = await openAt(world(), APPEND);
    await page.setViewport({ width: 1280, height: 800 });
    await screens.page(page, `frame-${look}`);
    await steps.chooseTag(page, 'revive');
    await inBuilder(page, '.pb-preview');
    await screens.page(page, `frame-chosen-${look}`);
    const frame = await builderFrame(page);
    const isDark = () => frame.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect(await isDark()).toBe(look === 'dark');
    const small = await steps.continueInWindow(page);
    await inBuilder(small, steps.READY, 'Insert');
    await screens.page(small, `window-${look}`);
    await steps.pressInsert(small);
    await inBuilder(small, steps.PASSED);
    await screens.page(small, `window-inserted-${look}`);
    await steps.leaveWindow(small, page);
    await page.close();
  });
});
