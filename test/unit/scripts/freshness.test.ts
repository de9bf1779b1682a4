import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const FRESHNESS = path.join(ROOT, 'scripts/freshness.mjs');
const ASK = `
  const { SOURCES } = await import(${JSON.stringify(FRESHNESS)});
  const { existsSync } = await import('node:fs');
  console.log(SOURCES.length > 0, SOURCES.filter((source) => !existsSync(source)).join());
`;

it('what the build is made from is there', () => {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', ASK], { cwd: ROOT });
  expect(String(stdout).trim()).toBe('true');
});
