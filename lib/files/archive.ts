import { Inflate } from 'fflate/browser';

import { SheetFileError } from '../core/table/file-problem';
import { MAX_UNPACKED_BYTES, MAX_UNPACKED_RATIO, UNPACKED_ALLOWANCE } from '../core/base/limits';
import {
  contentAt,
  damaged,
  type Entry,
  guarded,
  readDirectory,
  viewOf,
} from './archive-directory';
import { checksum } from './checksum';

/** An archive whose parts are unpacked a piece at a time, within bounds. */
export interface Archive {
  /** How much of the archive a part takes, in bytes; `null` where there is no such part. */
  size(name: string): number | null;
  /** Unpacks a part piece by piece; ends early where `take` wants no more. */
  unpack(name: string, take: (piece: Uint8Array, done: number) => boolean): void;
}

export const ENCRYPTED = 0x41;
export const STORED = 0;
export const DEFLATED = 8;
// Packed bytes at a time: these may unpack to a thousand times as many.
const PIECE = 8192;

/**
 * Reads an archive's directory. What it tells is checked, and never trusted for memory: unpacking
 * stops with the first byte beyond what was told. Fails with `SheetFileError`.
 */
export function openArchive(bytes: Uint8Array<ArrayBuffer>): Archive {
  const view = viewOf(bytes);
  const parts = new Map(readDirectory(view).entries.map((entry) => [entry.key, entry]));
  let unpackedAll = 0;

  function unpack(name: string, take: (piece: Uint8Array, done: number) => boolean): void {
    const part = parts.get(name.toLowerCase());
    if (!part) throw damaged();
    if ((part.flags & ENCRYPTED) !== 0) throw new SheetFileError('old-format');
    if (part.method !== STORED && part.method !== DEFLATED) throw new SheetFileError('unreadable');
    unpackedAll += part.unpacked;
    const most = UNPACKED_ALLOWANCE + part.packed * MAX_UNPACKED_RATIO;
    if (part.unpacked > most || unpackedAll > MAX_UNPACKED_BYTES) {
      throw new SheetFileError('too-much');
    }
    const from = guarded(() => contentAt(view, part));
    pour(bytes.subarray(from, from + part.packed), part, take);
  }

  return { size: (name) => parts.get(name.toLowerCase())?.packed ?? null, unpack };
}

/** Unpacks one part's bytes; what comes out must be what the directory told. */
function pour(
  packed: Uint8Array,
  part: Entry,
  take: (piece: Uint8Array, done: number) => boolean,
): void {
  let size = 0;
  let sum = 0;
  let done = 0;
  let goesOn = true;
  const flow = (piece: Uint8Array) => {
    size += piece.length;
    if (size > part.unpacked) throw damaged();
    sum = checksum(piece, sum);
    if (goesOn && piece.length > 0) goesOn = take(piece, done);
  };
  const inflate = part.method === DEFLATED ? new Inflate(flow) : null;
  while (done < packed.length) {
    const piece = packed.subarray(done, done + PIECE);
    done += piece.length;
    if (inflate) guarded(() => inflate.push(piece, done === packed.length));
    else flow(piece);
    if (!goesOn) return;
  }
  // Some programs leave the check sum out.
  const isWhole = part.checksum === 0 || part.checksum === sum;
  if (size !== part.unpacked || !isWhole) throw damaged();
}
