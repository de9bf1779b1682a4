import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { colleagueAt } from '../integration/app/support/colleague.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type LaunchedBrowser, launchBrowser } from '../support/browser.ts';
import { PRODUCTION_BUILD } from '../support/build.ts';
import { beginCreates, createCounter, OWNER } from './bulk-steps.ts';
import { beSignedIn, openQuietPage } from './signed-in.ts';

const ROWS = 200;
/**
 * At the service's pace sixty are written in a minute, sign-ins among them. What was sent is kept in the browser's
 * memory, which goes with it: so many take four browsers no wait.
 */
const KILLED_AT = [50, 100, 150];
const NAME = 'Of a sheet';

const creates = createCounter();
let sandbox: Sandbox;
let launched: LaunchedBrowser;
let profile: string;

beforeAll(async () => {
  sandbox = await startSandbox({ log: creates.log });
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

async function kill(): Promise<void> {
  const gone = new Promise((resolve) => launched.browser.once('disconnected', resolve));
  launched.browser.process()?.kill('SIGKILL');
  await gone;
}

it('two hundred rows are there once each, though the browser is killed three times in the middle', async () => {
  const colleague = await colleagueAt(sandbox);
  const names = async () =>
    (await colleague.list(OWNER.id)).map(({ name }) => name).filter((it) => it.startsWith(NAME));
  await signIn();
  await beginCreates(await openQuietPage(launched), NAME, ROWS);
  for (const count of KILLED_AT) {
    await creates.until(count);
    await kill();
    const made = await names();
    expect(made.length).toBeGreaterThanOrEqual(count);
    expect(made.length).toBeLessThan(ROWS);
    launched = await launch();
    await signIn();
  }
  await creates.until(ROWS);
  // Whatever is sent once too often comes by the end of the run.
  await (await openQuietPage(launched)).waitForFunction(RUN_IS_OVER, { polling: 100 });
  const made = await names();
  expect(made).toHaveLength(ROWS);
  expect(new Set(made).size).toBe(ROWS);
});

const RUN_IS_OVER = `new Promise((resolve) => {
  indexedDB.open('piggyback').onsuccess = ({ target: { result: db } }) => {
    db.transaction('runs').objectStore('runs').getAll().onsuccess = ({ target }) => {
      db.close();
      resolve(target.result.some(({ state, ended }) => state === 'done' && ended === ${ROWS}));
    };
  };
})`;
