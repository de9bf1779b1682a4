import type { CDPSession } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { seriousInPanel } from '../support/axe.ts';
import { devtoolsClip, inPanel, untilInPanel } from '../support/devtools.ts';
import { focusInPanel, keysInPanel, tabInPanel } from '../support/panel-keys.ts';
import { createScreens } from '../support/screens.ts';
import { useWorld } from './harness.ts';
import { type Inspected, loadTrackers, recordMixed, rowsInPanel, TWICE } from './recording.ts';

const world = useWorld();
const screens = createScreens('.output/screens/panel');
let panel: CDPSession;
let inspected: Inspected;

beforeAll(async () => {
  await loadTrackers(world());
  const recorded = await recordMixed(world());
  ({ panel } = recorded);
  inspected = recorded;
});

const COUNT = `document.querySelector('.pb-verification-state').innerText`;
const IN_ROW = `at.matches('[role=row][data-index]')`;
const at = (index: number) => `at.dataset.index === '${index}'`;
const DETAILS = `document.querySelector('.pb-verification-details')`;
const hasText = (words: string) => `at.innerText?.trim() === '${words}'`;
const ID_WIDTH = `document.querySelector('[role=columnheader].id').clientWidth`;
const untilGone = (what: string) => untilInPanel(panel, `!${what}`);

async function setTheme(name: string): Promise<void> {
  await inspected.window.evaluate(`import('./core/common/common.js').then(({ Settings }) =>
    Settings.Settings.instance().moduleSetting('ui-theme').set('${name}'))`);
}

// One after the other, as a person goes on: each begins where the one before left the focus.
describe('by the keyboard alone, in DevTools', () => {
  it('requests are searched for, and all shown again', async () => {
    await tabInPanel(panel, `at.type === 'search'`, true);
    await panel.send('Input.insertText', { text: String(TWICE) });
    await rowsInPanel(panel, 4);
    expect(await inPanel(panel, COUNT)).toContain('4 of 8 requests');
    await tabInPanel(panel, `at.ariaLabel === 'Show all requests'`);
    await keysInPanel(panel, 'Enter');
    await rowsInPanel(panel, 8);
    // It stays where it is, though there is nothing left to do for it.
    await focusInPanel(panel, `at.ariaLabel === 'Show all requests'`);
  });

  it('a column is chosen, sorted by and made wider', async () => {
    await keysInPanel(panel, 'Tab', 'Enter');
    await focusInPanel(panel, `at.type === 'checkbox'`);
    await tabInPanel(panel, `at.labels?.[0].innerText === 'Cachebuster'`);
    await keysInPanel(panel, ' ', 'Escape');
    await focusInPanel(panel, `at.ariaLabel === 'Columns'`);
    await tabInPanel(panel, hasText('Time'));
    for (const order of ['ascending', 'descending']) {
      await keysInPanel(panel, 'Enter');
      await untilInPanel(panel, `document.activeElement.parentElement.ariaSort === '${order}'`);
    }
    await keysInPanel(panel, 'ArrowRight');
    await focusInPanel(panel, hasText('Id'));
    await keysInPanel(panel, 'Tab');
    await focusInPanel(panel, `at.ariaLabel === 'Width of Id'`);
    const before = Number(await inPanel(panel, ID_WIDTH));
    await keysInPanel(panel, 'ArrowRight', 'ArrowRight');
    await untilInPanel(panel, `${ID_WIDTH} === ${before + 16}`);
  });

  it('a request is opened, read and left', async () => {
    await tabInPanel(panel, IN_ROW);
    await keysInPanel(panel, 'End');
    await focusInPanel(panel, at(7));
    await untilInPanel(panel, DETAILS);
    await keysInPanel(panel, 'Home', 'ArrowDown', 'Enter');
    await focusInPanel(panel, `at.matches('.pb-verification-details h2')`);
    expect(await seriousInPanel(panel)).toEqual([]);
    await keysInPanel(panel, 'Escape');
    await focusInPanel(panel, at(1));
    await keysInPanel(panel, 'Escape');
    await untilGone(DETAILS);
    await focusInPanel(panel, at(1));
    // Put away, they stay away until they are asked for.
    await keysInPanel(panel, 'ArrowDown');
    await focusInPanel(panel, at(2));
    expect(await inPanel(panel, DETAILS)).toBeNull();
  });

  it('the list is held while the page goes on, and goes on itself', async () => {
    await tabInPanel(panel, hasText('Pause'), true);
    await keysInPanel(panel, 'Enter');
    await untilInPanel(panel, `${COUNT}.includes('Paused')`);
    await inspected.page.reload({ waitUntil: 'networkidle0' });
    await untilInPanel(panel, `${COUNT}.includes('4 wait')`);
    await rowsInPanel(panel, 8);
    await keysInPanel(panel, 'Enter');
    await rowsInPanel(panel, 12);
    await focusInPanel(panel, hasText('Pause'));
  });

  it('the row that has the focus stays where it is while others come before it', async () => {
    await tabInPanel(panel, IN_ROW);
    await keysInPanel(panel, 'Home', 'ArrowDown', 'ArrowDown');
    await focusInPanel(panel, at(2));
    const place = `[document.activeElement.getBoundingClientRect().top,
      document.activeElement.innerText]`;
    const before = await inPanel(panel, place);
    await inspected.page.reload({ waitUntil: 'networkidle0' });
    await rowsInPanel(panel, 16);
    await focusInPanel(panel, at(6));
    expect(await inPanel(panel, place)).toEqual(before);
  });

  it('light and dark are those of DevTools, also when they change', async () => {
    await keysInPanel(panel, 'Enter');
    await untilInPanel(panel, DETAILS);
    await setTheme('dark');
    const scheme = 'getComputedStyle(document.documentElement).colorScheme';
    await untilInPanel(panel, `${scheme} === 'dark'`);
    await screens.part(inspected.window, 'dark', await devtoolsClip({ ...inspected, panel }));
    await setTheme('default');
    await untilInPanel(panel, `${scheme} === 'light'`);
    await screens.part(inspected.window, 'light', await devtoolsClip({ ...inspected, panel }));
    await keysInPanel(panel, 'Escape');
  });

  it('a request is shown in the Network panel, and the columns are as they were left', async () => {
    await focusInPanel(panel, IN_ROW);
    const idWidth = await inPanel(panel, ID_WIDTH);
    await keysInPanel(panel, 'Enter');
    await tabInPanel(panel, hasText('Show in Network panel'));
    await keysInPanel(panel, 'Enter');
    await inspected.window.waitForFunction(`(async () => {
      const { InspectorView } = await import('./ui/legacy/legacy.js');
      return InspectorView.InspectorView.instance().tabbedPane.selectedTabId === 'network';
    })()`);
    const { launched } = world();
    const tab = await launched.browser.newPage();
    await tab.setViewport({ width: 1280, height: 700 });
    await tab.goto(`chrome-extension://${launched.extensionId}/devtools-panel.html`);
    await tab.waitForSelector('[role=columnheader].cachebuster');
    expect(await tab.$eval('[role=columnheader].time', (head) => head.ariaSort)).toBe('descending');
    const width = await tab.$eval('[role=columnheader].id', (head) => head.clientWidth);
    expect(width).toBe(idWidth);
  });
});
