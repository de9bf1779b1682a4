import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { CDPSession, Page, ScreenshotClip } from 'puppeteer-core';

/** Saves pictures into one folder, numbered in the order they were taken. */
export function createScreens(folder: string) {
  let count = 0;
  async function save(name: string, png: Uint8Array | string): Promise<string> {
    count += 1;
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, `${String(count).padStart(2, '0')}-${name}.png`);
    await writeFile(file, typeof png === 'string' ? Buffer.from(png, 'base64') : png);
    return file;
  }
  return {
    page: async (page: Page, name: string, clip?: ScreenshotClip) =>
      save(name, await page.screenshot(clip && { clip })),
    session: async (session: CDPSession, name: string) =>
      save(name, (await session.send('Page.captureScreenshot')).data),
  };
}

export type Screens = ReturnType<typeof createScreens>;
