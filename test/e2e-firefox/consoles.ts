import type { Page } from 'puppeteer-core';

import { inBuilder } from '../support/builder-frame.ts';
import { untilButton } from '../support/field-button.ts';
import * as steps from '../support/steps.ts';
import { enableConsoles, type FirefoxWorld, PATIENCE_MS, signIn } from './harness.ts';

/** A console of plain tables, with two pixel fields of many lines. */
const REVIVE = 'https://revive.sandbox.test/www/admin/banner-advanced.php?clientid=4';
export const OWN = 'https://revive.sandbox.test/*';
export const APPEND = 'textarea[name=append]';
export const PREPEND = 'textarea[name=prepend]';

export async function prepare(world: FirefoxWorld): Promise<void> {
  await signIn(world);
  await enableConsoles(world, [OWN]);
}

/** The console with the builder open at a field, after what is done to the page first. */
export async function openAt(
  { launched }: FirefoxWorld,
  field: string,
  first: (page: Page) => Promise<unknown> = async () => {},
): Promise<Page> {
  const page = await launched.browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(REVIVE);
  await first(page);
  await pressAt(page, field);
  return page;
}

/** Opens the builder by the small button at a field. */
export async function pressAt(page: Page, field: string): Promise<void> {
  await page.focus(field);
  await untilButton(page);
  await steps.pressFieldButton(page);
}

export function valueOf(page: Page, field: string): Promise<string> {
  return page.$eval(field, (element) => String(Reflect.get(element, 'value')));
}

/** Which field the builder says it is of. */
export async function fieldSaid(where: Page): Promise<string> {
  const head = await inBuilder(where, 'header');
  return head.evaluate((element) => element.textContent ?? '');
}
