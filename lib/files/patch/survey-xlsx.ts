import type { FillTarget } from '../../core/table/filled-cell';
import { type Archive, openArchive } from '../archive';
import { sheetPart } from '../patch-xlsx';
import { createSharedStrings } from '../shared-strings';
import { createSheetReader } from '../sheet-rows';
import { readPart, readRelations, readWorkbook } from '../workbook';
import type { XmlReader } from '../xml';
import type { CellRange } from './cell-range';
import { createDrawingReader, createExtentReader, createPlaceReader } from './sheet-extent';
import { createSurvey } from './survey';
import { createTakenColumns } from './taken-columns';

const READERS: Readonly<Record<string, (add: (range: CellRange) => void) => XmlReader>> = {
  table: createPlaceReader,
  pivotTable: createPlaceReader,
  drawing: createDrawingReader,
};

/** Looks where in a workbook's sheet something can be filled in. Fails with `SheetFileError` or `FillError`. */
export function surveyXlsx(
  bytes: Uint8Array<ArrayBuffer>,
  sheet: string,
  headerRow: number,
  onProgress: (done: number) => void = () => {},
): FillTarget {
  const archive = openArchive(bytes);
  const workbook = readWorkbook(archive);
  const part = sheetPart(workbook, sheet);
  const { texts, reader: textReader } = createSharedStrings();
  if (workbook.sharedStrings !== null) readPart(archive, workbook.sharedStrings, textReader);
  const taken = createTakenColumns(headerRow);
  const survey = createSurvey(headerRow);
  const rows = createSheetReader(
    {
      texts,
      isDate: () => false,
      from1904: workbook.from1904,
      count: { rows: 0, cells: 0 },
    },
    survey.take,
  );
  readPart(archive, part, both(rows, createExtentReader(taken.add)), onProgress);
  readBeside(archive, part, taken.add);
  return { ...survey.finish(), isTaken: taken.finish() };
}

// Tables, pivot tables, pictures and charts have parts of their own.
function readBeside(archive: Archive, part: string, add: (range: CellRange) => void): void {
  const read = new Set<string>();
  for (const { type, part: beside } of readRelations(archive, part).values()) {
    const reader = READERS[type];
    if (!reader || read.has(beside) || archive.size(beside) === null) continue;
    read.add(beside);
    readPart(archive, beside, reader(add));
  }
}

function both(one: XmlReader, other: XmlReader): XmlReader {
  return {
    open(...tag) {
      one.open(...tag);
      other.open(...tag);
    },
    close(...tag) {
      one.close(...tag);
      other.close(...tag);
    },
    text(text) {
      one.text?.(text);
      other.text?.(text);
    },
  };
}
