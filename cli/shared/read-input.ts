import { createReadStream } from 'node:fs';
import path from 'node:path';

import { MAX_FILE_BYTES } from '@/lib/core/base/limits';

import { CommandError } from './command-error';

/** What was given to be checked or verified. */
export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Reads a file, or standard input for `-`, and no further than `mostBytes`. A path counts from where
 * the command was called, which npm tells. Fails with `CommandError`.
 */
export async function readInput(file: string, mostBytes = MAX_FILE_BYTES): Promise<Input> {
  const isStandard = file === '-';
  const name = isStandard ? 'Standard input' : file;
  const stream = isStandard
    ? process.stdin
    : createReadStream(path.resolve(process.env.INIT_CWD ?? '.', file));
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of stream) {
      const bytes = Buffer.from(piece);
      size += bytes.length;
      if (size > mostBytes) throw new CommandError('file-too-large', name);
      pieces.push(bytes);
    }
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new CommandError(isMissing ? 'file-missing' : 'file-not-readable', name);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { name, bytes };
}
