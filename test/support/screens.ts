import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Browser, Page, ScreenshotClip } from 'puppeteer-core';

import { isBlank } from './is-blank.ts';

/** Saves pictures into one folder, numbered in the order they were taken. A blank one fails its test. */
export function createScreens(folder: string) {
  let count = 0;
  async function save(name: string, png: Uint8Array | string): Promise<string> {
    const bytes = typeof png === 'string' ? Buffer.from(png, 'base64') : png;
    if (isBlank(bytes)) throw new Error(`the picture of ${name} is blank`);
    count += 1;
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, `${String(count).padStart(2, '0')}-${name}.png`);
    await writeFile(file, bytes);
    return file;
  }
  return {
    page: async (page: Page, name: string) => save(name, await take(page)),
    part: async (page: Page, name: string, clip: ScreenshotClip) =>
      save(name, await crop(page, await take(page), clip)),
  };
}

/** What each browser is, which is asked once. */
const versions = new WeakMap<Browser, Promise<string>>();

/** Packed as quickly as it can be, which takes most of the time; Firefox's driver has no choice of it. */
async function take(page: Page): Promise<Uint8Array> {
  const browser = page.browser();
  const version = versions.get(browser) ?? browser.version();
  versions.set(browser, version);
  return page.screenshot((await version).includes('Chrome') ? { optimizeForSpeed: true } : {});
}

/** Cut out in the page itself: asked to clip, Chromium on a busy machine may never answer for DevTools. */
async function crop(page: Page, png: Uint8Array, clip: ScreenshotClip): Promise<string> {
  const cut = await page.evaluate(
    async (base64, { x, y, width, height }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const whole = await createImageBitmap(new Blob([bytes]), x, y, width, height);
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width, height });
      canvas.getContext('2d')?.drawImage(whole, 0, 0);
      return canvas.toDataURL('image/png');
    },
    Buffer.from(png).toString('base64'),
    clip,
  );
  return cut.slice(cut.indexOf(',') + 1);
}

export type Screens = ReturnType<typeof createScreens>;
