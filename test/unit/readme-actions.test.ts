import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { promisedActions } from '../support/actions.ts';

const promised = promisedActions();
const counted = readdirSync('test/e2e')
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(`test/e2e/${name}`, 'utf8'))
  .flatMap((source) => [
    ...source.matchAll(/promised(?:Actions\(\))?\s*\.get\(\s*'([^']+)',?\s*\)/g),
  ])
  .map(([, work]) => work);

describe('the README’s table of actions', () => {
  it('has rows, and the two that take more than a handful among them', () => {
    expect([...promised.keys()]).toEqual(
      expect.arrayContaining([
        'Create, place and verify a tracker',
        'Six trackers for six placements, in the workspace',
      ]),
    );
  });

  it.each([...promised])(
    '%s: as many as are listed, and a test in a browser counts them',
    (...row) => {
      const [work, { count, actions }] = row;
      expect(actions.split(' · ')).toHaveLength(count);
      expect(counted.filter((one) => one === work)).toHaveLength(1);
    },
  );

  it('no test counts what the table does not have', () => {
    expect(counted.filter((work) => work !== undefined && !promised.has(work))).toEqual([]);
  });
});
