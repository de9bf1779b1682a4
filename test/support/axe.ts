import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from 'puppeteer-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds serious or critical within a part of the page: a selector, or several that lead
 * into shadow roots.
 */
export async function seriousViolations(page: Page, scope: readonly string[]): Promise<unknown> {
  await page.evaluate(AXE);
  return page.evaluate(
    `axe.run({ include: [${JSON.stringify(scope)}] }).then(({ violations }) =>
      violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' | ')))`,
  );
}
