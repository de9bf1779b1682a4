import { describe, expect, it } from 'vitest';

import { runLoop } from '../demo/loop.ts';
import { actionsOf, asPromised, promisedActions } from '../support/actions.ts';
import { createScreens } from '../support/screens.ts';
import { CONSOLE_HOSTS, useWorld } from './harness.ts';

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
  });

  it('its shadow: a macro of the wrong ad server is named', async () => {
    const result = await runLoop({ ...world(), screens, say, wrongAdServer: 'bucksense' });
    expect(result.logged).toContain('cachebuster=%%CACHE_BUSTER%%');
    expect(result.verdict).toMatch(/^Fail/);
    expect(result.verdict).toContain('%%CACHE_BUSTER%%');
    expect(result.verdict).toContain('Bucksense');
  });
});
