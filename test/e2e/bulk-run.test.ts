import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { colleagueAt, LINE_ITEMS } from '../integration/app/support/colleague.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type LaunchedBrowser, launchBrowser } from '../support/browser.ts';
import { PRODUCTION_BUILD } from '../support/build.ts';
import { beSignedIn, openQuietPage, tell } from './signed-in.ts';

/** At the service's pace sixty are made in a minute: so many take two browsers no wait. */
const ROWS = 100;
const KILLED_AT = 45;
const ADVERTISER = 700_101;
const NAME = 'Of a sheet';

let sandbox: Sandbox;
let launched: LaunchedBrowser;
let profile: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  profile = await mkdtemp(path.join(tmpdir(), 'piggyback-bulk-'));
  launched = await launch();
});
afterAll(async () => {
  await launched?.close();
  await sandbox?.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const launch = () =>
  launchBrowser({ extension: PRODUCTION_BUILD, profile, hostRules: sandbox.hostRules });
const signIn = () => beSignedIn({ sandbox, launched, openPopupTab: () => openQuietPage(launched) });

it('a browser that is killed in the middle of a sheet goes on where it stopped, and makes nothing twice', async () => {
  const colleague = await colleagueAt(sandbox);
  const names = async () =>
    (await colleague.list(ADVERTISER))
      .map(({ name }) => name)
      .filter((one) => one.startsWith(NAME));
  const until = async (count: number) => {
    while ((await names()).length < count) await new Promise((done) => setTimeout(done, 50));
  };
  await signIn();
  const rows = Array.from({ length: ROWS }, (_, at) => ({
    row: at + 2,
    kind: 'create',
    name: `${NAME} ${at}`,
    trackerId: null,
    issues: [],
    fields: [
      { field: 'name', from: null, to: `${NAME} ${at}` },
      { field: 'lineItem', from: null, to: { id: LINE_ITEMS[ADVERTISER], name: 'Spring burst' } },
      { field: 'publisher', from: null, to: { id: 880_202, name: 'Tidewater News' } },
    ],
  }));
  await tell(await openQuietPage(launched), 'bulk.start', {
    advertiser: { id: ADVERTISER, name: 'Harbour Coffee' },
    file: 'plan.xlsx',
    holdAt: null,
    undoes: null,
    rows,
  });
  await until(KILLED_AT);
  launched.browser.process()?.kill('SIGKILL');
  await new Promise((resolve) => launched.browser.once('disconnected', resolve));
  const before = (await names()).length;
  expect(before).toBeLessThan(ROWS);

  launched = await launch();
  await signIn();
  await until(ROWS);
  const made = await names();
  expect(made).toHaveLength(ROWS);
  expect(new Set(made).size).toBe(ROWS);
});
