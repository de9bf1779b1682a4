import { FillError } from '../core/table/fill-problem';
import type { FilledFile, FillNote, SheetFill } from '../core/table/filled-cell';
import { openArchive } from './archive';
import { readDirectory, viewOf } from './archive-directory';
import { replaceParts } from './patch/replace-parts';
import { type PackedPart, rewritePart } from './patch/rewrite-part';
import { createSheetEdits } from './patch/sheet-edits';
import { readPart, readWorkbook, type Workbook } from './workbook';

/** Where an Office document's signatures are; one over its macros alone stays good. */
const SIGNATURES = '_xmlsignatures/';

/**
 * Fills cells into the sheets of a workbook (.xlsx or .xlsm). Of the archive only the parts with these sheets' XML become
 * others, and of these only the cells that are filled in, how far their rows and the sheet reach, and rows that were missing.
 * A cell that holds something is left as it is and refused, unless its column is one of ours; a formula always is. Takes its
 * time: to be called in a worker. Fails with `SheetFileError` or `FillError`.
 */
export function patchXlsx(
  bytes: Uint8Array<ArrayBuffer>,
  fills: readonly SheetFill[],
  onProgress: (done: number) => void = () => {},
): FilledFile {
  const workbook = readWorkbook(openArchive(bytes));
  const replaced = new Map<string, PackedPart>();
  const notes = new Set<FillNote>(isSigned(bytes) ? ['signed'] : []);
  for (const fill of fills) {
    const part = sheetPart(workbook, fill.sheet);
    if (replaced.has(part.toLowerCase())) throw new FillError('no-sheet', fill.sheet);
    const { reader, isProtected, finish } = createSheetEdits(fill);
    // Each look at a part counts towards what may be unpacked of one archive.
    readPart(openArchive(bytes), part, reader, onProgress);
    const edits = finish();
    if (edits.length === 0) continue;
    if (isProtected()) notes.add('protected');
    replaced.set(part.toLowerCase(), rewritePart(openArchive(bytes), part, edits, onProgress));
  }
  return { bytes: replaceParts(bytes, replaced), notes: [...notes] };
}

/** The part that a sheet is in. Fails with `FillError` where none is called so, or several are. */
export function sheetPart({ sheets }: Workbook, name: string): string {
  const [sheet, other] = sheets.filter((it) => it.name === name);
  if (!sheet || other) throw new FillError('no-sheet', name);
  return sheet.part;
}

function isSigned(bytes: Uint8Array): boolean {
  return readDirectory(viewOf(bytes)).entries.some(({ key }) => key.startsWith(SIGNATURES));
}
