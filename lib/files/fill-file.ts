import { MAX_FILE_BYTES } from '../core/base/limits';
import { SheetFileError } from '../core/table/file-problem';
import type { FilledFile, FillTarget, SheetFill } from '../core/table/filled-cell';
import type { RowScore } from '../core/table/row-score';
import { patchCsv, surveyCsv } from './patch-csv';
import { patchXlsx } from './patch-xlsx';
import { surveyXlsx } from './patch/survey-xlsx';
import { isArchive } from './read-file';

/** Where in a file something is filled in, and who says what once it is known what is there. */
export interface FillWork<Plan extends Omit<SheetFill, 'sheet'>> {
  /** The sheet's name; nothing of a CSV. */
  readonly sheet: string;
  /** The row that names the columns, counted from 0. */
  readonly headerRow: number;
  /** As for the reader of the file. */
  readonly score: RowScore;
  readonly plan: (target: FillTarget) => Plan;
}

/**
 * Fills cells into a workbook or a CSV, told by what is in it, and leaves all else as it is. Takes its time: to be called in a
 * worker, which hears each step. Fails with `SheetFileError` or `FillError`.
 */
export function fillTableFile<Plan extends Omit<SheetFill, 'sheet'>>(
  bytes: Uint8Array<ArrayBuffer>,
  { sheet, headerRow, score, plan }: FillWork<Plan>,
  onStep: () => void = () => {},
): FilledFile & { readonly plan: Plan } {
  if (bytes.length > MAX_FILE_BYTES) throw new SheetFileError('too-large');
  if (!isArchive(bytes)) {
    const planned = plan(surveyCsv(bytes, headerRow, score));
    onStep();
    return { ...patchCsv(bytes, { sheet: '', ...planned }, score), plan: planned };
  }
  const planned = plan(surveyXlsx(bytes, sheet, headerRow, onStep));
  return { ...patchXlsx(bytes, [{ sheet, ...planned }], onStep), plan: planned };
}
