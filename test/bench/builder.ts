import { z } from '@/lib/core/base/schema';

import type { Sandbox } from '../sandbox/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { buildWithProbes } from './builder-build.ts';
import { alternate, paired } from './measure.ts';
import { openQuietPage, type QuietPage } from './quiet-page.ts';
import type { Row } from './row.ts';
import { signIn } from './signed-in.ts';

const CONSOLE = 'https://app.kevel.co/creatives/5512301';
const ADVERTISER = { id: 1, name: 'Bench' };
const ROUNDS = 51;
/** The first fill caches, of compiled scripts too. */
const WARM_UP = 4;
const LIMIT = 1.5;
const ATTEMPTS = 5;

const OpeningSchema = z.object({
  sinceAsked: z.number(),
  sinceFrame: z.number(),
  wasStopped: z.boolean(),
});
type Opening = z.infer<typeof OpeningSchema>;
type Worker = 'running' | 'stopped';
type What = 'builder' | 'empty';

/** How soon the builder can be used that a person asks for in a console, beside an empty page in a frame. */
export async function benchBuilder(sandbox: Sandbox): Promise<readonly Row[]> {
  const extension = await buildWithProbes([`${new URL(CONSOLE).origin}/*`]);
  const launched = await launchBrowser({ extension, hostRules: sandbox.hostRules });
  await signIn(launched, { advertiserId: ADVERTISER.id, count: 1000 });
  await (await launched.browser.newPage()).goto(CONSOLE);
  const address = `chrome-extension://${launched.extensionId}/control.html`;
  const control = await openQuietPage(launched.browser, address);
  await control.evaluate(`chrome.storage.local.set(${JSON.stringify(KEPT)})`);
  const rows = [
    ...(await benchOpening(control, 'running')),
    ...(await benchOpening(control, 'stopped')),
  ];
  await launched.close();
  return rows;
}

const KEPT = {
  advertiser: ADVERTISER,
  recentTrackers: [1, 2, 3, 4, 6, 7].map((trackerId) => ({
    advertiserId: ADVERTISER.id,
    trackerId,
  })),
};

async function benchOpening(control: QuietPage, worker: Worker): Promise<readonly Row[]> {
  const openings = { builder: [] as Opening[], empty: [] as Opening[] };
  const openAs = (what: What) => async (round: number) => {
    const opening = await openOnce(control, what, worker);
    if (round >= WARM_UP) openings[what].push(opening);
  };
  await alternate(ROUNDS + WARM_UP, openAs('builder'), openAs('empty'));
  const row = (what: string, pick: (opening: Opening) => number): Row => ({
    what: `${what}, worker ${worker}`,
    baseline: 'an empty page with one message',
    ...paired(openings.builder.map(pick), openings.empty.map(pick)),
    limit: LIMIT,
  });
  return [
    row('builder asked for → usable', ({ sinceAsked }) => sinceAsked),
    row('… from the start of its frame', ({ sinceFrame }) => sinceFrame),
  ];
}

async function openOnce(control: QuietPage, what: What, worker: Worker): Promise<Opening> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    await control.evaluate('freshConsole()');
    await control.evaluate('wake()');
    if (worker === 'stopped') await control.stopWorkers();
    const opening = OpeningSchema.parse(await control.evaluate(`open('${what}')`));
    // A late message of the console's page may have woken it again.
    if (opening.wasStopped === (worker === 'stopped')) return opening;
  }
  throw new Error(`the worker was not ${worker}`);
}
