import type { Frame, Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { BUILDER, extensionRealm } from '../support/builder-frame.ts';
import * as button from '../support/field-button.ts';
import { pressInFrame } from '../support/press-in-frame.ts';
import { createScreens } from '../support/screens.ts';
import { useSharedTab } from '../support/shared-tab.ts';
import * as steps from '../support/steps.ts';
import { PATIENCE_MS, useWorld } from './harness.ts';
import { beSignedIn, openQuietPage, tell } from './signed-in.ts';

const REVIVE = 'https://revive.sandbox.test/www/admin/banner-advanced.php?clientid=4';
const GAM = 'https://admanager.google.com/12345#creatives/new';
const SIZMEK = 'https://platform.sizmek.com/#/spa/ads';
const OWN = 'https://revive.sandbox.test/*';

const world = useWorld([
  'https://admanager.google.com/*',
  'https://app.kevel.co/*',
  'https://platform.sizmek.com/*',
  OWN,
]);
const screens = createScreens('.output/screens/field-button');

/** As if the options page or the popup had asked for it. */
async function asPage(act: (page: Page) => Promise<unknown>): Promise<void> {
  const page = await openQuietPage(world().launched);
  await act(page);
  await page.close();
}

const turn = (how: 'enable' | 'disable') =>
  asPage((page) => tell(page, `consoles.${how}`, { origin: OWN }));

const stored = (values: object) =>
  asPage((page) => page.evaluate(`chrome.storage.local.set(${JSON.stringify(values)})`));

const openShared = useSharedTab(() => world().launched.browser, PATIENCE_MS);

/** A tab of its own: in one where a builder was open, it comes again with the next. */
async function open(address: string): Promise<Page> {
  const page = await world().launched.browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(address);
  await page.bringToFront();
  return page;
}

function frameOf(page: Page, id: number): Frame {
  const frame = page.mainFrame().childFrames()[id];
  if (!frame) throw new Error(`no frame ${id}`);
  return frame;
}

beforeAll(() => turn('enable'));

describe('plain tables, as in Revive', () => {
  it('comes up at a hovered field and goes when the pointer has left', async () => {
    const page = await openShared(REVIVE);
    await page.hover('textarea[name=append]');
    const at = await button.untilButton(page);
    expect(button.overlap(at, await button.rectOf(page, 'textarea[name=append]'))).toBe(false);
    await page.hover('h1');
    await button.untilNoButton(page);
  });

  it('stays while the pointer rests on it', async () => {
    const page = await openShared(REVIVE);
    await page.hover('textarea[name=append]');
    const at = await button.untilButton(page);
    await page.mouse.move((at.left + at.right) / 2, (at.top + at.bottom) / 2);
    await button.afterFrames(page, 60);
    expect(await button.hasButton(page)).toBe(true);
    await page.hover('h1');
    await button.untilNoButton(page);
  });

  it('stays at the focused field, and comes back to it from a hovered one', async () => {
    const page = await openShared(REVIVE);
    await page.click('textarea[name=append]');
    await button.untilButton(page);
    await page.hover('h1');
    const first = await button.untilButton(page);
    await page.hover('input[name=p1]');
    await page.waitForFunction(
      (top) => {
        const main = document.querySelector('piggyback-button')?.shadowRoot?.querySelector('.main');
        return main && Math.abs(main.getBoundingClientRect().top - top) > 20;
      },
      {},
      first.top,
    );
    await page.hover('h1');
    await page.waitForFunction(
      (top) => {
        const main = document.querySelector('piggyback-button')?.shadowRoot?.querySelector('.main');
        return main && Math.abs(main.getBoundingClientRect().top - top) < 1;
      },
      {},
      first.top,
    );
  });

  it.each([
    'input[name=description]',
    'input[name=url]',
    'input[name=width]',
    'textarea[name=comments]',
    'input[name=w1]',
  ])('leaves %s alone', async (selector) => {
    const page = await openShared(REVIVE);
    await page.click(selector);
    expect(await button.hasButton(page)).toBe(false);
  });

  it.each([
    'textarea[name=prepend]',
    'textarea[name=append]',
    'input[name=p1]',
    'input[name=p2]',
    '#zone',
    '#rtl',
  ])('moves nothing and covers neither %s nor another control', async (selector) => {
    const page = await openShared(REVIVE);
    // Scrolling into view is the page's own doing; it comes before the measure.
    await page.$eval(selector, (element) => element.scrollIntoView({ block: 'center' }));
    const before = await button.layoutOf(page);
    await page.focus(selector);
    const at = await button.untilButton(page);
    expect(await button.layoutOf(page)).toBe(before);
    expect(await button.shiftsOf(page)).toBe(0);
    for (const control of await page.$$('input,textarea')) {
      const rect = await control.evaluate((element) => element.getBoundingClientRect().toJSON());
      expect(button.overlap(at, rect)).toBe(false);
    }
  });

  it('stands at the other side where one writes from right to left', async () => {
    const page = await openShared(REVIVE);
    await page.focus('#rtl');
    const at = await button.untilButton(page);
    const field = await button.rectOf(page, '#rtl');
    expect(at.left).toBeLessThan((field.left + field.right) / 2);
  });

  it('hides while one types, and comes back after a pause', async () => {
    const page = await openShared(REVIVE);
    await page.focus('textarea[name=append]');
    await button.untilButton(page);
    await page.keyboard.type('<img');
    await button.untilNoButton(page);
    await button.untilButton(page);
  });

  it('follows the field through scrolling, and hides when it is out of sight', async () => {
    const page = await openShared(REVIVE);
    await page.$eval('#zone', (element) => element.scrollIntoView({ block: 'center' }));
    await page.focus('#zone');
    const before = await button.untilButton(page);
    await page.$eval('#scroller', (element) => element.scrollBy(0, 10));
    await page.waitForFunction(
      (top) => {
        const main = document.querySelector('piggyback-button')?.shadowRoot?.querySelector('.main');
        return main && Math.abs(main.getBoundingClientRect().top - (top - 10)) < 2;
      },
      {},
      before.top,
    );
    await page.$eval('#scroller', (element) => element.scrollTo(0, 0));
    await button.untilNoButton(page);
  });

  it('finds its place on a page that is zoomed by its own style', async () => {
    const page = await openShared(REVIVE);
    await page.$eval('html', (html) => html.style.setProperty('zoom', '1.5'));
    await page.focus('textarea[name=append]');
    const at = await button.untilButton(page);
    const field = await button.rectOf(page, 'textarea[name=append]');
    expect(button.overlap(at, field)).toBe(false);
    const away = [
      at.left - field.right,
      field.left - at.right,
      at.top - field.bottom,
      field.top - at.bottom,
    ];
    expect(Math.max(...away)).toBeLessThan(12);
    expect(at.right - at.left).toBeCloseTo(26, 0);
  });

  it('is no stop of the Tab key', async () => {
    const page = await openShared(REVIVE);
    await page.focus('textarea[name=prepend]');
    await button.untilButton(page);
    await page.keyboard.press('Tab');
    expect(await page.$eval(':focus', (element) => element.getAttribute('name'))).toBe('append');
  });

  it('is led to by its shortcut, its menu by the arrow keys, and Escape leads back', async () => {
    const page = await openShared(REVIVE);
    await page.focus('textarea[name=append]');
    await button.untilButton(page);
    const target = await world().launched.browser.waitForTarget(
      (found) => found.type() === 'service_worker',
    );
    const worker = await target.worker();
    await worker?.evaluate(
      `chrome.tabs.query({ url: '${OWN}', active: true }).then((tabs) => chrome.commands.onCommand.dispatch('focus-field-button', tabs.at(-1)))`,
    );
    await page.waitForFunction(() => document.activeElement?.localName === 'piggyback-button');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(
      () =>
        document.querySelector('piggyback-button')?.shadowRoot?.activeElement?.textContent ===
        'Not at this field',
    );
    await screens.page(page, 'menu');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'append');
    await button.untilButton(page);
  });
});

describe('shadow roots and a dialog, as in Ad Manager', () => {
  const tracker = (n: number) => `material-input[field=tracker${n}] >>> material-field >>> input`;

  it('comes up inside nested shadow roots, and from field to field in them', async () => {
    const page = await open(GAM);
    await page.locator(tracker(1)).click();
    const first = await button.untilButton(page);
    await screens.page(page, 'shadow');
    await page.locator(tracker(2)).click();
    await page.waitForFunction(
      (top) => {
        const main = document.querySelector('piggyback-button')?.shadowRoot?.querySelector('.main');
        return main && main.getBoundingClientRect().top > top + 20;
      },
      {},
      first.top,
    );
    await page.locator('material-input[field=clickUrl] >>> material-field >>> input').click();
    await button.untilNoButton(page);
    await page.close();
  });

  it('works above a modal dialog, which makes everything else inert', async () => {
    await beSignedIn(world());
    const page = await open(GAM);
    await page.click('#open');
    const before = await button.layoutOf(page);
    await page.focus('#dialog-pixel');
    const at = await button.untilButton(page);
    expect(await button.layoutOf(page)).toBe(before);
    await screens.page(page, 'dialog');
    await page.mouse.click((at.left + at.right) / 2, (at.top + at.bottom) / 2);
    await steps.inBuilder(page, '[role=combobox]');
    await page.close();
  });

  it.each([
    ['in a shadow root that is all of it', '<pixel-form></pixel-form>', 'pixel-form >>> textarea'],
    ['that is all of it', '<textarea name="impressionPixel"></textarea>', 'dialog textarea'],
  ])('works in a dialog at a field %s', async (_, content, field) => {
    await beSignedIn(world());
    const page = await open(REVIVE);
    await page.evaluate((content) => {
      const dialog = document.createElement('dialog');
      dialog.style.padding = '60px';
      dialog.innerHTML = content;
      document.body.append(dialog);
      const root = dialog.querySelector('pixel-form')?.attachShadow({ mode: 'open' });
      if (root) root.innerHTML = '<textarea name="impressionPixel"></textarea>';
      dialog.showModal();
    }, content);
    await page.locator(field).click();
    await button.untilButton(page);
    await steps.pressFieldButton(page);
    expect(await (await steps.inBuilder(page, '[role=combobox]')).isVisible()).toBe(true);
    await page.close();
  });
});

describe('frames, as in Sizmek', () => {
  it('comes up in a frame of the console and in one without an address', async () => {
    const page = await open(SIZMEK);
    const [component, plain] = [frameOf(page, 0), frameOf(page, 2)];
    await pressInFrame(page, component, '#tracking');
    await button.untilButton(component);
    await pressInFrame(page, plain, '#f');
    await button.untilButton(plain);
    await button.untilNoButton(component);
    await page.close();
  });

  it('stays away where the pointer only crosses the field on its way out of the frame', async () => {
    const page = await open(SIZMEK);
    const component = frameOf(page, 0);
    await pressInFrame(page, component, '#ad');
    const field = await component.locator('#tracking').waitHandle();
    const { x, y } = await field.clickablePoint();
    const heading = await (await page.locator('h1').waitHandle()).clickablePoint();
    for (let crossing = 0; crossing < 5; crossing += 1) {
      await page.mouse.move(x, y);
      await page.mouse.move(heading.x, heading.y);
      expect(await button.hasButton(component)).toBe(false);
    }
    // Who rests there gets it all the same.
    await page.mouse.move(x, y);
    await button.untilButton(component);
    await page.mouse.move(heading.x, heading.y);
    await button.untilNoButton(component);
    await page.close();
  });

  it('comes up in a frame that the page writes by itself, as rich text editors do', async () => {
    const page = await openShared(REVIVE);
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.prepend(frame);
      const written = frame.contentDocument;
      written?.open();
      written?.write('<textarea name="impressionPixel" rows="4" cols="40"></textarea>');
      written?.close();
    });
    const written = frameOf(page, 0);
    await pressInFrame(page, written, 'textarea');
    await button.untilButton(written);
  });

  it('opens the builder in the page where the frame is too small for it', async () => {
    await beSignedIn(world());
    const page = await open(SIZMEK);
    const component = frameOf(page, 0);
    await pressInFrame(page, component, '#tracking');
    await button.untilButton(component);
    await steps.pressFieldButton(component, page);
    await screens.page(page, 'small-frame');
    await page.close();
  });

  it('and in the page for a frame of another site, whose field is filled from there', async () => {
    await beSignedIn(world());
    const page = await open(SIZMEK);
    const foreign = frameOf(page, 1);
    await pressInFrame(page, foreign, '#tracking');
    await foreign.locator('#tracking').fill('before ');
    await button.untilButton(foreign);
    await steps.pressFieldButton(foreign, page);
    const tag = await steps.insertFirst(page, 'gam');
    await steps.inBuilder(page, steps.PASSED);
    const value = () => foreign.$eval('#tracking', (field) => String(Reflect.get(field, 'value')));
    expect(await value()).toBe(`before ${tag}`);
    await (await steps.inBuilder(page, '[data-act=undo]')).click();
    await steps.inBuilder(page, '.pb-foot-said', 'Taken back.');
    expect(await value()).toBe('before ');
    // What went into the frame was no theft of the focus: the page round it is as usable as before.
    await page.$eval('h1', (heading) => (heading.tabIndex = 0));
    await page.locator('h1').click({ offset: { x: 2, y: 2 } });
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await page.close();
  });
});

describe('dismissed', () => {
  it('for a field: there no more, at the next one still, after a reload too', async () => {
    await stored({ dismissals: {} });
    const page = await open(REVIVE);
    await page.focus('textarea[name=append]');
    await button.untilButton(page);
    await button.dismissByMenu(page, 'Not at this field');
    await button.untilNoButton(page);
    expect(await page.$eval(':focus', (element) => element.getAttribute('name'))).toBe('append');
    await page.focus('textarea[name=prepend]');
    await button.untilButton(page);
    await page.reload();
    await page.focus('textarea[name=append]');
    expect(await button.hasButton(page)).toBe(false);
    await stored({ dismissals: {} });
    await page.bringToFront();
    await button.untilButton(page);
    await page.close();
  });

  it('for a site: at once in every frame and tab of it, and not elsewhere', async () => {
    await stored({ dismissals: {} });
    const [first, second] = [await open(REVIVE), await open(SIZMEK)];
    const foreign = frameOf(second, 1);
    await pressInFrame(second, foreign, '#tracking');
    await button.untilButton(foreign);
    await first.bringToFront();
    await first.locator('textarea[name=append]').click();
    await button.untilButton(first);
    await button.dismissByMenu(first, 'Not on this site');
    await button.untilNoButton(first);
    await button.untilNoButton(foreign);
    await second.bringToFront();
    await pressInFrame(second, frameOf(second, 0), '#tracking');
    await button.untilButton(frameOf(second, 0));
    await first.close();
    await second.close();
  });

  it('for good: nowhere, until it is undone', async () => {
    await stored({ dismissals: {} });
    const page = await open(REVIVE);
    await page.focus('textarea[name=append]');
    await button.untilButton(page);
    await button.dismissByMenu(page, 'Never by itself');
    await button.untilNoButton(page);
    await page.focus('textarea[name=prepend]');
    expect(await button.hasButton(page)).toBe(false);
    await stored({ dismissals: {} });
    await page.bringToFront();
    await button.untilButton(page);
    await page.close();
  });

  it('a console turned off: no more in the open page, and back when it is turned on', async () => {
    await stored({ dismissals: {} });
    const page = await open(REVIVE);
    await page.focus('textarea[name=append]');
    await button.untilButton(page);
    await turn('disable');
    await button.untilNoButton(page);
    await turn('enable');
    await page.bringToFront();
    await page.focus('textarea[name=prepend]');
    await button.untilButton(page);
    await page.close();
  });
});

describe('our own script in a page', () => {
  it('asks the background nothing before a person comes to a pixel field', async () => {
    const { browser } = world().launched;
    const target = await browser.waitForTarget((found) => found.type() === 'service_worker');
    const worker = await target.worker();
    await worker?.evaluate(`self.heard = [];
      chrome.runtime.onMessage.addListener(({ piggyback }, { url }) => {
        if (url?.endsWith('#alone')) heard.push(piggyback);
      });`);
    const heard = () => worker?.evaluate('heard');
    const page = await open(`${REVIVE}#alone`);
    for (const selector of ['input[name=url]', 'h1', 'input[name=description]']) {
      await page.hover(selector);
      await button.afterFrames(page, 10);
    }
    await page.click('input[name=url]');
    expect(await button.hasButton(page)).toBe(false);
    expect(await heard()).toEqual([]);
    await page.focus('textarea[name=append]');
    await button.untilButton(page);
    expect(await heard()).toContain('field.readDismissals');
    await page.close();
  });

  it('is there on a page that never ends to load', async () => {
    const page = await world().launched.browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (!request.url().endsWith('/never')) void request.continue();
    });
    await page.evaluateOnNewDocument(() => {
      addEventListener('DOMContentLoaded', () => {
        document.body.append(Object.assign(new Image(), { src: '/never' }));
      });
    });
    await page.goto(REVIVE, { waitUntil: 'domcontentloaded' });
    await page.bringToFront();
    await page.focus('textarea[name=append]');
    await button.untilButton(page);
    expect(await page.evaluate(() => document.readyState)).toBe('interactive');
    await page.close();
  });

  it('gets at nothing that is stored, and hears of its own host alone', async () => {
    const page = await openShared(REVIVE);
    await page.focus('textarea[name=append]');
    await button.untilButton(page);
    const realm = extensionRealm(page);
    for (const area of ['local', 'session']) {
      const got = await realm.evaluate(
        `chrome.storage.${area}.get().then(() => 'read', (error) => String(error))`,
      );
      expect(got).toMatch(/Access to storage is not allowed/);
    }
    const elsewhere = { host: 'elsewhere.example', key: 'input:x', label: 'X' };
    await stored({ dismissals: { never: false, hosts: ['b.example'], fields: [elsewhere] } });
    const heard = await realm.evaluate(`chrome.runtime.sendMessage({
      piggyback: 'field.readDismissals',
      data: location.hostname,
    })`);
    expect(heard).toEqual({ ok: true, value: { never: false, hosts: [], fields: [] } });
    await stored({ dismissals: {} });
  });
});

describe('a script of the page', () => {
  it('can press neither the button nor its menu', async () => {
    await stored({ dismissals: {} });
    const page = await openShared(REVIVE);
    await page.focus('textarea[name=append]');
    await button.untilButton(page);
    await page.evaluate(() =>
      document
        .querySelector('piggyback-button')
        ?.shadowRoot?.querySelectorAll('button')
        .forEach((element) => element.click()),
    );
    expect(await button.hasButton(page)).toBe(true);
    expect(await page.$(BUILDER)).toBeNull();
  });
});
