import { MAX_ROWS } from '../core/sheet/choices';
import { SheetFileError } from '../core/sheet/read/file-problem';
import { type OpenSheet, openSheet, type RawSheet } from '../core/sheet/read/read-sheet';
import { readCsv } from './csv';
import { readXlsx } from './xlsx';

/** A larger file is not opened, in bytes. */
export const MAX_FILE_BYTES = 20_000_000;

const ZIP = [0x50, 0x4b];
// The container of `.xls` and of workbooks with a password.
const OLD_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * The tag sheet in a file, told by what is in it and not by its name. Fails with
 * `SheetFileError`.
 */
export async function readSheetFile(bytes: ArrayBuffer): Promise<OpenSheet> {
  if (bytes.byteLength > MAX_FILE_BYTES) throw new SheetFileError('too-large');
  const sheets = await readSheets(bytes);
  const found = openSheet(sheets);
  if (!found) throw new SheetFileError('no-header');
  if (found.rowCount > MAX_ROWS) throw new SheetFileError('too-large');
  return found;
}

async function readSheets(bytes: ArrayBuffer): Promise<readonly RawSheet[]> {
  const head = new Uint8Array(bytes.slice(0, 4));
  const startsWith = (mark: readonly number[]) => mark.every((byte, at) => head[at] === byte);
  if (startsWith(OLD_CONTAINER)) throw new SheetFileError('old-format');
  if (startsWith(ZIP)) return readXlsx(bytes);
  return [{ name: '', cells: readCsv(decode(bytes)) }];
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
