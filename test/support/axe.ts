import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page, Realm } from 'puppeteer-core';

import { BUILDER, extensionRealm } from './builder-root.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const SERIOUS = `['serious', 'critical'].includes(impact)`;

/**
 * What axe finds within a part of the page, each with the elements it means: a selector, or several
 * that lead into shadow roots; without any, the whole page.
 */
export async function violations(page: Page, ...scope: readonly string[]): Promise<unknown> {
  return find(page, scope, 'true');
}

/** The same, as far as it is serious or critical. */
export async function seriousViolations(page: Page, ...scope: readonly string[]): Promise<unknown> {
  return find(page, scope, SERIOUS);
}

/** The same in the builder of a console, from the extension's own realm: there axe can be let into its root. */
export async function seriousInBuilder(page: Page): Promise<unknown> {
  const realm = extensionRealm(page);
  await realm.evaluate(`void Object.defineProperty(Element.prototype, 'shadowRoot', {
    configurable: true,
    get() { return this instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(this) : null; },
  })`);
  return find(realm, [BUILDER, '.pb-widget'], SERIOUS);
}

async function find(
  page: Page | Realm,
  scope: readonly string[],
  counts: string,
): Promise<unknown> {
  await page.evaluate(AXE);
  const context = scope.length > 0 ? JSON.stringify({ include: [scope] }) : 'document';
  return page.evaluate(
    `axe.run(${context}).then(({ violations }) => violations
      .filter(({ impact }) => ${counts})
      .map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' | ')))`,
  );
}
