import { FlateErrorCode, Gunzip } from 'fflate/browser';

import { MAX_HAR_BYTES } from '../core/base/limits';
import { HarFileError } from '../core/recording/har-problem';
import { decodeText } from './decode-text';

const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b, 3, 4];
// Packed bytes at a time: these may unpack to a thousand times as many.
const PIECE = 8192;

/**
 * The JSON in a HAR file, also in one that is packed (`.har.gz`), still unread. Takes its time: to be called in a
 * worker. Fails with `HarFileError`.
 */
export function parseHar(bytes: Uint8Array<ArrayBuffer>): unknown {
  if (bytes.length > MAX_HAR_BYTES) throw new HarFileError('too-large');
  const beginsWith = (mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte);
  if (beginsWith(ZIP)) throw new HarFileError('zip');
  const isPacked = beginsWith(GZIP);
  const text = textOf(isPacked ? unpack(bytes) : bytes).trim();
  try {
    return JSON.parse(text);
  } catch {
    if (text.startsWith('<')) throw new HarFileError('web-page');
    throw new HarFileError(text.startsWith('{') && !text.endsWith('}') ? 'cut-off' : 'not-json');
  }
}

function textOf(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return decodeText(bytes);
  } catch {
    throw new HarFileError('not-json');
  }
}

/** Whether the library says that there should be more; of some files that end early it does not. */
function isCutOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === FlateErrorCode.UnexpectedEOF;
}

/** What a packed file holds, a piece at a time: it says itself nowhere how large that is. */
function unpack(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const gunzip = new Gunzip((piece) => {
    size += piece.length;
    if (size > MAX_HAR_BYTES) throw new HarFileError('too-large');
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      gunzip.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch (error) {
    if (error instanceof HarFileError) throw error;
    throw new HarFileError(isCutOff(error) ? 'cut-off' : 'damaged');
  }
  if (size === 0) throw new HarFileError('damaged');
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
