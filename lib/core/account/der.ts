/** The elements of ASN.1 that keys are written with (X.690). */
export const DER = { integer: 0x02, bits: 0x03, octets: 0x04, oid: 0x06, sequence: 0x30 } as const;

/** One element: what it is, and where its content stands in the bytes. */
export interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
}

/** The elements that follow each other in some bytes; `null` where they are not whole. */
export function readElements(bytes: Uint8Array): readonly Element[] | null {
  const found: Element[] = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes[at];
    const length = lengthAt(bytes, at + 1);
    if (tag === undefined || !length || length.end + length.value > bytes.length) return null;
    found.push({ tag, content: bytes.subarray(length.end, length.end + length.value) });
    at = length.end + length.value;
  }
  return found;
}

/** The elements within the one sequence that some bytes are; `null` where they are none. */
export function readSequence(bytes: Uint8Array): readonly Element[] | null {
  const all = readElements(bytes);
  const [only] = all ?? [];
  return all?.length === 1 && only?.tag === DER.sequence ? readElements(only.content) : null;
}

/** An element of these parts, one after the other. */
export function element(tag: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const head = [tag, ...lengthOf(size)];
  const bytes = new Uint8Array(head.length + size);
  bytes.set(head);
  let at = head.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

// Three bytes are enough to say how long a key is.
function lengthAt(bytes: Uint8Array, at: number): { value: number; end: number } | null {
  const first = bytes[at];
  if (first === undefined) return null;
  if (first < 0x80) return { value: first, end: at + 1 };
  const count = first - 0x80;
  if (count < 1 || count > 3) return null;
  let value = 0;
  for (let index = 1; index <= count; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    value = value * 256 + byte;
  }
  return { value, end: at + 1 + count };
}

function lengthOf(size: number): readonly number[] {
  if (size < 0x80) return [size];
  const bytes: number[] = [];
  for (let left = size; left > 0; left = Math.floor(left / 256)) bytes.unshift(left % 256);
  return [0x80 + bytes.length, ...bytes];
}
