import type { Frame, Page } from 'puppeteer-core';

/** All that a page's script can hear of what a person does, noted as it is heard. */
const HEARD = [
  'keydown',
  'keyup',
  'keypress',
  'beforeinput',
  'input',
  'compositionstart',
  'selectionchange',
  'select',
  'copy',
  'paste',
  'drop',
  'dragover',
];

/** Has the page listen to everything, before every listener of ours that comes later. */
export async function listenToAll(page: Page): Promise<void> {
  await page.evaluate((names) => {
    const heard: string[] = [];
    Reflect.set(globalThis, 'heard', heard);
    for (const name of names) {
      const note = (event: Event) => {
        const ranges: unknown = Reflect.get(event, 'getTargetRanges');
        const count = typeof ranges === 'function' ? ranges.call(event).length : 0;
        heard.push(`${name} ${String(Reflect.get(event, 'key') ?? '')} ${count}`);
      };
      window.addEventListener(name, note, true);
      document.addEventListener(name, note, true);
    }
  }, HEARD);
}

export function heardBy(page: Page): Promise<unknown> {
  return page.evaluate('globalThis.heard');
}

/** Where the middle of an element of the builder is on the screen of its page. */
export async function middleOf(
  builder: Frame,
  selector: string,
): Promise<{ readonly x: number; readonly y: number }> {
  const element = await builder.waitForSelector(selector);
  const point = await element?.clickablePoint();
  if (!point) throw new Error(`${selector} cannot be pressed`);
  return point;
}
