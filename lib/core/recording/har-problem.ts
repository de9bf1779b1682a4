import { ProblemError } from '../base/problem-error';
import { z } from '../base/schema';

/** Why a HAR file is not read; `lib/text/verification/har-file.ts` has the sentence and next step of each. */
const HAR_PROBLEMS = [
  'too-large',
  'damaged',
  'cut-off',
  'zip',
  'web-page',
  'not-json',
  'not-har',
  'no-requests',
  'reader-stopped',
] as const;
export const HarProblemSchema = z.enum(HAR_PROBLEMS);
export type HarProblem = (typeof HAR_PROBLEMS)[number];

/** A file that is no HAR, or has nothing to judge. */
export class HarFileError extends ProblemError<HarProblem> {
  override readonly name = 'HarFileError';
}
