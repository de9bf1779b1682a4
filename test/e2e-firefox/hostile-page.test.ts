import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { BUILDER, builderFrame, inBuilder, untilNoFrame } from '../support/builder-frame.ts';
import { atAddress, untilFound } from '../support/own-address.ts';
import * as steps from '../support/steps.ts';
import { APPEND, fieldSaid, openAt, OWN, PREPEND, prepare, valueOf } from './consoles.ts';
import { useFirefox } from './harness.ts';

/** Typed into the builder; nowhere else on the page. */
const TYPED = 'zzzq';
/** Shown in the builder: the first tracker's id, in its tag. */
const SHOWN = 'imptr?id=90011';

const world = useFirefox([OWN]);
beforeAll(() => prepare(world()));

/** The console with a tracker chosen in the builder, and something typed there. */
async function openFull(): Promise<Page> {
  const page = await openAt(world(), APPEND);
  await steps.chooseTag(page, 'revive');
  await inBuilder(page, '.pb-preview', SHOWN);
  const box = await inBuilder(page, '[role=combobox]');
  await box.click();
  await box.type(TYPED);
  return page;
}

describe('a page’s script reads nothing of the builder', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openFull();
  });
  afterAll(() => page.close());

  it.each<[string, string, unknown]>([
    ['by a search for what it shows', `find('90011')`, false],
    ['by a search for its words', `find('Continue in a small window')`, false],
    ['by a search for what is typed', `find('${TYPED}')`, false],
    ['by what is selected in it', `String(getSelection())`, ''],
    ['by counting frames', 'frames.length', 0],
    ['by a frame’s window', `typeof window[0]`, 'undefined'],
    [
      'by what was loaded',
      `performance.getEntries().filter(({ name }) => /builder|extension/.test(name)).length`,
      0,
    ],
    ['by its root', `document.querySelector('${BUILDER}').shadowRoot`, null],
    ['by looking for frames', `document.querySelectorAll('iframe').length`, 0],
    ['by its text', `document.querySelector('${BUILDER}').textContent`, ''],
    [
      'by selecting everything',
      `document.execCommand('selectAll');
       ['90011', '${TYPED}', 'Continue'].filter((word) => String(getSelection()).includes(word))`,
      [],
    ],
    ['by its markup', `document.querySelector('${BUILDER}').innerHTML`, ''],
  ])('%s', async (_, script, expected) => {
    expect(await page.evaluate(script)).toEqual(expected);
  });

  it('by listening', async () => {
    const page = await openAt(world(), APPEND);
    await page.evaluate(() => {
      const heard: string[] = [];
      Reflect.set(window, 'heard', heard);
      const names = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'selectionchange'];
      for (const name of [...names, 'focusin', 'focusout', 'compositionstart', 'copy']) {
        addEventListener(name, () => heard.push(name), true);
      }
    });
    await (await inBuilder(page, '[role=combobox]')).type(TYPED);
    await inBuilder(page, '.pb-empty, [role=listbox]');
    expect(await page.evaluate('heard')).toEqual([]);
    await page.close();
  });
});

describe('a page’s script writes nothing into the builder', () => {
  it('by typing', async () => {
    const page = await openFull();
    const done = await page.evaluate(`document.execCommand('insertText', false, 'hostile')`);
    const box = await inBuilder(page, '[role=combobox]');
    expect(await box.evaluate((input) => Reflect.get(input, 'value'))).toBe(TYPED);
    expect([done, await valueOf(page, APPEND)]).toEqual([false, '']);
    await page.close();
  });

  it.each([
    ['without a token', ''],
    ['with a word for one', 'made-up'],
    ['with one that looks like it', '1a0f4bf6-7bf4-4ae0-8985-a0b1fedda99d'],
  ])('in a frame of its own, %s: it stays empty', async (_, token) => {
    const page = await openFull();
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }, `${world().launched.origin}/builder.html#${token}`);
    const own = await untilFound('the frame of the page', () =>
      atAddress(page.mainFrame().childFrames(), (address) => address.endsWith(`html#${token}`)),
    );
    const ask = JSON.stringify({ piggyback: 'builder.start', data: { token } });
    const answer = await own.evaluate(
      `browser.runtime.sendMessage(${ask}).then((answer) => answer.ok)`,
    );
    expect(answer).toBe(false);
    expect(await own.evaluate('document.getElementById("root").childElementCount')).toBe(0);
    await page.close();
  });
});

describe('a page that takes the builder’s host', () => {
  it.each([
    ['away', 'host.remove()'],
    ['to another place', 'document.body.prepend(host)'],
    ['away and brings it back at once', 'host.remove(); document.body.append(host)'],
    [
      'away and brings it back later',
      'host.remove(); setTimeout(() => document.body.append(host))',
    ],
  ])('%s: the builder is gone', async (_, script) => {
    const page = await openFull();
    await page.evaluate(`{ const host = document.querySelector('${BUILDER}'); ${script} }`);
    await page.waitForFunction(() => !document.querySelector('[data-piggyback=outline]'));
    await untilNoFrame(page);
    expect(await valueOf(page, APPEND)).toBe('');
    await page.close();
  });
});

describe('which field is meant', () => {
  const pretend = (page: Page) =>
    page.$eval(PREPEND, (field) => {
      for (const name of ['pointerover', 'mouseover', 'pointerdown', 'mousedown', 'click']) {
        field.dispatchEvent(new MouseEvent(name, { bubbles: true, composed: true }));
      }
      for (const name of ['focus', 'focusin'] as const) {
        field.dispatchEvent(new FocusEvent(name, { bubbles: true, composed: true }));
      }
      field.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true }));
    });

  it('is not changed by made-up events before or after the builder opens', async () => {
    const plain = await openAt(world(), APPEND);
    const said = await fieldSaid(plain);
    await plain.close();
    const page = await openAt(world(), APPEND, async (page) => {
      await page.focus(APPEND);
      await pretend(page);
    });
    expect(await fieldSaid(page)).toBe(said);
    await steps.chooseTag(page, 'revive');
    await pretend(page);
    const small = await steps.continueInWindow(page);
    await pretend(page);
    const tag = await steps.pressInsert(small);
    await inBuilder(small, steps.PASSED);
    expect([await valueOf(page, APPEND), await valueOf(page, PREPEND)]).toEqual([tag, '']);
    await steps.leaveWindow(small, page);
    await page.close();
  });

  it('is none where it was removed, and one with its name in its place is another', async () => {
    const page = await openAt(world(), APPEND);
    await steps.chooseTag(page, 'revive');
    await page.$eval(APPEND, (field) => {
      field.replaceWith(field.cloneNode(true));
    });
    const small = await steps.continueInWindow(page);
    await inBuilder(small, '.pb-foot-said.warning', 'The field is gone');
    await inBuilder(small, '[data-act=insert][aria-disabled]');
    expect([await valueOf(page, APPEND), await valueOf(page, PREPEND)]).toEqual(['', '']);
    await small.close();
    await page.close();
  });
});

describe('a press in the frame', () => {
  it('never inserts, however often', async () => {
    const page = await openFull();
    const frame = await builderFrame(page);
    expect(
      await frame.$$eval('footer [data-act]', (all) => all.map((one) => one.textContent)),
    ).toEqual(['Continue in a small window', 'Copy']);
    const small = await steps.continueInWindow(page);
    await inBuilder(small, 'footer');
    expect(await valueOf(page, APPEND)).toBe('');
    await small.close();
    await page.close();
  });
});
