import { cellAddress } from '../core/table/cells';
import { FillError } from '../core/table/fill-problem';
import type { FilledFile, FillTarget, SheetFill } from '../core/table/filled-cell';
import type { RowScore } from '../core/table/row-score';
import { csvLines } from './csv-lines';
import { decodeFile, type TextEncoding } from './decode-text';
import { type CsvShape, csvEdits } from './patch/csv-edits';
import type { Edit } from './patch/edit';
import { bytesOf, encodeText, unwritable } from './patch/encode-text';
import { joined } from './patch/joined';
import { createSurvey } from './patch/survey';
import { createTakenColumns } from './patch/taken-columns';
import { bestDelimiter } from './read-csv';

/**
 * Fills cells into a CSV: every other byte stays as it was, and so do its mark, its encoding, its delimiter, its quotation
 * marks and the ends of its lines. `score` chooses the delimiter as it does for the reader. Fails with `SheetFileError` or
 * `FillError`.
 */
export function patchCsv(
  bytes: Uint8Array<ArrayBuffer>,
  fill: SheetFill,
  score: RowScore,
): FilledFile {
  const { text, encoding } = decodeFile(bytes, { keepMark: true });
  const edits = csvEdits(text, fill, shapeOf(text, score));
  for (const { row, column, value } of fill.cells) {
    const sign = unwritable(String(value ?? ''), encoding);
    if (sign !== null) throw new FillError('sign', `${sign} (${cellAddress(row, column)})`);
  }
  const isPlain = encoding === 'utf-8' && isAscii(text);
  const isUnmarked = isPlain && !edits.every((edit) => isAscii(edit.text));
  return { bytes: withEdits(bytes, text, encoding, edits), notes: isUnmarked ? ['unmarked'] : [] };
}

/** Looks where in a CSV something can be filled in. Fails with `SheetFileError`. */
export function surveyCsv(
  bytes: Uint8Array<ArrayBuffer>,
  headerRow: number,
  score: RowScore,
): FillTarget {
  const { text } = decodeFile(bytes, { keepMark: true });
  const { start, delimiter } = shapeOf(text, score);
  const survey = createSurvey(headerRow);
  const taken = createTakenColumns(headerRow);
  for (const { row, cells } of csvLines(text, start, delimiter)) {
    const columns = [...cells.keys()].filter((column) => cells[column]?.value !== '');
    survey.take({ row, columns, values: columns.map((column) => cells[column]?.value) });
    for (const column of columns) {
      taken.add({ top: row, left: column, bottom: row, right: column });
    }
  }
  return { ...survey.finish(), isTaken: taken.finish() };
}

function shapeOf(text: string, score: RowScore): CsvShape {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return { start, delimiter: bestDelimiter(text, start, score) };
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}

// Bytes are copied, and only what is new is encoded: a text that was decoded may not be what it was.
function withEdits(
  bytes: Uint8Array<ArrayBuffer>,
  text: string,
  encoding: TextEncoding,
  edits: readonly Edit[],
): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  let at = 0;
  let byte = 0;
  for (const edit of edits) {
    const from = byte + bytesOf(text.slice(at, edit.from), encoding);
    pieces.push(bytes.subarray(byte, from), encodeText(edit.text, encoding));
    byte = from + bytesOf(text.slice(edit.from, edit.to), encoding);
    at = edit.to;
  }
  pieces.push(bytes.subarray(byte));
  return joined(pieces);
}
