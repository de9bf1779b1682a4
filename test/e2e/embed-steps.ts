import type { ElementHandle, Page } from 'puppeteer-core';

/** Steps in a page that holds `<imptr-tag-builder>`. */

const ELEMENT = 'imptr-tag-builder';

/** Opens a page of the embed site and waits until every element on it is drawn. */
export async function openEmbedPage(page: Page, name: string): Promise<Page> {
  await page.goto(`https://embed.sandbox.test/${name}`);
  await page.waitForFunction(
    (tag) => {
      const elements = [...document.querySelectorAll(tag)];
      return elements.length > 0 && elements.every((found) => found.shadowRoot?.childElementCount);
    },
    {},
    ELEMENT,
  );
  return page;
}

/** What is inside an element's shadow tree, once it is there and says `text`. */
export async function inElement(
  page: Page,
  selector: string,
  { text = '', host = ELEMENT }: { text?: string; host?: string } = {},
): Promise<ElementHandle<Element>> {
  const found = await page.waitForFunction(
    (host, selector, text) =>
      [...(document.querySelector(host)?.shadowRoot?.querySelectorAll(selector) ?? [])].find(
        (element) => element.textContent?.includes(text),
      ),
    {},
    host,
    selector,
    text,
  );
  const element = found.asElement();
  if (!element) throw new Error(`${selector} is no element`);
  // A node that matched a selector is an element.
  return element as ElementHandle<Element>;
}

/** Takes a tracker from the element's list. */
export async function takeTracker(page: Page, name: string): Promise<void> {
  const list = await inElement(page, 'select', { text: name });
  const id = await list.evaluate(
    (select, name) =>
      [...select.querySelectorAll('option')].find((option) => option.text.includes(name))?.value,
    name,
  );
  await list.select(id ?? 'no such tracker');
  await inElement(page, '.pb-preview');
}

/** Presses a button of the element. */
export async function pressInside(page: Page, name: string): Promise<void> {
  await (await inElement(page, 'button', { text: name })).click();
}

/** The element's value: the tag. */
export function valueOf(page: Page, selector = ELEMENT): Promise<string> {
  return page.$eval(selector, (element) =>
    'value' in element && typeof element.value === 'string' ? element.value : 'no value',
  );
}

/** Waits until an element of the page says this. */
export async function saysIn(page: Page, selector: string, text: string): Promise<string> {
  const found = await page.waitForFunction(
    (selector, text) => {
      const field = document.querySelector(selector);
      const said = field instanceof HTMLTextAreaElement ? field.value : field?.textContent;
      return said?.includes(text) ? said : null;
    },
    {},
    selector,
    text,
  );
  return String(await found.jsonValue());
}

/** Sends the page's form and reads the fields that arrived. */
export async function sendForm(page: Page): Promise<Record<string, string>> {
  await Promise.all([
    page.waitForNavigation(),
    page.locator('button:not([type=reset]):not([type=button])').click(),
  ]);
  const rows = await page.$$eval('dt', (terms) =>
    terms.map((term) => [term.textContent ?? '', term.nextElementSibling?.textContent ?? '']),
  );
  // Forms send every line break as two characters.
  return Object.fromEntries(
    rows.map(([name = '', value = '']) => [name, value.trim().replaceAll('\r\n', '\n')]),
  );
}
