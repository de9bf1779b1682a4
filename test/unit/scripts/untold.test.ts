import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { SCENARIOS } from '../../recorder/scenarios/all.ts';

const UNTOLD = Object.values(SCENARIOS)
  .flat()
  .flatMap(({ name, unseen, mayMiss }) => ((unseen ?? mayMiss) ? [[name, unseen ?? mayMiss]] : []));

it('what no recorder can see is in the README, each with the reason', () => {
  expect(UNTOLD.length).toBeGreaterThan(3);
  const readme = readFileSync('README.md', 'utf8');
  const [, section = ''] = readme.split('## What DevTools does not tell');
  const [table = ''] = section.split('\n## ');
  const rows = [...table.matchAll(/^\| ([a-z].+?) +\| ([A-Z].+?) +\|$/gm)];
  expect(rows.map(([, pixel, why]) => [pixel, why]).toSorted()).toEqual(UNTOLD.toSorted());
});
