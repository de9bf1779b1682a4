import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { colleagueAt, LINE_ITEMS } from '../integration/app/support/colleague.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type LaunchedBrowser, launchBrowser } from '../support/browser.ts';
import { PRODUCTION_BUILD } from '../support/build.ts';
import { untilFound } from '../support/own-address.ts';
import { beSignedIn, openQuietPage, tell } from './signed-in.ts';

/** Fewer than the service takes in a minute: nobody waits. */
const ROWS = 40;
const KILLED_AT = 15;
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
  const until = (count: number) =>
    untilFound(`${count} trackers`, async () => ((await names()).length < count ? null : true));
  await signIn();
  // The one after these is never answered: however slow this machine is, it is killed in the middle.
  const create = { kind: 'slow', method: 'POST', path: '/imptracker' } as const;
  sandbox.setFault([
    { ...create, ms: 0, times: KILLED_AT },
    { ...create, ms: 3_600_000 },
  ]);
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
  expect(await names()).toHaveLength(KILLED_AT);
  sandbox.setFault(null);

  launched = await launch();
  await signIn();
  await until(ROWS);
  const made = await names();
  expect(made).toHaveLength(ROWS);
  expect(new Set(made).size).toBe(ROWS);
});
