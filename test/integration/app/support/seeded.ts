import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startSandbox } from '../../../sandbox/index.ts';

/** Made once, since that is what takes time. */
let seeded: Promise<Uint8Array> | null = null;
let folder: Promise<string> | null = null;
let copies = 0;

/** A database file of a service that is freshly seeded; gone with its test file. */
export async function seededDatabase(now: () => Date): Promise<string> {
  folder ??= newFolder();
  seeded ??= seed(path.join(await folder, 'seeded.sqlite'), now);
  const copy = path.join(await folder, `copy-${(copies += 1)}.sqlite`);
  await writeFile(copy, await seeded);
  return copy;
}

/** Once no test of a file is going any more. */
export async function removeCopies(): Promise<void> {
  const old = folder;
  folder = null;
  if (old) await rm(await old, { recursive: true });
}

async function seed(db: string, now: () => Date): Promise<Uint8Array> {
  const sandbox = await startSandbox({ db, now });
  // What was written is in the one file once it is closed.
  await sandbox.close();
  return readFile(db);
}

const newFolder = () => mkdtemp(path.join(tmpdir(), 'piggyback-app-'));
