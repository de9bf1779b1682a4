import type { CDPSession } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { fill, type Site, startSite } from '../recorder/site.ts';
import { seriousViolations } from '../support/axe.ts';
import { type LaunchedBrowser, launchBrowser } from '../support/browser.ts';
import { PRODUCTION_BUILD } from '../support/build.ts';
import {
  devtoolsClip,
  inPanel,
  openDevtools,
  pressInPanel,
  showPanel,
  untilInPanel,
} from '../support/devtools.ts';
import { exportedBy } from '../support/panel-export.ts';
import { createScreens } from '../support/screens.ts';

// A verification from its name to the change that the next run shows, in real DevTools.

const screens = createScreens('.output/screens/named-verification');
const NAME = 'Kettle & Co. <b>春</b>';
const PAGE = 'named';

let site: Site;
let launched: LaunchedBrowser;
beforeAll(async () => {
  site = await startSite();
  launched = await launchBrowser({ extension: PRODUCTION_BUILD, hostRules: site.hostRules });
});
afterAll(async () => {
  await launched?.close();
  await site?.close();
});

const img = (id: number) => `<img src="https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster={new}">`;
const serve = (...ids: readonly number[]) =>
  site.serve(
    { name: PAGE, pages: { '/': ids.map(img).join('') }, expected: { recorded: 0 } },
    PAGE,
  );

async function type(panel: CDPSession, label: string, text: string): Promise<void> {
  await untilInPanel(panel, `document.querySelector('[aria-label="${label}"]')`);
  await inPanel(panel, `document.querySelector('[aria-label="${label}"]').focus()`);
  await panel.send('Input.insertText', { text });
}

async function choose(panel: CDPSession, label: string, value: string): Promise<void> {
  const select = `document.querySelector('select[aria-label*="${label}"]')`;
  await untilInPanel(panel, select);
  await inPanel(
    panel,
    `(() => { const it = ${select}; it.value = '${value}'; it.dispatchEvent(new Event('change', { bubbles: true })); })()`,
  );
}

const verdicts = `[...document.querySelectorAll('.pb-expected-row .pb-badge')].map((it) => it.innerText).join()`;
const button = (text: string) =>
  `[...document.querySelectorAll('button')].some((it) => it.innerText.trim() === '${text}')`;

it('is named, expects what was pasted, is accepted, done again, shows the one change, and is there when it is opened again', async () => {
  const page = await launched.browser.newPage();
  await page.goto('about:blank');
  const window = await openDevtools(launched.browser, page);
  const { panel } = await showPanel(launched.browser, window);
  serve(531, 532, 532);
  await page.goto(fill('https://{site}/', PAGE), { waitUntil: 'networkidle0' });

  await type(panel, 'Name', NAME);
  await pressInPanel(panel, 'Add…');
  await type(panel, 'Ids or tags', `531\n<img src="https://ib.adnxs.com/imptr?id=532&t=2">\nsoon`);
  await inPanel(
    panel,
    `[...document.querySelectorAll('.pb-add button')].find((it) => it.innerText === 'Add').click()`,
  );
  await untilInPanel(panel, `document.body.innerText.includes('2 trackers understood, 2 added.')`);
  // What was not understood is told, and all that was typed is there still.
  await untilInPanel(panel, `document.querySelector('.pb-refused').innerText.includes('soon')`);
  expect(await inPanel(panel, `document.querySelector('.pb-add textarea').value`)).toContain('531');
  // A file is read beside the page, in DevTools, too.
  await inPanel(
    panel,
    `(() => {
      const input = document.querySelector('.pb-add input[type=file]');
      const files = new DataTransfer();
      files.items.add(new File(['Name;Tracker ID\\nKettle;531\\n'], 'plan.csv'));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    })()`,
  );
  await untilInPanel(panel, `document.body.innerText.includes('plan.csv: 1 tracker understood')`);
  await pressInPanel(panel, 'Add…');

  await untilInPanel(panel, `${verdicts} === 'Fail,Pass'`);
  await choose(panel, '532', '2');
  await untilInPanel(panel, `${verdicts} === 'Pass,Pass'`);
  await screens.part(window, 'named', await devtoolsClip({ window, panel }));
  await pressInPanel(panel, 'Accept as baseline');
  await untilInPanel(panel, `document.body.innerText.includes('This run is the baseline')`);

  await pressInPanel(panel, 'Stop');
  await untilInPanel(panel, `${button('Repeat')} && !document.querySelector('.pb-live-dot')`);
  // A stopped recording stays as it is.
  serve(531, 532);
  await page.reload({ waitUntil: 'networkidle0' });
  await pressInPanel(panel, 'Repeat');
  await untilInPanel(panel, `document.querySelector('.pb-live-dot') && ${button('Stop')}`);
  await untilInPanel(panel, `document.querySelector('[aria-label="Name"]').value === '${NAME}'`);
  await page.reload({ waitUntil: 'networkidle0' });
  await untilInPanel(panel, `document.body.innerText.includes('1 change since the baseline')`);
  const change = `document.querySelector('[aria-label="What changed"]').innerText`;
  await untilInPanel(panel, `/532[\\s\\S]*pass → fail[\\s\\S]*fired-fewer/.test(${change})`);
  // Only the requests of what has changed are listed.
  await untilInPanel(panel, `document.body.innerText.includes('1 of 2 requests')`);
  await screens.part(window, 'one-change', await devtoolsClip({ window, panel }));

  const results: unknown = JSON.parse(await exportedBy(launched.browser, panel, 'Export JSON'));
  expect(results).toMatchObject({
    name: NAME,
    expected: [{ trackerId: 531 }, { trackerId: 532, times: 2 }],
    baseline: { changes: [{ trackerId: 532, kind: 'worse', newFindings: ['fired-fewer'] }] },
  });
  await page.close();

  const workspace = await launched.browser.newPage();
  await workspace.goto(`chrome-extension://${launched.extensionId}/workspace.html#/verifications`);
  const named = '.pb-recordings td.name a';
  await workspace.waitForFunction(
    (selector, name) =>
      [...document.querySelectorAll(selector)].filter((it) => it.textContent === name).length === 2,
    {},
    named,
    NAME,
  );
  await workspace.click(named);
  await workspace.waitForFunction(
    (name) =>
      document.querySelector('h1[data-focus]')?.textContent === name &&
      document.body.innerText.includes('1 change since the baseline'),
    {},
    NAME,
  );
  expect(await seriousViolations(workspace, '.pb-app')).toEqual([]);
  await workspace.close();
});
