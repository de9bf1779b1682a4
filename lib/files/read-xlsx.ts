import type { ReadProgress } from '../core/table/read-progress';
import type { TakeRow } from '../core/table/raw-row';
import { openArchive } from './archive';
import { createSharedStrings } from './shared-strings';
import { createSheetReader } from './sheet-rows';
import { createStyles } from './styles';
import { readPart, readWorkbook } from './workbook';

/**
 * Reads the sheets of a workbook, one after the other and row by row: `open` says who takes the rows
 * of a sheet, and is told whether it is hidden. What is unpacked is looked at and let go. Fails with `SheetFileError`.
 */
export function readXlsx(
  bytes: ArrayBuffer,
  open: (name: string, isHidden: boolean) => TakeRow,
  onProgress: (progress: ReadProgress) => void = () => {},
): void {
  const archive = openArchive(new Uint8Array(bytes));
  const { sheets, sharedStrings, styles, from1904 } = readWorkbook(archive);
  const parts = [styles, sharedStrings, ...sheets.map(({ part }) => part)];
  const total = parts.reduce((sum, part) => sum + sizeOf(part), 0);
  let before = 0;

  function sizeOf(part: string | null): number {
    return part === null ? 0 : (archive.size(part) ?? 0);
  }

  function readOne(part: string | null, reader: Parameters<typeof readPart>[2]): void {
    if (part === null) return;
    readPart(archive, part, reader, (done) => onProgress({ done: before + done, total }));
    before += sizeOf(part);
  }

  const { isDate, reader: styleReader } = createStyles();
  const { texts, reader: textReader } = createSharedStrings();
  const count = { rows: 0, cells: 0 };
  readOne(styles, styleReader);
  readOne(sharedStrings, textReader);
  for (const { name, part, isHidden } of sheets) {
    readOne(part, createSheetReader({ texts, isDate, from1904, count }, open(name, isHidden)));
  }
}
