import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Browser, CDPSession } from 'puppeteer-core';

import { pressInPanel } from './devtools.ts';

type ExportButton = 'Export JSON' | 'Export CSV' | 'Export XLSX' | 'Export HAR' | 'Export proof';

/** Presses a button of the panel that exports, and gives the text that the browser saved. */
export async function exportedBy(
  browser: Browser,
  panel: CDPSession,
  button: ExportButton,
): Promise<string> {
  return (await exportedFile(browser, panel, button)).toString('utf8');
}

/** The same as the bytes of the file. */
export async function exportedFile(
  browser: Browser,
  panel: CDPSession,
  button: ExportButton,
): Promise<Buffer> {
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
  const bytes = await readFile(await saved);
  await client.detach();
  await rm(folder, { recursive: true });
  return bytes;
}
