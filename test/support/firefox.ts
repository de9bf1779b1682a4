import { existsSync } from 'node:fs';

import puppeteer, { type Browser } from 'puppeteer-core';

import { startConnectProxy } from './connect-proxy.ts';

const ADD_ON = '{3132b7d8-1f6c-43df-b937-7064ae2ac861}';
/** Firefox gives an add-on a random id for its pages, unless it finds one here. */
const PAGES_ID = '5e0f3c52-6e0b-4f0a-9d53-1f0f5b8b7c11';

export interface LaunchedFirefox {
  readonly browser: Browser;
  /** The address of the extension's own pages. */
  readonly origin: string;
  close(): Promise<void>;
}

export type Look = 'light' | 'dark';

/** A real Firefox with the extension in it, whose every https host is the sandbox. */
export async function launchFirefox(
  extension: string,
  port: number,
  look: Look = 'light',
  preferences: Readonly<Record<string, unknown>> = {},
): Promise<LaunchedFirefox> {
  const executablePath = process.env.PIGGYBACK_FIREFOX ?? '/usr/bin/firefox-esr';
  if (!existsSync(executablePath)) throw new Error(`no Firefox at ${executablePath}`);
  const proxy = await startConnectProxy(port);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADD_ON]: PAGES_ID }),
      'layout.css.prefers-color-scheme.content-override': look === 'dark' ? 0 : 1,
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxy.port,
      ...preferences,
    },
  });
  await browser.installExtension(extension);
  return {
    browser,
    origin: `moz-extension://${PAGES_ID}`,
    async close() {
      await browser.close();
      await proxy.close();
    },
  };
}
