import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { checkProof } from '@/lib/proof/check-proof';

import { runLoop } from '../demo/loop.ts';
import { actionsOf, asPromised, promisedActions } from '../support/actions.ts';
import { downloadFrom } from '../support/download.ts';
import { createScreens } from '../support/screens.ts';
import { CONSOLE_HOSTS, openWorkspace, useWorld, type World } from './harness.ts';

const world = useWorld(CONSOLE_HOSTS);
const screens = createScreens('.output/screens/loop');
const say = () => {};

describe('the loop, on the production build, in real windows', () => {
  it('from sign-in to a pixel that was counted, passed and reported', async () => {
    const { actions, result } = await actionsOf(() => runLoop({ ...world(), screens, say }));
    expect(asPromised(actions)).toEqual(
      promisedActions().get('Create, place and verify a tracker'),
    );
    expect(result.tag).toContain(`id=${result.trackerId}&t=2&cachebuster=%%CACHEBUSTER%%`);
    expect(result.logged).toMatch(new RegExp(`^id=${result.trackerId}&t=2&cachebuster=\\d{6,}$`));
    expect(result.verdict).toMatch(/^Pass/);
    expect(result.counted).toBe(1);
    expect(result.reported).toEqual({ seen: 1, reported: 1, inPassport: 1 });
    const proof = await exportedProof(world(), result.trackerId);
    expect(await checkProof(proof, null)).toMatchObject({ state: 'undamaged', problems: [] });
    const [seen = ''] = new TextDecoder().decode(proof).split('<pre hidden');
    expect(seen).toContain(`(${result.trackerId})</bdi></h3>\n<p>Counted: 1. Time zone: UTC.`);
    expect(seen).toMatch(/Recorded here: fired 1 time, \d+ \w+ \d{4}\./);
  });

  it('its shadow: a macro of the wrong ad server is named', async () => {
    const result = await runLoop({ ...world(), screens, say, wrongAdServer: 'bucksense' });
    expect(result.logged).toContain('cachebuster=%%CACHE_BUSTER%%');
    expect(result.verdict).toMatch(/^Fail/);
    expect(result.verdict).toContain('%%CACHE_BUSTER%%');
    expect(result.verdict).toContain('Bucksense');
  });
});

/** The proof of the verification to which a tracker's passport leads, as the workspace saves it. */
async function exportedProof({ launched }: World, trackerId: number) {
  const page = await openWorkspace(launched, `#/trackers/${trackerId}/passport`);
  await page.locator('.pb-timeline .seen a').click();
  await page.locator('::-p-aria([name="Proof with reports"][role="checkbox"])').wait();
  const folder = await mkdtemp(path.join(tmpdir(), 'piggyback-proof-'));
  const file = await readFile(await downloadFrom(page, 'Export proof', folder));
  await rm(folder, { recursive: true });
  await page.close();
  return new Uint8Array(file);
}
