import { ProblemError } from '../base/problem-error';
import { z } from '../base/schema';

/** Why a file cannot be checked; `lib/text/sheets/page.ts` has the sentence and next step of each. */
const FILE_PROBLEMS = [
  'unreadable',
  'damaged',
  'old-format',
  'no-header',
  'too-large',
  'too-much',
  'cell-too-long',
  'reader-stopped',
] as const;
export const FileProblemSchema = z.enum(FILE_PROBLEMS);
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/**
 * A file that is no tag sheet. Apart from the one table of failures, since its words would go into
 * every page's console with the builder.
 */
export class SheetFileError extends ProblemError<FileProblem> {
  override readonly name = 'SheetFileError';
}
