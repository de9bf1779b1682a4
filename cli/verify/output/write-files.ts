import { access, constants, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { CommandError } from '../../shared/command-error';

/** Makes a folder, which counts from where the command was called, before anything is visited. Fails with `CommandError`. */
export async function prepareFolder(given: string): Promise<string> {
  const folder = path.resolve(process.env.INIT_CWD ?? '.', given);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch {
    throw new CommandError('out-not-writable', given);
  }
  return folder;
}

/** Writes files into a folder by name. Fails with `CommandError`. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
) {
  try {
    for (const [name, content] of Object.entries(files))
      await writeFile(path.join(folder, name), content);
  } catch {
    throw new CommandError('out-not-writable', folder);
  }
}
