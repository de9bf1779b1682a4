import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import puppeteer, {
  type Browser,
  type Extension,
  type LaunchOptions,
  type Page,
  type Target,
  type WebWorker,
} from 'puppeteer-core';

import { untilFound } from './own-address.ts';

export interface BrowserOptions {
  /** The built extension's folder; none for a browser without it. */
  readonly extension: string | null;
  /** Folders of extensions beside it, without a background of their own. */
  readonly others?: readonly string[];
  readonly hostRules: readonly string[];
  readonly headless?: boolean;
  readonly dark?: boolean;
  /** Draws a frame as soon as one is wanted, and not sixty in a second: where only what is drawn matters. */
  readonly unpacedFrames?: boolean;
  readonly devtools?: boolean;
  /** No answer of the browser takes longer; one that does fails by its name. The driver's own, if nothing is said. */
  readonly answerMs?: number;
  /** A folder that is kept, so that the next browser goes on with it; one of its own where nothing is said. */
  readonly profile?: string;
}

export interface LaunchedBrowser {
  readonly browser: Browser;
  readonly extensionId: string;
  close(): Promise<void>;
}

const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--disable-search-engine-choice-screen',
];

/** The driver turns off that a sandboxed frame has a process of its own, as it has in everybody’s browser. */
const asPeopleHaveIt = (arg: string) =>
  arg.startsWith('--disable-features=') ? arg.replace(/,?\bIsolateSandboxedIframes\b/, '') : arg;

/**
 * A real browser whose every host name ends in the sandbox: nothing can reach, or bill, the real
 * service. The sandbox's certificate is self-signed, so certificate errors are let pass.
 */
export async function launchBrowser(options: BrowserOptions): Promise<LaunchedBrowser> {
  const executablePath = process.env.PIGGYBACK_BROWSER ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new Error(`no browser at ${executablePath}`);
  const userDataDir = options.profile ?? (await mkdtemp(path.join(tmpdir(), 'piggyback-')));
  const launch: LaunchOptions = {
    executablePath,
    userDataDir,
    headless: options.headless ?? true,
    pipe: true,
    ...(options.answerMs !== undefined && { protocolTimeout: options.answerMs }),
    defaultViewport: null,
    acceptInsecureCerts: true,
    ...(options.extension !== null && {
      enableExtensions: [options.extension, ...(options.others ?? [])],
    }),
    args: [
      ...QUIET,
      '--window-size=1280,860',
      `--host-resolver-rules=${options.hostRules.join(', ')}`,
      '--ignore-certificate-errors',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.unpacedFrames ? ['--disable-frame-rate-limit', '--disable-gpu-vsync'] : []),
      ...(options.dark ? ['--force-dark-mode', '--blink-settings=preferredColorScheme=0'] : []),
    ],
  };
  const browser = await puppeteer.launch({
    ...launch,
    args: puppeteer.defaultArgs(launch).map(asPeopleHaveIt),
    ignoreDefaultArgs: true,
  });
  const extensionId = options.extension === null ? '' : await readExtensionId(browser);
  return {
    browser,
    extensionId,
    async close() {
      await browser.close();
      if (options.profile === undefined)
        await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function readExtensionId(browser: Browser): Promise<string> {
  const worker = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().endsWith('/background.js'),
  );
  return new URL(worker.url()).host;
}

/** The real popup, opened by the toolbar button over the page (which grants `activeTab` there). */
export async function openPopup({ browser }: LaunchedBrowser, page: Page): Promise<Page> {
  await page.bringToFront();
  const extension: Extension | undefined = [...(await browser.extensions()).values()][0];
  if (!extension) throw new Error('the extension is not there');
  // One that is only just closing, or the popup in a tab, is not the one that opens.
  const before = new Set(browser.targets());
  await page.triggerExtensionAction(extension);
  const target = await browser.waitForTarget(
    (found) => !before.has(found) && found.url().endsWith('/popup.html'),
  );
  return target.asPage();
}

/** The background, in which scripts can run. */
export async function workerOf({ browser }: LaunchedBrowser): Promise<WebWorker> {
  const target = await browser.waitForTarget((found) => found.type() === 'service_worker');
  const worker = await target.worker();
  if (!worker) throw new Error('the background has no worker');
  return worker;
}

/** Waits until the popup is closed, as it does when something else gets the focus. */
export async function closed(browser: Browser, target: Target): Promise<void> {
  await untilFound('a closed popup', async () => !browser.targets().includes(target) || null);
}
