import { ProblemError } from '../base/problem-error';
import { z } from '../base/schema';

/**
 * Why nothing can be filled into a file that was read; `lib/text/sheets/fill.ts` has the words of each.
 * - `no-titles`: no row names the columns, so there is no place for a title
 * - `no-room`: right of the table there are not enough free columns
 * - `no-sheet`: the sheet is not in the file, or its name is there twice
 * - `taken`, `formula`, `merged`: the cell holds something of theirs, is a formula or part of one, or is hidden by a merge
 * - `odd-order`: rows or cells do not stand in order, so that nobody can say where one belongs
 * - `odd-archive`: the archive is written in a way that workbooks are not
 * - `encoding`: the sheet is in an encoding that cannot be written back as it was
 * - `sign`: a text has a sign that the encoding of the CSV does not have
 * - `unclosed`: a quotation mark is not closed
 * - `too-long`: a text is longer than a cell may be
 */
const FILL_PROBLEMS = [
  'no-titles',
  'no-room',
  'no-sheet',
  'taken',
  'formula',
  'merged',
  'odd-order',
  'odd-archive',
  'encoding',
  'sign',
  'unclosed',
  'too-long',
] as const;
export const FillProblemSchema = z.enum(FILL_PROBLEMS);
export type FillProblem = (typeof FILL_PROBLEMS)[number];

/** Nothing was filled in. `where` is the cell, `N14`, or what else there is to name; `''` where nothing is. */
export class FillError extends ProblemError<FillProblem> {
  override readonly name = 'FillError';
  readonly where: string;

  constructor(problem: FillProblem, where = '') {
    super(problem);
    this.where = where;
  }
}
