import { MAX_FILE_BYTES } from '../core/base/limits';
import { SheetFileError } from '../core/table/file-problem';
import type { TakeRow } from '../core/table/raw-row';
import type { ReadProgress } from '../core/table/read-progress';
import type { RowScore } from '../core/table/row-score';
import { decodeText } from './decode-text';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';

const ZIP = [0x50, 0x4b];
const ZIP_PART = [...ZIP, 0x03, 0x04];
// The container of `.xls` and of workbooks with a password.
const OLD_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];

/** Who takes the rows of a file: of each of its sheets, by name, or of the one that a CSV is. */
export interface FileReader {
  readonly score: RowScore;
  open(name: string, isHidden: boolean): TakeRow;
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
  else readCsv(decodeText(new Uint8Array(bytes)), open('', false), score, onProgress);
}

/** Whether the bytes are a workbook's or another archive's, of before 2007 too: no text begins so. */
export function isArchive(bytes: Uint8Array): boolean {
  return startsWith(bytes, ZIP_PART) || startsWith(bytes, OLD_CONTAINER);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
