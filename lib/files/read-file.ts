import { MAX_FILE_BYTES } from '../core/base/limits';
import { SheetFileError } from '../core/table/file-problem';
import type { TakeRow } from '../core/table/raw-row';
import type { ReadProgress } from '../core/table/read-progress';
import type { RowScore } from '../core/table/row-score';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';

const ZIP = [0x50, 0x4b];
const ZIP_PART = [...ZIP, 0x03, 0x04];
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
  if (startsWith(head, OLD_CONTAINER)) throw new SheetFileError('old-format');
  if (startsWith(head, ZIP)) readXlsx(bytes, open, onProgress);
  else readCsv(decodeText(new Uint8Array(bytes)), open(''), score, onProgress);
}

/** Whether the bytes are a workbook's or another archive's, of before 2007 too: no text begins so. */
export function isArchive(bytes: Uint8Array): boolean {
  return startsWith(bytes, ZIP_PART) || startsWith(bytes, OLD_CONTAINER);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/**
 * The text of a file. Excel saves CSV in the system's old code page unless told otherwise, and "Unicode text"
 * as UTF-16. The mark of the encoding at its beginning is left out unless it is to be kept. Fails with
 * `SheetFileError` where it is no text.
 */
export function decodeText(
  bytes: Uint8Array<ArrayBuffer>,
  { keepMark = false }: { readonly keepMark?: boolean } = {},
): string {
  const options = { ignoreBOM: keepMark };
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', options).decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', options).decode(bytes);
  const text = decodeUtf8(bytes, options) ?? new TextDecoder('windows-1252').decode(bytes);
  if (text.includes('\0')) throw new SheetFileError('unreadable');
  return text;
}

function decodeUtf8(bytes: Uint8Array<ArrayBuffer>, options: TextDecoderOptions): string | null {
  try {
    return new TextDecoder('utf-8', { ...options, fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
