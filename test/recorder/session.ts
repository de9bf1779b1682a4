import path from 'node:path';

import { afterAll, beforeAll, describe, it } from 'vitest';

import { type LaunchedBrowser, launchBrowser } from '../support/browser.ts';
import { PRODUCTION_BUILD } from '../support/build.ts';
import { expectTrue } from './check.ts';
import { createPlayer, type Played, type Proof } from './play.ts';
import type { Scenario } from './scenario.ts';
import { type Site, startSite } from './site.ts';

/** Blocks a few trackers, each in a way of its own. */
const BLOCKER = path.resolve(import.meta.dirname, 'blocker');

/** Plays scenarios in one DevTools session, and tests of each what the panel exports at the end. */
export function testScenarios(what: string, scenarios: readonly Scenario[]): void {
  describe(what, () => {
    let site: Site | null = null;
    let launched: LaunchedBrowser | null = null;
    let proof: Proof | null = null;
    const played = new Map<Scenario, Played>();
    const nameOf = (scenario: Scenario) => `s${scenarios.indexOf(scenario)}`;

    beforeAll(async () => {
      site = await startSite();
      launched = await launchBrowser({
        extension: PRODUCTION_BUILD,
        others: scenarios.some(({ blocker }) => blocker) ? [BLOCKER] : [],
        hostRules: site.hostRules,
      });
      const player = await createPlayer(launched.browser, site);
      for (const scenario of scenarios) {
        played.set(scenario, await player.play(scenario, nameOf(scenario)));
      }
      proof = await player.proof();
    }, 20_000 * scenarios.length);
    afterAll(async () => {
      await launched?.close();
      await site?.close();
    });

    it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
      '%s',
      (_, scenario) => {
        const one = played.get(scenario);
        if (!one || !proof) throw new Error('it was not played');
        expectTrue(scenario, nameOf(scenario), one, proof);
      },
    );
  });
}
