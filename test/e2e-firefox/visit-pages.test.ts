import { afterAll, beforeAll, expect, it } from 'vitest';

import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { buildWithHosts, FIREFOX_BUILD } from '../support/build.ts';
import { type LaunchedFirefox, launchFirefox } from '../support/firefox.ts';
import { untilFound } from '../support/own-address.ts';
import { type PageServer, servePages } from '../support/page-server.ts';
import { openExtensionPage } from './harness.ts';

let sandbox: Sandbox;
let pages: PageServer;
let launched: LaunchedFirefox;

beforeAll(async () => {
  sandbox = await startSandbox();
  pages = await servePages((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<img src="https://ib.adnxs.com/imptr?id=90011&t=2&cachebuster=7720349113">');
  });
  const hosts = ['<all_urls>'];
  const extension = await buildWithHosts('visits-firefox', hosts, FIREFOX_BUILD, ['webRequest']);
  launched = await launchFirefox(extension, sandbox.port, 'light');
});
afterAll(async () => {
  await launched?.close();
  await pages?.close();
  await sandbox?.close();
});

it('a page of a list is visited in Firefox, too, and what it fires is seen', async () => {
  const page = await openExtensionPage(launched, 'workspace.html#/verifications');
  const order = {
    pages: [{ url: `${pages.origin}/article`, ownIds: [] }],
    everywhereIds: [90_011],
    limitSeconds: 10,
  };
  const packet = JSON.stringify({ piggyback: 'visits.start', data: order });
  const answer = String(
    await page.evaluate(
      `browser.runtime.sendMessage(${packet}).then((answer) => JSON.stringify(answer))`,
    ),
  );
  const id = /"id":"([\w-]+)"/.exec(answer)?.[1];
  expect(id, answer).toBeDefined();
  await page.evaluate(`location.hash = '#/verifications/${id}'`);
  const isOver = `document.querySelector('.pb-visited-run')?.textContent?.includes('The run is over') || null`;
  await untilFound('the end of the run', () => page.evaluate(isOver));
  const cells = `[...document.querySelectorAll('.pb-matrix-row [role=gridcell]')]`;
  expect(await page.evaluate(`${cells}.map((cell) => cell.textContent)`)).toEqual([
    'Visited',
    'Pass',
  ]);
});
