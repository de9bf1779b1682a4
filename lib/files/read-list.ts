import { SheetFileError } from '../core/table/file-problem';
import type { RawRow } from '../core/table/raw-row';
import { type Titles, titledColumns } from '../core/table/titled-rows';
import { decodeText } from './decode-text';
import { isArchive, readTableFile } from './read-file';

/** A list as its file has it: its first rows, and its text, `null` where it is none. */
export interface ListFile {
  readonly rows: readonly RawRow[];
  readonly text: string | null;
}

/** The address as a browser writes it; `null` where it takes it for none. */
export function browserAddress(text: string): string | null {
  return URL.canParse(text) ? new URL(text).href : null;
}

/**
 * Reads a list: a text, or a CSV or workbook whose columns are known by these titles. Of a workbook the first sheet
 * counts; no more than one row beyond `mostRows` is kept. Fails with `SheetFileError`.
 */
export function readListFile<Name extends string>(
  bytes: Uint8Array<ArrayBuffer>,
  titles: Titles<Name>,
  mostRows: number,
): ListFile {
  const rows: RawRow[] = [];
  let sheets = 0;
  const take = (row: RawRow) => rows.push(row) <= mostRows;
  const score = { rows: 1, of: ([first]: readonly RawRow[]) => titledColumns(first, titles).size };
  readTableFile(bytes.buffer, {
    score,
    open: () => {
      sheets += 1;
      return sheets === 1 ? take : () => false;
    },
  });
  return { rows, text: textOf(bytes) };
}

function textOf(bytes: Uint8Array<ArrayBuffer>): string | null {
  try {
    return isArchive(bytes) ? null : decodeText(bytes);
  } catch (error) {
    if (error instanceof SheetFileError) return null;
    throw error;
  }
}
