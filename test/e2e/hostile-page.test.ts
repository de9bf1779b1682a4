import type { Frame, Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';

import {
  BUILDER,
  builderFrame,
  extensionRealm,
  untilNoBuilder,
  untilNoWindow,
} from '../support/builder-frame.ts';
import * as button from '../support/field-button.ts';
import { heardBy, listenToAll, middleOf } from '../support/hostile.ts';
import { createScreens } from '../support/screens.ts';
import { useSharedTab } from '../support/shared-tab.ts';
import * as steps from '../support/steps.ts';
import { PATIENCE_MS, useWorld } from './harness.ts';
import { beSignedIn } from './signed-in.ts';

// A console whose script is hostile: what it does to read the builder, to press it, and to steer it.

const KEVEL = 'https://app.kevel.co/creatives/5512301';
const FIELD = '#third-party-pixels';
const OTHER = '#name';
const INSERT = '[data-act=insert]';

const world = useWorld(['https://app.kevel.co/*']);
const tab = useSharedTab(() => world().launched.browser, PATIENCE_MS);
const screens = createScreens('.output/screens/hostile');

beforeAll(() => beSignedIn(world()));

async function open(): Promise<Page> {
  const page = await tab(KEVEL);
  await page.locator(FIELD).fill('');
  return page;
}

/** With the builder open at the pixel field by a press of the small button. */
async function openAtField(page: Page): Promise<Frame> {
  await steps.openBuilderAtField(page);
  return builderFrame(page);
}

/** With a tracker chosen, so that Insert can be pressed. */
async function readyToInsert(page: Page): Promise<Frame> {
  const builder = await openAtField(page);
  await steps.openChoices(page);
  await (await steps.inBuilder(page, '[role=option][data-id]')).click();
  await steps.inBuilder(page, steps.READY);
  return builder;
}

const valueOf = (page: Page, selector: string) =>
  page.$eval(selector, (field) => String(Reflect.get(field, 'value')));

/** Presses where Insert stands, whatever lies there, and gives what it does time to come about. */
async function pressWhereInsertIs(page: Page, builder: Frame): Promise<void> {
  const { x, y } = await middleOf(builder, INSERT);
  await page.mouse.click(x, y);
  await button.afterFrames(page, 40);
}

/** What a person sees where Insert stands. */
async function pictureOfInsert(page: Page, builder: Frame): Promise<string> {
  // What was off a moment ago fades in.
  await button.afterFrames(page, 30);
  const { x, y } = await middleOf(builder, INSERT);
  const clip = { x: x - 20, y: y - 8, width: 40, height: 16 };
  return Buffer.from(await page.screenshot({ clip })).toString('base64');
}

/** Waits until Insert is seen as it was; a browser that is busy may draw a frame late. */
async function untilInsertLooks(
  page: Page,
  builder: Frame,
  look: string,
  message = '',
): Promise<void> {
  await expect
    .poll(() => pictureOfInsert(page, builder), { timeout: PATIENCE_MS, message })
    .toBe(look);
}

/** The builder's small window, once it is there. */
async function smallWindow(): Promise<Page> {
  const target = await world().launched.browser.waitForTarget(
    (found) => found.type() === 'page' && found.url().includes('/builder.html#'),
  );
  // The session that it has already: another one may attach while the window changes its process, and hear nothing.
  const small = await target.page();
  if (!small) throw new Error('the small window is no page');
  small.setDefaultTimeout(PATIENCE_MS);
  return small;
}

describe('a page reads nothing of the builder', () => {
  it('finds no word of it, and selects none', async () => {
    const page = await open();
    const builder = await openAtField(page);
    await steps.openChoices(page);
    const option = await steps.inBuilder(page, '[role=option][data-id]');
    const id = await option.evaluate((element) => element.getAttribute('data-id') ?? '');
    const read = await page.evaluate(
      (words) => {
        const find: unknown = Reflect.get(window, 'find');
        if (typeof find !== 'function') throw new Error('no window.find');
        const found = words.filter((word) =>
          find.call(window, word, false, false, true, false, true, false),
        );
        document.execCommand('insertText', false, 'awareness');
        getSelection()?.removeAllRanges();
        document.execCommand('selectAll');
        return { found, text: String(getSelection()), frames: frames.length };
      },
      [id, 'Impression tag', 'Search by name or id'],
    );
    expect(read.found).toEqual([]);
    expect(read.frames).toBe(0);
    expect(read.text).not.toContain('Impression tag');
    expect(read.text).not.toContain(id);
    expect(await builder.$eval('[role=combobox]', (box) => Reflect.get(box, 'value'))).toBe('');
  });

  it('hears nothing that is typed, selected or dropped in it', async () => {
    const page = await open();
    await openAtField(page);
    await listenToAll(page);
    const box = await steps.inBuilder(page, '[role=combobox]');
    await box.type('summer');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Home');
    await page.keyboard.up('Shift');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('always');
    await steps.inBuilder(page, '[role=option][data-id]', 'always');
    expect(await heardBy(page)).toEqual([]);
  });

  it.each([
    ['takes the focus off it', `document.activeElement?.blur();`, Infinity],
    // Once: from then on the page is inert.
    [
      'gives it to what takes no text',
      `document.querySelector('h1').tabIndex = 0; document.querySelector('h1').focus();`,
      1,
    ],
  ])('nor what is typed while it %s again and again', async (_, script, most) => {
    const page = await open();
    const builder = await openAtField(page);
    await listenToAll(page);
    await builder.evaluate(`{
      let back = 0;
      addEventListener('focus', () => (document.body.dataset.back = back += 1));
    }`);
    for (const [index, letter] of [...'summer'].entries()) {
      await page.evaluate(`{ ${script} }`);
      const back = Math.min(index + 1, most);
      await steps.inBuilder(page, `[data-back="${back}"]:has(${steps.SEARCH})`);
      await page.keyboard.type(letter);
    }
    expect(String(await heardBy(page))).not.toContain('keydown');
    const box = await steps.inBuilder(page, '[role=combobox][aria-expanded=true]');
    const typed = () => box.evaluate((input) => String(Reflect.get(input, 'value')));
    expect(await typed()).toBe('summer');
    // In a storm of it a key may be on its way each time; the list stays, with all the others.
    await page.evaluate(`void setInterval(() => { ${script} }, 50)`);
    await page.keyboard.type(' always', { delay: 60 });
    await steps.inBuilder(page, '[role=combobox][aria-expanded=true]');
    expect(await typed()).toMatch(/^summer.{3,7}$/);
  });

  it('nor changes what is chosen in its list by taking the focus', async () => {
    const page = await open();
    const builder = await openAtField(page);
    await steps.untilKeysArrive(page);
    await page.keyboard.press('ArrowDown');
    await steps.inBuilder(page, '[role=option][data-id][aria-selected=true]');
    await page.keyboard.press('ArrowDown');
    const second = '[role=option][data-id]:nth-child(2)[aria-selected=true]';
    await steps.inBuilder(page, second);
    await builder.evaluate(
      `addEventListener('blur', () => (document.body.dataset.left = 'yes'), { once: true })`,
    );
    await page.evaluate(`document.activeElement?.blur()`);
    await steps.inBuilder(page, '[data-left]');
    await steps.inBuilder(page, `body:has([role=combobox]:focus)`);
    await steps.inBuilder(page, second);
  });

  it('gets at neither its root nor its address', async () => {
    const page = await open();
    await page.evaluate(() => {
      const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function (init) {
        return attachShadow.call(this, { ...init, mode: 'open' });
      };
    });
    await openAtField(page);
    const seen = await page.evaluate((selector) => {
      const host = document.querySelector(selector);
      const { left = 0, top = 0 } = host?.getBoundingClientRect() ?? {};
      return {
        root: host?.shadowRoot ?? null,
        text: host?.textContent,
        inner: host?.innerHTML,
        frames: document.querySelectorAll('iframe').length + frames.length,
        // The definition of a custom element could have its closed root from `ElementInternals`.
        isCustom: host?.localName.includes('-'),
        under: document.elementsFromPoint(left + 40, top + 40).map(({ localName }) => localName),
        named: performance
          .getEntries()
          .map(({ name }) => name)
          .filter((name) => /extension|builder/.test(name)),
      };
    }, BUILDER);
    expect(seen).toMatchObject({ root: null, text: '', inner: '', frames: 0, isCustom: false });
    expect(seen.named).toEqual([]);
    expect(seen.under).not.toContain('iframe');
  });

  it('frames it itself, or opens it, and it stays empty', async () => {
    const page = await open();
    await openAtField(page);
    const origin = `chrome-extension://${world().launched.extensionId}`;
    const tokens = ['', `#${'0'.repeat(36)}`, '#undefined'];
    await page.evaluate(
      (addresses) => {
        for (const address of addresses) {
          const frame = document.createElement('iframe');
          frame.src = address;
          frame.className = 'theirs';
          document.body.append(frame);
        }
      },
      tokens.map((token) => `${origin}/builder.html${token}`),
    );
    const theirs = () => page.frames().filter((frame) => frame.parentFrame() === page.mainFrame());
    await page.waitForFunction(() => document.querySelectorAll('.theirs').length === 3);
    await button.afterFrames(page, 40);
    for (const frame of theirs()) {
      const element = await frame.frameElement();
      const isTheirs = await element?.evaluate((found) => found.className === 'theirs');
      // Where the browser keeps it out altogether, there is a page of the browser's own.
      if (!isTheirs || !frame.url().startsWith(origin)) continue;
      expect(await frame.evaluate('document.body.innerText.trim()')).toBe('');
    }
  });
});

describe('a page does not keep it out', () => {
  it.each<[string, Record<string, string>]>([
    [
      'no frames, scripts or strings of its own',
      {
        'Content-Security-Policy':
          "default-src 'none'; frame-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    ],
    ['a sandbox that has scripts', { 'Content-Security-Policy': 'sandbox allow-scripts' }],
    [
      'isolation from other origins',
      {
        'Cross-Origin-Embedder-Policy': 'require-corp',
        'Cross-Origin-Opener-Policy': 'same-origin',
      },
    ],
  ])('by %s', async (_, headers) => {
    const page = await world().launched.browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.url() !== KEVEL) return void request.continue();
      const body =
        '<label>Impression pixel <textarea id="third-party-pixels" rows="9" cols="90"></textarea></label>';
      void request.respond({ contentType: 'text/html', headers, body });
    });
    await page.goto(KEVEL);
    await readyToInsert(page);
    await steps.pressInBuilder(page);
    await steps.inBuilder(page, steps.PASSED);
    expect(await valueOf(page, FIELD)).toContain('/imptr?id=');
    await page.close();
  });
});

describe('a page presses nothing in it', () => {
  it.each<[string, string, string]>([
    [
      'a cover that lets presses through',
      `const cover = document.createElement('div');
       cover.popover = 'manual';
       cover.textContent = 'Close this advert';
       cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;margin:0;background:#fff;pointer-events:none';
       document.body.append(cover);
       cover.showPopover();`,
      'Off: something lies over this builder.',
    ],
    [
      'a small cover, over the words alone',
      `const cover = document.createElement('div');
       cover.popover = 'manual';
       cover.style.cssText = 'position:fixed;inset:0 auto auto 0;width:100vw;height:120px;margin:0;border:0;padding:0;background:#fff;pointer-events:none';
       document.body.append(cover);
       cover.showPopover();`,
      'Off: something lies over this builder.',
    ],
  ])('with %s: Insert is off, and says so', async (name, script, said) => {
    const page = await open();
    const builder = await readyToInsert(page);
    await page.evaluate(script);
    await steps.inBuilder(page, `${INSERT}[aria-disabled]`);
    await steps.inBuilder(page, '.pb-builder-foot', said);
    await pressWhereInsertIs(page, builder);
    expect(await valueOf(page, FIELD)).toBe('');
    await screens.page(page, name.replaceAll(' ', '-'));
  });

  const DIALOG = `const cover = document.createElement('dialog');
    cover.textContent = 'of the page';
    cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0;background:#fff;pointer-events:none';
    document.body.append(cover);
    cover.showModal();`;

  it('with a dialog over it, while a person is in the page: Insert is off, and says so', async () => {
    const page = await open();
    const builder = await readyToInsert(page);
    const { x, y } = await middleOf(builder, INSERT);
    await page.locator(OTHER).click();
    await page.evaluate(DIALOG);
    await steps.inBuilder(page, `${INSERT}[aria-disabled]`);
    await steps.inBuilder(page, '.pb-builder-foot', 'Off: something lies over this builder.');
    await page.mouse.click(x, y);
    await button.afterFrames(page, 40);
    expect(await valueOf(page, FIELD)).toBe('');
    await screens.page(page, 'a-cover-that-is-a-dialog');
  });

  it('with a dialog over it that takes the focus: the builder takes it back, and stands above', async () => {
    const page = await open();
    const builder = await readyToInsert(page);
    const look = await pictureOfInsert(page, builder);
    await page.evaluate(DIALOG);
    await button.afterFrames(page, 40);
    await steps.inBuilder(page, steps.READY);
    await untilInsertLooks(page, builder, look);
  });

  it('by its own style, which does not reach it', async () => {
    const page = await open();
    const builder = await readyToInsert(page);
    const look = await pictureOfInsert(page, builder);
    for (const style of [
      `opacity:.01`,
      `filter:invert(1) blur(9px)`,
      `clip-path:inset(0 0 90% 0)`,
      `mix-blend-mode:difference`,
      `visibility:hidden`,
    ]) {
      await page.evaluate((css) => document.documentElement.setAttribute('style', css), style);
      // The builder goes where the field goes; then it waits.
      await button.afterFrames(page, 3);
      await steps.inBuilder(page, steps.READY);
      await untilInsertLooks(page, builder, look, style);
    }
  });

  it('that stays unseen goes on in a small window, and says why', async () => {
    const page = await open();
    await readyToInsert(page);
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;margin:0;opacity:.2;pointer-events:none';
      document.body.append(cover);
      cover.showPopover();
    });
    const go = await steps.inBuilder(page, INSERT, 'Continue in a small window');
    await steps.inBuilder(page, '.pb-builder-foot', 'This page’s own style keeps the builder');
    const opened = smallWindow();
    // What it comes to is waited for: the frame that is pressed goes, and may not answer any more.
    void go.click().catch(() => {});
    const small = await opened;
    await untilNoBuilder(page);
    await small.waitForSelector('.pb-notice ::-p-text(so it is here)');
    await small.locator(steps.READY).click();
    await small.waitForSelector(steps.PASSED);
    expect(await valueOf(page, FIELD)).toContain('/imptr?id=');
    await screens.page(small, 'small-window');
    await small.locator('[data-act=done]').click();
    // Until it is gone, it is what the next test would find.
    await untilNoWindow(small);
  });

  it('in which no frame of ours can work: a small window opens at once, and says why', async () => {
    const page = await world().launched.browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.url() !== KEVEL) return void request.continue();
      void request.respond({
        contentType: 'text/html',
        // Without scripts in it, or in any frame of it.
        headers: { 'Content-Security-Policy': 'sandbox' },
        body: '<label>Impression pixel <textarea id="third-party-pixels"></textarea></label>',
      });
    });
    await page.goto(KEVEL);
    await page.bringToFront();
    // No waiting in the page either: it has no scripts, and draws for none.
    await page.mouse.click(160, 20);
    const opened = smallWindow();
    const worker = await world().launched.browser.waitForTarget(
      (target) => target.type() === 'service_worker',
    );
    await (
      await worker.worker()
    )?.evaluate(`chrome.tabs.query({ url: 'https://app.kevel.co/*' }).then((tabs) =>
      chrome.commands.onCommand.dispatch('open-tag-builder', tabs.at(-1)))`);
    const small = await opened;
    await small.waitForSelector('.pb-notice ::-p-text(The page does not let the builder)');
    expect(await page.$(BUILDER)).toBeNull();
    await small.close();
    await page.close();
  });

  it('cannot move it under a press', async () => {
    const page = await open();
    const builder = await readyToInsert(page);
    const before = await middleOf(builder, INSERT);
    await page.evaluate((selector) => {
      const host = document.querySelector<HTMLElement>(selector);
      host?.setAttribute(
        'style',
        'left:400px!important;top:200px!important;transform:translate(300px,50px)!important;' +
          'opacity:.1!important;zoom:2!important;--builder-left:0px',
      );
      host?.animate([{ transform: 'translate(-200px)', opacity: 0 }], {
        duration: 1e6,
        fill: 'both',
      });
    }, BUILDER);
    await button.afterFrames(page, 3);
    expect(await middleOf(builder, INSERT)).toEqual(before);
  });

  it('a press in the frame that has just moved does not count', async () => {
    const page = await open();
    const builder = await readyToInsert(page);
    // By its own head it is moved as by a page, had it a way: the clock is the same.
    await steps.keyIn(page, '.pb-head button', 'ArrowLeft');
    const { x, y } = await middleOf(builder, INSERT);
    await page.mouse.click(x, y);
    await button.afterFrames(page, 40);
    expect(await valueOf(page, FIELD)).toBe('');
    await steps.inBuilder(page, steps.READY);
  });

  it.each<[string, string]>([
    [
      'presses, keys and events that it makes up',
      `for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
         host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: 900, clientY: 480 }));
       for (const key of ['Enter', ' ', 'Escape'])
         for (const target of [host, document.body, window])
           target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
       host.click?.(); host.focus();`,
    ],
    ['messages to its window', `window.postMessage({ piggyback: 'builder.put' }, '*');`],
  ])('%s do nothing', async (_, script) => {
    const page = await open();
    await readyToInsert(page);
    await page.evaluate(`{ const host = document.querySelector('${BUILDER}'); ${script} }`);
    await button.afterFrames(page, 20);
    expect(await valueOf(page, FIELD)).toBe('');
    await steps.inBuilder(page, steps.READY);
  });

  it.each<[string, string]>([
    [
      'takes it out and puts it back',
      `host.remove(); document.documentElement.append(host); host.showPopover();`,
    ],
    ['puts it elsewhere', `document.body.prepend(host);`],
    [
      'takes it into a document of its own',
      `document.implementation.createHTMLDocument('').body.append(host);`,
    ],
  ])('that %s has an empty frame, and the builder is gone', async (_, script) => {
    const page = await open();
    await readyToInsert(page);
    await page.evaluate(`{ const host = document.querySelector('${BUILDER}'); ${script} }`);
    await untilNoBuilder(page);
    expect(await valueOf(page, FIELD)).toBe('');
  });

  it('what is dragged into it is not taken', async () => {
    const page = await open();
    const builder = await readyToInsert(page);
    const value = () => builder.$eval('[role=combobox]', (box) => Reflect.get(box, 'value'));
    const before = await value();
    const { x, y } = await middleOf(builder, '[role=combobox]');
    const session = await page.createCDPSession();
    const data = {
      items: [{ mimeType: 'text/plain', data: 'words of the page' }],
      dragOperationsMask: 1,
    };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x, y, data });
    }
    await button.afterFrames(page, 10);
    expect(await value()).toBe(before);
  });
});

describe('a page does not steer it', () => {
  it('to another field by a focus it makes up, nor by a real one', async () => {
    const page = await open();
    const builder = await readyToInsert(page);
    await page.evaluate(
      (field, other) => {
        const found = document.querySelector<HTMLElement>(other);
        found?.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
        found?.focus();
        document.querySelector(field)?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
      },
      FIELD,
      OTHER,
    );
    const before = await valueOf(page, OTHER);
    await steps.pressInBuilder(page);
    await steps.inBuilder(page, steps.PASSED);
    expect(await valueOf(page, OTHER)).toBe(before);
    expect(await valueOf(page, FIELD)).toContain('/imptr?id=');
    expect(await builder.$eval('.pb-head p', (line) => line.textContent)).toContain(
      'Third-party impression pixels',
    );
  });

  it('by taking the focus as the small button is pressed', async () => {
    const page = await open();
    await page.locator(FIELD).click();
    await button.untilButton(page);
    await page.evaluate((other) => {
      const take = () => document.querySelector<HTMLElement>(other)?.focus();
      for (const name of ['mouseup', 'click']) addEventListener(name, take, true);
    }, OTHER);
    await (await steps.inShadow(page, 'piggyback-button', '.main:not([hidden])')).click();
    await steps.inBuilder(page, '.pb-head', 'Third-party impression pixels');
  });

  it.each([
    ['taken out', `field.remove();`],
    ['replaced', `field.replaceWith(field.cloneNode(true));`],
    [
      'moved into another document',
      `document.implementation.createHTMLDocument('').body.append(field);`,
    ],
  ])(
    'to another field once its own is %s: nothing is inserted, and that is said',
    async (_, script) => {
      const page = await open();
      const builder = await readyToInsert(page);
      const before = await valueOf(page, OTHER);
      await page.evaluate(
        `{ const field = document.querySelector('${FIELD}'), other = document.querySelector('${OTHER}');
         ${script}
         other.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true })); other.focus(); }`,
      );
      await pressWhereInsertIs(page, builder);
      await steps.inBuilder(page, '.pb-builder-foot', 'The field is gone');
      const values = await page.$$eval('input, textarea', (fields) => fields.map((it) => it.value));
      expect(values.filter((value) => value.includes('imptr'))).toEqual([]);
      expect(await valueOf(page, OTHER)).toBe(before);
    },
  );

  it('to another name between the press on Save and its click', async () => {
    const page = await open();
    const builder = await openAtField(page);
    await page.evaluate(() => {
      for (const name of ['pointerdown', 'mousedown', 'blur', 'focusout']) {
        addEventListener(
          name,
          () => {
            document.execCommand('selectAll');
            document.execCommand('insertText', false, 'Name chosen by the page');
          },
          true,
        );
      }
    });
    await (await steps.inBuilder(page, 'button', 'New tracker')).click();
    for (const relation of ['lineItem', 'publisher']) {
      const field = `.pb-form [data-field=${relation}] [role=combobox]`;
      await steps.openChoices(page, field);
      await (await steps.inBuilder(page, '[role=listbox]:not([hidden]) [data-id]')).click();
    }
    await (await steps.inBuilder(page, '.pb-form input')).type('Name typed by a person');
    await steps.pressInBuilder(page, 'button[type=submit]:not([aria-disabled])', 'Save');
    await steps.inBuilder(page, '.pb-preview', 'Name typed by a person');
    expect(await builder.$eval('.pb-preview', (area) => area.textContent)).not.toContain(
      'chosen by the page',
    );
  });

  it.each([
    [
      'ids',
      '<div id="piggybackButtonKit"></div><form id="piggybackField"><input name="field"></form><div id="piggyback"></div><div id="browser"></div><div id="chrome"></div>',
    ],
    [
      'names of the document',
      '<img name="activeElement"><img name="body"><form name="documentElement"></form><img name="getSelection"><img name="hasFocus"><img name="elementsFromPoint">',
    ],
    [
      'names of a form',
      '<form><input name="matches"><input name="closest"><input name="parentElement"><input name="getRootNode"><input name="localName"></form>',
    ],
  ])('by elements with %s that are ours: the button comes up', async (_, html) => {
    const page = await open();
    await page.evaluate(
      (html, field) => {
        document.body.insertAdjacentHTML('afterbegin', html);
        const form = document.querySelector('body > form');
        // Around the field too.
        const label = document.querySelector(field)?.parentElement;
        if (form && label) {
          label.before(form);
          form.append(label);
        }
      },
      html,
      FIELD,
    );
    await page.locator(FIELD).click();
    await button.untilButton(page);
  });
});

describe('a script of ours that a page has taken over', () => {
  const TOKEN = 'x'.repeat(36);
  const changes = { name: 'Made by the page', lineItemId: 1, publisherId: 1 };
  it.each<[string, [string, object][]]>([
    [
      'as the builder does',
      [
        ['builder.start', { token: TOKEN }],
        ['builder.searchTrackers', { token: TOKEN, text: '' }],
        ['builder.searchObjects', { token: TOKEN, kind: 'publisher', publisherId: null, text: '' }],
        ['builder.createTracker', { token: TOKEN, changes }],
        ['builder.put', { token: TOKEN, id: TOKEN, text: 'x', where: 'all' }],
        ['builder.undo', { token: TOKEN, id: TOKEN }],
        ['builder.outcome', { token: TOKEN, id: TOKEN }],
        ['builder.readField', { token: TOKEN }],
        ['builder.openIn', { tabId: 1 }],
      ],
    ],
    [
      'as the pages of the extension do',
      [
        ['trackers.sync', { advertiserId: 1, whole: true }],
        ['trackers.save', { id: null, advertiserId: 1, changes }],
        ['objects.search', { query: { kind: 'advertiser' }, text: '' }],
        ['session.signOut', {}],
        ['consoles.enable', { origin: 'https://evil.example/*' }],
      ],
    ],
  ])('may not speak %s', async (_, messages) => {
    const page = await open();
    await openAtField(page);
    for (const [name, data] of messages) {
      const packet = JSON.stringify({ piggyback: name, data });
      const answer = await extensionRealm(page).evaluate(
        `chrome.runtime.sendMessage(${packet}).then((answer) => JSON.stringify(answer))`,
      );
      expect(JSON.parse(String(answer)), name).toMatchObject({ ok: false });
    }
  });

  it('reads neither what is stored nor other frames', async () => {
    const page = await open();
    await openAtField(page);
    const realm = extensionRealm(page);
    for (const area of ['local', 'session']) {
      const read = await realm.evaluate(
        `chrome.storage?.${area} ? chrome.storage.${area}.get().then(() => 'read', () => 'refused') : 'refused'`,
      );
      expect(read).toBe('refused');
    }
    expect(await realm.evaluate('typeof chrome.tabs')).toBe('undefined');
  });
});
