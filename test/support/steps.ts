import type { ElementHandle, Frame, KeyInput, Page } from 'puppeteer-core';

import { act } from './actions.ts';
import {
  builderFrame,
  inBuilder,
  smallWindow,
  untilNoBuilder,
  untilNoWindow,
} from './builder-frame.ts';
import { ownAddress, PATIENCE_MS } from './own-address.ts';

export { inBuilder };

/** The steps a person takes, by the names they read on the screen. */

/** Where the focus is when the builder has opened. */
export const SEARCH = '[role=combobox]:focus';
/** Insert, once it may be pressed; what came of a press; and that it did not come off. */
export const READY = '[data-act=insert]:not([aria-disabled])';
export const PASSED = '.pb-foot-said.pass';
export const WARNED = '.pb-foot-said.warning';

const named = (role: string, name: string) => `::-p-aria([name="${name}"][role="${role}"])`;
const OPEN_LIST = '[role=listbox]:not([hidden])';

export async function signIn(
  popup: Page,
  credentials: { readonly username: string; readonly password: string },
): Promise<void> {
  await fill(popup, 'Username', credentials.username);
  await fill(popup, 'Password', credentials.password);
  await press(popup, 'Sign in');
}

/** Types into a combobox and takes the option with this name. */
export async function choose(page: Page, label: string, name: string): Promise<void> {
  const box = page.locator(named('combobox', label));
  act(`type ${label}`);
  await box.click();
  await box.fill(name);
  // Until the search has settled, the rows still move under the pointer.
  await page.waitForFunction(
    (list, name) => {
      const rows = [...document.querySelectorAll(`${list} [role=option]`)];
      return rows.length > 0 && rows.every((row) => row.textContent?.includes(name));
    },
    {},
    OPEN_LIST,
    name,
  );
  act(`choose ${label}`);
  await page.locator(`::-p-xpath(//*[@role="option"][.//*[text()="${name}"]])`).click();
  await page.waitForFunction(
    (label, name) =>
      [...document.querySelectorAll<HTMLInputElement>('[role=combobox]')].some(
        (input) => input.labels?.[0]?.textContent?.startsWith(label) && input.value === name,
      ),
    {},
    label,
    name,
  );
}

/** Opens a combobox, takes the first thing it offers, and returns its name. */
export async function chooseFirst(page: Page, label: string): Promise<string> {
  const box = page.locator(named('combobox', label));
  act(`choose ${label}`);
  await box.click();
  await page.locator(`${OPEN_LIST} [role=option][data-id]`).click();
  // Open, the field is empty; closed again, it holds what was chosen.
  return box
    .filter((input) => input instanceof HTMLInputElement && input.value !== '')
    .map((input) => (input instanceof HTMLInputElement ? input.value : ''))
    .wait();
}

/** Opens a combobox, reads the ids of everything it offers, and closes it again. */
export async function offeredIds(page: Page, label: string): Promise<readonly string[]> {
  await page.locator(named('combobox', label)).click();
  await page.locator(`${OPEN_LIST} [role=option][data-id]`).wait();
  const ids = await page.$$eval(`${OPEN_LIST} [role=option][data-id]`, (options) =>
    options.map((option) => option.getAttribute('data-id') ?? ''),
  );
  await page.keyboard.press('Escape');
  await page.waitForFunction((list) => !document.querySelector(list), {}, OPEN_LIST);
  return ids;
}

/** What stands in a field, once it stands there: fails where it never does. */
export async function seeValue(page: Page, selector: string, value: string): Promise<void> {
  await page.waitForFunction(
    (selector, value) =>
      [...document.querySelectorAll(selector)].some(
        (field) => Reflect.get(field, 'value') === value,
      ),
    {},
    selector,
    value,
  );
}

export async function fill(page: Page, label: string, value: string): Promise<void> {
  act(`type ${label}`);
  await page.locator(named('textbox', label)).fill(value);
}

export async function press(page: Page, name: string): Promise<void> {
  act(`press ${name}`);
  // The one that has the focus is turned off in name only.
  const button = page.locator(named('button', name));
  await button.filter((element) => element.ariaDisabled !== 'true').click();
}

export async function seeText(page: Page, text: string): Promise<void> {
  await page.locator(`::-p-text(${text})`).wait();
}

/** Creates a tracker and returns its id, read from what the popup says. */
export async function createTracker(
  popup: Page,
  name: string,
  look: () => Promise<unknown> = async () => {},
): Promise<number> {
  await press(popup, 'New tracker');
  await fill(popup, 'Name', name);
  await chooseFirst(popup, 'Line item');
  await chooseFirst(popup, 'Publisher');
  await look();
  await press(popup, 'Save');
  const said = await popup
    .locator(`::-p-xpath(//*[starts-with(text(), "Created ")])`)
    .map((element) => element.textContent ?? '')
    .wait();
  const id = /with id (\d+)/.exec(said)?.[1];
  if (!id) throw new Error(`no id in "${said}"`);
  return Number(id);
}

/**
 * The element with this text in the open shadow root of ours, once it is there. Asked at each frame,
 * since a selector's own waiting does not see changes inside a shadow root.
 */
export async function inShadow(
  page: Page | Frame,
  host: string,
  selector: string,
  text = '',
): Promise<ElementHandle<Element>> {
  const found = await page.waitForFunction(
    (host, selector, text) =>
      [...(document.querySelector(host)?.shadowRoot?.querySelectorAll(selector) ?? [])].find(
        (element) => element.textContent?.includes(text),
      ),
    { polling: 40 },
    host,
    selector,
    text,
  );
  const element = found.asElement();
  if (!element) throw new Error(`${selector} is no element`);
  // A node that matched a selector is an element.
  return element as ElementHandle<Element>;
}

/** Waits until an element has stood in one place for two frames: a builder that has opened still grows. */
export async function untilStill(element: ElementHandle<Element>): Promise<void> {
  let [before, now] = ['', 'unknown'];
  while (now !== before) {
    before = now;
    await element.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    now = JSON.stringify(await element.boundingBox());
  }
}

/** In a console: opens the builder by the small button at the focused pixel field. */
export async function openBuilderAtField(page: Page): Promise<void> {
  await page.bringToFront();
  act('press the pixel field');
  await page.locator('#third-party-pixels').click();
  act('press the button beside it');
  await (await inShadow(page, 'piggyback-button', '.main:not([hidden])')).click();
  await inBuilder(page, SEARCH);
}

/** Presses the small button at the focused field and waits for the builder. */
export async function pressFieldButton(
  where: Page | Frame,
  builder: Page | Frame = where,
): Promise<void> {
  await (await inShadow(where, 'piggyback-button', '.main:not([hidden])')).click();
  await inBuilder(builder, SEARCH);
}

/**
 * In the open builder: opens a list of choices. By the mouse: which frame gets a key is settled a moment after
 * a frame says that it has the focus; the tests of the keyboard are elsewhere.
 */
export async function openChoices(
  builder: Page | Frame,
  field: string = '[role=combobox]',
): Promise<void> {
  const search = await inBuilder(builder, field);
  await untilStill(search);
  await search.click();
}

/** In the open builder: takes the first tracker offered, for an ad server. */
export async function chooseTag(builder: Page | Frame, adServerId: string): Promise<void> {
  await openChoices(builder);
  await (await inBuilder(builder, '[role=option][data-id]')).click();
  await (await inBuilder(builder, 'select')).select(adServerId);
}

/**
 * In the open builder: presses a button as a person does, who comes to it first. By the coming pointer the
 * builder learns where it stands now; where that is news, a press has to wait a moment.
 */
export async function pressInBuilder(
  builder: Page | Frame,
  button: string = READY,
  text = '',
): Promise<void> {
  await (await inBuilder(builder, button, text)).hover();
  await (await inBuilder(builder, button, text)).click();
}

/**
 * In the open builder: Insert, once it could have been pressed for as long as a person takes to come to it. The
 * frame grows with its preview, and for half a second after that a press does not count.
 */
export async function restedInsert(builder: Page | Frame): Promise<ElementHandle<Element>> {
  await inBuilder(builder, '.pb-preview');
  const frame = await builderFrame(builder);
  await frame.waitForFunction(
    (ready) => {
      const { dataset } = document.body;
      if (!document.querySelector(ready)) delete dataset.readySince;
      else dataset.readySince ??= String(performance.now());
      return performance.now() - Number(dataset.readySince ?? Infinity) > 600;
    },
    { timeout: PATIENCE_MS },
    READY,
  );
  return inBuilder(builder, READY);
}

/** In the open builder: presses Insert by its key, as a person does. */
export async function keyInsert(page: Page): Promise<void> {
  await restedInsert(page);
  await keyIn(page, READY, 'Enter');
}

/** In the open builder: presses Insert. Returns the tag. */
export async function pressInsert(builder: Page | Frame): Promise<string> {
  // Once Insert can be pressed, the preview is that of the last choice.
  await inBuilder(builder, READY, 'Insert');
  const preview = await inBuilder(builder, '.pb-preview');
  const tag = await preview.evaluate((area) => area.textContent ?? '');
  await pressInBuilder(builder);
  return tag;
}

/** In the open builder: takes the first tracker offered for an ad server and presses Insert. Returns the tag. */
export async function insertFirst(page: Page | Frame, adServerId: string): Promise<string> {
  await chooseTag(page, adServerId);
  return pressInsert(page);
}

/** In a frame whose presses do not count: goes on in the small window. */
export async function continueInWindow(page: Page, where: Page | Frame = page): Promise<Page> {
  const address = await ownAddress(await builderFrame(where));
  await (await inBuilder(where, '[data-act=insert]', 'Continue in a small window')).click();
  return smallWindow(page.browser(), address);
}

/** In the open builder: takes a tracker, an ad server where given, and presses Insert. */
export async function insertTag(
  page: Page,
  trackerName: string,
  adServerId?: string,
): Promise<string> {
  const box = await inBuilder(page, '[role=combobox]');
  act('type Tracker');
  await box.click();
  await box.type(trackerName);
  // With the name in the list's only row, the search has settled.
  const option = await inBuilder(page, '[role=option][data-id]:only-child', trackerName);
  act('choose Tracker');
  await option.click();
  if (adServerId) await (await inBuilder(page, 'select')).select(adServerId);
  act('press Insert');
  await pressInBuilder(page);
  await inBuilder(page, PASSED);
  return page.$eval('#third-party-pixels', (field) =>
    field instanceof HTMLTextAreaElement ? field.value : '',
  );
}

/**
 * Waits until the builder's frame gets the page's keys, which the browser settles a moment after the frame
 * says that it has the focus: presses one that does nothing until the frame has heard it.
 */
export async function untilKeysArrive(
  page: Page,
  builder: Page | Frame = page,
  focused: string = SEARCH,
): Promise<void> {
  await inBuilder(builder, focused);
  const frame = await builderFrame(builder);
  await frame.evaluate(() => {
    delete document.body.dataset.heard;
    const hear = () => (document.body.dataset.heard = 'yes');
    addEventListener('keydown', hear, { capture: true, once: true });
  });
  const end = performance.now() + PATIENCE_MS;
  while (!(await frame.$('[data-heard]'))) {
    if (performance.now() > end)
      throw new Error(`keys go elsewhere: ${await focusIn(page, frame)}`);
    await page.keyboard.press('Shift');
  }
}

/** In the open builder: goes to an element, and presses a key there once its frame gets the keys. */
export async function keyIn(page: Page, selector: string, key: KeyInput): Promise<void> {
  await (await inBuilder(page, selector)).focus();
  await untilKeysArrive(page, page, `${selector}:focus`);
  await page.keyboard.press(key);
}

/** Where the page and the builder believe the focus to be. */
async function focusIn(page: Page, builder: Frame): Promise<string> {
  const believed = '[document.hasFocus(), document.activeElement?.outerHTML.slice(0, 120)]';
  return JSON.stringify({
    page: await page.evaluate(believed),
    builder: await builder.evaluate(believed),
  });
}

/**
 * Presses a key that takes the frame away which hears it: the browser's protocol then never answers
 * for it, so what comes of it is waited for instead.
 */
export function pressAway(page: Page, key: 'Enter' | 'Escape'): void {
  page.keyboard.press(key).catch(() => {});
}

/** After an insertion: presses Done, where the focus is, which leads back to the field. */
export async function leaveBuilder(page: Page, builder: Page | Frame): Promise<void> {
  await untilKeysArrive(page, builder, '[data-act=done]:focus');
  pressAway(page, 'Enter');
  await untilNoBuilder(builder);
  await page.waitForFunction(() => document.activeElement !== document.body);
}

/** The same in the small window, which goes. */
export async function leaveWindow(small: Page, page: Page): Promise<void> {
  await inBuilder(small, '[data-act=done]:focus');
  pressAway(small, 'Enter');
  await untilNoWindow(small);
  await page.waitForFunction(() => document.activeElement !== document.body);
}
