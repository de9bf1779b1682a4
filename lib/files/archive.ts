import { Inflate } from 'fflate/browser';

import { SheetFileError } from '../core/table/file-problem';
import {
  MAX_PARTS,
  MAX_UNPACKED_BYTES,
  MAX_UNPACKED_RATIO,
  UNPACKED_ALLOWANCE,
} from '../core/base/limits';
import { checksum } from './checksum';

/** One part of an archive, as its directory at the end tells. */
interface Part {
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/** An archive whose parts are unpacked a piece at a time, within bounds. */
export interface Archive {
  /** How much of the archive a part takes, in bytes; `null` where there is no such part. */
  size(name: string): number | null;
  /** Unpacks a part piece by piece; ends early where `take` wants no more. */
  unpack(name: string, take: (piece: Uint8Array, done: number) => boolean): void;
}

const END = 0x0605_4b50;
const END_64 = 0x0606_4b50;
const LOCATOR_64 = 0x0706_4b50;
const ENTRY = 0x0201_4b50;
const LOCAL = 0x0403_4b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const LONGEST_REMARK = 0xffff;
const IN_EXTRA = 0xffff_ffff;
const ENCRYPTED = 0x41;
const STORED = 0;
const DEFLATED = 8;
// Packed bytes at a time: these may unpack to a thousand times as many.
const PIECE = 8192;

const damaged = () => new SheetFileError('damaged');

/**
 * Reads an archive's directory. What it tells is checked, and never trusted for memory: unpacking
 * stops with the first byte beyond what was told. Fails with `SheetFileError`.
 */
export function openArchive(bytes: Uint8Array<ArrayBuffer>): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = guarded(() => readDirectory(view));
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
  part: Part,
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

/** Runs what fails on bytes that are not there or not as they should be. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof SheetFileError ? error : damaged();
  }
}

function readDirectory(view: DataView): ReadonlyMap<string, Part> {
  const { count, start } = findDirectory(view);
  if (count > MAX_PARTS) throw new SheetFileError('too-much');
  const parts = new Map<string, Part>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== ENTRY) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const remarkLength = view.getUint16(at + 32, true);
    const name = new TextDecoder().decode(
      new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_SIZE, nameLength),
    );
    const key = name.replaceAll('\\', '/').toLowerCase();
    if (parts.has(key)) throw damaged();
    parts.set(key, readEntry(view, at, at + ENTRY_SIZE + nameLength, extraLength));
    at += ENTRY_SIZE + nameLength + extraLength + remarkLength;
  }
  refuseOverlaps([...parts.values()], start);
  return parts;
}

// The end of the archive names its directory; a remark may stand behind it.
function findDirectory(view: DataView): { count: number; start: number } {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - LONGEST_REMARK; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    if (at >= 20 && view.getUint32(at - 20, true) === LOCATOR_64) {
      const end = longAt(view, at - 12);
      if (view.getUint32(end, true) !== END_64) throw damaged();
      return { count: longAt(view, end + 32), start: longAt(view, end + 48) };
    }
    return { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true) };
  }
  throw new SheetFileError('unreadable');
}

function readEntry(view: DataView, at: number, extra: number, extraLength: number): Part {
  const sizes = { unpacked: at + 24, packed: at + 20, offset: at + 42 };
  // Where one of these does not fit, it stands in an extra field, in this order.
  let long = zip64Field(view, extra, extra + extraLength);
  const read = (place: number) => {
    const value = view.getUint32(place, true);
    if (value !== IN_EXTRA || long === null) return value;
    long += 8;
    return longAt(view, long - 8);
  };
  const unpacked = read(sizes.unpacked);
  const packed = read(sizes.packed);
  const offset = read(sizes.offset);
  return {
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packed,
    unpacked,
    offset,
  };
}

function zip64Field(view: DataView, from: number, end: number): number | null {
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return at + 4;
  }
  return null;
}

function longAt(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

// Parts that share their bytes make a small archive unpack to whatever one likes.
function refuseOverlaps(parts: readonly Part[], directory: number): void {
  let end = 0;
  for (const { offset, packed } of parts.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < end) throw damaged();
    end = offset + LOCAL_SIZE + packed;
  }
  if (end > directory) throw damaged();
}

function contentAt(view: DataView, { offset }: Part): number {
  if (view.getUint32(offset, true) !== LOCAL) throw damaged();
  return (
    offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  );
}
