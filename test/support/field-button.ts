import type { Frame, Page } from 'puppeteer-core';

import { inShadow } from './steps.ts';

type Where = Page | Frame;
interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const MAIN = `document.querySelector('piggyback-button')?.shadowRoot?.querySelector('.main:not([hidden])')`;

/** Waits until the small button is there; where it stands in its frame. */
export async function untilButton(where: Where): Promise<Rect> {
  await where.waitForFunction(`${MAIN}?.getBoundingClientRect().width > 0`);
  return readRect(await where.evaluate(`${MAIN}.getBoundingClientRect().toJSON()`));
}

export async function untilNoButton(where: Where): Promise<void> {
  // A page behind another draws no frames to be asked at.
  await where.waitForFunction(`!(${MAIN})`, { polling: 100 });
}

/** Whether the button is there once the page has drawn twice and a hover would have been noticed. */
export async function hasButton(where: Where): Promise<boolean> {
  // Three pauses of the watch (60 ms) and two frames, counted in animation frames of the page itself.
  const seen = await where.evaluate(`new Promise((resolve) => {
    let frames = 30;
    const look = () => (frames-- > 0 && !(${MAIN}) ? requestAnimationFrame(look) : resolve(Boolean(${MAIN})));
    requestAnimationFrame(look);
  })`);
  return seen === true;
}

/** Waits until the page has drawn so often. */
export async function afterFrames(where: Where, count: number): Promise<void> {
  await where.evaluate(`new Promise((resolve) => {
    let frames = ${count};
    const next = () => (frames-- > 0 ? requestAnimationFrame(next) : resolve());
    next();
  })`);
}

/** Opens the menu by the other mouse button and takes an item. */
export async function dismissByMenu(where: Where, item: string): Promise<void> {
  const main = await inShadow(where, 'piggyback-button', '.main:not([hidden])');
  await main.click({ button: 'right' });
  await (await inShadow(where, 'piggyback-button', '[role=menuitem]', item)).click();
}

/** Where everything of the page itself stands, and how much the browser says has shifted. */
export async function layoutOf(page: Page): Promise<string> {
  return page
    .evaluate(`JSON.stringify({
    boxes: [...document.querySelectorAll('*:not(piggyback-button)')].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left, top, width, height];
    }),
    scroll: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
  })`)
    .then(String);
}

/** The sum of all layout shifts so far, those right after a click too. */
export async function shiftsOf(page: Page): Promise<number> {
  const sum = await page.evaluate(`new Promise((resolve) => {
    let sum = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += entry.value;
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
  })`);
  return Number(sum);
}

function readRect(value: unknown): Rect {
  const read = (name: string) =>
    Number(typeof value === 'object' && value !== null ? Reflect.get(value, name) : Number.NaN);
  return { left: read('left'), top: read('top'), right: read('right'), bottom: read('bottom') };
}

/** Whether two boxes have a pixel in common. */
export function overlap(one: Rect, other: Rect): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}

export async function rectOf(where: Where, selector: string): Promise<Rect> {
  const handle = await where.locator(selector).waitHandle();
  return readRect(await handle.evaluate((element) => element.getBoundingClientRect().toJSON()));
}
