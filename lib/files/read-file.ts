import { MAX_FILE_BYTES } from '../core/base/limits';
import { SheetFileError } from '../core/table/file-problem';
import type { TakeRow } from '../core/table/raw-row';
import type { ReadProgress } from '../core/table/read-progress';
import type { RowScore } from '../core/table/row-score';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';

const ZIP = [0x50, 0x4b];
// The container of `.xls` and of workbooks with a password.
const OLD_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];

/** Who takes the rows of a file: of each of its sheets, by name, or of the one that a CSV is. */
export interface FileReader {
  readonly score: RowScore;
  open(name: string): TakeRow;
}

/**
 * Reads a workbook or a CSV, told by what is in it and not by its name. Takes its time: to be called in
 * a worker. Fails with `SheetFileError`.
 */
export function readTableFile(
  bytes: ArrayBuffer,
  { score, open }: FileReader,
  onProgress?: (progress: ReadProgress) => void,
): void {
  if (bytes.byteLength > MAX_FILE_BYTES) throw new SheetFileError('too-large');
  const head = new Uint8Array(bytes.slice(0, 4));
  const startsWith = (mark: readonly number[]) => mark.every((byte, at) => head[at] === byte);
  if (startsWith(OLD_CONTAINER)) throw new SheetFileError('old-format');
  if (startsWith(ZIP)) readXlsx(bytes, open, onProgress);
  else readCsv(decode(bytes), open(''), score, onProgress);
}

// Excel saves CSV in the system's old code page unless told otherwise, and "Unicode text" as UTF-16.
function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = decodeUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
  if (text.includes('\0')) throw new SheetFileError('unreadable');
  return text;
}

function decodeUtf8(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
