import { Deflate } from 'fflate/browser';

import { FillError } from '../../core/table/fill-problem';
import type { Archive } from '../archive';
import { damaged } from '../archive-directory';
import { checksum } from '../checksum';
import { markedEncoding } from '../decode-text';
import type { Edit } from './edit';
import { encodeText } from './encode-text';

/** A part as an archive holds it. */
export interface PackedPart {
  readonly packed: readonly Uint8Array[];
  readonly unpacked: number;
  readonly checksum: number;
}

/**
 * Unpacks a part of XML, makes these edits and packs it again, a piece at a time. Its encoding and its mark stay as they are.
 * `edits` are in order. Fails with `FillError` where the text could not be written back letter for letter.
 */
export function rewritePart(
  archive: Archive,
  part: string,
  edits: readonly Edit[],
  onProgress: (done: number) => void = () => {},
): PackedPart {
  const packed: Uint8Array[] = [];
  const deflate = new Deflate({ level: 6 }, (piece) => packed.push(piece));
  let unpacked = 0;
  let sum = 0;
  const write = (bytes: Uint8Array, isLast = false) => {
    unpacked += bytes.length;
    sum = checksum(bytes, sum);
    deflate.push(bytes, isLast);
  };

  let text: ReturnType<typeof createTextWriter> | null = null;
  const editor = createEditor(edits, (piece) => text?.write(piece));
  archive.unpack(part, (bytes, done) => {
    onProgress(done);
    text ??= createTextWriter(bytes, write);
    editor.take(text.read(bytes));
    return true;
  });
  editor.finish();
  write(new Uint8Array(), true);
  return { packed, unpacked, checksum: sum };
}

function createTextWriter(first: Uint8Array, write: (bytes: Uint8Array) => void) {
  const encoding = markedEncoding(first);
  const decoder = new TextDecoder(encoding, { fatal: true });
  let isFirst = true;
  return {
    read(bytes: Uint8Array): string {
      const text = decodeWhole(decoder, bytes);
      if (isFirst) refuseOther(text, encoding);
      if (isFirst) write(markOf(bytes));
      isFirst = false;
      return text;
    },
    write(text: string): void {
      if (text !== '') write(encodeText(text, encoding));
    },
  };
}

function decodeWhole(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    throw new FillError('encoding');
  }
}

// What stands at the beginning and belongs to no text.
function markOf(bytes: Uint8Array): Uint8Array {
  if (markedEncoding(bytes) !== 'utf-8') return bytes.subarray(0, 2);
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return bytes.subarray(0, isMarked ? 3 : 0);
}

// XML says in its first line how it is written; a mark says the same.
function refuseOther(text: string, encoding: ReturnType<typeof markedEncoding>): void {
  const said = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(text)?.[1];
  const isSame =
    encoding === 'utf-8'
      ? /^(?:utf-?8|us-ascii|ascii)$/i.test(said ?? 'utf-8')
      : /^utf-?16(?:le|be)?$/i.test(said ?? 'utf-16');
  if (!isSame || text.includes('\0')) throw new FillError('encoding');
}

/** Passes a text on piece by piece, with the edits made in it. */
function createEditor(edits: readonly Edit[], put: (text: string) => void) {
  let before = 0;
  let next = 0;
  let skipTo = 0;
  return {
    take(text: string): void {
      const end = before + text.length;
      let at = before;
      for (;;) {
        at = Math.min(end, Math.max(at, skipTo));
        const edit = edits[next];
        if (!edit || edit.from >= end) break;
        if (edit.from < at) throw damaged();
        put(text.slice(at - before, edit.from - before) + edit.text);
        at = edit.from;
        skipTo = edit.to;
        next += 1;
      }
      put(text.slice(at - before));
      before = end;
    },
    /** All edits must have been made by then. */
    finish(): void {
      if (next < edits.length || skipTo > before) throw damaged();
    },
  };
}
