import path from 'node:path';

import type { Page } from 'puppeteer-core';

import * as steps from './steps.ts';

/** Presses a download button and gives the path of the finished file in a folder. */
export async function downloadFrom(page: Page, button: string, folder: string): Promise<string> {
  const session = await page.createCDPSession();
  const finished = new Promise<string>((resolve, reject) => {
    const names = new Map<string, string>();
    session.on('Browser.downloadWillBegin', ({ guid, suggestedFilename }) => {
      names.set(guid, suggestedFilename);
    });
    session.on('Browser.downloadProgress', ({ guid, state }) => {
      if (state === 'completed') resolve(names.get(guid) ?? '');
      if (state === 'canceled') reject(new Error('the download was cancelled'));
    });
  });
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: folder,
    eventsEnabled: true,
  });
  await steps.press(page, button);
  const file = path.join(folder, await finished);
  await session.detach();
  return file;
}
