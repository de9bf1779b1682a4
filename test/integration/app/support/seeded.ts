import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll } from 'vitest';

import { startSandbox } from '../../../sandbox/index.ts';

let folder: Promise<string> | null = null;
let copies = 0;

afterAll(async () => {
  if (folder) await rm(await folder, { recursive: true });
});

/** A database file of a service that is freshly seeded: made once, since that is what takes time. */
export async function seededDatabase(now: () => Date): Promise<string> {
  folder ??= seed(now);
  const at = await folder;
  const copy = path.join(at, `copy-${(copies += 1)}.sqlite`);
  await copyFile(path.join(at, 'seeded.sqlite'), copy);
  return copy;
}

async function seed(now: () => Date): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'piggyback-app-'));
  const sandbox = await startSandbox({ db: path.join(made, 'seeded.sqlite'), now });
  // What was written is in the one file once it is closed.
  await sandbox.close();
  return made;
}
