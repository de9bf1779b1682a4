import { FillError } from '../../core/table/fill-problem';
import { SheetFileError } from '../../core/table/file-problem';
import { DEFLATED, ENCRYPTED, STORED } from '../archive';
import {
  contentAt,
  damaged,
  type Directory,
  type Entry,
  guarded,
  IN_EXTRA,
  LOCAL,
  LOCAL_SIZE,
  type NumberPlace,
  readDirectory,
  viewOf,
  zip64Field,
} from '../archive-directory';
import { joined } from './joined';
import type { PackedPart } from './rewrite-part';

const HAS_DESCRIPTOR = 0x08;
// Patched data, names that are hidden.
const ODD_FLAGS = 0x2020;
// The version of the format that knows packed parts.
const KNOWS_PACKED = 20;

/**
 * An archive with the content of some parts replaced. Every other part is the same bytes as before, packed content, head,
 * descriptor and whatever stands behind it; so are all names, times, extra fields and remarks, and the order. Fails with
 * `FillError` or `SheetFileError` where the archive is not written as a workbook's.
 */
export function replaceParts(
  bytes: Uint8Array<ArrayBuffer>,
  replaced: ReadonlyMap<string, PackedPart>,
): Uint8Array<ArrayBuffer> {
  const view = viewOf(bytes);
  const directory = readDirectory(view);
  return guarded(() => {
    refuseOdd(view, directory);
    const { start, end } = directory;
    const pieces: Uint8Array[] = [];
    let size = 0;
    const put = (piece: Uint8Array) => {
      pieces.push(piece);
      size += piece.length;
    };
    const lines = bytes.slice(start, end);
    const sorted = directory.entries.toSorted((a, b) => a.offset - b.offset);
    put(bytes.subarray(0, sorted[0]?.offset ?? start));
    for (const [index, entry] of sorted.entries()) {
      const behind = sorted[index + 1]?.offset ?? start;
      const part = replaced.get(entry.key);
      if (part) describe(viewOf(lines), entry, start, part);
      place(viewOf(lines), entry.places.offset, start, size);
      if (!part) put(bytes.subarray(entry.offset, behind));
      else {
        put(headOf(bytes, entry, behind, part));
        for (const piece of part.packed) put(piece);
      }
    }
    const tail = tailOf(bytes, directory, size);
    put(lines);
    put(tail);
    return joined(pieces);
  });
}

/** Refuses what no program writes into a workbook, and what could not be copied without reading it. */
function refuseOdd(view: DataView, { entries, start, end, endAt, end64At }: Directory): void {
  for (const { flags, method, offset, at } of entries) {
    if ((flags & ENCRYPTED) !== 0) throw new SheetFileError('old-format');
    const isOdd = (flags & ODD_FLAGS) !== 0 || (method !== STORED && method !== DEFLATED);
    const isThere = view.getUint32(offset, true) === LOCAL;
    // Programs go by one of the two names or by the other.
    const isNamed =
      isThere && nameAt(view, offset + 26, LOCAL_SIZE - 26) === nameAt(view, at + 28, 18);
    if (isOdd || !isNamed) throw new FillError('odd-archive');
  }
  const told =
    end64At === null
      ? view.getUint32(endAt + 12, true)
      : Number(view.getBigUint64(end64At + 40, true));
  const disks = view.getUint16(endAt + 4, true) + view.getUint16(endAt + 6, true);
  const isBehind = end <= (end64At ?? endAt);
  if (told !== end - start || (disks !== 0 && disks !== 0x1fffe) || !isBehind) {
    throw new FillError('odd-archive');
  }
}

function nameAt(view: DataView, length: number, before: number): string {
  const name = new Uint8Array(
    view.buffer,
    view.byteOffset + length + before,
    view.getUint16(length, true),
  );
  return name.join();
}

// In the directory: what the new content is.
function describe(lines: DataView, entry: Entry, start: number, part: PackedPart): void {
  const at = entry.at - start;
  const version = lines.getUint16(at + 6, true);
  lines.setUint16(at + 6, Math.max(version, KNOWS_PACKED), true);
  lines.setUint16(at + 8, entry.flags & ~HAS_DESCRIPTOR, true);
  lines.setUint16(at + 10, DEFLATED, true);
  lines.setUint32(at + 16, part.checksum, true);
  place(lines, entry.places.packed, start, sizeOf(part));
  place(lines, entry.places.unpacked, start, part.unpacked);
}

function place(view: DataView, { at, isLong }: NumberPlace, before: number, value: number): void {
  if (isLong) view.setBigUint64(at - before, BigInt(value), true);
  else view.setUint32(at - before, value, true);
}

// In front of the content: the same, and no descriptor behind it any more.
function headOf(
  bytes: Uint8Array<ArrayBuffer>,
  entry: Entry,
  behind: number,
  part: PackedPart,
): Uint8Array {
  const content = contentAt(viewOf(bytes), entry);
  if (content + entry.packed > behind) throw damaged();
  const head = bytes.slice(entry.offset, content);
  const view = viewOf(head);
  view.setUint16(4, Math.max(view.getUint16(4, true), KNOWS_PACKED), true);
  view.setUint16(6, view.getUint16(6, true) & ~HAS_DESCRIPTOR, true);
  view.setUint16(8, DEFLATED, true);
  view.setUint32(14, part.checksum, true);
  const extra = LOCAL_SIZE + view.getUint16(26, true);
  const long = zip64Field(view, extra, head.length);
  const isLong = long !== null && view.getUint16(long - 2, true) >= 16;
  if (isLong) {
    view.setBigUint64(long, BigInt(part.unpacked), true);
    view.setBigUint64(long + 8, BigInt(sizeOf(part)), true);
  }
  for (const [at, value] of [
    [18, sizeOf(part)],
    [22, part.unpacked],
  ] as const) {
    const isElsewhere = isLong && view.getUint32(at, true) === IN_EXTRA;
    if (!isElsewhere) view.setUint32(at, value, true);
  }
  return head;
}

// What stands behind the directory, with where that begins now.
function tailOf(
  bytes: Uint8Array<ArrayBuffer>,
  { end, endAt, end64At, start }: Directory,
  newStart: number,
): Uint8Array {
  const tail = bytes.slice(end);
  const view = viewOf(tail);
  const moved = newStart - start;
  const short = endAt - end + 16;
  if (view.getUint32(short, true) !== IN_EXTRA) view.setUint32(short, newStart, true);
  if (end64At === null) return tail;
  view.setBigUint64(end64At - end + 48, BigInt(newStart), true);
  // The locator stands right in front of the last record.
  view.setBigUint64(endAt - end - 12, BigInt(end64At + moved), true);
  return tail;
}

const sizeOf = ({ packed }: PackedPart) => packed.reduce((sum, piece) => sum + piece.length, 0);
