import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { CDPSession, Frame, Page } from 'puppeteer-core';

import { builderFrame } from './builder-frame.ts';
import { inPanel } from './devtools.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// The rules for which colours count. In the dark nothing else is another than in light, where all are asked.
const COLOURS = JSON.stringify(['color-contrast', 'link-in-text-block']);
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

/** The same in the builder's frame. */
export async function seriousInBuilder(page: Page): Promise<unknown> {
  return find(await builderFrame(page), [], SERIOUS);
}

/** The same in our panel in DevTools. */
export async function seriousInPanel(panel: CDPSession): Promise<unknown> {
  await inPanel(panel, AXE);
  return inPanel(panel, finding('document', SERIOUS));
}

async function find(
  page: Page | Frame,
  scope: readonly string[],
  counts: string,
): Promise<unknown> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(AXE);
  const context = scope.length > 0 ? JSON.stringify({ include: [scope] }) : 'document';
  return page.evaluate(finding(context, counts));
}

function finding(context: string, counts: string): string {
  return `axe.run(${context}, {
      resultTypes: ['violations'],
      ...(matchMedia('(prefers-color-scheme: dark)').matches && { runOnly: ${COLOURS} }),
    }).then(({ violations }) => violations
      .filter(({ impact }) => ${counts})
      .map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' | ')))`;
}
