import type { Page } from 'puppeteer-core';

import type { Sandbox } from '../sandbox/index.ts';
import { type Visit, type Visits, visitConsole } from './console.ts';
import { paired } from './measure.ts';
import type { Row } from './row.ts';

const ADDRESS = 'https://editors.sandbox.test/many-fields';
const COUNT = 100;
const LIMIT = 1.1;
// A load takes a quarter of a second, of which a tenth comes and goes; what follows takes seconds.
const LOADS = 21;
const ACTS = 7;

/** What the content script adds on a page with 5,000 fields, a quarter of them for pixels. */
export async function benchManyFields(sandbox: Sandbox): Promise<readonly Row[]> {
  const loads = await visitConsole(sandbox, ADDRESS, LOADS);
  const rows = [
    rowOf('navigation → load', loads, ({ loadMs }) => loadMs),
    rowOf('main thread until settled', loads, ({ threadMs }) => threadMs),
  ];
  const acts = [
    [`loaded, pointer over ${COUNT}`, pointOver],
    [`loaded, focus through ${COUNT} (${COUNT / 4} show the button)`, focusThrough],
  ] as const;
  for (const [what, act] of acts) {
    const visits = await visitConsole(sandbox, ADDRESS, ACTS, act);
    rows.push(rowOf(`${what}: main thread`, visits, ({ threadMs }) => threadMs));
  }
  return rows;
}

function rowOf(what: string, visits: Visits, pick: (visit: Visit) => number): Row {
  return {
    what: `5,000 fields, ${what}`,
    baseline: 'console not enabled',
    ...paired(visits.with.map(pick), visits.without.map(pick)),
    limit: LIMIT,
  };
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
