import { expect, it } from 'vitest';

import { colleagueAt } from '../integration/app/support/colleague.ts';
import * as steps from '../support/steps.ts';
import { beginCreates, createCounter, OWNER } from './bulk-steps.ts';
import { PATIENCE_MS, useWorld } from './harness.ts';
import { beSignedIn, openQuietPage } from './signed-in.ts';

let hear: (line: string) => void = () => {};
const world = useWorld([], { log: (line) => hear(line) });
const ROWS = 8;

it.each(['noauth-200', 'noauth-401', 'syntax-200'] as const)(
  'a run whose token dies in its middle waits, says whose session has ended, and goes on after sign-in (%s)',
  async (variant) => {
    const { sandbox, launched } = world();
    const colleague = await colleagueAt(sandbox);
    const name = `Token ${variant}`;
    const made = async () =>
      (await colleague.list(OWNER.id)).map((row) => row.name).filter((it) => it.startsWith(name));
    await beSignedIn(world());
    const creates = createCounter();
    hear = creates.log;
    void creates.until(3).then(() => sandbox.setFault({ kind: 'expired', variant, ...CREATE }));
    await beginCreates(await openQuietPage(launched), name, ROWS);

    // The list of runs by its address, which finds what began before it was open.
    const page = await launched.browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`chrome-extension://${launched.extensionId}/workspace.html#/trackers/runs`);
    await page.locator('.pb-runs tbody tr:first-child th a').click();
    await steps.seeText(page, 'The session of trafficker has ended.');
    expect((await made()).length).toBeLessThan(ROWS);

    await page.locator('::-p-aria([name="Sign in"][role="link"])').click();
    await steps.fill(page, 'Password', sandbox.world.credentials.password);
    await steps.press(page, 'Sign in');
    await page.locator('::-p-aria([name="Advertiser"])').wait();
    await page.goBack();
    await steps.seeText(page, `${ROWS} trackers created`);
    const names = await made();
    expect(names).toHaveLength(ROWS);
    expect(new Set(names).size).toBe(ROWS);
    await page.close();
  },
);

const CREATE = { method: 'POST', path: '/imptracker', times: 1 };
