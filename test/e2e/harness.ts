import type { Page, Viewport } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';

import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/index.ts';
import { type LaunchedBrowser, launchBrowser } from '../support/browser.ts';
import { buildWithHosts, PRODUCTION_BUILD } from '../support/build.ts';
import * as steps from '../support/steps.ts';

export const CONSOLE_HOSTS = ['https://admanager.google.com/*', 'https://app.kevel.co/*'];

/** How long one step may take; generous, for a machine with two busy cores. */
export const PATIENCE_MS = 15_000;

export interface World {
  readonly sandbox: Sandbox;
  readonly launched: LaunchedBrowser;
  /** The popup's page in a tab of its own, where nothing closes it. */
  openPopupTab(): Promise<Page>;
}

/**
 * A sandbox and a browser for the tests of one file. `hosts` are granted beforehand where a prompt
 * would need a person; without any, it is the build as shipped.
 */
export function useWorld(hosts: readonly string[] = [], options: SandboxOptions = {}): () => World {
  let world: World | null = null;
  beforeAll(async () => {
    const sandbox = await startSandbox(options);
    const extension =
      hosts.length > 0 ? await buildWithHosts(`e2e-${sandbox.port}`, hosts) : PRODUCTION_BUILD;
    const launched = await launchBrowser({
      extension,
      hostRules: sandbox.hostRules,
      // Half of a test's time: what is never answered is named, and not only its test.
      answerMs: 45_000,
    });
    world = {
      sandbox,
      launched,
      async openPopupTab() {
        const page = await launched.browser.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        await page.setViewport({ width: 480, height: 600 });
        await page.goto(`chrome-extension://${launched.extensionId}/popup.html`);
        return page;
      },
    };
  });
  afterAll(async () => {
    await world?.launched.close();
    await world?.sandbox.close();
  });
  return () => {
    if (!world) throw new Error('the world has not started');
    return world;
  };
}

/** The workspace in a tab of its own, at an address in it. */
export async function openWorkspace(
  { browser, extensionId }: LaunchedBrowser,
  address = '',
  viewport: Viewport = { width: 1280, height: 800 },
): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.setViewport(viewport);
  await page.goto(`chrome-extension://${extensionId}/workspace.html${address}`);
  return page;
}

/** Signed in, with the advertiser's list on the screen. */
export async function openList(
  world: World,
  size: 'small' | 'medium' | 'large' = 'small',
): Promise<Page> {
  const popup = await world.openPopupTab();
  const { credentials, advertisers } = world.sandbox.world;
  const username = '::-p-aria([name="Username"])';
  const back = '::-p-aria([name="Back to the list"])';
  await popup.locator(`${username}, ${back}, ::-p-aria([name="Advertiser"])`).wait();
  if (await popup.$(username)) {
    await steps.signIn(popup, credentials);
    await popup.locator(`${back}, ::-p-aria([name="Advertiser"])`).wait();
  }
  // It opens where the person was, which may be a form.
  if (await popup.$(back)) await steps.press(popup, 'Back to the list');
  await steps.choose(popup, 'Advertiser', advertisers[size].name);
  await popup.locator('.pb-tracker').wait();
  return popup;
}

export function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => element.textContent ?? '');
}
