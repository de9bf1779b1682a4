import type { Page } from 'puppeteer-core';

import type { Sandbox } from '../sandbox/index.ts';
import { visitConsole } from './console.ts';
import { median } from './measure.ts';
import type { Row } from './row.ts';

const ROUNDS = 21;
const TOUCHED = 200;
const PAGE = 'https://editors.sandbox.test/many-fields';

/** A grid of 5,000 fields: loaded, and then 200 of them gone through by the keyboard and the pointer. */
export async function benchManyFields(sandbox: Sandbox): Promise<readonly Row[]> {
  const visits = await visitConsole(sandbox, PAGE, ROUNDS, goThrough);
  const row = (what: string, pick: 'loadMs' | 'threadMs'): Row => ({
    what,
    value: median(visits.with.map((visit) => visit[pick])),
    baseline: 'console not enabled',
    base: median(visits.without.map((visit) => visit[pick])),
    limit: 1.1,
  });
  return [
    row('page with 5,000 fields, loaded', 'loadMs'),
    row(`… loaded, ${TOUCHED} fields focused and hovered, thread time`, 'threadMs'),
  ];
}

// One field in each animation frame, as fast as nobody types.
async function goThrough(page: Page): Promise<void> {
  await page.evaluate(async (count) => {
    const fields = [...document.querySelectorAll('input')];
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (const field of fields.slice(0, count)) {
      field.focus();
      field.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
      await frame();
    }
  }, TOUCHED);
}
