import type { Page } from 'puppeteer-core';

import type { Sandbox } from '../sandbox/index.ts';
import { visitConsole } from './console.ts';
import { median } from './measure.ts';
import type { Row } from './row.ts';

const ADDRESS = 'https://editors.sandbox.test/many-fields';
const ROUNDS = 7;
const COUNT = 200;

/** What the content script adds on a page with 5,000 fields, a quarter of them for pixels. */
export async function benchManyFields(sandbox: Sandbox): Promise<readonly Row[]> {
  const acts = [
    [`loaded, pointer over ${COUNT}`, pointOver],
    [`loaded, focus through ${COUNT} (${COUNT / 4} show the button)`, focusThrough],
  ] as const;
  const rows: Row[] = [];
  for (const [what, act] of acts) {
    const visits = await visitConsole(sandbox, ADDRESS, ROUNDS, act);
    rows.push({
      what: `5,000 fields, load before ${what.replace('loaded, ', '')}`,
      value: median(visits.with.map(({ loadMs }) => loadMs)),
      baseline: 'console not enabled',
      base: median(visits.without.map(({ loadMs }) => loadMs)),
      limit: 1.1,
    });
    rows.push({
      what: `5,000 fields, ${what}: main thread`,
      value: median(visits.with.map(({ threadMs }) => threadMs)),
      baseline: 'console not enabled',
      base: median(visits.without.map(({ threadMs }) => threadMs)),
      limit: 1.1,
    });
  }
  return rows;
}

async function focusThrough(page: Page): Promise<void> {
  await page.evaluate(async (count) => {
    for (const field of [...document.querySelectorAll('input')].slice(0, count)) {
      field.focus();
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, COUNT);
}

async function pointOver(page: Page): Promise<void> {
  const places = await page.$$eval('input', (fields) =>
    fields
      .map((field) => field.getBoundingClientRect())
      .filter(({ bottom }) => bottom < innerHeight)
      .map(({ left, top }) => ({ x: left + 8, y: top + 8 })),
  );
  for (let moved = 0; moved < COUNT; moved += 1) {
    const place = places[moved % places.length];
    if (place) await page.mouse.move(place.x, place.y);
  }
}
