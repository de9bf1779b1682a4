import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Browser, CDPSession } from 'puppeteer-core';

import { pressInPanel } from './devtools.ts';

/** Presses a button of the panel that exports, and gives what the browser saved. */
export async function exportedBy(
  browser: Browser,
  panel: CDPSession,
  button: 'Export JSON' | 'Export CSV' | 'Export proof',
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'piggyback-export-'));
  const client = await browser.target().createCDPSession();
  await client.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: folder,
    eventsEnabled: true,
  });
  const saved = new Promise<string>((resolve) => {
    client.on('Browser.downloadProgress', ({ state, guid }) => {
      if (state === 'completed') resolve(path.join(folder, guid));
    });
  });
  await pressInPanel(panel, button);
  const text = await readFile(await saved, 'utf8');
  await client.detach();
  await rm(folder, { recursive: true });
  return text;
}
