import { inflateSync } from 'node:zlib';

const SIGNATURE = 8;
/** A chunk's length and name before its content, and its check sum behind. */
const HEAD = 8;
const TAIL = 4;
/** Of one colour, a picture's first lines may be packed in another way than those below. */
const LINES_OF_NOTHING = 3;

/** Whether a PNG shows one colour all over: its packed lines, of which a picture has many, are all alike. */
export function isBlank(png: Uint8Array): boolean {
  const file = Buffer.from(png);
  const parts: Buffer[] = [];
  let height = 0;
  for (let at = SIGNATURE; at < file.length;) {
    const length = file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + HEAD);
    const content = file.subarray(at + HEAD, at + HEAD + length);
    if (name === 'IHDR') height = content.readUInt32BE(4);
    if (name === 'IDAT') parts.push(content);
    at += HEAD + length + TAIL;
  }
  const packed = inflateSync(Buffer.concat(parts));
  const width = packed.length / height;
  const lines = new Set<string>();
  for (let at = 0; at < packed.length && lines.size <= LINES_OF_NOTHING; at += width) {
    lines.add(packed.toString('latin1', at, at + width));
  }
  return lines.size <= LINES_OF_NOTHING;
}
