import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive with all that a head can say of it. */
export interface RichPart {
  readonly name: string;
  readonly content: string | Buffer;
  readonly isStored?: boolean;
  /** Sizes and check sum stand behind the content, as streaming programs write them. */
  readonly hasDescriptor?: boolean;
  /** Sizes and place stand in 8 bytes of an extra field. */
  readonly isLong?: boolean;
  readonly time?: number;
  readonly extra?: Buffer;
  readonly remark?: string;
  /** Bytes that belong to nothing, behind the part. */
  readonly gap?: string;
  readonly flags?: number;
  readonly method?: number;
  /** In front of the content, where it is another than in the directory. */
  readonly localName?: string;
}

export interface RichZip {
  readonly before?: string;
  readonly remark?: string;
  readonly isLong?: boolean;
}

const LONG = 0xffff_ffff;
const longField = (...values: readonly number[]) => {
  const field = Buffer.alloc(4 + values.length * 8);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(values.length * 8, 2);
  for (const [at, value] of values.entries()) field.writeBigUInt64LE(BigInt(value), 4 + at * 8);
  return field;
};

/** Writes an archive as other programs do, with everything that a copy could lose. */
export function richZip(parts: readonly RichPart[], whole: RichZip = {}): Uint8Array<ArrayBuffer> {
  const pieces: Buffer[] = [Buffer.from(whole.before ?? '')];
  const lines: Buffer[] = [];
  const size = () => pieces.reduce((sum, piece) => sum + piece.length, 0);
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = part.isStored ? content : deflateRawSync(content);
    const offset = size();
    const flags = (part.flags ?? 0) | (part.hasDescriptor ? 8 : 0);
    const sums = part.hasDescriptor ? [0, 0, 0] : [crc32(content), packed.length, content.length];
    const head = (sums: readonly number[], name: string, extra: Buffer) => {
      const bytes = Buffer.alloc(26);
      bytes.writeUInt16LE(part.isLong ? 45 : part.isStored ? 10 : 20, 0);
      bytes.writeUInt16LE(flags, 2);
      bytes.writeUInt16LE(part.method ?? (part.isStored ? 0 : 8), 4);
      bytes.writeUInt32LE(part.time ?? 0x5b7a_4c21, 6);
      bytes.writeUInt32LE(sums[0] ?? 0, 10);
      bytes.writeUInt32LE(part.isLong ? LONG : (sums[1] ?? 0), 14);
      bytes.writeUInt32LE(part.isLong ? LONG : (sums[2] ?? 0), 18);
      bytes.writeUInt16LE(Buffer.byteLength(name), 22);
      bytes.writeUInt16LE(extra.length, 24);
      return bytes;
    };
    const own = part.extra ?? Buffer.alloc(0);
    const localName = part.localName ?? part.name;
    const local = Buffer.concat([
      own,
      part.isLong ? longField(sums[2] ?? 0, sums[1] ?? 0) : Buffer.alloc(0),
    ]);
    pieces.push(Buffer.from('PK\u0003\u0004', 'latin1'), head(sums, localName, local));
    pieces.push(Buffer.from(localName), local, packed);
    if (part.hasDescriptor) {
      const descriptor = Buffer.alloc(16);
      descriptor.write('PK\u0007\u0008', 'latin1');
      descriptor.writeUInt32LE(crc32(content), 4);
      descriptor.writeUInt32LE(packed.length, 8);
      descriptor.writeUInt32LE(content.length, 12);
      pieces.push(descriptor);
    }
    pieces.push(Buffer.from(part.gap ?? ''));
    const central = Buffer.concat([
      part.isLong ? longField(content.length, packed.length, offset) : Buffer.alloc(0),
      own,
    ]);
    const tail = Buffer.alloc(14);
    tail.writeUInt16LE(Buffer.byteLength(part.remark ?? ''), 0);
    tail.writeUInt32LE(0x81a4_0000, 6);
    tail.writeUInt32LE(part.isLong ? LONG : offset, 10);
    lines.push(
      Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1'),
      head([crc32(content), packed.length, content.length], part.name, central),
      tail,
      Buffer.from(part.name),
      central,
      Buffer.from(part.remark ?? ''),
    );
  }
  const start = size();
  const directory = Buffer.concat(lines);
  pieces.push(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(whole.isLong ? LONG : start, 16);
  end.writeUInt16LE(Buffer.byteLength(whole.remark ?? ''), 20);
  if (whole.isLong) {
    const long = Buffer.alloc(56 + 20);
    long.write('PK\u0006\u0006', 'latin1');
    long.writeBigUInt64LE(44n, 4);
    long.writeUInt16LE(45, 12);
    long.writeUInt16LE(45, 14);
    for (const [at, value] of [parts.length, parts.length, directory.length, start].entries()) {
      long.writeBigUInt64LE(BigInt(value), 24 + at * 8);
    }
    long.write('PK\u0006\u0007', 56, 'latin1');
    long.writeBigUInt64LE(BigInt(start + directory.length), 56 + 8);
    long.writeUInt32LE(1, 56 + 16);
    pieces.push(long);
  }
  pieces.push(end, Buffer.from(whole.remark ?? ''));
  return Uint8Array.from(Buffer.concat(pieces));
}

/** One part as its archive has it: all bytes of it, and its line in the directory without its place. */
export interface RawEntry {
  readonly name: string;
  readonly local: string;
  readonly line: string;
}

/** The parts of an archive byte for byte, in the order of the directory, and what stands behind that. */
export function rawEntries(bytes: Uint8Array): { entries: readonly RawEntry[]; tail: string } {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = all.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const isLong = all.readUInt32LE(end + 16) === LONG;
  const start = isLong ? Number(all.readBigUInt64LE(end - 76 + 48)) : all.readUInt32LE(end + 16);
  const places: { name: string; offset: number; line: Buffer }[] = [];
  let at = start;
  for (let index = 0; index < all.readUInt16LE(end + 10); index += 1) {
    const [nameLength, extra, remark] = [28, 30, 32].map((by) => all.readUInt16LE(at + by));
    const name = all.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const next = at + 46 + (nameLength ?? 0) + (extra ?? 0) + (remark ?? 0);
    const line = Buffer.from(all.subarray(at, next));
    let offset = line.readUInt32LE(42);
    if (offset === LONG) {
      const field = 46 + (nameLength ?? 0) + 4 + 16;
      offset = Number(line.readBigUInt64LE(field));
      line.fill(0, field, field + 8);
    } else line.fill(0, 42, 46);
    places.push({ name, offset, line });
    at = next;
  }
  const order = places.map(({ offset }) => offset).toSorted((a, b) => a - b);
  const entries = places.map(({ name, offset, line }) => {
    const behind = order.find((it) => it > offset) ?? start;
    return { name, local: all.toString('hex', offset, behind), line: line.toString('hex') };
  });
  return { entries, tail: all.toString('latin1', end + 20) };
}
