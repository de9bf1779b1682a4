import type { TextEncoding } from '../decode-text';

const UTF_8 = new TextEncoder();

/** A text in bytes, without a mark. What the encoding does not have becomes `?`: `unwritable` tells of it before. */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf-8') return UTF_8.encode(text);
  if (encoding === 'windows-1252') {
    return Uint8Array.from(text, (sign) => OLD_PAGE.get(sign) ?? QUESTION_MARK);
  }
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
  }
  return bytes;
}

/** The first sign of a text that an encoding does not have; `null` where it has all. */
export function unwritable(text: string, encoding: TextEncoding): string | null {
  if (encoding !== 'windows-1252') return null;
  return [...text].find((sign) => !OLD_PAGE.has(sign)) ?? null;
}

/** How many bytes a text takes that was read in this encoding. */
export function bytesOf(text: string, encoding: TextEncoding): number {
  if (encoding === 'utf-8') return UTF_8.encode(text).length;
  return encoding === 'windows-1252' ? text.length : text.length * 2;
}

const QUESTION_MARK = 0x3f;
const OLD_PAGE = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(byte)),
    byte,
  ]),
);
