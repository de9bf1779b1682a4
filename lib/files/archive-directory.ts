import { MAX_PARTS } from '../core/base/limits';
import { ProblemError } from '../core/base/problem-error';
import { SheetFileError } from '../core/table/file-problem';

/** Where one of an entry's numbers stands: in its line, or in 8 bytes of an extra field (ZIP64). */
export interface NumberPlace {
  readonly at: number;
  readonly isLong: boolean;
}

/** One part of an archive, as its directory at the end tells. */
export interface Entry {
  /** The name in small letters and with plain slashes, by which programs find it. */
  readonly key: string;
  /** Where its line of the directory begins. */
  readonly at: number;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
  readonly places: Readonly<Record<'packed' | 'unpacked' | 'offset', NumberPlace>>;
}

/** An archive's directory, and where it and its end stand. */
export interface Directory {
  readonly entries: readonly Entry[];
  readonly start: number;
  /** Behind the last line. */
  readonly end: number;
  /** Of the record that ends the archive, and of the one before it in a ZIP64 archive. */
  readonly endAt: number;
  readonly end64At: number | null;
}

const END = 0x0605_4b50;
const END_64 = 0x0606_4b50;
const LOCATOR_64 = 0x0706_4b50;
const LINE = 0x0201_4b50;
export const LOCAL = 0x0403_4b50;
const END_SIZE = 22;
const LINE_SIZE = 46;
export const LOCAL_SIZE = 30;
const LONGEST_REMARK = 0xffff;
/** In the place of a number that stands in an extra field. */
export const IN_EXTRA = 0xffff_ffff;

export const damaged = () => new SheetFileError('damaged');

/** The bytes of an archive as its numbers are read and written. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Runs what fails on bytes that are not there or not as they should be. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof ProblemError ? error : damaged();
  }
}

/** Reads the directory: parts with the same name, and those that share bytes, are refused. */
export function readDirectory(view: DataView): Directory {
  return guarded(() => {
    const { count, start, ...ends } = findDirectory(view);
    if (count > MAX_PARTS) throw new SheetFileError('too-much');
    const entries = new Map<string, Entry>();
    let at = start;
    for (let index = 0; index < count; index += 1) {
      if (view.getUint32(at, true) !== LINE) throw damaged();
      const nameLength = view.getUint16(at + 28, true);
      const extraLength = view.getUint16(at + 30, true);
      const remarkLength = view.getUint16(at + 32, true);
      const name = new TextDecoder().decode(
        new Uint8Array(view.buffer, view.byteOffset + at + LINE_SIZE, nameLength),
      );
      const key = name.replaceAll('\\', '/').toLowerCase();
      if (entries.has(key)) throw damaged();
      entries.set(key, readLine(view, key, at, at + LINE_SIZE + nameLength, extraLength));
      at += LINE_SIZE + nameLength + extraLength + remarkLength;
    }
    refuseOverlaps([...entries.values()], start);
    return { entries: [...entries.values()], start, end: at, ...ends };
  });
}

/** Where the content of a part begins, behind its own head. */
export function contentAt(view: DataView, { offset }: Pick<Entry, 'offset'>): number {
  if (view.getUint32(offset, true) !== LOCAL) throw damaged();
  return (
    offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  );
}

/** Where the numbers of a ZIP64 archive stand among extra fields; `null` where there are none. */
export function zip64Field(view: DataView, from: number, end: number): number | null {
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return at + 4;
  }
  return null;
}

// The end of the archive names its directory; a remark may stand behind it.
function findDirectory(view: DataView) {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - LONGEST_REMARK; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    if (at >= 20 && view.getUint32(at - 20, true) === LOCATOR_64) {
      const end = longAt(view, at - 12);
      if (view.getUint32(end, true) !== END_64) throw damaged();
      const [count, start] = [longAt(view, end + 32), longAt(view, end + 48)];
      return { count, start, endAt: at, end64At: end };
    }
    const [count, start] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
    return { count, start, endAt: at, end64At: null };
  }
  throw new SheetFileError('unreadable');
}

function readLine(
  view: DataView,
  key: string,
  at: number,
  extra: number,
  extraLength: number,
): Entry {
  // Where one of these does not fit, it stands in an extra field, in this order.
  let long = zip64Field(view, extra, extra + extraLength);
  const place = (short: number): NumberPlace => {
    if (view.getUint32(short, true) !== IN_EXTRA || long === null) {
      return { at: short, isLong: false };
    }
    long += 8;
    return { at: long - 8, isLong: true };
  };
  const places = { unpacked: place(at + 24), packed: place(at + 20), offset: place(at + 42) };
  const read = ({ at, isLong }: NumberPlace) =>
    isLong ? longAt(view, at) : view.getUint32(at, true);
  return {
    key,
    at,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packed: read(places.packed),
    unpacked: read(places.unpacked),
    offset: read(places.offset),
    places,
  };
}

function longAt(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

// Parts that share their bytes make a small archive unpack to whatever one likes.
function refuseOverlaps(parts: readonly Entry[], directory: number): void {
  let end = 0;
  for (const { offset, packed } of parts.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < end) throw damaged();
    end = offset + LOCAL_SIZE + packed;
  }
  if (end > directory) throw damaged();
}
