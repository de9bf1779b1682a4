import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { forceColours } from '../support/force-colours.ts';
import type { Screens } from '../support/screens.ts';
import { type Gallery, useGallery } from './use-gallery.ts';

const gallery = useGallery('more');
let page: Page;
let screens: Screens;
let show: Gallery['show'];
beforeAll(() => {
  ({ page, screens, show } = gallery());
});

it.each(['compare-long-names', 'report-long-names'])(
  'no name reaches beyond the sentence that says it: %s',
  async (name) => {
    await page.setViewport({ width: 320, height: 600 });
    await show(`reports/${name}`);
    await page.waitForSelector('.pb-chart');
    const beyond = await page.$$eval(
      '.pb-report-view :is(h2:not(.pb-clip), p, .pb-notice)',
      (all) => all.flatMap((one) => (one.scrollWidth > one.clientWidth ? one.textContent : [])),
    );
    expect(beyond).toEqual([]);
  },
);

describe('both counts', () => {
  /** How many rows there are, and how many of them are in sight as a whole. */
  const rowsIn = () =>
    page.$eval('.pb-report-grid', (grid) => {
      const end = Math.min(innerHeight, grid.getBoundingClientRect().bottom);
      const rows = [...grid.querySelectorAll('.pb-grid-row')];
      const seen = rows.filter((row) => row.getBoundingClientRect().bottom <= end + 1);
      return { all: rows.length, seen: seen.length };
    });

  it.each([
    [1280, 4],
    [800, 4],
    [550, 4],
    [320, 1],
  ])('are in sight at %i × 600, with all that is said of the file', async (width, rows) => {
    await page.setViewport({ width, height: 600 });
    await show('pages/workspace-compared');
    await page.waitForSelector('.pb-report-grid .pb-grid-row');
    await page.waitForSelector('.pb-report-remarks > :nth-child(2)');
    await screens.page(page, `compared-${width}`);
    const { all, seen } = await rowsIn();
    expect(all).toBe(4);
    expect(seen).toBeGreaterThanOrEqual(rows);
  });

  it('stay where they are while the threshold is wrong, and as another window keeps something else', async () => {
    await page.setViewport({ width: 800, height: 600 });
    const top = () => page.$eval('.pb-report-grid', (grid) => grid.getBoundingClientRect().top);
    await show('reports/compare-kept');
    await page.waitForSelector('.pb-report-grid');
    const before = await top();
    await page.focus('.pb-report-threshold input');
    expect(await top()).toBe(before);
    await screens.page(page, 'threshold-hint');
    await page.keyboard.type('x');
    await page.waitForSelector('.pb-report-threshold .pb-problem');
    expect(await top()).toBe(before);
    await screens.page(page, 'threshold-wrong');
    await show('reports/compare-other-window');
    await page.waitForSelector('.pb-report-kept');
    expect(await top()).toBe(before);
    const isSeen = await page.$eval(
      '.pb-report-kept',
      (notice) => notice.getBoundingClientRect().bottom <= innerHeight,
    );
    expect(isSeen).toBe(true);
  });
});

describe('the panel in DevTools', () => {
  const WHOLE_ROWS = `(() => {
    const list = document.querySelector('.pb-grid').getBoundingClientRect();
    const top = document.querySelector('.pb-grid-head').getBoundingClientRect().bottom;
    return [...document.querySelectorAll('.pb-grid-row')]
      .map((row) => row.getBoundingClientRect())
      .filter((row) => row.top > top - 2 && row.bottom < list.bottom + 1).length;
  })()`;
  /** Its heading, the way back and what can be done with the request are in sight. */
  const DETAILS = `(() => {
    const details = document.querySelector('.pb-verification-details')?.getBoundingClientRect();
    return details ? details.height >= 90 : null;
  })()`;
  const PLACES = `['.pb-verification-buttons', '.pb-verification-expected', '.pb-grid', '.pb-grid-head']
    .map((name) => [name, document.querySelector(name).getBoundingClientRect().top])`;

  it.each([
    ['panel-all-notices', 320, 4],
    ['panel-all-notices-details', 320, 4],
    ['panel-all-notices-details', 550, 5],
    ['panel-all-notices-details', 800, 5],
    ['panel-all-notices-details', 1280, 5],
  ])(
    '%s has its share of rows at %i × 600, and the way back from the details',
    async (name, width, rows) => {
      await page.setViewport({ width, height: 600 });
      await show(`verification/${name}`);
      await page.waitForSelector('.pb-grid [role=row]');
      await page.waitForSelector('.pb-verification-notices > :nth-child(7)');
      await page.$eval('.pb-grid', (grid) => void (grid.scrollTop = 0));
      await expect.poll(() => page.evaluate(WHOLE_ROWS)).toBeGreaterThanOrEqual(rows);
      const close = await page.$('.pb-verification-details .pb-button.icon');
      const isThere = close === null ? null : await close.isVisible();
      const shown = await page.evaluate(DETAILS);
      expect([isThere, shown]).toEqual(name.endsWith('details') ? [true, true] : [null, null]);
    },
  );

  it.each([
    [550, 600],
    [800, 600],
    [1280, 600],
  ])(
    'has its list and moves nothing when all is said at once, at %i × %i',
    async (width, height) => {
      await page.setViewport({ width, height });
      await show('verification/panel-all-tools');
      await page.waitForSelector('.pb-grid [role=row]');
      const before = await page.evaluate(PLACES);
      await show('verification/panel-all-notices');
      await page.waitForSelector('.pb-verification-notices > :nth-child(7)');
      expect(await page.evaluate(PLACES)).toEqual(before);
      await page.$eval('.pb-grid', (grid) => void (grid.scrollTop = 0));
      await expect.poll(() => page.evaluate(WHOLE_ROWS)).toBeGreaterThanOrEqual(5);
    },
  );
});

describe('in the person’s own few colours', () => {
  type Look =
    | 'backgroundColor'
    | 'borderBlockEnd'
    | 'borderStyle'
    | 'color'
    | 'fill'
    | 'outline'
    | 'strokeDasharray';
  const lookOf = (selector: string, look: Look) =>
    page.$eval(selector, (element, name) => getComputedStyle(element)[name], look);
  beforeAll(async () => {
    await page.setViewport({ width: 550, height: 600 });
    await forceColours(page, true);
  });
  afterAll(() => forceColours(page, false));

  const OPTION = '.pb-options:not([hidden]) [role=option]';
  const CHOSEN = '[aria-selected=true]';
  it.each<[string, string, string, Look]>([
    ['controls/buttons', '.pb-button.primary', '.pb-button.plain', 'backgroundColor'],
    ['controls/buttons', '.pb-button.plain:disabled', '.pb-button.plain', 'borderStyle'],
    [
      'controls/choices',
      'label:has([type=radio]:checked)',
      'label:has([type=radio]:not(:checked))',
      'color',
    ],
    ['pages/popup-choosing-advertiser', `${OPTION}${CHOSEN}`, `${OPTION}:not(${CHOSEN})`, 'color'],
    ['pages/popup-list', '.current > .pb-tracker', 'li:not(.current) > .pb-tracker', 'outline'],
    ['pages/workspace-list', 'nav a[aria-current]', 'nav a:not([aria-current])', 'borderBlockEnd'],
    ['reports/compare-chosen', `[role=row]${CHOSEN}`, `[role=row][aria-selected=false]`, 'outline'],
    ['reports/compare-chosen', '.line.third-party', '.line.counted', 'strokeDasharray'],
    ['reports/compare-chosen', '.mark.third-party', '.mark.counted', 'fill'],
    ['reports/chart-gaps', '.bar.less', '.bar:not(.less)', 'fill'],
    ['sheets/nothing-chosen', `[role=tab]${CHOSEN}`, `[role=tab]:not(${CHOSEN})`, 'borderBlockEnd'],
  ])('%s: %s is told from %s', async (name, one, other, look) => {
    await show(name);
    await page.waitForSelector(one);
    expect(await lookOf(one, look)).not.toBe(await lookOf(other, look));
    await screens.page(page, `${name.replace('/', '-')}-forced`);
  });

  it.each(['reports/compare-chosen', 'reports/chart-gaps', 'reports/chart-400-days'])(
    'all that is drawn is told from the ground: %s',
    async (name) => {
      await show(name);
      await page.waitForSelector('.pb-chart-svg .line');
      const unseen = await page.$eval('.pb-chart-svg', (svg) => {
        const ground = getComputedStyle(document.body).backgroundColor;
        return [...svg.querySelectorAll('path, line, circle, rect, polygon, text')].flatMap(
          (one) => {
            const { fill, stroke } = getComputedStyle(one);
            const isSeen = [fill, stroke].some((paint) => paint !== 'none' && paint !== ground);
            return isSeen ? [] : [one.outerHTML];
          },
        );
      });
      expect(unseen).toEqual([]);
      await page.$eval('.pb-chart', (chart) => chart.scrollIntoView());
      await screens.page(page, `${name.replace('/', '-')}-drawn-forced`);
    },
  );

  it('each mark of both counts has its sign and a frame', async () => {
    await show('reports/compare-table');
    await page.waitForSelector('.pb-report-grid .pb-badge');
    const marks = await page.$$eval('.pb-report-grid .pb-badge', (all) =>
      all.map((mark) => [getComputedStyle(mark).borderStyle, mark.querySelector('svg') !== null]),
    );
    expect(marks).toEqual(Array.from({ length: 4 }, () => ['solid', true]));
    await screens.page(page, 'compare-table-forced');
  });

  it.each(['plain', 'primary', 'danger', 'quiet'])(
    'so is a %s button under the pointer',
    async (kind) => {
      await show('controls/buttons');
      const before = await lookOf(`.pb-button.${kind}`, 'outline');
      await page.hover(`.pb-button.${kind}`);
      expect(await lookOf(`.pb-button.${kind}`, 'outline')).not.toBe(before);
    },
  );
});
