import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';

import * as button from '../support/field-button.ts';
import { seriousViolations } from '../support/axe.ts';
import { createScreens } from '../support/screens.ts';
import * as steps from '../support/steps.ts';
import { openList, PATIENCE_MS, useWorld } from './harness.ts';
import { beSignedIn } from './signed-in.ts';

const DEMO = 'https://demo-adserver.sandbox.test/*';
const world = useWorld(['https://admanager.google.com/*', 'https://app.kevel.co/*', DEMO]);
const screens = createScreens('.output/screens/options');

async function openOptions(width = 1280): Promise<Page> {
  const { launched } = world();
  const page = await launched.browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.setViewport({ width, height: 900 });
  await page.goto(`chrome-extension://${launched.extensionId}/options.html`);
  await steps.seeText(page, 'In a console that is on');
  return page;
}

const isOn = (name: string) => `::-p-aria([name="Turn off ${name}"][role="button"])`;
const isOff = (name: string) => `::-p-aria([name="Turn on ${name}"][role="button"])`;

async function importFile(page: Page, content: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'piggyback-options-'));
  const file = path.join(folder, 'ad-servers.json');
  await writeFile(file, content);
  const input = await page.waitForSelector('input[type=file]');
  await input?.uploadFile(file);
}

const fileOf = (adServers: readonly object[]) =>
  JSON.stringify({ format: 'piggyback-ad-servers', version: 1, adServers });

async function firstCreative(host: string): Promise<string> {
  const page = await world().launched.browser.newPage();
  await page.goto(`https://${host}/`);
  const address = await page.$eval('td a', (link) =>
    link instanceof HTMLAnchorElement ? link.href : '',
  );
  await page.close();
  return address;
}

describe('consoles', () => {
  it('are turned off and on one by one, by name', async () => {
    const page = await openOptions();
    await page.locator(isOn('Google Ad Manager')).click();
    await steps.seeText(page, 'Google Ad Manager is off, in open tabs too.');
    const creative = await firstCreative('admanager.google.com');
    const console = await world().launched.browser.newPage();
    await console.goto(creative);
    await console.click('#third-party-pixels');
    expect(await button.hasButton(console)).toBe(false);
    await page.bringToFront();
    await page.locator(isOff('Google Ad Manager')).click();
    await steps.seeText(page, 'Google Ad Manager is on.');
    await console.bringToFront();
    await console.click('#name');
    await console.click('#third-party-pixels');
    await button.untilButton(console);
    await console.close();
    await page.close();
  });

  it('can be searched, and say where their address is only seen in public code', async () => {
    const page = await openOptions();
    await steps.fill(page, 'Search consoles', 'sizmek');
    await page.waitForFunction(
      () => document.querySelectorAll('#consoles > .pb-rows > li').length === 1,
    );
    await page.locator('#consoles .pb-rows summary').click();
    await steps.seeText(page, 'seen in public code');
    await steps.fill(page, 'Search consoles', 'nobody knows this');
    await steps.seeText(page, 'No console matches');
    await page.close();
  });
});

describe('an ad server of one’s own', () => {
  it('is added, kept while it is typed, and offered in its console with its macro', async () => {
    await beSignedIn(world());
    let page = await openOptions();
    await steps.press(page, 'Add ad server');
    await steps.fill(page, 'Name', 'Our ad server');
    await steps.fill(page, 'Cachebuster macro', 'a b');
    await steps.press(page, 'Save ad server');
    await steps.seeText(page, 'A macro has no white space in it. (a b)');
    await steps.fill(page, 'Cachebuster macro', '[CB]');
    await steps.fill(page, 'Console addresses', 'https://demo-adserver.sandbox.test/creatives');
    await page.close();

    page = await openOptions();
    await steps.seeText(page, 'What you typed before is back.');
    await steps.press(page, 'Save ad server');
    await steps.seeText(page, 'Saved Our ad server.');
    await page.locator(isOn('Our ad server')).wait();

    const console = await world().launched.browser.newPage();
    console.setDefaultTimeout(PATIENCE_MS);
    await console.goto(await firstCreative('demo-adserver.sandbox.test'));
    await console.bringToFront();
    await steps.openBuilderAtField(console);
    await steps.inBuilder(console, 'option:checked', 'Our ad server');
    await console.close();

    await page.bringToFront();
    await page.locator('::-p-aria([name="Remove Our ad server"])').click();
    await steps.seeText(page, 'Removed Our ad server.');
    await steps.press(page, 'Undo');
    await page.locator('::-p-aria([name="Edit Our ad server"])').wait();
    await page.locator('::-p-aria([name="Remove Our ad server"])').click();
    await steps.seeText(page, 'Removed Our ad server.');
    await page.close();
  });

  it('comes from a file, each row with what became of it', async () => {
    const page = await openOptions();
    await importFile(
      page,
      fileOf([
        { id: 'house', name: 'House', cachebuster: '[HOUSE]' },
        { id: 'cm360', cachebuster: '<cb>' },
        { id: 'kevel', cost: 'none' },
      ]),
    );
    await steps.seeText(page, 'Took over 2 rows; 1 row was left out.');
    await steps.seeText(page, '< and > would break the tag. (<cb>)');
    await page.locator('::-p-aria([name="Edit House"])').wait();
    await steps.press(page, 'Export');
    await steps.seeText(page, 'Saved piggyback-ad-servers.json.');
    await importFile(page, 'no JSON');
    await steps.seeText(page, 'This file is no JSON.');
    await page.close();
  });
});

describe('the small button', () => {
  it('is called back where it was dismissed', async () => {
    const page = await openOptions();
    const dismissals = {
      never: false,
      hosts: ['ads.example.com'],
      fields: [{ host: 'console.example', key: 'textarea:pixel', label: 'Pixel URL' }],
    };
    await page.evaluate(`chrome.storage.local.set(${JSON.stringify({ dismissals })})`);
    await page.locator('::-p-aria([name="Show again at ads.example.com"])').click();
    await steps.seeText(page, 'The button comes up again at ads.example.com.');
    await page.locator('::-p-aria([name="Show again at Pixel URL"])').click();
    await steps.seeText(page, 'Nothing is dismissed.');
    await page.locator('#button input[type=checkbox]').click();
    await page.waitForFunction(
      `chrome.storage.local.get('dismissals').then((s) => s.dismissals.never)`,
    );
    await page.locator('#button input[type=checkbox]').click();
    await page.waitForFunction(
      `chrome.storage.local.get('dismissals').then((s) => !s.dismissals.never)`,
    );
    await page.close();
  });
});

it('opens from the popup', async () => {
  const popup = await openList(world());
  await steps.press(popup, 'Options');
  const target = await world().launched.browser.waitForTarget((found) =>
    found.url().endsWith('/options.html'),
  );
  await (await target.page())?.close();
  await popup.close();
});

describe.each([1280, 700])('%i pixels wide', (width) => {
  it('is accessible in light and in dark', async () => {
    const page = await openOptions(width);
    const inBoth = async (then: (scheme: string) => Promise<unknown>) => {
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await then(scheme);
      }
    };
    const look = (name: string) =>
      inBoth((scheme) => screens.page(page, `${name}-${width}-${scheme}`));
    await look('top');
    await page.evaluate(
      `chrome.storage.local.set(${JSON.stringify({
        dismissals: {
          never: false,
          hosts: ['ads.example.com'],
          fields: [{ host: 'console.example', key: 'x', label: 'Third-party pixel URL' }],
        },
        adServers: [
          { id: 'house', name: 'House ad server', hosts: [DEMO], cachebuster: '[HOUSE_RANDOM]' },
          { id: 'cm360', hosts: ['https://cm.example.com/*'] },
        ],
        consoles: ['https://withheld.example.com/*', DEMO],
      })})`,
    );
    await page.locator('::-p-aria([name="Edit House ad server"])').click();
    await page.locator('form').wait();
    await page.$eval('#servers', (section) => section.scrollIntoView());
    await look('servers');
    await page.locator('#consoles > details > summary').click();
    await page.$eval('#button', (section) => section.scrollIntoView());
    await look('button');
    await inBoth(async (scheme) => expect(await seriousViolations(page), scheme).toEqual([]));
    expect(await page.evaluate(`document.documentElement.scrollWidth <= innerWidth`)).toBe(true);
    await page.evaluate(`chrome.storage.local.clear()`);
    await steps.press(page, 'Cancel');
    await page.close();
  });
});
